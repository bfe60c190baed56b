import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { extract } from '../../parser/extract.ts';
import { disclosure2021 } from '../../parser/forms/disclosure/edition-2021.ts';
import { readProse } from '../../parser/prose/prose.ts';
import { proseFindings } from '../../parser/prose/prose-findings.ts';
import { textOf } from '../../parser/prose/text.ts';
import { readHtml } from '../../parser/source/html/html.ts';
import { reportOf } from '../check/figures.ts';
import { stepsOf } from '../properties/steps.ts';
import { claimsOf, labelled, reports, shortRefs } from './prose-labelled.ts';

/** What is read of the labelled sentences, mark by mark, and what is called wrong without a mark. */
const read = labelled.map((one) => {
  const claims = claimsOf(one);
  return {
    ...one,
    claims,
    found: one.marks.map((mark) => ({ ...mark, claim: claims.find((claim) => claim.at === mark.at) })),
    unmarked: claims.filter((claim) => !one.marks.some((mark) => mark.at === claim.at)),
  };
});

const all = read.flatMap(({ report, text, found }) => found.map((mark) => ({ report, text, ...mark })));
const called = (outcome: string) => all.filter(({ claim }) => claim?.outcome === outcome);
const listed = (marks: { report: string; text: string; at: number }[]): string =>
  marks.map(({ report, text, at }) => `${report}: ${text} [${text.slice(at, at + 6)}]`).join('\n');

describe('labelled sentences', () => {
  test('are many, and half of them are traps', () => {
    expect(labelled.length).toBeGreaterThanOrEqual(200);
    expect(new Set(labelled.map(({ report, text }) => `${report} ${text}`)).size).toBe(labelled.length);
    const traps = labelled.filter(
      ({ marks }) => marks.length === 0 || marks.some(({ sign }) => sign === '?'),
    );
    expect(traps.length).toBeGreaterThanOrEqual(labelled.length / 2);
  });

  test('precision of "violated" ≥ .98, recall ≥ .9', () => {
    const contradictions = all.filter(({ sign }) => sign === '!');
    const right = contradictions.filter(({ claim }) => claim?.outcome === 'violated');
    const wrong = [
      ...called('violated').filter(({ sign }) => sign !== '!'),
      ...read.flatMap(({ report, text, unmarked }) =>
        unmarked.filter(({ outcome }) => outcome === 'violated').map(({ at }) => ({ report, text, at })),
      ),
    ];
    const precision = right.length / (right.length + wrong.length);
    const recall = right.length / contradictions.length;
    console.info(
      `prose: ${labelled.length} sentences, ${all.length} marked numbers, ${contradictions.length} contradictions: ` +
        `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
    );
    expect(precision, listed(wrong)).toBeGreaterThanOrEqual(0.98);
    expect(
      recall,
      listed(contradictions.filter(({ claim }) => claim?.outcome !== 'violated')),
    ).toBeGreaterThanOrEqual(0.9);
  });

  test('agreement is seen, and with which cells', () => {
    const agreeing = all.filter(({ sign }) => sign === '=');
    const missed = agreeing.filter(({ claim }) => claim?.outcome !== 'satisfied');
    expect(1 - missed.length / agreeing.length, listed(missed)).toBeGreaterThanOrEqual(0.98);
    for (const { about, claim, text } of all)
      if (about !== '' && claim) expect(shortRefs(claim), text).toBe(about);
  });

  test('every claim quotes the text and points at its number', () => {
    for (const { text, claims } of read) {
      for (const claim of claims) {
        expect(text).toContain(claim.quote);
        expect(text.slice(claim.at)).toMatch(/^[0-9０-９一二三四五六七八九十两百千〇零无未没不暂尚均]/);
      }
      expect(claims.map(({ at }) => at)).toEqual(claims.map(({ at }) => at).toSorted((a, b) => a - b));
    }
  });
});

const district = reports.get('district');
const readIn = (blocks: { kind: string; text?: string }[], year: number | null = 2021) =>
  readProse(blocks, disclosure2021, district?.facts ?? [], year, '青禾市白石区人民政府');
const paragraph = (text: string) => ({ kind: 'paragraph', text });

describe('claims', () => {
  test('carry the contract', () => {
    expect(
      readIn([
        { kind: 'heading', text: '一、总体情况' },
        paragraph('好的。\n全年收到申请２３０件，\u3000成效明显。'),
      ]),
    ).toEqual([
      {
        quote: '全年收到申请２３０件',
        value: 230,
        about: ['requests.received_new.total'],
        scope: 'whole',
        outcome: 'violated',
        block: 1,
        at: 10,
      },
    ]);
  });

  test('list every count that nothing covers, and nothing that is no count', () => {
    const text =
      '2021年，依据〔2019〕60号文，公开信息1,763条，召开第3次会议，占51.85%，投入20万元，电话0537-3412057，培训500余人次。';
    expect(readIn([paragraph(text)]).map(({ value, about, scope }) => [value, about, scope])).toEqual([
      [1763, null, 'unknown'],
      [500, null, 'unknown'],
    ]);
  });

  test('a heading names the subject and the body of the lines below it', () => {
    const outcomes = (heading: string) =>
      readIn([{ kind: 'heading', text: heading }, paragraph('全年收到30件。')]).map((claim) => [
        claim.outcome,
        claim.scope,
      ]);
    expect(outcomes('（三）依申请公开')).toEqual([['violated', 'whole']]);
    expect(outcomes('（三）区政府本级依申请公开')).toEqual([['undetermined', 'part']]);
    expect(outcomes('（三）政策解读')).toEqual([['undetermined', 'unknown']]);
  });

  test('without a year, a named year may be another', () => {
    const text = '2021年收到申请230件。';
    expect(readIn([paragraph(text)]).map(({ outcome }) => outcome)).toEqual(['violated']);
    expect(readIn([paragraph(text)], null).map(({ outcome }) => outcome)).toEqual(['undetermined']);
  });

  test('without a form, nothing is tied to a cell', () => {
    expect(readProse([paragraph('收到申请230件。')], null, [], 2021)).toMatchObject([
      { value: 230, about: null, outcome: 'undetermined' },
    ]);
  });

  test('其他处理 is one row or three', () => {
    const one = reportOf(disclosure2021, {
      'requests.other.total': 7,
      'requests.other_not_corrected_in_time.total': null,
      'requests.other_fee_not_paid_in_time.total': null,
      'requests.other_other.total': null,
    });
    const [claim] = readProse([paragraph('政府信息公开申请其他处理7件。')], disclosure2021, one, 2021);
    expect(claim).toMatchObject({ about: ['requests.other.total'], outcome: 'satisfied' });
  });

  test.each([
    '全年新收申请227件，上年结转18件，其中（一）',
    '没有申请',
    '零',
    '1-',
    '（其中1件',
    '2021年结转',
    // Numbers that contradict the tables are settled with the others of their paragraph.
    '收到申请230件，办结231件，',
    '收到申请227件，其中予以公开99件，部分公开98件，不予公开97件。',
    '我局受理98件，行政复议17件，占17%。',
    // Lists, shares, sums behind their parts, and things that are counted over and over.
    '其中甲12件（乙3件，占25%），合计15件，',
    '召开发布会12场。召开发布会21场。',
    '办理建议和提案36件，其中建议15件、提案21件，办结率98%，',
  ])('a text of any length takes linear time: %s', async (piece) => {
    const stepsFor = (length: number) =>
      stepsOf(() => {
        const blocks = [paragraph(piece.repeat(length / piece.length))];
        const authority = '青禾市白石区人民政府';
        const facts = district?.facts ?? [];
        const text = textOf(blocks, disclosure2021, authority);
        const claims = readProse(blocks, disclosure2021, facts, 2021, authority, text);
        proseFindings(text, { year: { value: 2021, evidence: '' }, claims, facts });
      });
    const short = await stepsFor(4_000);
    expect(short).toBeGreaterThan(0);
    // Ten times the text; quadratic reading would take a hundred times as many.
    expect(await stepsFor(40_000)).toBeLessThan(15 * short);
  });
});

test('the claims of an extraction point into the document, also in the second report of a page', () => {
  const sample = readFileSync(new URL('../../samples/consistent-2020.html', import.meta.url), 'utf8');
  const document = readHtml(`${sample}${sample.replaceAll('92件', '93件')}`);
  const extractions = extract(document, { sha256: '', bytes: 0, format: 'html' });
  expect(
    extractions.map(({ claims }) => claims.filter(({ outcome }) => outcome === 'violated').length),
  ).toEqual([0, 1]);
  for (const claim of extractions.flatMap(({ claims }) => claims)) {
    const block = document.blocks[claim.block];
    const text = block && 'text' in block ? block.text : '';
    expect(text).toContain(claim.quote);
    expect(text.slice(claim.at)).toMatch(new RegExp(`^${claim.value}[件个]`));
  }
});

describe('text that was put right', () => {
  const { form, facts, year } = { form: disclosure2021, facts: [], year: 2022 };
  test.each([
    ['共收到申请<del>12</del>15件。', [15]],
    ['<del>共收到申请12件。</del>共收到申请15件。', [15]],
    ['共收到申请9<s>12</s>件，予以公开<span style="text-decoration: line-through">8</span>7件。', [9, 7]],
    ['共收到申请<strike>12件</strike>。', []],
  ])('what is struck out is no claim: %s', (text, values) => {
    const { blocks } = readHtml(`<p>2022年，${text}</p>`);
    const claims = readProse(blocks, form, facts, year, null);
    expect(claims.map(({ value }) => value)).toEqual(values);
    // Each leads to its place in the text as printed.
    for (const { at, value } of claims) {
      const [block] = blocks;
      expect(block?.kind === 'paragraph' && block.text.slice(at).startsWith(String(value))).toBe(true);
    }
  });

  test('two figures parted by white space do not become one where another was struck out between them', () => {
    const { blocks } = readHtml('<p>2022年，共收到申请9 <del>12</del> 15件。</p>');
    expect(readProse(blocks, form, facts, year, null).map(({ value }) => value)).not.toContain(915);
  });
});

describe('beside a row of the body’s own', () => {
  const claim = (text: string, own: Record<string, number>) => {
    const facts = reportOf(disclosure2021, { 'requests.received_new.total': 93, ...own });
    const { blocks } = readHtml(`<p>2022年，${text}</p>`);
    return readProse(blocks, disclosure2021, facts, 2022, null)[0]?.outcome;
  };

  test.each([
    ['共收到申请92件。', { 'requests.extra_1.total': 1 }, 'undetermined'],
    ['共收到申请94件。', { 'requests.extra_1.total': 1 }, 'undetermined'],
    ['共收到申请90件。', { 'requests.extra_1.total': 1, 'requests.extra_2.total': 2 }, 'undetermined'],
    // What that row holds does not explain the difference, or it is not of this column, or there is none.
    ['共收到申请91件。', { 'requests.extra_1.total': 1 }, 'violated'],
    ['共收到申请92件。', { 'requests.extra_1.natural_person': 1 }, 'violated'],
    ['共收到申请92件。', { 'requests.extra_1.total': 0 }, 'violated'],
    ['共收到申请92件。', {}, 'violated'],
    ['共收到申请93件。', { 'requests.extra_1.total': 1 }, 'satisfied'],
  ])('%s %j: %s', (text, own, outcome) => {
    expect(claim(text, own)).toBe(outcome);
  });
});
