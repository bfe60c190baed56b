import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { noteBefore } from '../../entrypoints/store/notes.ts';
import { rowOf, storedRowSchema } from '../../entrypoints/store/row.ts';
import { keptRow } from '../../entrypoints/store/shelf-context.ts';
import { toldOf, withNote } from '../../parser/export/kept.ts';
import { longestNote, noteOf } from '../../parser/export/note.ts';
import { packageFiles } from '../../parser/export/package.ts';
import { readShelfJson, toShelfJson } from '../../parser/export/shelf-json.ts';
import { findingColumns, findingLines } from '../../parser/export/verdict.ts';
import { unjudged } from '../../parser/findings/judgement.ts';
import { verdictOn } from '../../parser/findings/verdict.ts';
import { shelfRow } from '../components/shelf-rows.ts';
import { bothSamples } from './kept.ts';

/** A note is kept with its report, and goes with it wherever that goes. */

const [plain, other] = await bothSamples();
const note = '=来函已复；"待核"\n第二行，😀';
const noted = withNote(plain, note);

describe('a note', () => {
  test('of blanks alone is none', () => expect(noteOf(' \n\t')).toBe(''));

  test('is cut at its bound, but not within a character', () => {
    expect(noteOf('字'.repeat(longestNote + 1))).toBe('字'.repeat(longestNote));
    expect(noteOf(`${'字'.repeat(longestNote - 1)}😀`)).toBe('字'.repeat(longestNote - 1));
  });

  test('is taken away by an empty one, and nothing of it is left', () => {
    expect(withNote(noted, '')).toEqual(plain);
    expect(Object.keys(withNote(noted, ''))).not.toContain('note');
  });
});

describe('in a file of the shelf', () => {
  test('is read again, and one without is written as before', () => {
    const text = toShelfJson([noted, other]);
    expect(readShelfJson(text)).toEqual({ kind: 'shelf', reports: [noted, other], refused: [] });
    expect(text.match(/"note":/g)).toHaveLength(1);
  });

  test.each([
    ['too long', '字'.repeat(longestNote + 1)],
    ['empty', ''],
    ['no text', 7],
  ])('is refused with its report, and told: %s', (_what, wrong) => {
    const file = JSON.parse(toShelfJson([noted, other]));
    file.reports[0].note = wrong;
    expect(readShelfJson(JSON.stringify(file))).toEqual({ kind: 'shelf', reports: [other], refused: [1] });
  });
});

describe('in an export', () => {
  const rowsOf = (text: string) => Papa.parse<string[]>(text.trimEnd()).data;
  const written = `'${note}`;

  test('stands in each row of the findings, and in the row of a report without any', () => {
    const at = findingColumns.indexOf('note');
    const lines = (of: typeof plain) =>
      rowsOf(findingLines(verdictOn(toldOf(of), unjudged), of.extraction, 'zh-CN', of.note));
    expect(lines(withNote(other, note)).map((row) => row[at])).toEqual(lines(other).map(() => written));
    expect(lines(other).every((row) => row[at] === '')).toBe(true);
    expect(lines(noted)).toHaveLength(1);
    expect(lines(noted)[0]?.[at]).toBe(written);
  });

  test('stands with its report in the data package', () => {
    const files = packageFiles([noted, other], '2026-02-02T00:00:00Z', '0.1.0');
    const [head, ...rows] = rowsOf(files.find(({ name }) => name === 'reports.csv')?.text ?? '');
    expect(rows.map((row) => row[head?.indexOf('note') ?? -1])).toEqual([written, '']);
  });
});

describe('on the shelf', () => {
  test('stands in the row, and a row without it is still one', () => {
    expect(rowOf(noted).note).toBe(note);
    expect(storedRowSchema.parse(rowOf(plain))).toEqual(rowOf(plain));
  });

  const place = 'http://www.example.gov.cn/report.html';
  const version = (day: string, more: Parameters<typeof shelfRow>[0] = {}) =>
    shelfRow({ place, retrieved: `2026-${day}T00:00:00.000Z`, ...more });
  const own = version('03-01');

  test('is taken over by a new version from the last one before it', () => {
    const rows = [
      version('02-01', { note: '第二版' }),
      version('01-01', { note: '第一版' }),
      version('04-01', { note: '更新的' }),
      version('02-02', { note: '另一年', year: 2020 }),
    ];
    expect(noteBefore({}, own, rows)).toBe('第二版');
    expect(noteBefore({}, own, [...rows, version('02-03')])).toBe('');
    expect(noteBefore({}, own, [...rows, { ...version('02-03', { note: '已删' }), removed: 1 }])).toBe(
      '第二版',
    );
    expect(noteBefore({ note: '自带的' }, own, rows)).toBe('自带的');
    expect(noteBefore({}, own, [])).toBe('');
  });

  test('is that of the newest row with the content that is open', () => {
    const { sha256 } = other.extraction.source;
    const rows = [
      version('02-01', { id: `${sha256}/0/0.2.0/`, note: '新' }),
      version('01-01', { id: `${sha256}/0/0.1.0/`, note: '旧' }),
      version('05-01', { id: 'another/0/0.2.0/', note: '改后' }),
    ];
    expect(keptRow(other.extraction, 0, rows)?.note).toBe('新');
    expect(keptRow(other.extraction, 1, rows)).toBeUndefined();
  });
});
