import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CompareTablesPage } from '../../components/shelf/compare-tables-page.tsx';
import { TablesPage } from '../../components/shelf/tables-page.tsx';
import { rowOf } from '../../entrypoints/store/row.ts';
import { unjudged } from '../../parser/findings/judgement.ts';
import { keptPage, villages } from '../shelf/pages.ts';

afterEach(cleanup);

const right = keptPage([villages()]);
const wrong = keptPage([villages('7892')], { day: 2 });

describe('a kept page of tables', () => {
  const open = (record = wrong) => {
    const calls = {
      onExport: vi.fn(),
      onRemove: vi.fn(),
      onNote: vi.fn(async () => ({ kind: 'saved' as const })),
    };
    const elsewhere = keptPage([villages()], { url: 'http://www.example.gov.cn/other.html', day: 3 });
    const { container } = render(
      <TablesPage
        record={record}
        versions={[
          { row: rowOf(wrong), version: 2, versions: 2 },
          { row: rowOf(right), version: 1, versions: 2 },
        ]}
        namesakes={[rowOf(elsewhere)]}
        judgement={unjudged}
        language="zh-CN"
        {...calls}
      />,
    );
    return { ...calls, container };
  };

  it('says first how its totals come out, and what fails with the value that mends it', () => {
    const { container } = open();
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('补贴发放情况表');
    const verdict = container.querySelector('.report > .verdict');
    expect(verdict?.textContent).toContain('3 处合计：2 处成立，1 处不成立');
    expect(verdict?.className).toContain('is-violated');
    expect(container.textContent).toContain('7892 应为 7842');
  });

  it('shows the cells of a total that is chosen among its figures, signed', () => {
    const { container } = open();
    expect(container.querySelector('.marked')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /7892，各项合计/ }));
    const marked = [...container.querySelectorAll('.marked')].map(({ textContent }) => textContent);
    expect(marked).toEqual(['+ 4419', '+ 2236', '+ 1187', '= 7892']);
  });

  it('says what was not read of it', () => {
    const issue = { code: 'rows_left_out', table: 0, rows: 1200, of: 10_000 } as const;
    const { extraction } = wrong;
    const { container } = open({
      ...wrong,
      extraction: { ...extraction, issues: [...extraction.issues, issue] },
    });
    expect(container.textContent).toContain('共 10000 行，只读取了前 1200 行');
    expect(container.textContent).not.toContain('没有政府信息公开工作年度报告');
  });

  it('leads to its earlier version and to pages of its title, the earlier one on the left', () => {
    open();
    const links = screen
      .getAllByRole('link', { name: '与此版本比较' })
      .map((link) => link.getAttribute('href'));
    expect(links[0]?.indexOf(encodeURIComponent(right.id))).toBe('#compare/'.length);
    expect(links[1]?.indexOf(encodeURIComponent(wrong.id))).toBe('#compare/'.length);
  });

  it('is exported and deleted by its id', () => {
    const { onRemove } = open();
    fireEvent.click(screen.getByRole('button', { name: '删除' }));
    expect(onRemove).toHaveBeenCalledWith([wrong.id]);
  });
});

describe('two editions', () => {
  it('show the one cell that has changed, and all cells when asked', () => {
    render(<CompareTablesPage one={right} other={wrong} language="zh-CN" />);
    expect(screen.getByText('12 格中有 1 格不同')).toBeTruthy();
    const table = screen.getAllByRole('table').at(-1) as HTMLElement;
    expect(within(table).getAllByRole('row')).toHaveLength(2);
    expect(table.textContent).toContain('合计 金额（元）7842 元7892 元+50');
    fireEvent.click(screen.getByRole('checkbox'));
    expect(within(screen.getAllByRole('table').at(-1) as HTMLElement).getAllByRole('row')).toHaveLength(13);
  });

  it('say so where nothing differs', () => {
    render(<CompareTablesPage one={right} other={{ ...right, id: 'again' }} language="zh-CN" />);
    expect(screen.getByText('两边的表格各格相同。')).toBeTruthy();
  });
});
