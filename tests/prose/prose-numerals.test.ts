import { describe, expect, test } from 'vitest';
import { readChineseNumber } from '../../parser/prose/chinese-number.ts';
import { tokensOf } from '../../parser/prose/clauses.ts';
import { fold } from '../../parser/prose/folded.ts';

/** The numbers of a text: value and counter, `~` where it is not exact, and what is no count by its kind. */
const numeralsOf = (text: string): string[] =>
  tokensOf(fold(text).text).flatMap((token) => {
    if (token.kind !== 'numeral') return [];
    const { kind, value, counter, exact } = token.numeral;
    const shown = `${value}${counter}${exact ? '' : '~'}`;
    return [kind === 'count' ? shown : `${kind} ${shown}`];
  });

describe('numerals', () => {
  test.each<[string, string[]]>([
    ['收到２２７件', ['227件']],
    ['收到 1,284 件', ['1284件']],
    ['收到1，284件', ['bare 1~', '284件~']],
    ['收到12,34件', ['1234件~']],
    ['收到1 284件', ['bare 1~', '284件~']],
    ['收到二百二十七件', ['227件']],
    ['收到两件', ['2件']],
    ['收到二二七件', ['227件']],
    ['收到三五件', ['35件~']],
    ['收到二百二件', ['220件~']],
    ['收到十几件', ['10件~']],
    ['收到上百件', ['0件~']],
    ['公开1.2345万条', ['12345条']],
    ['公开1.2万条', ['12000条~']],
    ['公开3万余条', ['30000条~']],
    ['10-20件', ['10件~']],
    ['10件至20件', ['10件~', '20件']],
    ['近230件', ['230件~']],
    ['总数230件', ['230件']],
    ['200件以上', ['200件~']],
    ['二〇二〇年度', ['year 2020年']],
    ['2019-2021年', ['year NaN年~']],
    ['第三届、第85次', ['other 85次']],
    ['占51.85%', ['percent 51.85%']],
    ['20个工作日', ['other 20个工作日']],
    ['收费75394432.52元', ['other 75394432.52元~']],
    ['一件事一次办、进一步、三安全一稳定', []],
    ['每一件申请', []],
    ['《2020年12件大事》', []],
    ['国办公开办函〔2019〕60号', ['other 60号']],
  ])('%s', (text, expected) => expect(numeralsOf(text)).toEqual(expected));

  test.each<[string, number | null]>([
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百零五', 105],
    ['一千二百三十四', 1234],
    ['二万三千', 23_000],
    ['一亿零三', 100_000_003],
    ['百', null],
    ['一二十', null],
  ])('%s', (text, value) => expect(readChineseNumber(text)?.value ?? null).toBe(value));

  test('folding keeps the offset of every character', () => {
    const printed = ' 收 到“１２”件\u00A0檔案，\n1,234';
    const { text, at } = fold(printed);
    expect(text).toBe('收到12件文件，\n1,234');
    expect([...text].map((_, index) => printed[at[index] ?? -1]).join('')).toBe('收到１２件檔案，\n1,234');
  });
});
