import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { nothingNearby } from '../../entrypoints/wire/nearby.ts';
import type { Claim, Extraction } from '../../parser/extraction.ts';
import { checkKey, claimKey } from '../../parser/findings/key.ts';
import { consistent, doubtful, unrecognised, violated, wrongCell } from './extractions.ts';
import { chip, dialog, findings, openPanel, openTab, settings, show, status } from './shown.tsx';

afterEach(cleanup);

const at = '2026-01-31T08:00:00.000Z';

describe('the diagnosis', () => {
  it('stands before the findings: the cell, printed and would-be, and what it mends', () => {
    show([wrongCell()]);
    openPanel();
    const first = dialog().querySelector('.guess');
    expect(first?.textContent).toContain('“（七）总计”行“自然人”列');
    expect(first?.querySelector('.from')?.textContent).toBe('88');
    expect(first?.querySelector('b')?.textContent).toBe('89');
    expect(dialog().querySelectorAll('.mends li')).toHaveLength(3);
    const order = dialog()
      .querySelector('.diagnoses')
      ?.compareDocumentPosition(findings()[0] as Element);
    expect(order).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('marks its cells', async () => {
    const { show: onShow } = show([wrongCell()]);
    openPanel();
    fireEvent.click(dialog().querySelector('.guess') as Element);
    await waitFor(() => expect(status()).toBe('已在页面中标出 1 个单元格'));
    const slot = wrongCell().facts.find(({ ref }) => ref === 'requests.total_processed.natural_person')?.slot;
    expect(onShow).toHaveBeenCalledWith(4, [{ slot, side: 'cell' }]);
  });

  it('folds the other candidates away', () => {
    const { diagnoses, ...extraction } = wrongCell();
    const [diagnosis] = diagnoses;
    const [first] = diagnosis?.alternatives ?? [];
    if (!diagnosis || !first) throw new Error('The wrong cell has a diagnosis.');
    const other = { ...first, likely: null, rank: 2 };
    show([{ ...extraction, diagnoses: [{ ...diagnosis, alternatives: [first, other] }] }]);
    openPanel();
    const folded = within(dialog()).getByText('其他改法（1）').closest('details');
    expect(folded?.open).toBe(false);
    expect(folded?.querySelectorAll('.guess')).toHaveLength(1);
  });
});

describe('setting a finding aside', () => {
  it('asks for the reason and hands over rule, cells and numbers', () => {
    const extraction = violated(1);
    const { dismiss } = show([extraction]);
    openPanel();
    fireEvent.click(findings()[0] as Element);
    fireEvent.click(within(dialog()).getByRole('button', { name: /^设为不计/ }));
    fireEvent.click(within(dialog()).getByRole('button', { name: '已向发布机关核实' }));
    const [check] = extraction.checks;
    expect(dismiss).toHaveBeenCalledWith(check && checkKey(check, extraction), 'confirmed');
  });

  const dismissed = (extraction: Extraction) => {
    const [check] = extraction.checks;
    return check ? { [checkKey(check, extraction)]: { reason: 'confirmed', at } as const } : {};
  };

  it('takes it out of the verdict, and leaves it in sight with its reason', () => {
    const extraction = violated(1);
    const { recall } = show([extraction], { dismissals: dismissed(extraction) });
    expect(chip().textContent).toContain('1 处设为不计');
    expect(chip().className).toContain('is-open');
    openPanel();
    expect(dialog().querySelector('.findings')).toBeNull();
    const aside = dialog().querySelector('.set-aside');
    expect(aside?.textContent).toContain('已设为不计：已向发布机关核实（2026-01-31）');
    fireEvent.click(within(aside as HTMLElement).getByText('恢复计入'));
    expect(recall).toHaveBeenCalledTimes(1);
  });

  it('does not outlive a number in its cells', () => {
    const extraction = violated(1);
    const [check] = extraction.checks;
    const term = check?.terms[0];
    if (!check || !term) throw new Error('The check has terms.');
    const changed = {
      ...extraction,
      checks: [
        { ...check, terms: [{ ...term, value: (term.value ?? 0) + 1 }, ...check.terms.slice(1)] },
        ...extraction.checks.slice(1),
      ],
    };
    show([changed], { dismissals: dismissed(extraction) });
    expect(chip().textContent).toContain('1 条不成立');
  });

  it('is no finding of another report', () => {
    const extraction = violated(1);
    const other = { ...extraction, year: { value: 2021, evidence: '2021年' } };
    show([other], { dismissals: dismissed(extraction) });
    expect(chip().textContent).toContain('1 条不成立');
  });

  it('can be had for a whole rule: listed, without a warning', () => {
    const extraction = violated(1);
    const rule = extraction.checks[0]?.id.replace(/@.*/, '') ?? '';
    show([extraction], { settings: { ...settings, quiet: [rule] } });
    expect(chip().className).toContain('is-open');
    openPanel();
    expect(dialog().querySelector('.set-aside')?.textContent).toContain('已在设置中设为不计');
  });
});

describe('the tables', () => {
  it('show every figure as it was read, and tell four states apart without colour', () => {
    const extraction = doubtful();
    const facts = extraction.facts.map((fact, index) => {
      if (fact.ref === 'requests.granted.total')
        return { ...fact, value: null, state: 'unreadable', raw: '二O' } as const;
      if (index === 0) return { ...fact, value: null, state: 'blank', raw: '' } as const;
      if (index === 1) return { ...fact, value: null, state: 'mark', raw: '/' } as const;
      return fact;
    });
    show([{ ...extraction, facts: facts.slice(0, -1) }]);
    openPanel();
    openTab('数据');
    expect(dialog().querySelectorAll('.sheet td button')).toHaveLength(extraction.facts.length);
    expect(dialog().querySelector('td.unreadable')?.textContent).toContain('？二O');
    expect(dialog().querySelector('td.blank')?.textContent).toContain('空');
    expect(dialog().querySelector('td.mark')?.textContent).toContain('符/');
    expect(dialog().querySelector('td.missing')?.textContent).toContain('缺');
  });

  it('lead to the page, and the page leads to them', async () => {
    const { show: onShow, follow, again } = show([wrongCell()]);
    openPanel();
    openTab('数据');
    await waitFor(() => expect(follow).toHaveBeenCalledTimes(1));
    expect(follow.mock.calls[0]?.[1]).toHaveLength(wrongCell().facts.length);
    const suspect = dialog().querySelector('td.suspect button') as HTMLElement;
    fireEvent.click(suspect);
    await waitFor(() => expect(status()).toContain('已在页面中标出 1 个单元格'));
    expect(onShow.mock.calls[0]?.[1]).toHaveLength(1);
    expect(dialog().querySelector('.picked')?.textContent).toContain('90 + 0 ≠ 88 + 1');

    const other = wrongCell().facts.find(({ ref }) => ref === 'requests.granted.total');
    if (!other) throw new Error('The form has this cell.');
    again({ picked: { frame: 4, slot: other.slot, count: 1 } });
    await waitFor(() =>
      expect(dialog().querySelector('.picked')?.textContent).toContain('“（一）予以公开”行“总计”列'),
    );
    expect(dialog().querySelectorAll('.sheet [aria-pressed=true]')).toHaveLength(1);
    openTab('结论');
    await waitFor(() => expect(follow).toHaveBeenLastCalledWith(4, []));
  });

  it('are one stop of the Tab key each, and walked by arrow keys', () => {
    show([consistent()]);
    openPanel();
    openTab('数据');
    const table = dialog().querySelectorAll('.sheet table')[0] as HTMLTableElement;
    const stops = table.querySelectorAll<HTMLElement>('button[tabindex="0"]');
    expect(stops).toHaveLength(1);
    stops[0]?.focus();
    fireEvent.keyDown(stops[0] as Element, { key: 'ArrowRight' });
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowDown' });
    expect(document.activeElement?.closest('td')?.cellIndex).toBe(2);
    expect(document.activeElement?.closest('tr')?.rowIndex).toBe(2);
  });
});

const claim = (more: Partial<Claim>): Claim => ({
  quote: '全年新收政府信息公开申请92件',
  value: 92,
  about: ['requests.received_new.total'],
  scope: 'whole',
  outcome: 'satisfied',
  block: 3,
  at: 10,
  ...more,
});

describe('the text', () => {
  const contradiction = claim({
    quote: '办结91件',
    value: 91,
    about: ['requests.total_processed.total'],
    outcome: 'violated',
    at: 40,
  });
  const extraction = (): Extraction => ({
    ...consistent(),
    claims: [
      claim({}),
      contradiction,
      claim({ quote: '接待300人次', value: 300, about: null, outcome: 'undetermined', at: 80 }),
    ],
  });

  it('puts what contradicts the tables first, with the cell and its number', () => {
    show([extraction()]);
    expect(chip().textContent).toContain('正文 1 处与表格不一致');
    openPanel();
    openTab('正文');
    const groups = [...dialog().querySelectorAll('.claims summary')].map((summary) => summary.textContent);
    expect(groups).toEqual(['正文与表格不一致 1', '与表格一致 1', '没有对应的单元格或合计 1']);
    const [first] = dialog().querySelectorAll('.claim');
    expect(first?.textContent).toContain('办结91件');
    expect(first?.querySelector('.read-as')?.textContent).toBe('读作：本机关 · 2020 年 · （七）总计 →');
    expect(first?.querySelector('.about')?.textContent).toMatch(/“（七）总计”行“总计”列 90/);
  });

  it('marks the sentence', async () => {
    const { showQuote } = show([extraction()]);
    openPanel();
    openTab('正文');
    fireEvent.click(within(dialog()).getByRole('button', { name: /办结91件.*不一致/ }));
    await waitFor(() => expect(status()).toBe('已在页面中标出这句话'));
    expect(showQuote).toHaveBeenCalledWith(4, contradiction);
  });

  it('shows a compiler what nothing covers', () => {
    show([extraction()], { settings: { ...settings, reader: 'compiling' } });
    openPanel();
    openTab('正文');
    expect(
      within(dialog())
        .getByText(/没有对应的单元格或合计/)
        .closest('details')?.open,
    ).toBe(true);
  });

  it('can be set aside too', () => {
    const { dismiss } = show([extraction()]);
    openPanel();
    openTab('正文');
    fireEvent.click(within(dialog()).getByRole('button', { name: /^设为不计/ }));
    fireEvent.click(within(dialog()).getByRole('button', { name: '报告正文已作说明' }));
    expect(dismiss).toHaveBeenCalledWith(claimKey(contradiction, extraction()), 'stated');
  });
});

describe('for one who compiles the report', () => {
  it('there is a text for the webmaster, ready to be copied', async () => {
    const { copy } = show([wrongCell()], { settings: { ...settings, reader: 'compiling' } });
    openPanel();
    fireEvent.click(within(dialog()).getByRole('button', { name: '复制说明' }));
    await waitFor(() => expect(copy).toHaveBeenCalledTimes(1));
    const text = copy.mock.calls[0]?.[0] ?? '';
    expect(text).toContain('济宁市兖州区人民政府 2020 年政府信息公开工作年度报告');
    expect(text).toContain('1. “自然人”列：一 + 二 = 三（七） + 四，90 + 0 ≠ 88 + 1（相差 1）');
    expect(text).toContain('若“（七）总计”行“自然人”列由 88 改为 89');
  });

  it('the other reader is a click away', () => {
    const { set } = show([wrongCell()]);
    openPanel();
    fireEvent.click(within(dialog()).getByRole('button', { name: '编制自查' }));
    expect(set).toHaveBeenCalledWith({ reader: 'compiling' });
  });
});

describe('a page without a report', () => {
  it('says why, and names the files', () => {
    const files = [
      { url: 'http://www.example.gov.cn/a.pdf', kind: 'pdf', name: '2023年年报.pdf', own: true },
    ];
    show([unrecognised()], { nearby: { ...nothingNearby, files, pictures: 2, loading: true } });
    openPanel();
    const reasons = dialog().querySelector('.absence')?.textContent;
    expect(reasons).toContain('3 张表格');
    expect(reasons).toContain('2023年年报.pdf');
    expect(reasons).toContain('2 张较大的图片');
    expect(reasons).toContain('还没有加载完');
    expect(within(dialog()).queryByRole('tab')).toBeNull();
    expect(within(dialog()).queryByText('下载数据')).toBeNull();
  });
});

describe('the panel itself', () => {
  it('has tabs that arrow keys go between', () => {
    show([consistent()]);
    openPanel();
    const selected = () => within(dialog()).getByRole('tab', { selected: true });
    expect(selected().textContent).toBe('结论');
    fireEvent.keyDown(selected(), { key: 'ArrowRight' });
    expect(selected().textContent).toBe('数据');
    expect(document.activeElement).toBe(selected());
    fireEvent.keyDown(selected(), { key: 'End' });
    expect(selected().textContent).toBe('正文');
    fireEvent.keyDown(selected(), { key: 'ArrowRight' });
    expect(selected().textContent).toBe('结论');
  });

  it('is resized with the arrow keys, within bounds', () => {
    const { set, again } = show([consistent()]);
    openPanel();
    const edge = within(dialog()).getByRole('separator');
    fireEvent.keyDown(edge, { key: 'ArrowLeft' });
    expect(set).toHaveBeenLastCalledWith({ width: 420 });
    again({ settings: { ...settings, side: 'left' } });
    fireEvent.keyDown(edge, { key: 'ArrowLeft' });
    expect(set).toHaveBeenLastCalledWith({ width: 380 });
    fireEvent.keyDown(edge, { key: 'Home' });
    expect(set).toHaveBeenLastCalledWith({ width: 300 });
  });

  it('remembers the side and the language that are chosen', () => {
    const { set } = show([consistent()]);
    openPanel();
    fireEvent.click(within(dialog()).getByRole('button', { name: '移到左侧' }));
    expect(set).toHaveBeenLastCalledWith({ side: 'left' });
    fireEvent.click(within(dialog()).getByRole('button', { name: 'English' }));
    expect(set).toHaveBeenLastCalledWith({ language: 'en' });
  });

  it('speaks the language of the browser until one is chosen', () => {
    show([consistent()], { settings: { ...settings, language: 'auto' }, browserLanguage: 'de-DE' });
    expect(screen.getByRole('button', { name: /Open the results/ })).toBeTruthy();
  });

  it('keeps a report and saves its findings', async () => {
    const { keep, findings: asked, save } = show([consistent()]);
    openPanel();
    fireEvent.click(within(dialog()).getByRole('button', { name: '收藏' }));
    await waitFor(() => expect(status()).toContain('已收藏'));
    expect(keep).toHaveBeenCalledWith({ frame: 4, attachment: null, report: 0 });
    fireEvent.click(within(dialog()).getByRole('button', { name: '问题清单' }));
    await waitFor(() => expect(save).toHaveBeenCalledTimes(1));
    expect(asked).toHaveBeenCalledWith({ frame: 4, attachment: null, report: 0 }, 'zh-CN');
    expect(save.mock.calls[0]?.[0]).toMatch(/-2020\.findings\.csv$/);
  });
});

it('says where the parts of the chart do not make the total that is printed', () => {
  const given = consistent();
  const changed = given.facts.map((fact) =>
    fact.ref === 'requests.granted.total' ? { ...fact, value: (fact.value ?? 0) + 5 } : fact,
  );
  show([{ ...given, facts: changed }]);
  openPanel();
  expect(dialog().querySelector('.chart .hint')?.textContent).toMatch(/各项之和 95，与总计 90 不一致/);
  cleanup();
  show([given]);
  openPanel();
  expect(dialog().querySelector('.chart .hint')).toBeNull();
});
