import { describe, expect, test } from 'vitest';
import { proseOf, sentencesOf, tokensOf } from '../../parser/check/clauses.ts';
import { proseFindings } from '../../parser/check/prose-findings.ts';

const findingsIn = (text: string, year: number | null = 2020) =>
  proseFindings([{ kind: 'paragraph', text }], {
    year: year === null ? null : { value: year, evidence: '' },
  });

describe('sums', () => {
  const sumsIn = (text: string) =>
    findingsIn(text).flatMap((one) =>
      one.kind === 'sum' ? [[one.outcome, one.total, ...one.parts.map((part) => part.value)]] : [],
    );
  test.each<[string, (string | number)[][]]>([
    ['公开295件，其中甲14件，乙25件，丙253件，丁2件，戊1件。', [['satisfied', 295, 14, 25, 253, 2, 1]]],
    ['公开295件，其中甲14件，乙25件，丙253件，丁2件，戊4件。', [['violated', 295, 14, 25, 253, 2, 4]]],
    ['公开295件，其中甲14件，乙25件。', [['undetermined', 295, 14, 25]]],
    ['公开295件，其中甲14件，其余25件。', [['violated', 295, 14, 25]]],
    ['公开295件，其中甲约300件。', [['undetermined', 295, 300]]],
    ['收到81件，其中自然人80件、商业企业1件，网上申请70件、信函申请11件。', [['satisfied', 81, 80, 1]]],
    ['收到81件，其中自然人80件，网上申请70件。', [['undetermined', 81, 80, 70]]],
    ['受理92件，其中区政府20件；各镇街72件。', [['satisfied', 92, 20, 72]]],
    ['收到92件，其中网上20件；办结90件。', [['undetermined', 92, 20]]],
    ['公开12件（其中甲5件、乙7件），培训3件。', [['satisfied', 12, 5, 7]]],
    ['不予公开15件，其中属于国家秘密1件，其中培训30人次。', [['undetermined', 15, 1]]],
    ['收到20件，同比增加5件，其中甲8件。', []],
    ['公开信息100条。公开甲40条，乙35条，丙25条。', [['satisfied', 100, 40, 35, 25]]],
    ['公开信息100条。公开甲40条，乙35条，丙26条。', []],
    ['召开会议3次，培训12人次。', []],
  ])('%s', (text, expected) => expect(sumsIn(text)).toEqual(expected));
});

describe('percentages', () => {
  const sharesIn = (text: string) =>
    findingsIn(text).flatMap((one) =>
      one.kind === 'percentage' ? [[one.of, one.outcome, one.printed, one.part, one.base]] : [],
    );
  test.each<[string, (string | number | null)[][]]>([
    ['办结81件，予以公开42件，占51.85%。', [['share', 'satisfied', 51.85, 42, 81]]],
    ['办结81件，予以公开42件，占50.85%。', [['share', 'undetermined', 50.85, 42, null]]],
    [
      '办结81件，甲42件，占51.85%；乙5件，占6.17%；丙31件，占83.27%。',
      [
        ['share', 'satisfied', 51.85, 42, 81],
        ['share', 'satisfied', 6.17, 5, 81],
        ['share', 'violated', 83.27, 31, 81],
      ],
    ],
    // Cut off rather than rounded: 35 ÷ 805 = 4.3478…
    ['答复805件。不予公开35件，占4.34%。', [['share', 'satisfied', 4.34, 35, 805]]],
    ['全年收到227件，较上年增加23件，增长11.3%。', [['change', 'satisfied', 11.3, 23, 204]]],
    ['全年收到227件，较上年增加23件，增长13.1%。', [['change', 'violated', 13.1, 23, 204]]],
    ['全年收到204件，较上年减少23件，下降10.1%。', [['change', 'satisfied', 10.1, 23, 227]]],
    ['去年收到204件，今年收到227件，增长11.3%。', [['change', 'satisfied', 11.3, 23, 204]]],
    ['全年收到227件，同比增长33%。', [['change', 'undetermined', 33, null, null]]],
    ['按时答复率100%。', []],
  ])('%s', (text, expected) => expect(sharesIn(text)).toEqual(expected));
});

describe('the statistical period', () => {
  const outcomesIn = (text: string, year: number | null = 2020) =>
    findingsIn(text, year).flatMap((one) => (one.kind === 'period' ? [one.outcome] : []));
  test.each<[string, string[]]>([
    ['统计期限自2020年1月1日起至2020年12月31日止。', ['satisfied']],
    ['本报告所列数据的统计期限为２０２０年１月１日至１２月３１日。', ['satisfied']],
    ['2020年度报告数据的统计期限为1月1日至12月31日。', ['satisfied']],
    ['统计期限自2019年1月1日起至2019年12月31日止。', ['violated']],
    ['统计期限自2020年1月1日起至2019年12月31日止。', ['violated']],
    ['统计期限自2020年1月1日起至2020年11月30日止。', ['violated']],
    ['自2019年5月15日起施行。', []],
    ['统计期限为全年。', []],
  ])('%s', (text, expected) => expect(outcomesIn(text)).toEqual(expected));

  test('an unknown year decides nothing', () => {
    expect(outcomesIn('统计期限自2020年1月1日起至2020年12月31日止。', null)).toEqual(['undetermined']);
  });
});

test('findings stand in document order with their place', () => {
  const blocks = [
    { kind: 'table' },
    { kind: 'paragraph', text: '统计期限自2020年1月1日至12月31日。公开3件，其中甲1件、乙2件。' },
    { kind: 'paragraph', text: '公开4件，其中甲1件、乙5件。' },
  ];
  expect(
    proseFindings(blocks, { year: { value: 2020, evidence: '' } }).map(
      ({ kind, block, at, outcome, quote }) => [kind, block, at, outcome, quote],
    ),
  ).toEqual([
    ['period', 1, 5, 'satisfied', '统计期限自2020年1月1日至12月31日'],
    ['sum', 1, 24, 'satisfied', '公开3件，其中甲1件、乙2件'],
    ['sum', 2, 2, 'violated', '公开4件，其中甲1件、乙5件'],
  ]);
});

test('brackets that nobody closes are not ever deeper: each list would be looked for through all behind it', () => {
  const [prose] = proseOf([{ kind: 'paragraph', text: '共9件（其中5件'.repeat(1_000) }]);
  const [sentence] = sentencesOf(tokensOf(prose?.folded.text ?? ''));
  const depths = new Set(sentence?.segments.map(({ depth }) => depth));
  expect(depths.size).toBeGreaterThan(3);
  expect(depths.size).toBeLessThan(20);
});
