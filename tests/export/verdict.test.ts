import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import {
  findingColumns,
  findingLines,
  findingRows,
  findingsStart,
  verdictJson,
  verdictLine,
} from '../../parser/export/verdict.ts';
import type { Extraction } from '../../parser/extraction.ts';
import type { Finding } from '../../parser/findings/finding.ts';
import { verdictSchema } from '../../parser/findings/schema.ts';
import { type Verdict, verdictOn } from '../../parser/findings/verdict.ts';
import { extraction } from './extraction.ts';

const of = (changes: Partial<Extraction> = {}): [Verdict, Extraction] => {
  const one = extraction(changes);
  return [verdictOn({ extraction: one, statements: [] }), one];
};

describe('a verdict as JSON', () => {
  test('is the verdict, with its keys in the order of the schema', () => {
    const [verdict] = of();
    const written = JSON.parse(verdictJson(verdict));
    expect(verdictSchema.parse(written)).toEqual(written);
    expect(Object.keys(written)).toEqual([
      'schema',
      'source',
      'form',
      'authority',
      'year',
      'verdict',
      'counts',
      'findings',
    ]);
    expect(written).toMatchObject({
      schema: 'gouji/verdict/1',
      form: { id: 'disclosure-2019', title: verdict.form?.title, issuedAs: verdict.form?.issuedAs },
      authority: verdict.authority,
      year: { value: 2020, evidence: '2020年' },
      verdict: 'violated',
      counts: verdict.counts,
    });
    expect(
      written.findings.map(({ rule, strength, key, about, numbers }: Finding) => ({
        rule,
        strength,
        key,
        about,
        numbers,
      })),
    ).toEqual(
      JSON.parse(
        JSON.stringify(
          verdict.findings.map(({ rule, strength, key, about, numbers }) => ({
            rule,
            strength,
            key,
            about,
            numbers,
          })),
        ),
      ),
    );
  });

  test('a finding has words, a place and who set it aside only where there are such', () => {
    const [verdict] = of();
    const [first, ...others] = verdict.findings;
    if (!first) throw new Error('There are findings.');
    const { quote: _, slot: __, setAside: ___, ...bare } = first;
    const keysOf = (finding: Finding): string[] =>
      Object.keys(JSON.parse(verdictLine({ ...verdict, findings: [finding] })).findings[0]);
    const always = ['kind', 'rule', 'strength', 'key', 'about', 'numbers'];
    expect(keysOf(bare as Finding)).toEqual(always);
    const setAside = { reason: 'confirmed', at: '2026-01-01', more: 1 } as unknown as NonNullable<
      Finding['setAside']
    >;
    const slot = { column: 1, row: 2, table: 3 };
    const whole = { ...bare, quote: '新收', slot, setAside } as Finding;
    expect(keysOf(whole)).toEqual([...always, 'quote', 'slot', 'setAside']);
    expect(verdictLine({ ...verdict, findings: [whole] })).toContain(
      '"quote":"新收","slot":{"table":3,"row":2,"column":1},"setAside":{"reason":"confirmed","at":"2026-01-01"}}]}\n',
    );
    expect(others.length).toBeGreaterThan(0);
  });

  test('what is not known is null', () => {
    const [verdict] = of({
      form: null,
      authority: null,
      year: null,
      facts: [],
      checks: [],
      claims: [],
      diagnoses: [],
    });
    expect(JSON.parse(verdictLine(verdict))).toMatchObject({ form: null, authority: null, year: null });
  });

  test('for people it is indented, for programs one line', () => {
    const [verdict] = of();
    expect(verdictJson(verdict)).toBe(JSON.stringify(JSON.parse(verdictLine(verdict)), null, 2));
    expect(verdictLine(verdict).split('\n')).toHaveLength(2);
  });
});

describe('findings as rows', () => {
  const named = (rows: readonly (readonly unknown[])[]) =>
    rows.map((row) => Object.fromEntries(findingColumns.map((name, at) => [name, row[at]])));

  test('one for each finding, in words of the language asked for', () => {
    const [verdict, one] = of();
    const rows = named(findingRows(verdict, one, 'zh-CN', '已电话核实'));
    expect(rows).toHaveLength(verdict.findings.length);
    const claim = rows.find(({ kind }) => kind === 'claim');
    expect(claim).toEqual({
      ...{ authority: '甲市人民政府', year: 2020, form: 'disclosure-2019', verdict: 'violated' },
      ...{
        kind: 'claim',
        rule: expect.any(String),
        strength: 'violated',
        sentence: expect.stringContaining('90'),
      },
      ...{ equation: claim?.equation, cells: 'requests.received_new.total', quote: '新收90件' },
      ...{ set_aside: null, set_aside_at: null, note: '已电话核实' },
      ...{ source: 'reports/2020.html', sha256: 'ab'.repeat(32) },
    });
    const identity = rows.find(({ kind }) => kind === 'identity');
    expect(identity).toMatchObject({
      quote: null,
      equation: expect.stringContaining('≠'),
      cells: expect.stringContaining(' '),
    });
    const inEnglish = named(findingRows(verdict, one, 'en'));
    expect(inEnglish.map(({ note }) => note)).toEqual(inEnglish.map(() => null));
    expect(inEnglish[0]?.sentence).not.toBe(rows[0]?.sentence);
  });

  test('who has set one aside, why and when', () => {
    const [verdict, one] = of();
    const [first] = verdict.findings;
    if (!first) throw new Error('There are findings.');
    const set = (finding: Finding) => named(findingRows({ ...verdict, findings: [finding] }, one, 'en'))[0];
    expect(
      set({ ...first, setAside: { reason: 'confirmed', at: '2026-01-01T00:00:00Z' } } as unknown as Finding),
    ).toMatchObject({
      set_aside: expect.any(String),
      set_aside_at: '2026-01-01T00:00:00Z',
    });
  });

  test('a report without one has a row of its own: no report is missing', () => {
    const empty = { issues: [], checks: [], claims: [], diagnoses: [] };
    const [verdict, one] = of(empty);
    expect(findingRows(verdict, one, 'en')).toEqual([
      [
        '甲市人民政府',
        2020,
        'disclosure-2019',
        'unread',
        ...Array(9).fill(null),
        null,
        'reports/2020.html',
        'ab'.repeat(32),
      ],
    ]);
    const [nothing, none] = of({
      ...empty,
      form: null,
      authority: null,
      year: null,
      source: { sha256: '', bytes: 0, format: 'unknown' },
    });
    expect(findingRows(nothing, none, 'en')).toEqual([
      [null, null, null, 'unread', ...Array(11).fill(null), ''],
    ]);
    const [live, page] = of({
      ...empty,
      source: { url: 'http://a.gov.cn', sha256: '', bytes: 0, format: 'dom' },
    });
    expect(findingRows(live, page, 'en')[0]?.at(-2)).toBe('http://a.gov.cn');
  });

  test('as CSV they stand under their header', () => {
    const [verdict, one] = of();
    const { data } = Papa.parse<string[]>(
      `${findingsStart()}${findingLines(verdict, one, 'en', '=note')}`.replace(/^\uFEFF/, ''),
      {
        skipEmptyLines: true,
      },
    );
    expect(data[0]).toEqual([...findingColumns]);
    expect(data).toHaveLength(verdict.findings.length + 1);
    expect(data[1]?.[findingColumns.indexOf('note')]).toBe("'=note");
  });
});
