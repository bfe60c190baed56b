import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ShelfRow } from '../../components/shelf/row.ts';
import { Shelf, type ShelfProps } from '../../components/shelf/shelf.tsx';
import { shelfRow } from './shelf-rows.ts';

afterEach(cleanup);

// happy-dom lays nothing out: without a height no line would be in view.
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 2000 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1000 });
});

const show = (rows: readonly ShelfRow[] | null, more: Partial<ShelfProps> = {}) => {
  const calls = {
    onExport: vi.fn<ShelfProps['onExport']>(),
    onYears: vi.fn<ShelfProps['onYears']>(),
    onRemove: vi.fn<ShelfProps['onRemove']>(),
    onFiles: vi.fn<ShelfProps['onFiles']>(),
  };
  const props = { rows, language: 'zh-CN' as const, narrow: false, ...calls, ...more };
  const { rerender } = render(<Shelf {...props} />);
  return { ...calls, change: (rows: readonly ShelfRow[]) => rerender(<Shelf {...props} rows={rows} />) };
};

const links = (): string[] =>
  screen.getAllByRole('link').flatMap((link) => link.querySelector('b')?.textContent ?? []);
const pick = (name: RegExp): void => {
  fireEvent.click(screen.getByRole('checkbox', { name }));
};
const choose = (name: string, value: string): void => {
  fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });
};
const search = (words: string): void => {
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: words } });
};
const status = (): string | null => screen.getByRole('status').textContent;

const three = (): ShelfRow[] => [
  shelfRow({ authority: '乙县教育局', year: 2023, reasons: { identities: 3, satisfied: 37 } }),
  shelfRow({ authority: '甲市人民政府', year: 2021, reasons: { undetermined: 12 } }),
  shelfRow({ authority: '甲市人民政府', year: 2022, form: 'disclosure-2019', reasons: { unread: 2 } }),
];

describe('the shelf', () => {
  it('says that it is being opened, and that nothing is on it', () => {
    const { change } = show(null);
    expect(screen.getByText(/正在打开/)).toBeTruthy();
    change([]);
    expect(screen.getByText('还没有收藏报告')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('lists by authority and year, with a badge for what needs a look', () => {
    show(three());
    expect(screen.getAllByRole('rowheader').map((group) => group.textContent)).toEqual([
      '甲市人民政府 2 份',
      '乙县教育局 1 份',
    ]);
    expect(links()).toEqual(['2022 年', '2021 年', '2023 年']);
    const [unread, undetermined, violated] = screen.getAllByRole('row').filter((row) => row.matches('.row'));
    expect(unread?.textContent).toContain('2 处未读取');
    expect(undetermined?.textContent).toContain('12 条无法判定');
    expect(violated?.textContent).toContain('3 条不成立');
    expect(violated?.textContent).toContain('22.2%');
  });

  it('shows a note by a sign and its first words, and finds it by all of them', () => {
    const note = `来函已复。\n${'情况属实，'.repeat(20)}待年底再看`;
    show([shelfRow({ year: 2022, note }), shelfRow({ year: 2021 })]);
    const noted = screen.getAllByText(/来函已复/);
    expect(noted.map(({ textContent, title }) => [textContent, title])).toEqual([
      [expect.stringMatching(/^✎ 备注 来函已复。 情况属实，.*…$/), note],
    ]);
    search('年底');
    expect(links()).toEqual(['2022 年']);
  });

  it('tells how many lines there are, though only those in view exist', () => {
    const many = Array.from({ length: 3000 }, (_, at) => shelfRow({ authority: `第${at}局` }));
    show(many);
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('6001');
    const rows = screen.getAllByRole('row');
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.length).toBeLessThan(120);
  });

  it('lists only the last version until the older are asked for', () => {
    const place = 'http://www.example.gov.cn/report.html';
    show([
      shelfRow({ id: 'first', place, retrieved: '2026-01-01T00:00:00.000Z', reasons: { identities: 1 } }),
      shelfRow({ id: 'second', place, retrieved: '2026-03-01T00:00:00.000Z' }),
    ]);
    expect(status()).toBe('1 / 2 份报告');
    expect(screen.getByText('第 2 版，共 2 版')).toBeTruthy();
    pick(/显示旧版本/);
    expect(screen.getByText('第 1 版，共 2 版')).toBeTruthy();
  });
});

describe('what is looked for', () => {
  it.each([
    ['a word of the name', () => search('教育'), ['2023 年']],
    ['words that must all be there', () => search('甲市 2021'), ['2021 年']],
    ['a year', () => choose('年度', '2022'), ['2022 年']],
    ['a form', () => choose('表样', 'disclosure-2019'), ['2022 年']],
    ['a verdict', () => choose('结论', 'violated'), ['2023 年']],
    ['what is undetermined', () => choose('结论', 'open'), ['2021 年']],
  ])('by %s', (_what, ask, found) => {
    show(three());
    ask();
    expect(links()).toEqual(found);
    expect(status()).toBe('1 / 3 份报告');
  });

  it('and not found: the way back is offered', () => {
    show(three());
    search('没有这样的机关');
    fireEvent.click(screen.getByRole('button', { name: '清除条件' }));
    expect(links()).toHaveLength(3);
  });

  it('stands in the order that is asked for', () => {
    show(three());
    choose('排序', 'violated');
    expect(links()[0]).toBe('乙县教育局 2023 年');
    expect(screen.queryAllByRole('rowheader')).toHaveLength(0);
    choose('排序', 'year');
    expect(links()).toEqual(['乙县教育局 2023 年', '甲市人民政府 2022 年', '甲市人民政府 2021 年']);
  });
});

describe('a selection', () => {
  it('of two can be compared, of one or three not', () => {
    show(three());
    pick(/乙县教育局/);
    expect(screen.getByRole('button', { name: '比较' })).toHaveProperty('disabled', true);
    pick(/甲市人民政府 2021/);
    expect(screen.getByRole('link', { name: '比较' }).getAttribute('href')).toMatch(/^#compare\//);
    pick(/列出的全部/);
    expect(screen.getByRole('button', { name: '比较' })).toHaveProperty('disabled', true);
  });

  it('is exported in the order of the list, and deleted', () => {
    const rows = three();
    const { onExport, onRemove } = show(rows);
    pick(/乙县教育局/);
    pick(/甲市人民政府 2022/);
    const actions = screen.getByRole('region', { name: '已选 2 份' });
    fireEvent.click(within(actions).getByRole('button', { name: /^JSON/ }));
    expect(onExport).toHaveBeenCalledWith([rows[2]?.id, rows[0]?.id], 'json');
    fireEvent.click(within(actions).getByRole('button', { name: '删除' }));
    expect(onRemove).toHaveBeenCalledWith([rows[2]?.id, rows[0]?.id]);
  });

  it('forgets what is no more on the shelf', () => {
    const rows = three();
    const { change } = show(rows);
    pick(/列出的全部/);
    change(rows.slice(1));
    expect(screen.getByRole('region', { name: '已选 2 份' })).toBeTruthy();
    change([]);
    expect(screen.queryByRole('region')).toBeNull();
  });
});

it('speaks English', () => {
  show(three(), { language: 'en' });
  expect(status()).toBe('3 reports');
  expect(screen.getByText('3 do not hold')).toBeTruthy();
  const spoken = document.body.textContent?.replace(/甲市人民政府|乙县教育局|年度报告|国办\S+号/g, '');
  expect(spoken).not.toMatch(/\p{Script=Han}/u);
});
