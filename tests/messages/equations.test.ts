import { describe, expect, test } from 'vitest';
import { disclosure2019 } from '../../parser/forms/disclosure/edition-2019.ts';
import { disclosure2021 } from '../../parser/forms/disclosure/edition-2021.ts';
import { printed } from '../../parser/messages/figure.ts';
import { overviewWords } from '../../parser/messages/overview-words.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import { checkOf, checksWith } from './figures.ts';

const subject = { form: disclosure2019, issues: [] };
const zh = wordsIn('zh-CN').about(subject);
const en = wordsIn('en').about(subject);

describe('equations', () => {
  const wrongTotal = checksWith(disclosure2019, {
    'requests.received_new.natural_person': 90,
    'requests.total_processed.natural_person': 88,
    'requests.carried_forward.natural_person': 1,
    'requests.granted.natural_person': 20,
    'requests.partially_granted.natural_person': 69,
    'requests.total_processed.total': 88,
  });

  test('a violated balance keeps its zeros', () => {
    const check = checkOf(wrongTotal, 'requests.balance@natural_person');
    expect(zh.equation(check)).toBe('“自然人”列：一 + 二 = 三（七） + 四，90 + 0 ≠ 88 + 1（相差 1）');
    expect(en.equation(check)).toBe(
      'column "natural person", new + carried over = total outcomes + carried forward: 90 + 0 ≠ 88 + 1 (difference 1)',
    );
  });

  test('a long sum leaves its zeros out and says so', () => {
    const check = checkOf(wrongTotal, 'requests.results_sum@natural_person');
    expect(zh.equation(check)).toBe(
      '“自然人”列：三（一）至（六）各项之和 = 三（七），20 + 69 ≠ 88（相差 1；为 0 的项未列出）',
    );
    expect(en.equation(check)).toContain(': 20 + 69 ≠ 88 (difference 1; zeros not shown)');
  });

  test('a row is quoted by its label', () => {
    const [check] = checksWith(disclosure2019, {
      'requests.granted.natural_person': 3,
      'requests.granted.total': 5,
    }).filter(({ id }) => id === 'requests.applicants_sum@granted');
    expect(check && zh.equation(check)).toBe(
      '“（一）予以公开”行：自然人 + 法人或其他组织五类 = 总计，3 ≠ 5（相差 2；为 0 的项未列出）',
    );
    expect(check && en.equation(check)).toBe(
      'row "3(1) disclosed in full", natural persons + five kinds of organisation = total: 3 ≠ 5 (difference 2; zeros not shown)',
    );
  });

  test('one that holds shows an equals sign, and blanks that were counted as zero', () => {
    const check = checkOf(
      checksWith(disclosure2019, {
        'review_litigation.reconsideration.upheld': 2,
        'review_litigation.reconsideration.pending': '',
        'review_litigation.reconsideration.other': '',
        'review_litigation.reconsideration.total': 2,
      }),
      'review_litigation.outcomes_sum@reconsideration',
    );
    expect(zh.equation(check)).toBe(
      '“行政复议”行：维持 + 纠正 + 其他 + 未审结 = 总计，2 + 0 + 0 + 0 = 2（2 个空格按 0 计）',
    );
    expect(en.equation(check)).toMatch(/: 2 \+ 0 \+ 0 \+ 0 = 2 \(2 blank cells counted as 0\)$/);
  });

  test('a sum of nothing but zeros is 0, not an empty string', () => {
    const check = checkOf(
      checksWith(disclosure2019, { 'requests.granted.total': 4 }),
      'requests.applicants_sum@granted',
    );
    expect(zh.equation(check)).toContain(
      '“（一）予以公开”行：自然人 + 法人或其他组织五类 = 总计，0 ≠ 4（相差 4；为 0 的项未列出）',
    );
  });

  test('figures are printed digit for digit', () => {
    expect(printed(24252.311082)).toBe('24252.311082');
    expect(printed(0.1)).toBe('0.1');
    expect(printed(1e21)).toBe('1000000000000000000000');
    expect(printed(1.5e-7)).toBe('0.00000015');
    expect(printed(-0)).toBe('0');
  });

  test('a decimal sum shows no binary dust', () => {
    const check = checkOf(
      checksWith(disclosure2019, {
        'requests.received_new.total': 0.1,
        'requests.carried_over.total': 0.2,
        'requests.total_processed.total': 0.4,
      }),
      'requests.balance@total',
    );
    expect(zh.equation(check)).toContain('0.1 + 0.2 ≠ 0.4 + 0（相差 0.1）');
  });

  test('a negative term is bracketed inside a sum', () => {
    const check = checkOf(
      checksWith(disclosure2019, {
        'requests.received_new.total': 3,
        'requests.carried_over.total': -1,
        'requests.total_processed.total': 3,
      }),
      'requests.balance@total',
    );
    expect(zh.equation(check)).toContain('3 + (-1) ≠ 3 + 0（相差 1）');
  });
});

describe('undetermined', () => {
  const blankTotals = checksWith(disclosure2019, {
    'requests.granted.natural_person': 3,
    'requests.granted.total': '',
  });

  test('says why and names the cell', () => {
    const check = checkOf(blankTotals, 'requests.applicants_sum@granted');
    expect(zh.equation(check)).toBe(
      '“（一）予以公开”行：自然人 + 法人或其他组织五类 = 总计，无法判定，总计空白而分项有数，空白不能当作 0（“（一）予以公开”行“总计”列）',
    );
    expect(en.reason(check)).toContain('row "3(1) disclosed in full", column "total"');
  });

  test('what shares a reason is one sentence, however many there are', () => {
    const rows = disclosure2019.tables
      .flatMap((table) => (table.id === 'requests' ? table.bands.flatMap((band) => band.rows) : []))
      .map((row) => row.id);
    const cells = Object.fromEntries(
      rows.flatMap((row) => [
        [`requests.${row}.natural_person`, 1],
        [`requests.${row}.total`, row === 'total_processed' ? 1 : ''],
      ]),
    );
    const checks = checksWith(disclosure2019, cells);
    const groups = zh.undetermined(checks);
    const open = checks.filter(({ outcome }) => outcome === 'undetermined');
    expect(open.length).toBeGreaterThan(20);
    expect(groups.flatMap((group) => group.checks)).toHaveLength(open.length);
    expect(groups.map(({ text }) => text)).toEqual([
      `${open.length} 条无法判定：总计空白而分项有数，空白不能当作 0（“总计”列的 ${rows.length - 1} 格）`,
    ]);
  });

  test('a cell that was not read, and a whole table that is not there', () => {
    const unread = checksWith(disclosure2019, { 'requests.granted.natural_person': '约30' });
    expect(zh.reason(checkOf(unread, 'requests.applicants_sum@granted'))).toBe(
      '有单元格未读取，或者位置不能确定（“（一）予以公开”行“自然人”列）',
    );
    const none = zh.undetermined(
      checksWith(disclosure2019, {}).map((check) => ({
        ...check,
        outcome: 'undetermined' as const,
        reason: { code: 'not_printed' as const, refs: check.terms.map(({ ref }) => ref) },
      })),
    );
    expect(none.map(({ text }) => text)).toEqual([
      expect.stringContaining(
        '40 条无法判定：没有找到这些单元格（“三、收到和处理政府信息公开申请情况”“四、政府信息公开行政复议、行政诉讼情况”的 176 格）',
      ),
    ]);
  });

  test('columns without any number are named', () => {
    const blank = Object.fromEntries(
      disclosure2019.tables
        .flatMap((table) => (table.id === 'requests' ? table.bands.flatMap((band) => band.rows) : []))
        .map((row) => [`requests.${row.id}.commercial_enterprise`, '']),
    );
    expect(zh.undetermined(checksWith(disclosure2019, blank)).map(({ text }) => text)).toEqual([
      '2 条无法判定：所涉各格都没有数字（“商业企业”列）',
    ]);
  });
});

describe('names', () => {
  const about = wordsIn('zh-CN').about({ form: disclosure2021, issues: [] });
  const gloss = wordsIn('en').about({ form: disclosure2021, issues: [] });

  test('a third-level row carries the number of its heading, a long label is cut', () => {
    expect(about.cell('requests.denied_state_secret.total')).toBe('“（三）1.属于国家秘密”行“总计”列');
    expect(about.cell('requests.unavailable_not_held.total')).toBe(
      '“（四）1.本机关不掌握相关政府信息”行“总计”列',
    );
    expect(about.cell('requests.partially_granted.total')).toBe('“（二）部分公开”行“总计”列');
    expect(about.cell('requests.other_not_corrected_in_time.total')).toBe(
      '“（六）1.申请人无正当理由逾期不补正”行“总计”列',
    );
    expect(gloss.cell('requests.denied_state_secret.total')).toBe('row "3(3)1 state secret", column "total"');
  });

  test('every row of a table has a name of its own', () => {
    for (const words of [about, gloss]) {
      for (const table of disclosure2021.tables) {
        const names = table.bands.flatMap((band) =>
          band.rows.map((row) => words.cell(`${table.id}.${row.id}.total`)),
        );
        expect(new Set(names).size).toBe(names.length);
      }
    }
  });

  test('a local row is called as it is printed, an unknown id by itself', () => {
    const local = wordsIn('zh-CN').about({
      form: disclosure2021,
      issues: [
        {
          code: 'extra_row',
          table: 'requests',
          row: 'extra_1',
          label: '6.其他\n不予处理情形',
          subtotal: false,
          slot: { table: 1, row: 24, column: 2 },
        },
      ],
    });
    expect(local.cell('requests.extra_1.total')).toBe('“6.其他 不予处理情形”行“总计”列');
    expect(local.cell('requests.extra_2.total')).toBe('“extra_2”行“总计”列');
    expect(wordsIn('zh-CN').about({ form: null, issues: [] }).cell('a.b.c')).toBe('“b”行“c”列');
  });
});

describe('rate', () => {
  const figures = {
    received: 0,
    carriedOver: 0,
    processed: 90,
    granted: 20,
    carriedForward: 0,
    reviews: 0,
    lawsuits: 0,
  };
  const rate = disclosure2019.overview && overviewWords(disclosure2019.overview, 'zh-CN').rate;
  if (!rate) throw new Error('The form has a rate');
  test('one decimal, with the numbers it was formed from', () => {
    expect(rate.value(figures)).toBe('22.2%');
    expect(rate.division(figures)).toBe('予以公开 20 ÷ 本年办结 90');
    expect(rate.value({ ...figures, granted: 90 })).toBe('100.0%');
    expect(rate.value({ ...figures, granted: 1, processed: 8 })).toBe('12.5%');
  });
  test.each([{ granted: null }, { processed: null }, { processed: 0 }])(
    '%o: none, never a division by nothing',
    (without) => {
      expect(rate.value({ ...figures, ...without })).toBeNull();
      expect(rate.division({ ...figures, ...without })).toBeNull();
    },
  );
});
