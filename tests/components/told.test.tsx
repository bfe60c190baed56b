import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ShelfContext } from '../../components/shelf-context.ts';
import { findingsCsv } from '../../entrypoints/background/findings.ts';
import type { Claim, Extraction } from '../../parser/extraction.ts';
import { historyKey, statementKey } from '../../parser/findings/key.ts';
import { disclosure2021 } from '../../parser/forms/disclosure/edition-2021.ts';
import { type ProseFinding, proseFindings } from '../../parser/prose/prose-findings.ts';
import { textOf } from '../../parser/prose/text.ts';
import { carriedOver, consistent, violated } from './extractions.ts';
import { chip, dialog, openPanel, openTab, settings, show, status } from './shown.tsx';

afterEach(cleanup);

/** What is said of a report beside its extraction: of its text, and against the years that are kept. */

const at = '2026-01-31T08:00:00.000Z';
const compiling = { ...settings, reader: 'compiling' } as const;

/** As the parser finds them in a paragraph of the report for 2020. */
const saidBy = (text: string): ProseFinding[] =>
  proseFindings(textOf([{ kind: 'paragraph', text }], disclosure2021, null), {
    year: { value: 2020, evidence: '' },
  });

const wrongSum = saidBy('公开4件，其中甲1件、乙5件。');
const rightSum = saidBy('公开6件，其中甲1件、乙5件。');
const openShare = saidBy('全年收到227件，同比增长33%。');

const claim = (quote: string, value: number, place: number): Claim => ({
  quote,
  value,
  about: null,
  scope: 'unknown',
  outcome: 'undetermined',
  block: 0,
  at: place,
});

const showTold = (
  extraction: Extraction,
  told: { findings?: ProseFinding[]; around?: ShelfContext },
  more: Parameters<typeof show>[1] = {},
) =>
  show([extraction], {
    ...more,
    told: { findings: [told.findings ?? []], around: told.around ? [told.around] : [] },
  });

const groups = () => [...dialog().querySelectorAll('.claims summary')].map(({ textContent }) => textContent);

describe('a text that contradicts itself', () => {
  it('makes the verdict, with the sentence and its sum', () => {
    showTold(consistent(), { findings: wrongSum });
    expect(chip().className).toContain('is-violated');
    expect(chip().textContent).toContain('正文 1 处前后不一致 · 40 条勾稽关系成立');
    openPanel();
    const section = within(dialog())
      .getByRole('heading', { name: /正文前后不一致/ })
      .closest('section');
    expect(section?.textContent).toContain('公开4件，其中甲1件、乙5件');
    expect(section?.textContent).toContain('所列各项合计 6，正文总数为 4，相差 2（1 + 5）');
  });

  it('has its words marked on the page, from the findings and from the text', async () => {
    const { showQuote } = showTold(consistent(), { findings: wrongSum });
    openPanel();
    fireEvent.click(within(dialog()).getByRole('button', { name: /正文总数为 4/ }));
    await waitFor(() => expect(status()).toBe('已在页面中标出这句话'));
    expect(showQuote).toHaveBeenCalledWith(4, wrongSum[0]);
    openTab('正文');
    expect(groups()).toEqual(['正文前后不一致 1']);
    fireEvent.click(within(dialog()).getByRole('button', { name: /正文总数为 4/ }));
    await waitFor(() => expect(showQuote).toHaveBeenCalledTimes(2));
  });

  it('is set aside with a reason, and taken back', () => {
    const [found] = wrongSum;
    const key = found ? statementKey(found, consistent()) : '';
    const first = showTold(consistent(), { findings: wrongSum });
    openPanel();
    fireEvent.click(within(dialog()).getByRole('button', { name: /^设为不计/ }));
    fireEvent.click(within(dialog()).getByRole('button', { name: '计量单位或者口径不同' }));
    expect(first.dismiss).toHaveBeenCalledWith(key, 'unit');
    cleanup();
    const { recall } = showTold(
      consistent(),
      { findings: wrongSum },
      { dismissals: { [key]: { reason: 'unit', at } } },
    );
    expect(chip().textContent).toContain('1 处设为不计 · 40 条勾稽关系成立');
    openPanel();
    const aside = dialog().querySelector<HTMLElement>('.set-aside');
    expect(aside?.textContent).toContain('已设为不计：计量单位或者口径不同（2026-01-31）');
    fireEvent.click(within(aside as HTMLElement).getByRole('button', { name: '恢复计入' }));
    expect(recall).toHaveBeenCalledWith(key);
  });

  it('is quiet where the person wants no warning of it', () => {
    showTold(consistent(), { findings: wrongSum }, { settings: { ...settings, quiet: ['prose.sum'] } });
    expect(chip().className).not.toContain('is-violated');
  });

  it('stands in what a compiler writes to the webmaster', () => {
    showTold(consistent(), { findings: wrongSum }, { settings: compiling });
    openPanel();
    expect(dialog().querySelector('.letter pre')?.textContent).toContain(
      '1. 正文“公开4件，其中甲1件、乙5件”：所列各项合计 6，正文总数为 4，相差 2（1 + 5）',
    );
  });
});

describe('a text that holds, or cannot be decided', () => {
  it('is listed in the text only', () => {
    showTold(consistent(), { findings: [...rightSum, ...openShare] });
    expect(chip().className).toContain('is-holds');
    openPanel();
    expect(dialog().querySelector('.claims')).toBeNull();
    openTab('正文');
    expect(groups()).toEqual(['正文前后一致 1', '无法判定 1']);
  });
});

describe('what nothing covers', () => {
  const withClaims = (): Extraction => ({
    ...consistent(),
    claims: [
      claim('公开6件', 6, 2),
      claim('其中甲1件', 1, 8),
      claim('乙5件', 5, 12),
      claim('接待300人次', 300, 40),
    ],
  });

  it('is every number that is tied to no cell and to no sum, open for a compiler and first', () => {
    showTold(withClaims(), { findings: rightSum }, { settings: compiling });
    openPanel();
    openTab('正文');
    expect(groups()).toEqual(['没有对应的单元格或合计 1', '正文前后一致 1']);
    const uncovered = dialog().querySelector<HTMLDetailsElement>('details.claims');
    expect(uncovered?.open).toBe(true);
    expect(uncovered?.querySelector('q')?.textContent).toBe('接待300人次');
  });

  it('is all of them where the text adds nothing up', () => {
    showTold(withClaims(), {});
    openPanel();
    openTab('正文');
    expect(groups()).toEqual(['没有对应的单元格或合计 4']);
    expect(dialog().querySelector<HTMLDetailsElement>('details.claims')?.open).toBe(false);
  });

  it('is told to be nothing', () => {
    showTold({ ...consistent(), claims: [] }, { findings: rightSum }, { settings: compiling });
    openPanel();
    openTab('正文');
    expect(dialog().textContent).toContain('正文中的件数都与表格或者正文中的合计对应');
  });
});

describe('the year as a picture', () => {
  it('stands behind the key figures, with its table', () => {
    show([consistent()]);
    openPanel();
    const figure = within(dialog()).getByRole('figure');
    expect(figure.querySelector('figcaption')?.textContent).toBe('本年办理结果');
    const tiles = dialog().querySelector('.tiles');
    expect(tiles?.compareDocumentPosition(figure)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    const rows = [...figure.querySelectorAll('tbody tr')].map((row) => row.textContent);
    expect(rows[0]).toBe('予以公开2022.2%');
  });

  it('is left out where no outcome was read', () => {
    const extraction = consistent();
    const facts = extraction.facts.filter(({ ref }) => !/^requests\./.test(ref));
    show([{ ...extraction, facts }]);
    openPanel();
    expect(within(dialog()).queryByRole('figure')).toBeNull();
  });
});

describe('the years that are kept', () => {
  const around = (history: ShelfContext['history']): { around: ShelfContext } => ({
    around: { kept: 'no', history, note: '' },
  });
  const levels = [
    carriedOver({ id: 'history.unchanged@requests', level: 'hint', terms: [] }),
    carriedOver({ id: 'history.carried_over@natural_person', level: 'warning' }),
    carriedOver(),
  ];

  it('are told apart by how sure they are, the surest first', () => {
    showTold(consistent(), around(levels));
    expect(chip().textContent).toContain('1 处跨年不一致 · 40 条勾稽关系成立 · 2 处线索');
    openPanel();
    const said = [...dialog().querySelectorAll('.relations .level')].map(({ textContent }) => textContent);
    expect(said).toEqual(['不一致', '请核实', '线索']);
    expect(dialog().querySelector('.verdict')?.textContent).toContain(
      '1 处跨年不一致 · 40 条勾稽关系成立 · 2 处线索',
    );
  });

  it.each<[string, ShelfContext['history'], string]>([
    ['firm: something is wrong', [carriedOver()], 'is-violated'],
    ['a warning: only worth a look', [carriedOver({ level: 'warning' })], 'is-holds'],
    ['a hint: only worth a look', [carriedOver({ level: 'hint' })], 'is-holds'],
    ['all hold', [carriedOver({ outcome: 'satisfied' })], 'is-holds'],
    ['undetermined: nothing is known', [carriedOver({ outcome: 'undetermined' })], 'is-holds'],
  ])('%s', (_, history, sign) => {
    showTold(consistent(), around(history));
    expect(chip().className).toContain(sign);
  });

  it('say how much holds and against which years', () => {
    showTold(consistent(), around([carriedOver({ outcome: 'satisfied', years: [2019, 2020] })]));
    openPanel();
    const section = within(dialog())
      .getByRole('heading', { name: /跨年核对/ })
      .closest('section');
    expect(section?.textContent).toContain('1 条跨年关系成立 · 与已收藏的 2019 年报告核对');
  });

  it('say nothing where there are none', () => {
    showTold(consistent(), around([]));
    openPanel();
    expect(within(dialog()).queryByRole('heading', { name: /跨年核对/ })).toBeNull();
  });

  it('are set aside one by one', () => {
    const { dismiss } = showTold(consistent(), around([carriedOver()]));
    openPanel();
    fireEvent.click(within(dialog()).getByRole('button', { name: /^设为不计/ }));
    fireEvent.click(within(dialog()).getByRole('button', { name: '机构合并、分立或者更名所致' }));
    expect(dismiss).toHaveBeenCalledWith(historyKey(carriedOver()), 'reorganised');
    cleanup();
    const dismissals = { [historyKey(carriedOver())]: { reason: 'reorganised', at } } as const;
    showTold(consistent(), around([carriedOver()]), { dismissals });
    openPanel();
    expect(dialog().querySelector('.relations')).toBeNull();
    expect(dialog().querySelector('.set-aside')?.textContent).toContain('机构合并、分立或者更名所致');
  });

  it('come back when a number changes', () => {
    const dismissals = { [historyKey(carriedOver())]: { reason: 'reorganised', at } } as const;
    const [earlier, later] = carriedOver().terms;
    if (!earlier || !later) throw new Error('The relation has two terms.');
    const changed = carriedOver({ terms: [earlier, { ...later, value: 6 }] });
    showTold(consistent(), around([changed]), { dismissals });
    expect(chip().className).toContain('is-violated');
  });

  it('are quiet rule by rule', () => {
    const quiet = { ...settings, quiet: ['history.carried_over'] };
    showTold(consistent(), around([carriedOver()]), { settings: quiet });
    openPanel();
    expect(dialog().querySelector('.relations')).toBeNull();
    expect(dialog().querySelector('.set-aside')?.textContent).toContain('已在设置中设为不计入结论');
  });
});

describe('the button that keeps', () => {
  it.each<[ShelfContext['kept'], string, string]>([
    ['no', '收藏', '把读到的数据收藏在本机'],
    ['same', '已收藏', '本页内容已经收藏，没有变化'],
    ['older', '收藏新版本', '收藏为新版本'],
  ])('%s', (kept, name, title) => {
    showTold(consistent(), { around: { kept, history: [], note: '' } });
    openPanel();
    const found = screen.getByRole('button', { name });
    expect(found.title).toContain(title);
  });

  it.each<['kept' | 'already' | 'failed', string]>([
    ['kept', '已收藏，可在“已收藏的报告”中查看'],
    ['already', '本页内容已经收藏，没有变化'],
    ['failed', '未能收藏，请重试。'],
  ])('answers: %s', async (answer, words) => {
    show([consistent()], { actions: { keep: vi.fn(async () => answer) } });
    openPanel();
    fireEvent.click(screen.getByRole('button', { name: '收藏' }));
    await waitFor(() => expect(status()).toBe(words));
  });
});

describe('the note on a kept report', () => {
  const kept = (note: string): { around: ShelfContext } => ({ around: { kept: 'same', history: [], note } });

  it('is no matter of one that is not kept', () => {
    const { note } = showTold(consistent(), { around: { kept: 'older', history: [], note: '' } });
    openPanel();
    expect(screen.queryByRole('button', { name: /备注/ })).toBeNull();
    fireEvent.keyDown(dialog(), { key: 'm' });
    expect(note).not.toHaveBeenCalled();
  });

  it('is shown, and written in a window of its own: the page hears what is typed in it', () => {
    const { note } = showTold(consistent(), kept('来函已复'));
    openPanel();
    fireEvent.click(screen.getByRole('button', { name: '备注：来函已复' }));
    expect(note).toHaveBeenCalledWith({ frame: 4, attachment: null, report: 0 });
    expect(dialog().querySelector('textarea')).toBeNull();
  });

  it('is begun with a key', () => {
    const { note } = showTold(consistent(), kept(''));
    openPanel();
    expect(screen.getByRole('button', { name: '写备注' })).toBeTruthy();
    fireEvent.keyDown(dialog(), { key: 'm' });
    expect(note).toHaveBeenCalledTimes(1);
  });

  it('and it is said where there is no window', async () => {
    showTold(consistent(), kept(''), { actions: { note: vi.fn(async () => false) } });
    openPanel();
    fireEvent.click(screen.getByRole('button', { name: '写备注' }));
    await waitFor(() => expect(status()).toContain('未能打开备注窗口'));
  });
});

describe('the findings as a file', () => {
  const csv = (...more: Parameters<typeof findingsCsv>) =>
    findingsCsv(...more)
      .trim()
      .split('\r\n');

  it('hold what the text says against itself and what differs from other years', () => {
    const [found] = wrongSum;
    const key = found ? statementKey(found, consistent()) : '';
    const report = {
      extraction: consistent(),
      statements: [...wrongSum, ...rightSum, ...openShare],
      history: [carriedOver(), carriedOver({ outcome: 'satisfied' })],
    };
    const judgement = { dismissals: { [key]: { reason: 'unit', at } }, quiet: [] } as const;
    const [, sum, history, ...others] = csv(report, judgement, 'zh-CN');
    expect(others).toEqual([]);
    expect(sum).toContain(
      ',statement,prose.sum,violated,"所列各项合计 6，正文总数为 4，相差 2（1 + 5）",1 + 5 ≠ 4,,"公开4件，其中甲1件、乙5件",计量单位或者口径不同,'.replaceAll(
        '"',
        '',
      ),
    );
    expect(history).toContain(',history,history.carried_over,violated,');
    expect(history).toContain(',5 ≠ 3,requests.carried_forward.total requests.carried_over.total,,,,');
  });

  it('hold a row for each identity that does not hold, and one where there is no finding', () => {
    const unjudged = { dismissals: {}, quiet: [] };
    expect(csv({ extraction: violated(2) }, unjudged, 'en')).toHaveLength(3);
    expect(csv({ extraction: consistent() }, unjudged, 'en')).toHaveLength(2);
  });
});
