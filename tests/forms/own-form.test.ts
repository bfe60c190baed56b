import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isClosedForm } from '../../parser/forms/open-form.ts';
import { readOwnForm } from '../../parser/forms/own-form.ts';
import { formOf, forms, withOwn } from '../../parser/forms/registry.ts';
import type { Form } from '../../parser/forms/schema.ts';
import { formProblemSentence } from '../../parser/messages/form-problems.ts';
import { languages } from '../../parser/messages/words.ts';
import { readFile } from '../../parser/read.ts';

const docs = readFileSync(new URL('../../docs/forms.md', import.meta.url), 'utf8');
const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(docs)?.[1] ?? '';
const written = (): Record<string, unknown> => JSON.parse(block('json'));

const formIn = (json: unknown): Form => {
  const read = readOwnForm(json, []);
  if ('problems' in read || !isClosedForm(read.form)) throw new Error(JSON.stringify(read));
  return read.form;
};

const problemsIn = (json: unknown, taken: string[] = []) => {
  const read = readOwnForm(json, taken);
  return 'problems' in read ? read.problems : [];
};

/** The form of the page with one place changed. */
const changed = (change: (form: Record<string, unknown>) => void): Record<string, unknown> => {
  const form = structuredClone(written());
  change(form);
  return form;
};

describe('the form that docs/forms.md shows', () => {
  const form = formIn(written());
  const read = async (html: string, list: readonly Form[]) => {
    const [reading] = await readFile({ path: 'page.html' }, new TextEncoder().encode(html), '', {}, list);
    if (!reading) throw new Error('At least one reading is given.');
    return reading.extraction;
  };

  test('reads the page beside it, and finds what the page says it finds', async () => {
    const {
      form: found,
      authority,
      year,
      coverage,
      checks,
      diagnoses,
    } = await read(block('html'), withOwn([form]));
    expect([found?.id, authority?.value, year?.value]).toEqual(['village-affairs', '甲县乙镇', 2023]);
    expect(coverage).toEqual({ read: 16, expected: 16 });
    expect(checks.filter(({ outcome }) => outcome === 'violated').map(({ id }) => id)).toEqual([
      'publicity.kinds_sum@all',
      'publicity.means_sum@total',
    ]);
    expect(diagnoses[0]?.alternatives[0]?.changes).toEqual([
      { ref: 'publicity.all.total', from: 78, to: 77 },
    ]);
  });

  test('reads a page larger than one that is read in any case', async () => {
    const long = block('html') + '<p>其他内容与本表无关。</p>'.repeat(600);
    expect((await read(long, withOwn([form]))).coverage.read).toBe(16);
  });

  const printed = [
    ['公示栏公开', '12', '30', '12', '54'],
    ['网络公开', '3', '8', '4', '15'],
    ['会议公开', '2', '5', '1', '8'],
    ['公开总数', '17', '43', '17', '78'],
  ] as const;
  const headings = ['党务', '村务', '财务', '合计'];
  const tr = (cells: readonly string[], span = 1): string =>
    `<tr>${cells.map((text) => `<td colspan="${span}">${text}</td>`).join('')}</tr>`;

  test.each([
    [
      'in one line, their labels above the columns',
      [
        tr(
          printed.map(([label]) => label),
          4,
        ),
        tr(printed.flatMap(() => headings)),
        tr(printed.flatMap(([, ...figures]) => figures)),
      ],
    ],
    [
      'turned: its rows are columns',
      [
        tr(['', ...printed.map(([label]) => label)]),
        ...headings.map((heading, at) => tr([heading, ...printed.map((row) => row[at + 1] ?? '')])),
      ],
    ],
  ])('reads a table printed %s', async (_, rows) => {
    const page = `<title>甲县乙镇2023年村务公开情况统计表</title><table>${rows.join('')}</table>`;
    const { coverage, facts } = await read(page, withOwn([form]));
    expect(coverage).toEqual({ read: 16, expected: 16 });
    expect(facts.find(({ ref }) => ref === 'publicity.online.finance')?.value).toBe(4);
  });

  test('lends its words, and leaves the forms that ship as they are', () => {
    expect(withOwn([form]).slice(0, forms.length)).toEqual(forms);
    expect(formOf('village-affairs')?.tables[0]?.bands[0]?.columns.map(({ zh }) => zh)).toContain('财务');
    expect(withOwn([])).toBe(forms);
  });

  test('is not looked for where it was not asked for', async () => {
    expect((await read(block('html'), forms)).form).toBeNull();
  });
});

describe('what is wrong with a form is told where it stands', () => {
  test.each<[name: string, change: (form: Record<string, unknown>) => void, path: string, what: string]>([
    ['a name is missing', (form) => delete form.title, 'title', 'missing'],
    ['a name is misspelt', (form) => Object.assign(form, { tabels: [] }), '', 'unknown'],
    [
      'a value is none',
      (form) => Object.assign(form, { tables: [{ ...tableIn(form), layout: 'row' }] }),
      'tables[0].layout',
      'value',
    ],
    [
      'a label is no text',
      (form) => Object.assign(tableIn(form), { rows: [{ id: 'a', zh: 1 }] }),
      'tables[0].rows[0].zh',
      'type',
    ],
    [
      'an id has capitals',
      (form) => Object.assign(tableIn(form), { id: 'Publicity' }),
      'tables[0].id',
      'pattern',
    ],
    ['a table has no rows', (form) => Object.assign(tableIn(form), { rows: [] }), 'tables[0].rows', 'few'],
    [
      'a term leads nowhere',
      (form) => Object.assign(identityIn(form), { right: ['al'] }),
      'identities[0].right[0]',
      'no_such',
    ],
    [
      'a table leads nowhere',
      (form) => Object.assign(identityIn(form), { table: 'other' }),
      'identities[0].table',
      'no_such',
    ],
    [
      'a term stands on both sides',
      (form) => Object.assign(identityIn(form), { right: ['party'] }),
      'identities[0].right[0]',
      'twice',
    ],
    ['a name is an expression', (form) => Object.assign(form, { names: ['(报告)+'] }), 'names[0]', 'pattern'],
    [
      'brackets stand in brackets',
      (form) => Object.assign(form, { names: ['报[告[书]]'] }),
      'names[0]',
      'pattern',
    ],
  ])('%s', (_, change, path, what) => {
    const problems = problemsIn(changed(change));
    expect(problems.map((one) => [one.path, one.what])).toContainEqual([path, what]);
    for (const language of languages)
      for (const problem of problems)
        expect(formProblemSentence(problem, language)).not.toMatch(/undefined|null/);
  });

  test('two rows with one id', () => {
    const twice = changed((form) => {
      const rows = tableIn(form).rows as unknown[];
      rows.push(rows[0]);
    });
    expect(problemsIn(twice)).toEqual([{ path: 'tables[0].rows[4].id', what: 'twice', given: 'board' }]);
  });

  test('an id that another form has', () => {
    expect(problemsIn(written(), ['village-affairs'])).toEqual([
      { path: 'id', what: 'taken', given: 'village-affairs' },
    ]);
  });

  test('what is no form at all', () => {
    for (const json of [null, 1, 'form', [], {}]) expect(problemsIn(json)).not.toEqual([]);
  });
});

function tableIn(form: Record<string, unknown>): Record<string, unknown> {
  return (form.tables as Record<string, unknown>[])[0] ?? {};
}

function identityIn(form: Record<string, unknown>): Record<string, unknown> {
  return (form.identities as Record<string, unknown>[])[0] ?? {};
}
