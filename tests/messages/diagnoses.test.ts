import { describe, expect, test } from 'vitest';
import { type Check, type Diagnosis, likelySchema } from '../../parser/extraction.ts';
import { disclosure2019 } from '../../parser/forms/disclosure-2019.ts';
import { wordsIn } from '../../parser/messages/words.ts';
import { checksWith } from './figures.ts';

const subject = { form: disclosure2019, issues: [] };
const zh = wordsIn('zh-CN').about(subject);
const en = wordsIn('en').about(subject);

type Alternative = Diagnosis['alternatives'][number];

const alternative = (
  changes: Alternative['changes'],
  likely: Alternative['likely'] = null,
  rank = 1,
): Alternative => ({ changes, likely, rank });

const one = alternative(
  [{ ref: 'requests.total_processed.natural_person', from: 88, to: 89 }],
  'stale_total',
);

const diagnosis = (alternatives: Alternative[], explains = 3, capped = false): Diagnosis => ({
  explains: Array.from({ length: explains }, (_, at) => `requests.balance@${at}`),
  alternatives,
  capped,
});

/** Table three with these figures and zeros elsewhere. */
const withFigures = (figures: Record<string, number>): Check[] => checksWith(disclosure2019, figures);

const noFigures: Check[] = [];

describe('a diagnosis in words', () => {
  test('the cell, printed and would-be, what then holds, and the part that may have been left out', () => {
    const missed = withFigures({
      'requests.granted.natural_person': 88,
      'requests.not_processed_repeated.natural_person': 1,
    });
    expect(zh.diagnosis(diagnosis([one]), missed)).toEqual({
      alternatives: [
        '“（七）总计”行“自然人”列印为 88，改为 89 则 3 条关系全部成立；疑为漏加“（五）2.重复申请”行的 1 件',
      ],
      remark: null,
    });
    expect(en.diagnosis(diagnosis([one]), missed)).toEqual({
      alternatives: [
        'if row "3(7) total outcomes", column "natural person" (printed 88) were 89, all 3 identities would hold; perhaps the total left out row "3(5)2 repeated request" (1)',
      ],
      remark: null,
    });
  });

  test('no part is named where two have the figure, or none', () => {
    const sentence = (figures: Record<string, number>) =>
      zh.diagnosis(diagnosis([one]), withFigures(figures)).alternatives[0];
    const row = (id: string) => `requests.${id}.natural_person`;
    expect(sentence({ [row('granted')]: 1, [row('not_processed_repeated')]: 1 })).toContain(
      '疑为合计漏计 1 件，或者没有随分项更新',
    );
    expect(sentence({ [row('granted')]: 89 })).toContain('疑为合计漏计 1 件');
    expect(sentence({ [row('granted')]: 1 })).toContain('疑为漏加“（一）予以公开”行的 1 件');
  });

  test('a total printed 0', () => {
    const zero = alternative(
      [{ ref: 'review_litigation.reconsideration.total', from: 0, to: 11 }],
      'stale_total',
    );
    expect(zh.diagnosis(diagnosis([zero], 1), noFigures).alternatives[0]).toBe(
      '“行政复议”行“总计”列印为 0，改为 11 则该关系成立；疑为没有汇总分项',
    );
  });

  test('a part of the same row is named by its column', () => {
    const total = alternative([{ ref: 'requests.granted.total', from: 203, to: 194 }], 'stale_total');
    const missed = withFigures({
      'requests.granted.natural_person': 185,
      'requests.granted.public_interest_organisation': 9,
    });
    expect(zh.diagnosis(diagnosis([total], 2), missed).alternatives[0]).toContain(
      '改为 194 则 2 条关系全部成立；疑为重复计入“社会公益组织”列的 9 件',
    );
    expect(en.diagnosis(diagnosis([total], 2), missed).alternatives[0]).toContain(
      'both identities would hold; perhaps the total counted twice column "public-interest organization" (9)',
    );
  });

  test('several cells, one identity, a blank', () => {
    const both = alternative([
      { ref: 'review_litigation.reconsideration.upheld', from: null, to: 2 },
      { ref: 'review_litigation.reconsideration.total', from: 7, to: 9 },
    ]);
    expect(zh.diagnosis(diagnosis([both], 1), noFigures).alternatives).toEqual([
      '“行政复议”行“结果维持”列空白，填为 2，并且“行政复议”行“总计”列印为 7，改为 9，则该关系成立',
    ]);
    expect(en.diagnosis(diagnosis([both], 1), noFigures).alternatives).toEqual([
      'if row "administrative reconsideration", column "reconsideration: upheld" (blank) were 2 and row "administrative reconsideration", column "total" (printed 7) were 9, the identity would hold',
    ]);
  });

  test('several alternatives: it says that they cannot be told apart, and that there may be more', () => {
    const two = [one, { ...one, rank: 2 }];
    expect(zh.diagnosis(diagnosis(two), noFigures).remark).toBe(
      '另有 1 种改法同样可行，仅凭勾稽关系无法断定',
    );
    expect(zh.diagnosis(diagnosis(two, 3, true), noFigures).remark).toMatch(/^至少另有 1 种/);
    expect(zh.diagnosis(diagnosis([one], 3, true), noFigures).remark).toContain('没有查完');
    expect(en.diagnosis(diagnosis(two), noFigures).remark).toBe(
      '1 other change does as well; the identities alone cannot decide',
    );
    expect(en.diagnosis(diagnosis(two, 3, true), noFigures).remark).toMatch(/^at least 1 other/);
  });

  test('none found: it says so', () => {
    expect(zh.diagnosis(diagnosis([], 30, true), noFigures)).toEqual({
      alternatives: [],
      remark: '牵涉的数字较多，没有在限度内找出最少的改法，请逐格核对',
    });
    expect(en.diagnosis(diagnosis([], 30, true), noFigures).remark).toContain('was not found');
  });

  test.each(likelySchema.options)(
    '%s is worded as a guess in each language, in words of its own',
    (likely) => {
      const guess = (words: typeof zh, kind: Alternative['likely']): string =>
        words
          .diagnosis(diagnosis([{ ...one, likely: kind }]), noFigures)
          .alternatives[0]?.split(/；|; /)[1] ?? '';
      expect(guess(zh, likely)).toMatch(/^疑为/);
      expect(guess(en, likely)).toMatch(/^perhaps /);
      for (const words of [zh, en])
        expect(likelySchema.options.filter((other) => guess(words, other) === guess(words, likely))).toEqual([
          likely,
        ]);
    },
  );
});
