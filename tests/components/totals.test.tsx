import { cleanup, fireEvent, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { tables } from '../../parser/tables.ts';
import type { TableReading } from '../../parser/tabulation.ts';
import { drawn } from '../table/sheets.ts';
import { unrecognised } from './extractions.ts';
import { chip, dialog, openPanel, show, status } from './shown.tsx';

/** A page without a report, of which the person asked what adds up in it. */

afterEach(cleanup);

const read = (last: string): TableReading[] =>
  tables(
    {
      title: null,
      metas: [],
      blocks: [
        drawn(
          `乡镇 | 户数 | 人数 | 金额\n东乡 | 1203 | 2317 | 4419\n西乡 | 3121 | 1178 | 2236\n南乡 | 2904 | 3345 | 1187\n合计 | 7228 | 6840 | ${last}`,
        ),
      ],
    },
    { path: '', sha256: '', bytes: 0, format: 'html' },
  ).tables;

const shown = (found: TableReading[]) => show([unrecognised()], { told: { tables: found } });

describe('totals of a page without a report', () => {
  it('the chip counts them, and is red only for what is asserted', () => {
    shown(read('7842'));
    expect(chip().textContent).toContain('3 处合计：3 处成立');
    expect(chip().className).not.toContain('is-violated');
    cleanup();
    shown(read('7892'));
    expect(chip().textContent).toContain('3 处合计：2 处成立，1 处不成立');
    expect(chip().className).toContain('is-violated');
  });

  it('what fails stands first, with the value that mends it; the rest is folded', () => {
    shown(read('7892'));
    openPanel();
    const panel = within(dialog());
    expect(panel.getByRole('heading', { level: 2 }).textContent).toBe('本页表格中的合计');
    expect(panel.getByText(/合计为 7892，各项合计为 7842（差 \+50）/)).toBeTruthy();
    expect(dialog().textContent).toContain('“合计”行“金额”列 7892 应为 7842');
    expect(panel.getByText('成立或无法判断 2 处').closest('details')?.open).toBe(false);
  });

  it('each table can be copied as it looks, and downloaded as figures and relations', async () => {
    const clip = { table: 0, html: '<table></table>', text: '乡镇\t户数' };
    const { copyTable, table, save } = show([unrecognised()], {
      told: { tables: read('7842'), clips: [clip] },
    });
    openPanel();
    fireEvent.click(within(dialog()).getByRole('button', { name: '复制表格' }));
    await waitFor(() => expect(status()).toBe('已复制到剪贴板'));
    expect(copyTable).toHaveBeenCalledWith(clip);
    fireEvent.click(within(dialog()).getByRole('button', { name: '下载明细' }));
    await waitFor(() => expect(save).toHaveBeenCalledTimes(2));
    expect(table).toHaveBeenCalledWith(4, null, 0);
    expect(save.mock.calls).toEqual([
      ['table-1.csv', 'f\r\n'],
      ['table-1.relations.csv', 'r\r\n'],
    ]);
  });

  it('is kept as a report is, and nothing is offered to keep where nothing adds up', async () => {
    const { keep } = shown(read('7892'));
    openPanel();
    fireEvent.click(within(dialog()).getByRole('button', { name: '收藏' }));
    await waitFor(() => expect(keep).toHaveBeenCalledWith({ frame: 4, attachment: null, report: 0 }));
    cleanup();
    shown(read('7892').map((table) => ({ ...table, relations: [] })));
    openPanel();
    expect(within(dialog()).queryByRole('button', { name: '收藏' })).toBeNull();
  });

  it('a total leads to its cells on the page, and a second press takes the marks away', async () => {
    const { show: mark, clear } = shown(read('7892'));
    openPanel();
    const button = within(dialog()).getByRole('button', { name: /7892，各项合计/ });
    fireEvent.click(button);
    expect(mark).toHaveBeenCalledWith(4, [
      { slot: { table: 0, row: 4, column: 3 }, side: 'right' },
      { slot: { table: 0, row: 1, column: 3 }, side: 'left' },
      { slot: { table: 0, row: 2, column: 3 }, side: 'left' },
      { slot: { table: 0, row: 3, column: 3 }, side: 'left' },
    ]);
    await waitFor(() => expect(button.getAttribute('aria-pressed')).toBe('true'));
    fireEvent.click(button);
    expect(clear).toHaveBeenCalled();
  });

  it('no totals at all is a calm state, said beside what else is there', async () => {
    shown([]);
    await waitFor(() => expect(status()).toBe('这一页没有找到合计'));
    openPanel();
    expect(dialog().querySelector('.hint')?.textContent).toBe('这一页没有找到合计');
    expect(chip).toThrow();
  });
});
