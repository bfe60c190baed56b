import { describe, expect, test } from 'vitest';
import { type Check, type Diagnosis, likelySchema } from '../../parser/extraction.ts';
import { disclosure2019 } from '../../parser/forms/disclosure/edition-2019.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
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
        '若“（七）总计”行“自然人”列由 88 改为 89，则 3 条关系全部成立；疑为漏加“（五）2.重复申请”行的 1 件',
      ],
      remark: null,
    });
    expect(en.diagnosis(diagnosis([one]), missed)).toEqual({
      alternatives: [
        'with 89 instead of 88 in row "3(7) total outcomes", column "natural person", all 3 identities would hold; perhaps the total left out row "3(5)2 repeated request" (1)',
      ],
      remark: null,
    });
  });

  test('no part is named where two have the figure, or none', () => {
    const sentence = (figures: Record<string, number>) =>
      zh.diagnosis(diagnosis([one]), withFigures(figures)).alternatives[0];
    const row = (id: string) => `requests.${id}.natural_person`;
    expect(sentence({ [row('granted')]: 1, [row('not_processed_repeated')]: 1 })).toContain(
      '若“（七）总计”行“自然人”列由 88 改为 89，则 3 条关系全部成立；疑为总计少计 1 件，或者分项改动后总计未改',
    );
    expect(sentence({ [row('granted')]: 89 })).toContain(
      '若“（七）总计”行“自然人”列由 88 改为 89，则 3 条关系全部成立；疑为总计少计 1 件，或者分项改动后总计未改',
    );
    expect(sentence({ [row('granted')]: 1 })).toContain('疑为漏加“（一）予以公开”行的 1 件');
  });

  test('a total printed 0', () => {
    const zero = alternative(
      [{ ref: 'review_litigation.reconsideration.total', from: 0, to: 11 }],
      'stale_total',
    );
    expect(zh.diagnosis(diagnosis([zero], 1), noFigures).alternatives[0]).toBe(
      '若“行政复议”行“总计”列由 0 改为 11，则该关系成立；疑为总计没有按分项汇总',
    );
  });

  test('a part of the same row is named by its column', () => {
    const total = alternative([{ ref: 'requests.granted.total', from: 203, to: 194 }], 'stale_total');
    const missed = withFigures({
      'requests.granted.natural_person': 185,
      'requests.granted.public_interest_organisation': 9,
    });
    expect(zh.diagnosis(diagnosis([total], 2), missed).alternatives[0]).toContain(
      '若“（一）予以公开”行“总计”列由 203 改为 194，则 2 条关系全部成立；疑为重复计入“社会公益组织”列的 9 件',
    );
    expect(en.diagnosis(diagnosis([total], 2), missed).alternatives[0]).toContain(
      'both identities would hold; perhaps the total counted twice column "public-interest organisation" (9)',
    );
  });

  test('several cells, one identity, a blank', () => {
    const both = alternative([
      { ref: 'review_litigation.reconsideration.upheld', from: null, to: 2 },
      { ref: 'review_litigation.reconsideration.total', from: 7, to: 9 },
    ]);
    expect(zh.diagnosis(diagnosis([both], 1), noFigures).alternatives).toEqual([
      '若“行政复议”行“结果维持”列由空白填为 2、“行政复议”行“总计”列由 7 改为 9，则该关系成立',
    ]);
    expect(en.diagnosis(diagnosis([both], 1), noFigures).alternatives).toEqual([
      'with 2 instead of a blank in row "administrative reconsideration", column "reconsideration: upheld" and 9 instead of 7 in row "administrative reconsideration", column "total", the identity would hold',
    ]);
  });

  test('several alternatives: it says that they cannot be told apart, and that there may be more', () => {
    const two = [one, { ...one, rank: 2 }];
    expect(zh.diagnosis(diagnosis(two), noFigures).remark).toBe(
      '共有 2 种改法都能使各条关系成立，哪一格有误须对照原始台账核实',
    );
    expect(zh.diagnosis(diagnosis(two, 3, true), noFigures).remark).toMatch(/^至少有 2 种/);
    expect(zh.diagnosis(diagnosis([one], 3, true), noFigures).remark).toContain(
      '可能还有其他改法（推算已到限度），不能断定哪一格有误',
    );
    expect(en.diagnosis(diagnosis(two), noFigures).remark).toBe(
      '2 different corrections would satisfy every identity; only the original records can tell which is right',
    );
    expect(en.diagnosis(diagnosis(two, 3, true), noFigures).remark).toMatch(/^at least 2 different/);
  });

  test('none found: it says so', () => {
    expect(zh.diagnosis(diagnosis([], 30, true), noFigures)).toEqual({
      alternatives: [],
      remark: '涉及数字较多，未能推算出可能有误的单元格，请逐格核对',
    });
    expect(en.diagnosis(diagnosis([], 30, true), noFigures).remark).toContain(
      'too many figures are involved to work out which cell may be wrong; check them one by one',
    );
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
