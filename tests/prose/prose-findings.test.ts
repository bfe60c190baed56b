import { describe, expect, test } from 'vitest';
import { disclosure2021 } from '../../parser/forms/disclosure/edition-2021.ts';
import { proseOf, sentencesOf, tokensOf } from '../../parser/prose/clauses.ts';
import { proseFindings } from '../../parser/prose/prose-findings.ts';
import { textOf } from '../../parser/prose/text.ts';

const findingsIn = (text: string, year: number | null = 2020) =>
  proseFindings(textOf([{ kind: 'paragraph', text }], disclosure2021, null), {
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
    ['公开处罚320条，许可145条，合计465条。', [['satisfied', 465, 320, 145]]],
    ['公开处罚320条，许可145条，合计456条。', [['violated', 456, 320, 145]]],
    // What was done is no part of what came in; what became of some says nothing of their kind.
    ['收到申请146件，邮寄答复90件，网上答复58件。', []],
    ['行政诉讼44件，其中信息公开类9件，胜诉40件。', [['undetermined', 44, 9, 40]]],
    ['办理建议12件、提案9件，其中主动公开18件、不予公开3件。', [['satisfied', 21, 18, 3]]],
    // It counts something of its own.
    ['公开处罚320条，许可145条，累计456条。', []],
    ['收到12件，办结10件，共计30件。', [['undetermined', 30, 12, 10]]],
    ['办理建议和提案63件，其中建议15件、提案21件。', [['violated', 63, 15, 21]]],
    ['办理建议和提案63件，其中建议15件。', [['undetermined', 63, 15]]],
    ['公开信息415条：微信280条、微博155条。', [['violated', 415, 280, 155]]],
    ['制发公文97份，其中主动公开51份，依申请公开20份，不予公开36份。', [['violated', 97, 51, 20, 36]]],
    ['公开295件，其中甲14件，其余25件。', [['violated', 295, 14, 25]]],
    ['公开295件，其中甲约300件。', [['undetermined', 295, 300]]],
    ['收到81件，其中自然人80件、商业企业1件，网上申请70件、信函申请11件。', [['satisfied', 81, 80, 1]]],
    ['收到81件，其中自然人80件，网上申请70件。', [['undetermined', 81, 80, 70]]],
    ['受理92件，其中区政府20件；各镇街72件。', [['satisfied', 92, 20, 72]]],
    ['收到92件，其中网上20件；办结90件。', [['undetermined', 92, 20]]],
    ['公开12件（其中甲5件、乙7件），培训3件。', [['satisfied', 12, 5, 7]]],
    ['不予公开15件，其中属于国家秘密1件，其中培训30人次。', [['undetermined', 15, 1]]],
    ['收到20件，同比增加5件，其中甲8件。', [['undetermined', 20, 8]]],
    ['收到11件，其中网上5件，信函6件，现场1件。', [['violated', 11, 5, 6, 1]]],
    ['收到81件，其中自然人80件、商业企业2件，网上申请70件、信函申请11件。', [['violated', 81, 80, 2]]],
    ['收到58件，网上申请40件，信函申请13件，当面申请6件。', [['violated', 58, 40, 13, 6]]],
    ['新收289件，上年结转12件，其中甲46件。', [['undetermined', 12, 46]]],
    ['行政复议5宗、行政诉讼0宗，其中甲2宗、乙3宗。', [['satisfied', 5, 2, 3]]],
    [
      '收到9件（含上年3件），其中甲5件、乙4件。',
      [
        ['undetermined', 9, 3],
        ['satisfied', 9, 5, 4],
      ],
    ],
    ['公开92条。其中：甲3条，乙7条，其他信息81条。', [['violated', 92, 3, 7, 81]]],
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
    // Of what stands right above, where nothing else does.
    ['办结81件，予以公开42件，占50.85%。', [['share', 'violated', 50.85, 42, 81]]],
    // Perhaps of those that were done, which no number counts.
    ['收到81件，予以公开42件，占50.85%。', [['share', 'undetermined', 50.85, 42, 81]]],
    ['公开文件81件，其中解读类42件，占公开文件总数的50.85%。', [['share', 'violated', 50.85, 42, 81]]],
    ['公开信息81条，公开文件42条，占发文总数的50.85%。', [['share', 'undetermined', 50.85, 42, null]]],
    ['收到工单160件，办结144件，办结率为90%。', [['share', 'satisfied', 90, 144, 160]]],
    ['收到工单160件，办结144件，办结率为95%。', [['share', 'violated', 95, 144, 160]]],
    // All that were due.
    ['收到工单160件，办结144件，办结率为100%。', [['share', 'undetermined', 100, 144, null]]],
    ['收到工单160件，办结144件，按时办结率为95%。', []],
    ['公开23条，其中8条，占比44.9%。', [['share', 'violated', 44.9, 8, 23]]],
    [
      '收到46件，其中网上9件，占19.6%；信函30件，占56.2%。',
      [
        ['share', 'satisfied', 19.6, 9, 46],
        ['share', 'violated', 56.2, 30, 46],
      ],
    ],
    ['收到46件，办结40件，其中公开9件，占已办结的19.6%。', [['share', 'satisfied', 19.6, 9, 46]]],
    // One unit in the last place: shares are rounded so that they reach 100.
    ['收到1046件，其中当面13件，占1.3%。', [['share', 'undetermined', 1.3, 13, 1046]]],
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
    ['收到22起，比2019年（31起）下降29%。', [['change', 'satisfied', 29, 9, 31]]],
    ['收到22起，比2019年（31起）下降39%。', [['change', 'violated', 39, 9, 31]]],
    ['收到58件，较上年40件增长45%。', [['change', 'satisfied', 45, 18, 40]]],
    ['上年收到40件、答复38件，本年收到58件、答复55件，增长45%。', [['change', 'undetermined', 45, 15, 40]]],
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
    proseFindings(textOf(blocks, disclosure2021, null), { year: { value: 2020, evidence: '' } }).map(
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
