import { describe, expect, test } from 'vitest';
import type { Claim } from '../../parser/extraction.ts';
import { disclosure2021 } from '../../parser/forms/disclosure/edition-2021.ts';
import { claimWordsIn } from '../../parser/messages/claims.ts';
import { type Language, languages } from '../../parser/messages/words.ts';
import { readProse } from '../../parser/prose/prose.ts';
import { proseFindings } from '../../parser/prose/prose-findings.ts';
import { textOf } from '../../parser/prose/text.ts';
import { reportOf } from '../check/figures.ts';

const facts = reportOf(disclosure2021, {
  'requests.received_new.total': 92,
  'requests.carried_over.total': 3,
  'requests.denied_state_secret.total': 2,
  'requests.carried_forward.total': '',
});
const subject = { form: disclosure2021, issues: [] };

const sentences = (language: Language, text: string): string[] => {
  const words = claimWordsIn(language, subject, facts);
  return readProse([{ kind: 'paragraph', text }], disclosure2021, facts, 2020).map(words.claim);
};
const findings = (language: Language, text: string): string[] => {
  const words = claimWordsIn(language, subject, facts);
  return proseFindings(textOf([{ kind: 'paragraph', text }], disclosure2021, null), {
    year: { value: 2020, evidence: '' },
  }).map(words.finding);
};

describe('claims in words', () => {
  test('in Chinese', () => {
    expect(sentences('zh-CN', '全年新收申请93件。')).toEqual([
      '正文写 93，表中“一、本年新收政府信息公开申请数量”行“总计”列为 92',
    ]);
    expect(sentences('zh-CN', '受理申请95件，不予公开5件。')).toEqual([
      '正文写 95，与表中“一、本年新收政府信息公开申请数量”行“总计”列与“二、上年结转政府信息公开申请数量”行“总计”列之和一致',
      '正文写 5，表中“（三）不予公开”各项之和为 2',
    ]);
    expect(sentences('zh-CN', '结转下年度2件，去年收到申请80件，公开信息3条。')).toEqual([
      '正文写 2，对应表中“四、结转下年度继续办理”行“总计”列，该格没有数字，无法判定',
      '正文写 80，属于其他时段或者增减数，不与表中数字核对',
      '正文写 3，表中没有对应的数字',
    ]);
  });

  test('in English', () => {
    expect(sentences('en', '不予公开5件。')[0]).toMatch(
      /^The text says 5, but the sum of the rows under .* is 2$/,
    );
  });
});

test('findings in words', () => {
  const text = '统计期限自2019年1月1日起至2019年12月31日止。公开3件，其中甲1件、乙3件。';
  expect(findings('zh-CN', text)).toEqual([
    '统计期限写为 2019 年 1 月 1 日至 2019 年 12 月 31 日，报告年度为 2020 年',
    '所列各项合计 4，正文总数为 3，相差 1（1 + 3）',
  ]);
  expect(findings('en', text)).toEqual([
    'The period stated is 2019-01-01 to 2019-12-31, but the report is for 2020',
    'The parts listed add up to 4, but the total stated is 3, difference 1 (1 + 3)',
  ]);
  expect(findings('zh-CN', '收到227件，较上年增加23件，增长13.1%。')).toEqual([
    '由 204 变动 23，增减幅度 ≈ 11.275%，保留 1 位小数为 11.3%，正文写 13.1%',
  ]);
});

test.each(languages)('%s: every outcome is one line', (language) => {
  const text =
    '统计期限自2020年1月1日至12月31日。办结90件，其中甲42件，占46.67%；乙20件，占2%。全年收到90件，同比增长3%，较上年增加1件，增长1.1%。上半年收到2件，区政府本级收到申请3件。';
  for (const sentence of [...sentences(language, text), ...findings(language, text)]) {
    expect(sentence).not.toMatch(/\n|undefined|NaN|null/);
    expect(sentence.length).toBeGreaterThan(8);
  }
});

test.each<[Language, Claim['scope'], string[], string]>([
  [
    'zh-CN',
    'whole',
    ['requests.received_new.total'],
    '读作：本机关 · 2020 年 · 一、本年新收政府信息公开申请数量',
  ],
  ['zh-CN', 'other_period', ['requests.granted.total'], '读作：本机关 · 其他时段或者增减 · （一）予以公开'],
  ['en', 'part', ['requests.granted.total'], 'Read as: a part of it · 2020 · 3(1) disclosed in full'],
])('%s: as what a number was read: %s', (language, scope, about, expected) => {
  const claim: Claim = { quote: '', value: 5, about, scope, outcome: 'undetermined', block: 0, at: 0 };
  const words = claimWordsIn(language, subject, facts);
  expect(words.readAs(claim, 2020)).toBe(expected);
  expect(words.readAs({ ...claim, about: null }, 2020)).toBeNull();
});
