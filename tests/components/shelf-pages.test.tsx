import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { OutcomeBar } from '../../components/charts/outcome-bar.tsx';
import { YearLines } from '../../components/charts/year-lines.tsx';
import { ComparePage } from '../../components/shelf/compare-page.tsx';
import { ReportPage } from '../../components/shelf/report-page.tsx';
import type { HistoryFinding } from '../../parser/compare/history.ts';
import { type KeptReport, keptOf } from '../../parser/export/kept.ts';
import type { Extraction } from '../../parser/extraction.ts';
import type { Dismissals } from '../../parser/findings/judgement.ts';
import { checkKey, historyKey } from '../../parser/findings/key.ts';
import { carriedOver, consistent, doubtful, undetermined, unrecognised, violated } from './extractions.ts';
import { shelfRow } from './shelf-rows.ts';

afterEach(cleanup);

const kept = (extraction: Extraction): KeptReport =>
  keptOf(
    { extraction, statements: [], report: 0, title: '年度报告', retrieved: '2026-02-01T08:00:00.000Z' },
    '0.1.0',
    '2026-02-01T08:01:00.000Z',
  );

const section = (name: RegExp): HTMLElement => {
  const found = screen.getByRole('heading', { level: 3, name }).closest('section');
  if (!found) throw new Error(`No section ${name}`);
  return found;
};

describe('a kept report', () => {
  const open = (
    extraction: Extraction,
    history: HistoryFinding[] = [],
    years = [shelfRow()],
    dismissals: Dismissals = {},
  ) => {
    const calls = {
      onExport: vi.fn(),
      onRemove: vi.fn(),
      onDismiss: vi.fn(),
      onRecall: vi.fn(),
      onNote: vi.fn(async () => ({ kind: 'saved' as const })),
    };
    const record = kept(extraction);
    const { container } = render(
      <ReportPage
        record={record}
        versions={[]}
        years={years}
        history={history}
        judgement={{ dismissals, quiet: [] }}
        language="zh-CN"
        {...calls}
      />,
    );
    return { ...calls, record, container };
  };

  it.each([
    ['holds', consistent(), '全部 40 条勾稽关系成立'],
    ['is violated', violated(2), '2 条不成立'],
    ['is undetermined', undetermined(12), '12 条无法判定'],
    ['was not recognised', unrecognised(), '未识别出统计表'],
  ])('that %s says so first', (_state, extraction, words) => {
    const { container } = open(extraction);
    expect(container.querySelector('.report > .verdict')?.textContent).toContain(words);
  });

  it('gives each violated identity with its numbers, and each thing that was not read', () => {
    open(violated(2));
    expect(within(section(/不成立/)).getAllByRole('listitem')).toHaveLength(2);
    cleanup();
    open(doubtful());
    expect(section(/未能读取|未读取/).textContent).toContain('二O');
  });

  it('has a note, and saves what is written in it', () => {
    const { onNote } = open(consistent());
    const field = screen.getByRole('textbox', { name: '备注' });
    fireEvent.input(field, { target: { value: '来函已复' } });
    fireEvent.blur(field);
    expect(onNote).toHaveBeenCalledWith('来函已复', '');
  });

  it('says where it is from, and of what the hash is', () => {
    open(consistent());
    const { textContent } = section(/出处/);
    expect(textContent).toContain('http://www.example.gov.cn/report.html');
    expect(textContent).toContain('ab'.repeat(32));
    expect(textContent).toContain('按读取时网页的文字和表格计算');
    expect(textContent).toContain('勾稽 0.1.0 · disclosure-2019');
  });

  it('makes no link of an address that is none of the web', () => {
    const extraction = consistent();
    const source = { ...extraction.source, url: 'javascript:alert(1)' };
    open({ ...extraction, source });
    expect(screen.queryByRole('link', { name: /alert/ })).toBeNull();
    expect(screen.getByText('javascript:alert(1)')).toBeTruthy();
  });

  it('tells what does not fit the years around it, and how much does', () => {
    const finding = carriedOver();
    open(consistent(), [finding, { ...finding, outcome: 'satisfied' }]);
    const { textContent } = section(/跨年核对/);
    expect(textContent).toContain('不一致');
    expect(textContent).toContain(
      '跨年核对 1不一致 2022 年“二、上年结转政府信息公开申请数量”行“总计”列为 5，2021 年“四、结转下年度继续办理”行“总计”列为 3，相差 2设为不计1 条跨年关系成立 · 与已收藏的 2021、2022 年报告核对',
    );
    expect(textContent).toContain('1 条跨年关系成立');
    cleanup();
    open(consistent());
    expect(section(/跨年核对/).textContent).toContain('无法跨年核对');
  });

  it('lets a finding be set aside, and shows with its reason what was', () => {
    const extraction = violated(2);
    const [first, second] = extraction.checks;
    if (!first || !second) throw new Error('Two identities are violated.');
    const { onDismiss } = open(extraction);
    const [dismiss] = within(section(/不成立/)).getAllByRole('button', { name: /^设为不计/ });
    fireEvent.click(dismiss as Element);
    fireEvent.click(screen.getByRole('button', { name: '报告正文已作说明' }));
    expect(onDismiss).toHaveBeenCalledWith(checkKey(first, extraction), 'stated');
    cleanup();
    const { container, onRecall } = open(extraction, [], undefined, {
      [checkKey(first, extraction)]: { reason: 'stated', at: '2026-01-31T08:00:00.000Z' },
    });
    expect(within(section(/不成立/)).getAllByRole('listitem')).toHaveLength(1);
    const aside = container.querySelector<HTMLElement>('.set-aside');
    expect(aside?.textContent).toContain('已设为不计：报告正文已作说明（2026-01-31）');
    fireEvent.click(within(aside as HTMLElement).getByRole('button', { name: '恢复计入' }));
    expect(onRecall).toHaveBeenCalledWith(checkKey(first, extraction));
  });

  it('respects what was set aside between years', () => {
    const history = [carriedOver()];
    const key = historyKey(carriedOver());
    const { container } = open(consistent(), history);
    expect(container.querySelector('.report > .verdict')?.className).toContain('is-violated');
    cleanup();
    const aside = open(consistent(), history, undefined, {
      [key]: { reason: 'reorganised', at: '2026-01-31T08:00:00.000Z' },
    }).container;
    expect(aside.querySelector('.report > .verdict')?.className).toContain('is-open');
    expect(aside.querySelector('.relations')).toBeNull();
    expect(aside.querySelector('.set-aside')?.textContent).toContain('机构合并、分立或者更名所致');
  });

  it('draws the years only where there are several', () => {
    open(consistent());
    expect(screen.queryByRole('heading', { name: '历年情况' })).toBeNull();
    cleanup();
    open(consistent(), [], [shelfRow({ year: 2021 }), shelfRow({ year: 2022 })]);
    expect(within(section(/历年情况/)).getAllByRole('figure')).toHaveLength(3);
  });

  it('is exported and deleted', () => {
    const { onExport, onRemove, record } = open(consistent());
    fireEvent.click(screen.getByRole('button', { name: /ZIP/ }));
    expect(onExport).toHaveBeenCalledWith([record.id], 'zip');
    fireEvent.click(screen.getByRole('button', { name: '删除' }));
    expect(onRemove).toHaveBeenCalledWith([record.id]);
  });
});

describe('two reports side by side', () => {
  const ref = 'requests.granted.total';
  const other = (change: (facts: Extraction['facts']) => Extraction['facts']): KeptReport => {
    const extraction = consistent();
    return kept({ ...extraction, facts: change(extraction.facts) });
  };
  const compare = (second: KeptReport) =>
    render(<ComparePage one={kept(consistent())} other={second} years={[[], []]} language="zh-CN" />);

  it('shows the cells that differ, with the difference', () => {
    compare(
      other((facts) => facts.map((fact) => (fact.ref === ref ? { ...fact, value: 17, raw: '17' } : fact))),
    );
    expect(screen.getByText('198 格中有 1 格不同')).toBeTruthy();
    const table = screen.getByRole('table', { name: /收到和处理/ });
    const [, row] = within(table).getAllByRole('row');
    expect(row?.textContent).toBe('（一）予以公开 总计2017−3');
    fireEvent.click(screen.getByRole('checkbox', { name: '只显示不同之处' }));
    expect(
      within(screen.getByRole('table', { name: /收到和处理/ })).getAllByRole('row').length,
    ).toBeGreaterThan(100);
  });

  it('tells a blank from a zero, and a cell that one does not have from a blank', () => {
    compare(
      other((facts) =>
        facts
          .filter((fact) => fact.ref !== 'requests.received_new.total')
          .map((fact) =>
            fact.ref === ref ? { ...fact, value: null, state: 'blank' as const, raw: '' } : fact,
          ),
      ),
    );
    const table = screen.getByRole('table', { name: /收到和处理/ });
    expect(within(table).getByText('空白')).toBeTruthy();
    expect(within(table).getByText('没有此格')).toBeTruthy();
  });

  it('does not take 124件 and 124 for different', () => {
    compare(other((facts) => facts.map((fact) => ({ ...fact, raw: `${fact.raw} ` }))));
    expect(screen.getByText('两份报告各格相同。')).toBeTruthy();
  });
});

describe('the charts', () => {
  const bar = (change: (fact: Extraction['facts'][number]) => Extraction['facts'][number]) => {
    const extraction = consistent();
    return render(
      <OutcomeBar
        extraction={{ ...extraction, facts: extraction.facts.map(change) }}
        title="本年办理结果"
        asTable="以表格显示"
        language="zh-CN"
      />,
    );
  };

  it('give every part in a table, which adds up to what is drawn', () => {
    const { container } = bar((fact) => fact);
    const cells = within(screen.getByRole('table'))
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.children[1]?.textContent);
    expect(cells.reduce((sum, cell) => sum + Number(cell), 0)).toBe(90);
    const widths = [...container.querySelectorAll('.outcome-bar g rect:first-child')].map((rect) =>
      Number(rect.getAttribute('width')),
    );
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(640);
    // Each part has a texture besides its colour.
    const textures = [...container.querySelectorAll('pattern path')].map((path) => path.getAttribute('d'));
    expect(new Set(textures).size).toBe(6);
  });

  it('draw nothing where nothing was decided, and nothing at all where nothing is a number', () => {
    const zero = bar((fact) => ({ ...fact, value: 0 }));
    expect(zero.container.querySelector('.outcome-bar')).toBeNull();
    expect(screen.getByRole('table')).toBeTruthy();
    cleanup();
    expect(bar((fact) => ({ ...fact, value: null, state: 'blank' })).container.textContent).toBe('');
  });

  it('leave a gap for a year without a figure', () => {
    const values = new Map([
      [2019, 3],
      [2020, 5],
      [2022, 4],
      [2023, null],
    ]);
    const { container } = render(
      <YearLines
        title="本年新收"
        asTable="以表格显示"
        yearHead="年度"
        series={[{ name: '甲市', values }]}
        shown={(value) => (value === null ? '—' : String(value))}
      />,
    );
    expect(container.querySelectorAll('circle')).toHaveLength(3);
    // Two pieces: 2019–2020, and 2022 by itself.
    expect(container.querySelector('.series path')?.getAttribute('d')?.match(/M/g)).toHaveLength(2);
    expect(screen.getAllByRole('rowheader').map((head) => head.textContent)).toEqual([
      '2019',
      '2020',
      '2022',
      '2023',
    ]);
  });
});
