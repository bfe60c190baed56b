import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headKey, labelKey, simplify, tight } from '../../parser/text/label.ts';
import { runs, seeded } from '../properties/seed.ts';

/** Wordings of one label, as published. */
const same: [what: string, ...wordings: string[]][] = [
  [
    'white space and line breaks',
    '总计',
    '总 计',
    '总\n计',
    '总　计',
    '总\u00A0\u00A0计',
    '总\u200B计',
    '总\n\n计',
  ],
  ['one character a line', '结果维持', '结\n果\n维\n持'],
  ['width (NFKC)', '行政处罚A1', '行政处罚Ａ１'],
  [
    'numbering of a section',
    '本年度办理结果',
    '三、本年度办理结果',
    '三.本年度办理结果',
    '三．本年度办理结果',
  ],
  [
    'numbering in brackets',
    '予以公开',
    '（一）予以公开',
    '(一)予以公开',
    '（ 一 ）予以公开',
    '（十二）予以公开',
  ],
  [
    'numbering by digits',
    '属于国家秘密',
    '1.属于国家秘密',
    '1、属于国家秘密',
    '１．属于国家秘密',
    '1 . 属于国家秘密',
    '12.属于国家秘密',
  ],
  [
    'quotes and brackets',
    '保护三安全一稳定',
    '3.危及“三安全一稳定”'.replace('危及', '保护'),
    '保护"三安全一稳定"',
    '保护「三安全一稳定」',
    '保护〔三安全一稳定〕',
  ],
  [
    'punctuation',
    '部分公开（区分处理的，只计这一情形，不计其他情形）',
    '部分公开(区分处理的,只计这一情形,不计其他情形)',
    '（二）部分公开（区分处理的，只计这一情形、不计其他情形。）',
  ],
  ['traditional characters', '行政规范性文件', '行政規範性文件', '行政規範性檔案'],
  [
    'traditional characters of table three',
    '结转下年度继续办理',
    '結轉下年度繼續辦理',
    '四、結轉下年度繼續辦理',
  ],
  ['traditional characters of table four', '尚未审结', '尚未審結'],
  ['units in headings', '本年收费金额（单位：万元）', '本年收費金額(單位:萬元)'],
];

describe('one key for all wordings of a label', () => {
  test.each(same)('%s', (_, first, ...others) => {
    for (const wording of others) expect(labelKey(wording), wording).toBe(labelKey(first));
  });
});

describe('different labels keep different keys', () => {
  test.each([
    ['本年收费金额（单位：万元）', '本年收费金额（单位：元）'],
    ['规章', '行政规范性文件'],
    ['1.申请人无正当理由逾期不补正', '2.申请人逾期未按收费通知要求缴纳费用'],
    ['结果维持', '结果纠正'],
    ['1件', '2件'],
  ])('%s / %s', (a, b) => {
    expect(labelKey(a)).not.toBe(labelKey(b));
  });
});

describe('what is no numbering stays', () => {
  test.each([
    ['一致', '一致'],
    ['第三方', '第三方'],
    ['十二项', '十二项'],
    ['2019年', '2019年'],
    ['1.5倍', '15倍'],
    ['第二十条第（一）项', '第二十条第项'],
  ])('%s → %s', (label, key) => {
    expect(labelKey(label)).toBe(key);
  });

  test('a label of signs only has no key', () => {
    for (const text of ['', ' ', '/', '——', '（一）', '1.']) expect(labelKey(text), text).toBe('');
  });
});

describe('the part before a note', () => {
  test.each([
    ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '部分公开'],
    ['行政规范性文件（历史累计12件）', '行政规范性文件'],
    ['本年收费金额（单位：万元）', '本年收费金额'],
    ['上一年项目数量（减用负值表示,如-8）', '上一年项目数量'],
    ['其他〔备注〕', '其他'],
    ['总计', '总计'],
    // nothing would be left: then the whole counts
    ['（本列数据的勾稽关系为）', '本列数据的勾稽关系为'],
  ])('%s → %s', (label, key) => {
    expect(headKey(label)).toBe(key);
  });
});

describe('simplified characters', () => {
  test('檔案 is the word 文件 after automatic conversion, 檔 alone is 文', () => {
    expect(simplify('規範性檔案')).toBe('规范性文件');
  });

  test('simplified text is left as it is', () => {
    const text = '本机关2020年收到和处理政府信息公开申请情况，文件、档案、后来、里程';
    expect(simplify(text)).toBe(text);
  });

  test('no table entry is itself changed again', () => {
    const once = simplify('規範檔開條項製發廢現數對總計處決許務強採購額費單萬業機構會組織');
    expect(simplify(once)).toBe(once);
  });
});

describe('properties', () => {
  const label = fc.string({
    unit: fc.constantFrom(...'（一）二、3.总計规範性檔案“”,: 　\n／Ａa9〔〕'),
    maxLength: 24,
  });

  test(`a key is the key of itself (${seeded})`, () => {
    fc.assert(
      fc.property(label, (text) => {
        expect(labelKey(labelKey(text))).toBe(labelKey(text));
      }),
      runs(1000),
    );
  });

  test(`white space never changes a key (${seeded})`, () => {
    fc.assert(
      fc.property(
        label,
        fc.array(fc.tuple(fc.nat(24), fc.constantFrom(' ', '\n', '\u00A0', '　', '\u200B')), {
          maxLength: 5,
        }),
        (text, gaps) => {
          let spaced = text;
          for (const [at, gap] of gaps) spaced = spaced.slice(0, at) + gap + spaced.slice(at);
          expect(labelKey(spaced)).toBe(labelKey(text));
          expect(tight(spaced)).toBe(tight(text));
        },
      ),
      runs(500),
    );
  });

  test(`only letters and digits are left of any text (${seeded})`, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(labelKey(text)).toMatch(/^[\p{L}\p{N}]*$/u);
      }),
      runs(500),
    );
  });
});

test.each([
  ['（二）部分公开（区分处理的，只计这一情形）', '部分公开'],
  ['（区分处理的）', '区分处理的'],
  ['部分公开', '部分公开'],
  ['予【注】', '予'],
])('the key of what stands before a note: %s', (label, key) => {
  expect(headKey(label)).toBe(key);
});
