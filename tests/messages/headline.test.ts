import { describe, expect, test } from 'vitest';
import type { Reasons } from '../../parser/findings/verdict.ts';
import { headline } from '../../parser/messages/headline.ts';

const none: Reasons = {
  identities: 0,
  claims: 0,
  statements: 0,
  years: 0,
  undetermined: 0,
  unread: 0,
  aside: 0,
  hints: 0,
  satisfied: 0,
};

describe('headline', () => {
  test.each<[Partial<Reasons>, string, string]>([
    [{ satisfied: 42 }, '全部 42 条勾稽关系成立', 'all 42 identities hold'],
    [
      { satisfied: 30, identities: 2, undetermined: 10 },
      '2 条不成立 · 10 条无法判定 · 30 条成立',
      '2 do not hold · 10 undetermined · 30 hold',
    ],
    [
      { satisfied: 40, statements: 1 },
      '正文 1 处前后不一致 · 40 条勾稽关系成立',
      '1 statement of the text does not add up · 40 identities hold',
    ],
    [
      { satisfied: 40, claims: 2, years: 1 },
      '正文 2 处与表格不一致 · 1 处跨年不一致 · 40 条勾稽关系成立',
      "2 numbers in the text differ from the tables · 1 figure differs from another year's report · 40 identities hold",
    ],
    [{ undetermined: 3 }, '3 条无法判定', '3 undetermined'],
    [{ satisfied: 1, identities: 1 }, '1 条不成立 · 1 条成立', '1 does not hold · 1 holds'],
    [{ satisfied: 40, aside: 1 }, '1 处设为不计 · 40 条勾稽关系成立', '1 set aside · 40 identities hold'],
    [
      { satisfied: 40, unread: 2 },
      '全部 40 条勾稽关系成立 · 2 处未读取',
      'all 40 identities hold · 2 not read',
    ],
    [{ satisfied: 40, hints: 1 }, '全部 40 条勾稽关系成立 · 1 处线索', 'all 40 identities hold · 1 hint'],
    [{}, '没有可核对的勾稽关系', 'no identity to check'],
    [{ unread: 1 }, '没有可核对的勾稽关系 · 1 处未读取', 'no identity to check · 1 not read'],
  ])('%o', (some, chinese, english) => {
    expect(headline({ ...none, ...some }, 'zh-CN')).toBe(chinese);
    expect(headline({ ...none, ...some }, 'en')).toBe(english);
  });

  test('“all” is never said over a violation', () => {
    for (const name of ['identities', 'claims', 'statements', 'years', 'aside', 'undetermined'] as const) {
      expect(headline({ ...none, satisfied: 40, [name]: 1 }, 'zh-CN')).not.toContain('全部');
      expect(headline({ ...none, satisfied: 40, [name]: 1 }, 'en')).not.toContain('all ');
    }
  });
});
