import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PanelActions } from '../../components/actions.ts';
import { unfetchedReasons } from '../../components/attachments.ts';
import { attachmentWordsIn } from '../../components/words-in.ts';
import { nothingNearby } from '../../entrypoints/wire/nearby.ts';
import { tables } from '../../parser/tables.ts';
import { drawn } from '../table/sheets.ts';
import { consistent, unrecognised, wrongCell } from './extractions.ts';
import { dialog, openPanel, openTab, settings, show, status } from './shown.tsx';

/** Files that a page links to, in the panel. */

const url = 'http://www.example.gov.cn/2022.pdf';
const files = [
  { url, kind: 'pdf', name: '2022年年报.pdf', own: true },
  { url: 'http://www.other.example/2021.pdf', kind: 'pdf', name: '2021年年报.pdf', own: false },
  { url: 'http://www.example.gov.cn/all.zip', kind: 'zip', name: '全部.zip', own: true },
];
const nearby = { ...nothingNearby, files };
const button = () => within(dialog()).getByRole('button', { name: '核对附件：2022年年报.pdf' });
const answering = (outcome: Awaited<ReturnType<PanelActions['readAttachment']>>) =>
  vi.fn<PanelActions['readAttachment']>(async () => outcome);

afterEach(cleanup);

describe('files that a page links to', () => {
  it('have a button where they can be read, and the reason where they cannot', () => {
    const { readAttachment } = show([unrecognised()], { nearby });
    openPanel();
    expect(within(dialog()).getAllByRole('button', { name: /^核对附件/ })).toEqual([button()]);
    const text = dialog().querySelector('.files')?.textContent;
    expect(text).toContain('不在本页所在的网站');
    expect(text).toContain('这种格式不能读取');
    expect(readAttachment).not.toHaveBeenCalled();
  });

  it('are fetched on a click, and why nothing was read is said beside the name', async () => {
    const extraction = { ...unrecognised(), issues: [{ code: 'pdf_scanned' as const, pages: 3 }] };
    const { readAttachment } = show([unrecognised()], {
      nearby,
      actions: { readAttachment: answering({ kind: 'unread', extraction }) },
    });
    openPanel();
    fireEvent.click(button());
    expect(readAttachment).toHaveBeenCalledWith(4, url);
    await waitFor(() => expect(dialog().querySelector('.files .issues')?.textContent).toContain('扫描件'));
    expect(status()).toContain('附件未能读取，原因见附件名称下方');
  });

  it('that is the page itself is read without another click', async () => {
    const { readAttachment } = show([unrecognised()], { nearby: { ...nearby, isFile: true } });
    openPanel();
    await waitFor(() => expect(readAttachment).toHaveBeenCalledWith(4, url));
  });

  it('give a report that stands in the panel, and of which no cell is marked on the page', async () => {
    const read = wrongCell();
    const report = { ...read, source: { ...read.source, url, format: 'pdf' as const } };
    const { again, show: mark, keep } = show([unrecognised()], { nearby });
    openPanel();
    fireEvent.click(button());
    again({
      readings: [
        { frame: 4, attachment: null, extractions: [unrecognised()], csv: '', nearby },
        { frame: 4, attachment: url, extractions: [report], csv: '', nearby },
      ],
      settings,
    });
    await waitFor(() =>
      expect(dialog().querySelector('.read-from')?.textContent).toContain('2022年年报.pdf'),
    );
    openTab('数据');
    expect(dialog().querySelector('.data .hint')?.textContent).toContain('附件中的格不能在网页上标出');
    const [cell] = within(dialog()).getAllByRole('button', { name: /^88/ });
    if (cell) fireEvent.click(cell);
    await waitFor(() => expect(status()).toContain('网页上没有可标出的位置'));
    expect(dialog().querySelector('.picked')?.textContent).toContain('位于文件第');
    expect(mark).not.toHaveBeenCalled();
    expect(dialog().classList.contains('marking')).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: '收藏' }));
    await waitFor(() => expect(keep).toHaveBeenCalledWith({ frame: 4, attachment: url, report: 0 }));
  });

  it('without a report show what adds up in their tables, also beside a report of the page', async () => {
    const blocks = [
      {
        ...drawn(
          '乡镇 | 户数 | 人数\n东乡 | 1203 | 2317\n西乡 | 3121 | 1178\n南乡 | 2904 | 3345\n合计 | 7228 | 6830',
        ),
        index: 0,
      },
    ];
    const { source } = unrecognised();
    const found = tables({ title: null, metas: [], blocks }, source).tables;
    const { again, show: mark } = show([consistent()], {
      nearby,
      actions: { readAttachment: answering({ kind: 'read' }) },
    });
    openPanel();
    fireEvent.click(button());
    again({
      readings: [
        { frame: 4, attachment: null, extractions: [consistent()], csv: '', nearby },
        { frame: 4, attachment: url, extractions: [unrecognised()], csv: '', nearby, tables: found },
      ],
      settings,
    });
    await waitFor(() =>
      expect(dialog().querySelector('.read-from')?.textContent).toContain('2022年年报.pdf'),
    );
    expect(dialog().querySelector('.title')?.textContent).toContain('附件表格中的合计');
    expect(dialog().querySelector('.totals')?.textContent).toContain('6830');
    const [total] = dialog().querySelectorAll<HTMLButtonElement>('.totals .findings button');
    if (!total) throw new Error('no total is shown');
    fireEvent.click(total);
    await waitFor(() => expect(status()).toContain('网页上没有可标出的位置'));
    expect(mark).not.toHaveBeenCalled();
  });

  it('are folded away below a report of the page', () => {
    show([consistent()], { nearby });
    openPanel();
    const details = dialog().querySelector<HTMLDetailsElement>('.attachments');
    expect(details?.open).toBe(false);
    expect(details?.querySelector('summary')?.textContent).toBe('页面附件（3 个）');
  });

  it.each(unfetchedReasons)('%s has its words in both languages', (why) => {
    expect(attachmentWordsIn('zh-CN').why[why](404)).toMatch(/。$/);
    expect(attachmentWordsIn('en').why[why](404)).toMatch(/\.$/);
  });
});
