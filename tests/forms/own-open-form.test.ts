import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { OpenForm } from '../../parser/forms/open-form.ts';
import { isOpenForm } from '../../parser/forms/open-form.ts';
import { readOwnForm } from '../../parser/forms/own-form.ts';
import { openForms, openRuleOf, openWithOwn, withOwn } from '../../parser/forms/registry.ts';
import { formProblemSentence } from '../../parser/messages/form-problems.ts';
import { languages } from '../../parser/messages/words.ts';
import { readTables } from '../../parser/read-tables.ts';

/** A form with open rows that a person has written: the one that docs/forms.md shows, and what may be wrong in it. */

const docs = readFileSync(new URL('../../docs/forms.md', import.meta.url), 'utf8');
const last = (language: string): string =>
  [...docs.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].at(-1)?.[1] ?? '';

type Json = Record<string, unknown>;
const written = (): Json => JSON.parse(last('json'));

const formIn = (json: unknown): OpenForm => {
  const read = readOwnForm(json, []);
  if ('problems' in read || !isOpenForm(read.form)) throw new Error(JSON.stringify(read));
  return read.form;
};

const read = async (html: string, own: readonly OpenForm[]) => {
  withOwn(own);
  const bytes = new TextEncoder().encode(html);
  return (await readTables({ path: 'page.html' }, bytes, '', {}, openWithOwn(own))).tables;
};

describe('the form that docs/forms.md shows', () => {
  const form = formIn(written());

  test('checks the page beside it, and finds what the page says it finds', async () => {
    const tables = await read(last('html'), [form]);
    const relations = tables.flatMap((table) => table.relations);
    expect(new Set(relations.map(({ rule }) => rule))).toEqual(
      new Set(
        [
          ...['whole.receipts', 'whole.outlays', 'whole.balance', 'outlays'],
          ...['outlays.kinds', 'outlays.codes', 'outlays.total'],
        ].map((rule) => `town-budget.${rule}`),
      ),
    );
    const wrong = relations.flatMap(({ rule, lines }) =>
      lines.flatMap(({ outcome, strength, printed, computed }) =>
        outcome === 'violated' ? [[rule, strength, printed, computed]] : [],
      ),
    );
    expect(wrong).toEqual([
      ['town-budget.outlays.codes', 'asserted', 180.5, 185.5],
      ['town-budget.outlays.kinds', 'asserted', 155.5, 150.5],
    ]);
    const changes = tables.flatMap(({ diagnoses }) =>
      diagnoses.flatMap(({ alternatives }) => alternatives[0]?.changes ?? []),
    );
    expect(changes.map(({ from, to }) => [from, to])).toEqual([[155.5, 150.5]]);
  });

  test('lends its words', () => {
    withOwn([form]);
    expect(openRuleOf('town-budget.outlays.kinds')?.words.zh).toBe('合计 = 基本支出 + 项目支出');
    expect(openRuleOf('town-budget.outlays')?.table).toBeNull();
  });

  test('is not looked for where it was not asked for', async () => {
    const relations = (await read(last('html'), [])).flatMap((table) => table.relations);
    expect(relations.filter(({ rule }) => rule?.startsWith('town-budget.'))).toEqual([]);
  });
});

test.each(openForms)('$id, which ships, is one that a person could have written', (form) => {
  expect(formIn(structuredClone(form))).toEqual(form);
});

describe('what is wrong is told where it stands, with what is allowed', () => {
  const table = (form: Json, at = 1): Json => (form.tables as Json[])[at] as Json;
  const sum = (form: Json, at: number, of = 1): Json => (table(form, of).sums as Json[])[at] as Json;
  const half = (form: Json): Json => (table(form).halves as Json[])[0] as Json;

  test.each<[name: string, change: (form: Json) => void, path: string, what: string, allowed?: string[]]>([
    ['a title is missing', (form) => delete form.title, 'title', 'missing'],
    ['a name is misspelt', (form) => Object.assign(table(form), { sumz: [] }), 'tables[1]', 'unknown'],
    [
      'rows are of no kind',
      (form) => Object.assign(half(form), { rows: 'code' }),
      'tables[1].halves[0].rows',
      'value',
      ['coded', 'listed', 'any'],
    ],
    [
      'a sum is over nothing known',
      (form) => Object.assign(sum(form, 0), { over: 'cells' }),
      'tables[1].sums[0].over',
      'value',
      ['rows', 'columns', 'codes', 'halves'],
    ],
    [
      'parts are none',
      (form) => Object.assign(sum(form, 2), { parts: 'all' }),
      'tables[1].sums[2].parts',
      'value',
      ['[…]', 'listed', 'below', '{ "codes": […] }'],
    ],
    [
      'a weight is two',
      (form) => Object.assign(sum(form, 0), { parts: [{ id: 'basic', weight: 2 }] }),
      'tables[1].sums[0].parts[0].weight',
      'value',
      ['1', '-1'],
    ],
    [
      'a term leads nowhere',
      (form) => Object.assign(sum(form, 0), { parts: [{ id: 'projects' }] }),
      'tables[1].sums[0].parts[0].id',
      'no_such',
      ['total', 'basic', 'project'],
    ],
    [
      'a line leads nowhere',
      (form) => Object.assign(sum(form, 2), { target: 'sum' }),
      'tables[1].sums[2].target',
      'no_such',
      ['total'],
    ],
    [
      'there is no such half',
      (form) => Object.assign(sum(form, 2, 0), { other: [2, 'outlays', 'amount'] }),
      'tables[0].sums[2].other[0]',
      'no_such',
      ['0', '1'],
    ],
    [
      'a column is named twice',
      (form) => (half(form).columns as Json[]).push({ id: 'basic', zh: '基本支出' }),
      'tables[1].halves[0].columns[3].id',
      'twice',
    ],
    [
      'another table leads nowhere',
      (form) => Object.assign((form.between as Json[])[0]?.target as Json, { table: 'all' }),
      'between[0].target.table',
      'no_such',
      ['whole', 'outlays'],
    ],
  ])('%s', (_name, change, path, what, allowed) => {
    const form = written();
    change(form);
    const result = readOwnForm(form, []);
    const problems = 'problems' in result ? result.problems : [];
    expect(problems).toContainEqual(expect.objectContaining({ path, what, ...(allowed && { allowed }) }));
    for (const language of languages)
      for (const problem of problems) expect(formProblemSentence(problem, language)).toContain(problem.path);
  });

  test('an id that another form has', () => {
    expect(readOwnForm(written(), ['town-budget'])).toEqual({
      problems: [{ path: 'id', what: 'taken', given: 'town-budget' }],
    });
  });
});
