import { beforeAll, describe, expect, test } from 'vitest';
import { readSource, type SourceRead } from '../../cli/read.ts';
import { answerer } from '../../cli/runs/answer.ts';
import { type Answer, type Asked, asking } from '../../cli/runs/request.ts';
import { csvColumns, csvStart, factRows } from '../../parser/export/csv.ts';
import { reportRows, tabulationRows } from '../../parser/export/dataset-rows.ts';
import { jsonOf, toNdjsonLine } from '../../parser/export/json.ts';
import { findingLines, findingRows, verdictJson, verdictLine } from '../../parser/export/verdict.ts';
import type { Extraction } from '../../parser/extraction.ts';
import { verdictOn } from '../../parser/findings/verdict.ts';
import { proseFindings } from '../../parser/prose/prose-findings.ts';
import { withoutText } from '../../parser/reading.ts';

const wrong = 'samples/one-wrong-cell-2020.html';
const sound = 'samples/consistent-2020.html';
const missing = 'none/missing.html';

const reading = async (path: string, wanted = {}): Promise<SourceRead> =>
  readSource({ kind: 'file', key: path, path }, { summed: true, ...wanted });

let [ofWrong, ofSound, ofMissing]: SourceRead[] = [];
beforeAll(async () => {
  [ofWrong, ofSound, ofMissing] = [await reading(wrong), await reading(sound), await reading(missing)];
});

const answered = async (asked: Partial<Asked>, read: SourceRead | undefined): Promise<Answer> => {
  if (!read) throw new Error('Nothing was read.');
  return (await answerer(asking('en', asked)))(read);
};

const told = (read: SourceRead | undefined) => {
  const [one] = read?.readings ?? [];
  if (!one) throw new Error('Nothing was read.');
  const { extraction } = one;
  const statements = proseFindings(one.text, extraction, one.start);
  return { extraction, statements, verdict: verdictOn({ extraction, statements }) };
};

/** A source in which a report was read otherwise. */
const readAs = (changed: Partial<Extraction>, of: SourceRead | undefined = ofSound): SourceRead => ({
  readings: [withoutText({ ...told(of).extraction, ...changed })],
  file: null,
});

const decoder = new TextDecoder();
const textsOf = ({ texts }: Answer): string[] => texts.map((text) => decoder.decode(text));

test('of what is not asked nothing is answered but the file and the counts', async () => {
  expect(await answered({}, ofWrong)).toEqual({
    file: ofWrong?.file,
    texts: [],
    counted: [{ exit: 1, violated: true }],
    notes: [],
    past: [],
    lacks: [],
    reports: [],
    facts: [],
    entries: [],
    rows: [],
    dataset: [],
  });
  expect((await answered({}, ofSound)).counted).toEqual([{ exit: 0, violated: false }]);
  expect(await answered({}, ofMissing)).toMatchObject({
    file: null,
    counted: [{ exit: 2, violated: false }],
  });
});

describe('the text of a report', () => {
  const textOf = async (text: Asked['text']): Promise<string> => {
    const [one = '', ...more] = textsOf(await answered({ text }, ofWrong));
    expect(more).toEqual([]);
    return one;
  };

  test('is what the output of each format holds of it', async () => {
    const { extraction, verdict } = told(ofWrong);
    expect(await textOf('json')).toBe(jsonOf(extraction));
    expect(await textOf('ndjson')).toBe(toNdjsonLine(extraction));
    expect(`${csvStart()}${await textOf('csv')}`).toContain('total_processed.natural_person,88,');
    expect(await textOf('verdict-json')).toBe(verdictJson(verdict));
    expect(await textOf('verdict-ndjson')).toBe(verdictLine(verdict));
    expect(await textOf('findings-csv')).toBe(findingLines(verdict, extraction, 'en'));
  });

  test('for people, in their language, with colours where they are wanted and every mend where they ask', async () => {
    const summary = await textOf('summary');
    expect(summary.split('\n')[0]).toBe(wrong);
    expect(summary).toContain('90 + 0 ≠ 88 + 1');
    expect(summary).not.toContain('\u001B');
    const [coloured = ''] = textsOf(await answered({ text: 'summary', colours: true }, ofWrong));
    expect(coloured).toContain(`\u001B[1m${wrong}`);
    const chinese = await answerer(asking('zh-CN', { text: 'summary' }));
    if (ofWrong) expect(textsOf(chinese(ofWrong))[0]).toContain('不成立');
  });

  test('what a terminal would obey is shown', async () => {
    const { source } = told(ofSound).extraction;
    const read = readAs({ source: { ...source, path: 'a\u001B[31m' } });
    expect(textsOf(await answered({ text: 'summary' }, read))[0]).toContain('a␛[31m');
  });
});

describe('notes, for standard error', () => {
  const notes = async (read: SourceRead | undefined, asked: Partial<Asked> = {}): Promise<string[]> =>
    (await answered({ notes: true, ...asked }, read)).notes;

  test('say of each report why it does not add up and what was not read, and of a sound one nothing', async () => {
    expect(await notes(ofSound)).toEqual([]);
    expect(await notes(ofWrong)).toEqual([
      expect.stringMatching(/^samples\/one-wrong-cell-2020\.html: 3 .*$/),
    ]);
    expect(await notes(ofMissing)).toEqual([
      'none/missing.html: "none/missing.html" was not found. Check the path.',
    ]);
  });

  test('name a page by its address', async () => {
    const { path, ...source } = told(ofWrong).extraction.source;
    const at = (where: object): SourceRead => readAs({ source: { ...source, ...where } }, ofWrong);
    expect((await notes(at({ url: 'https://a.gov.cn/1' })))[0]).toMatch(/^https:\/\/a\.gov\.cn\/1: /);
    expect((await notes(at({})))[0]).toMatch(/^: /);
  });

  test('say of a page without a report that it holds none, unless its tables were checked in its place', async () => {
    const page = new TextEncoder().encode(
      '<table><tr><th>项目</th><th>金额</th></tr><tr><td>甲</td><td>10</td></tr><tr><td>乙</td><td>20</td></tr><tr><td>丙</td><td>31</td></tr><tr><td>合计</td><td>61</td></tr></table>',
    );
    const item = { kind: 'page', key: 'a', origin: { path: 'a.html' }, bytes: page } as const;
    const alone = await readSource(item, { summed: false });
    expect((await notes(alone))[0]).toMatch(/^a\.html: /);
    const withTotals = await readSource(item, { summed: false, totals: true });
    expect(withTotals.tables?.length).toBe(1);
    expect(await notes(withTotals)).toEqual([]);
    expect((await answered({}, withTotals)).counted).toEqual([{ exit: 0, violated: false }]);
  });
});

describe('for the comparison over the years', () => {
  test('the figures of a report whose body, year and form are known', async () => {
    const { extraction } = told(ofSound);
    const { past } = await answered({ past: true }, ofSound);
    expect(past).toEqual([
      {
        source: sound,
        authority: extraction.authority?.value,
        year: 2020,
        form: 'disclosure-2019',
        facts: extraction.facts.map(({ ref, value, state }) => ({ ref, value, state })),
      },
    ]);
    for (const part of ['authority', 'year', 'form'] as const) {
      expect((await answered({ past: true }, readAs({ [part]: null }))).past, part).toEqual([]);
    }
  });

  test('no figure of a table that was not surely read', async () => {
    const slot = { table: 1, row: 5, column: 0 };
    const issue = {
      code: 'row_repeated',
      table: 'requests',
      row: 'granted',
      label: '予以公开',
      slot,
    } as const;
    const [past] = (await answered({ past: true }, readAs({ issues: [issue] }))).past;
    const tables = past?.facts.filter(({ value }) => value !== null).map(({ ref }) => ref.split('.')[0]);
    expect(new Set(tables)).toEqual(new Set(['proactive_disclosure', 'review_litigation']));
  });

  test('what a report lacks for it, and what of it was not read', async () => {
    const lacks = async (read: SourceRead | undefined) => (await answered({ lacks: true }, read)).lacks;
    expect(await lacks(ofSound)).toEqual([]);
    expect(await lacks(ofMissing)).toEqual([
      {
        source: missing,
        form: null,
        missing: ['form', 'authority', 'year'],
        issues: [{ code: 'file_not_found', path: missing }],
      },
    ]);
    const blank = { source: sound, form: 'disclosure-2019', missing: [], issues: [] };
    expect(await lacks(readAs({ year: null }))).toEqual([{ ...blank, missing: ['year'] }]);
    const unread = { code: 'file_not_found', path: 'x' } as const;
    const note = { code: 'encoding_assumed', declared: null, used: 'gb18030' } as const;
    expect(await lacks(readAs({ issues: [note, unread] }))).toEqual([{ ...blank, issues: [unread] }]);
    expect(await lacks(readAs({ issues: [note] }))).toEqual([]);
  });
});

describe('for outputs that are written elsewhere', () => {
  test('the whole report, its facts as rows of the CSV, its findings, its entry on the page for people', async () => {
    const { extraction, statements, verdict } = told(ofWrong);
    const answer = await answered({ reports: true, facts: true, rows: true, entries: true }, ofWrong);
    expect(answer.reports).toEqual([{ extraction, statements }]);
    const [{ width, values, places } = { width: 0, values: [], places: new Uint32Array() }] = answer.facts;
    expect(width).toBe(csvColumns.length);
    const rows = factRows(extraction);
    expect([...places].map((place) => values[place])).toEqual(rows.flat());
    expect(answer.rows).toEqual(findingRows(verdict, extraction, 'en'));
    expect(answer.entries.map(({ row }) => row.verdict)).toEqual(['violated']);
  });

  test('what each report adds to a data set; the first has the tables of its source', async () => {
    const read = await reading(wrong, { tables: true });
    const two = { ...read, readings: [...read.readings, ...(ofSound?.readings ?? [])] };
    const { dataset } = await answered({ dataset: true }, two);
    const rows = (one: SourceRead | undefined) => reportRows(told(one));
    if (!read.tabulation) throw new Error('The tables were asked for.');
    expect(dataset).toEqual([
      { ...rows(read), ...tabulationRows(read.tabulation) },
      { ...rows(ofSound), tables: [], relations: [] },
    ]);
    const [without] = (await answered({ dataset: true }, ofWrong)).dataset;
    expect(without).toEqual({ ...rows(ofWrong), tables: [], relations: [] });
  });
});
