import { describe, expect, test } from 'vitest';
import { entryOf } from '../../cli/overview/entry.ts';
import { kindsOf, unreadNames } from '../../cli/overview/kinds.ts';
import { packRow, unpackRow } from '../../overview/entry.ts';
import { verdictOn } from '../../parser/findings/verdict.ts';
import type { IssueCode } from '../../parser/issue.ts';
import type { ProseFinding } from '../../parser/prose/prose-findings.ts';
import { severity } from '../../parser/severity.ts';
import { unread } from '../../parser/unread.ts';
import { corpus, sample } from '../outputs/reports.ts';

describe('the entry of a report', () => {
  test('says what is violated, and first which figure may be wrong', () => {
    const { row, detail } = entryOf(sample('one-wrong-cell-2020'));
    expect(row).toMatchObject({
      authority: '济宁市兖州区人民政府',
      year: 2020,
      verdict: 'violated',
      counts: { violated: 3, satisfied: 37, unread: 0 },
      received: 92,
    });
    expect(row.kinds).toEqual(['requests.balance', 'requests.results_sum', 'requests.applicants_sum']);
    expect(detail.violated.said[0]?.zh).toContain('90 + 0 ≠ 88 + 1');
    expect(detail.diagnoses[0]?.alternatives[0]).toEqual({
      zh: expect.stringContaining('由 88 改为 89'),
      en: expect.stringMatching(/89 instead of 88/),
    });
  });

  test('where all holds nothing is said against it', () => {
    const { row, detail } = entryOf(sample('consistent-2020'));
    expect(row.verdict).toBe('holds');
    expect(row.kinds).toEqual([]);
    expect(detail.violated).toEqual({ said: [], more: 0 });
    expect(detail.outcomes).toEqual([20, 28, 8, 29, 1, 4]);
  });

  test('nothing read is no verdict, and says why', () => {
    const source = { path: 'a.bin', sha256: '', bytes: 0, format: 'unknown' } as const;
    const { row, detail } = entryOf(unread(source, [{ code: 'source_empty' }]));
    expect(row).toMatchObject({ verdict: 'unread', kinds: ['source_empty'], year: null, form: null });
    expect(detail.unread.said).toEqual([
      { zh: expect.stringContaining('空的'), en: expect.stringContaining('empty') },
    ]);
  });

  test('a number of the text that contradicts another makes it wrong', () => {
    const found: ProseFinding = {
      kind: 'sum',
      quote: '公开10件，其中甲4件，乙7件',
      block: 0,
      at: 0,
      total: 10,
      parts: [
        { value: 4, at: 0 },
        { value: 7, at: 0 },
      ],
      outcome: 'violated',
    };
    const extraction = sample('consistent-2020');
    const { row, detail } = entryOf(extraction, verdictOn({ extraction, statements: [found] }));
    expect(row).toMatchObject({ verdict: 'violated', kinds: ['prose.sum'], counts: { violated: 1 } });
    expect(detail.contradicted.said[0]).toEqual({
      zh: '所列各项合计 11，正文总数为 10，相差 1（4 + 7）',
      en: 'The parts listed add up to 11, but the total stated is 10, difference 1 (4 + 7)',
      quote: found.quote,
    });
  });

  test('of very many findings the first are said and the rest counted', () => {
    const extraction = sample('one-wrong-cell-2020');
    const check = extraction.checks.find(({ outcome }) => outcome === 'violated');
    if (!check) throw new Error('The sample has a violated check.');
    const { row, detail } = entryOf({ ...extraction, checks: Array.from({ length: 500 }, () => check) });
    expect(row.counts.violated).toBe(500);
    expect(detail.violated.said.length + detail.violated.more).toBe(500);
    expect(detail.violated.said.length).toBeLessThan(100);
  });

  test('every reading of the corpus can be told in both languages, and its row comes back from what is written', () => {
    const entries = corpus().map((extraction) => entryOf(extraction));
    expect(entries.length).toBeGreaterThan(50);
    expect(new Set(entries.map(({ row }) => row.verdict))).toEqual(
      new Set(['violated', 'open', 'unread', 'holds']),
    );
    for (const entry of entries) {
      expect(unpackRow(JSON.parse(JSON.stringify(packRow(entry.row))))).toEqual(entry.row);
      const { violated, contradicted, undetermined, unread: missed, notes } = entry.detail;
      for (const { zh, en } of [violated, contradicted, undetermined, missed, notes].flatMap(
        ({ said }) => said,
      )) {
        expect(zh).not.toBe('');
        expect(en).not.toBe('');
        expect(en).not.toBe(zh);
      }
    }
  });
});

describe('kinds of findings', () => {
  const codes = (Object.keys(severity) as IssueCode[]).filter((code) => severity[code] === 'unread');

  test('every code that says something was not read has a name', () => {
    expect(
      codes.filter((code) => unreadNames[code] === undefined),
      'Name the new code in cli/overview/kinds.ts',
    ).toEqual([]);
    expect(
      Object.keys(unreadNames).filter((code) => !codes.some((one) => one === code)),
      'Take the code out of cli/overview/kinds.ts',
    ).toEqual([]);
  });

  test('rules stand with the words of the form and their source', () => {
    const kinds = kindsOf(['requests.balance', 'prose.claim', 'prose.period', 'no_tables', 'new.rule']);
    expect(kinds['requests.balance']).toMatchObject({
      about: 'report',
      name: { zh: expect.stringContaining('一'), en: expect.stringMatching(/./) },
      source: { zh: expect.stringContaining('国办公开办函') },
    });
    expect(kinds.no_tables?.about).toBe('reading');
    expect(kinds['prose.period']?.name.en).toContain('period');
    expect(kinds['new.rule']?.name).toEqual({ zh: 'new.rule', en: 'new.rule' });
  });
});
