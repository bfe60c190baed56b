import { readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { disclosure2021 } from '../../parser/forms/disclosure/edition-2021.ts';
import { formShape } from '../../parser/forms/form-shape.ts';
import { formOf, forms } from '../../parser/forms/registry.ts';
import { defineForm, type Form, type FormTable } from '../../parser/forms/schema.ts';
import { expectedRows } from '../../parser/recognise/facts.ts';
import { labelKey } from '../../parser/text/label.ts';
import { simplified } from '../../parser/text/traditional.ts';
import { signsModule } from '../../tools/signs-module.ts';

const rowsOf = (table: FormTable) => table.bands.flatMap((band) => band.rows);
const tableOf = (form: Form, id: string): FormTable => {
  const table = form.tables.find((one) => one.id === id);
  if (!table) throw new Error(`${form.id} has no table ${id}`);
  return table;
};

describe.each(forms.map((form) => [form.id, form] as const))('%s', (_, form) => {
  test('has the shape of a form', () => {
    expect(formShape.safeParse(form).error?.issues ?? []).toEqual([]);
  });

  test('every reference of every identity exists, and none twice', () => {
    for (const identity of form.identities) {
      const table = tableOf(form, identity.table);
      const refs = [...identity.left, ...identity.right];
      const known =
        identity.over === 'columns'
          ? rowsOf(table).map((row) => row.id)
          : table.bands.flatMap((band) => band.columns.map((column) => column.id));
      expect(
        refs.filter((ref) => !known.includes(ref)),
        identity.id,
      ).toEqual([]);
      expect(new Set(refs).size, `${identity.id} names a cell twice`).toBe(refs.length);
      expect(identity.id.startsWith(`${identity.table}.`), identity.id).toBe(true);
    }
  });

  test('every reference of every relation over the years exists', () => {
    for (const { table, over, later, earlier, during, firm } of form.yearly) {
      const rows = rowsOf(tableOf(form, table)).map((row) => row.id);
      const columns = tableOf(form, table).bands.flatMap((band) => band.columns.map((column) => column.id));
      const [terms, keys] = over === 'columns' ? [rows, columns] : [columns, rows];
      for (const id of [later, ...earlier.map((term) => term.id), ...during.map((term) => term.id)])
        expect(terms).toContain(id);
      if (firm !== null) expect(keys).toContain(firm);
    }
  });

  test('an identity that the form itself prints says so, with its words', () => {
    for (const identity of form.identities)
      expect(identity.basis === 'printed_on_form', identity.id).toBe(identity.wording !== null);
  });

  test('identities are over tables of one band: a column means the same in every row', () => {
    for (const identity of form.identities) expect(tableOf(form, identity.table).bands).toHaveLength(1);
  });

  test('rows that one may stand in for exist', () => {
    for (const table of form.tables)
      for (const row of rowsOf(table))
        for (const id of row.insteadOf ?? []) expect(rowsOf(table).map((one) => one.id)).toContain(id);
  });

  test('money and only money has a unit on the form', () => {
    for (const table of form.tables)
      for (const column of table.bands.flatMap((band) => band.columns))
        if (column.unit !== undefined) expect(column.type, column.id).toBe('money');
  });

  test('no two rows of a table, and no two columns of a band, are printed with the same words', () => {
    const keys = (label: { zh: string; groups?: readonly string[]; aliases?: readonly string[] }) =>
      [label.zh, ...(label.aliases ?? [])].map(labelKey);
    for (const table of form.tables) {
      const rows = rowsOf(table).filter((row) => !row.insteadOf);
      for (const list of [rows, ...table.bands.map((band) => band.columns)])
        for (const [at, label] of list.entries())
          for (const other of list.slice(at + 1)) {
            const shared = keys(label).filter((key) => keys(other).includes(key));
            expect(shared, `${table.id}: ${label.id} and ${other.id}`).toEqual([]);
          }
    }
  });
});

test('the registry finds a form by its id, and no other', () => {
  for (const form of forms) expect(formOf(form.id)).toBe(form);
  expect(formOf('disclosure-2008')).toBeNull();
  expect(new Set(forms.map((form) => form.id)).size).toBe(forms.length);
});

test('every form that a folder declares is registered', async () => {
  const files = import.meta.glob<Record<string, unknown>>('../../parser/forms/*/*.ts', { eager: true });
  const declared = Object.values(files).flatMap((file) =>
    Object.values(file).flatMap((value) => formShape.safeParse(value).data?.id ?? []),
  );
  expect(forms.map((form) => form.id).sort(), 'Add the new form to parser/forms/registry.ts').toEqual(
    declared.sort(),
  );
});

test('parser/forms/probe-signs.ts is what the forms say', () => {
  expect(
    readFileSync(new URL('../../parser/forms/probe-signs.ts', import.meta.url), 'utf8'),
    'Run npm run signs',
  ).toBe(signsModule());
});

test('every sign of a form is printed on it', () => {
  const printedOn = (form: Form): string =>
    JSON.stringify(form.tables) + form.identities.map(({ wording }) => wording).join('');
  const anywhere = forms.map(printedOn).join('');
  for (const form of forms) {
    const printed = printedOn(form);
    for (const { zh, rarest } of form.signs?.wordings ?? []) {
      expect(printed, form.id).toContain(zh);
      expect(zh).toContain(rarest);
    }
    const simple = [...(form.signs?.characters ?? '')].filter((one) => !simplified.has(one));
    for (const one of simple) expect(anywhere, `${form.id}: ${one}`).toContain(one);
  }
});

test('how many cells and identities a report of each form has', () => {
  const sizes = forms.map((form) => {
    const cells = form.tables.flatMap((table) =>
      table.bands.map(
        (band) =>
          band.columns.length * band.rows.filter((row) => expectedRows(table, new Set()).has(row.id)).length,
      ),
    );
    return [form.id, cells.reduce((a, b) => a + b)];
  });
  // 2019: table two 22, table three 23 × 7, table four 15. 2021: 10, 25 × 7, 15. Of penalties one line and its sum.
  expect(Object.fromEntries(sizes)).toMatchObject({
    'fujian-statistics-2014': 32,
    'penalties-2018': 20,
    'penalties-2021': 28,
    'penalties-2021-split': 30,
    'disclosure-2019': 198,
    'disclosure-2021': 200,
  });
});

describe('the compiler', () => {
  const tables = [
    {
      id: 'small',
      title: '小表',
      bands: [
        {
          title: null,
          columns: [
            { id: 'part', zh: '部分', en: 'part', type: 'count' },
            { id: 'total', zh: '总计', en: 'total', type: 'count' },
          ],
          rows: [
            { id: 'first', zh: '甲', en: 'first' },
            { id: 'second', zh: '乙', en: 'second' },
          ],
        },
      ],
    },
  ] as const;
  const words = { zh: '相等', en: 'equal', wording: null, basis: 'parts_and_total' } as const;
  const about = {
    id: 'small-form',
    title: '小表',
    issuedAs: '无',
    names: ['小表'],
    announcedAs: null,
    signs: null,
  } as const;

  test('accepts an identity whose references exist', () => {
    const form = defineForm({
      ...about,
      tables,
      identities: [
        { id: 'small.rows', table: 'small', over: 'columns', left: ['first'], right: ['second'], ...words },
        { id: 'small.columns', table: 'small', over: 'rows', left: ['part'], right: ['total'], ...words },
      ],
      yearly: [],
      overview: null,
    });
    expectTypeOf(form).toExtend<Form>();
    expectTypeOf(disclosure2021).toExtend<Form>();
  });

  test('refuses a misspelt row, column or table', () => {
    const row = {
      id: 'small.a',
      table: 'small',
      over: 'columns',
      left: ['fisrt'],
      right: ['second'],
      ...words,
    } as const;
    const column = {
      id: 'small.b',
      table: 'small',
      over: 'rows',
      left: ['part'],
      right: ['totl'],
      ...words,
    } as const;
    const rowAsColumn = {
      id: 'small.c',
      table: 'small',
      over: 'rows',
      left: ['first'],
      right: ['total'],
      ...words,
    } as const;
    const table = {
      id: 'small.d',
      table: 'smal',
      over: 'rows',
      left: ['part'],
      right: ['total'],
      ...words,
    } as const;
    const forms = [
      // @ts-expect-error no row of the table is called `fisrt`
      defineForm({ ...about, tables, identities: [row], yearly: [] }),
      // @ts-expect-error no column of the table is called `totl`
      defineForm({ ...about, tables, identities: [column], yearly: [] }),
      // @ts-expect-error a row is no column
      defineForm({ ...about, tables, identities: [rowAsColumn], yearly: [] }),
      // @ts-expect-error no table is called `smal`
      defineForm({ ...about, tables, identities: [table], yearly: [] }),
    ];
    // The work is the compiler's; a directive that expects no error any more fails the type check.
    expect(forms.map((form) => form.id)).toEqual(Array(4).fill('small-form'));
  });
});
