import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { forms } from '../../parser/forms/registry.ts';

/** The English of the published forms in the words of the glossary (docs/glossary.md): one word for one thing, one spelling. */
const inOneWord = (en: string): string =>
  en === 'disclosed'
    ? 'disclosed in full'
    : en
        .replace(/\borgan\b/g, 'authority')
        .replace(/organization/g, 'organisation')
        .replace(/centralized/g, 'centralised');

/** The ids of facts are a public contract. Where its text lies beside the project, the forms are compared with it. */

const folder = fileURLToPath(new URL('../../../shared/spec/', import.meta.url));

const label = z.object({
  id: z.string(),
  zh: z.string(),
  en: z.string(),
  group: z.string().optional(),
  seen: z.array(z.string()).optional(),
  type: z.string().optional(),
  unit: z.string().optional(),
});
const spec = z.object({
  id: z.string(),
  title: z.string(),
  issued_as: z.string(),
  tables: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      bands: z
        .array(z.object({ title: z.string(), columns: z.array(label), rows: z.array(label) }))
        .optional(),
      columns: z.array(label).optional(),
      rows: z.array(label).optional(),
    }),
  ),
  identities: z.array(z.object({ id: z.string(), over: z.string(), terms: z.string() })),
});

const ids = (labels: readonly { id: string }[]): string[] => labels.map((one) => one.id);

describe.each(forms.map((form) => [form.id, form] as const))('%s', (id, form) => {
  const path = `${folder}${id}.json`;
  if (!existsSync(path)) {
    console.warn(
      `SKIPPED: ../shared/spec/${id}.json is not there, the ids of ${id} are not compared with it`,
    );
    test.skip('published ids: no ../shared/spec beside the project', () => {});
    return;
  }
  const wanted = spec.parse(JSON.parse(readFileSync(path, 'utf8')));

  test('title and notice', () => {
    expect([form.title, form.issuedAs]).toEqual([wanted.title, wanted.issued_as]);
    expect(form.tables.map((table) => [table.id, table.title])).toEqual(
      wanted.tables.map((table) => [table.id, table.title]),
    );
  });

  test.each(wanted.tables.map((table) => [table.id, table] as const))(
    '%s: ids and wording, in order',
    (_, table) => {
      const own = form.tables.find((one) => one.id === table.id);
      const bands = table.bands ?? [{ title: null, columns: table.columns ?? [], rows: table.rows ?? [] }];
      expect(own?.bands.map((band) => band.title)).toEqual(bands.map((band) => band.title));
      bands.forEach((band, at) => {
        const ownBand = own?.bands[at];
        const rows = ownBand?.rows.filter((row) => !row.insteadOf) ?? [];
        const columns = ownBand?.columns ?? [];
        for (const [mine, theirs] of [
          [rows, band.rows],
          [columns, band.columns],
        ] as const) {
          expect(ids(mine)).toEqual(ids(theirs));
          expect(mine.map((one) => [one.zh, one.en])).toEqual(
            theirs.map((one) => [one.zh, inOneWord(one.en)]),
          );
          expect(mine.map((one) => one.groups?.join(' / '))).toEqual(theirs.map((one) => one.group));
          for (const [i, one] of theirs.entries())
            for (const seen of one.seen ?? [])
              expect(
                [mine[i]?.zh, ...(mine[i]?.aliases ?? [])].map((text) => withoutSpace(text ?? '')),
                `${one.id}: seen in reports`,
              ).toContain(withoutSpace(seen));
        }
        // `as printed` is no unit: that form prescribes none.
        expect(columns.map((column) => column.unit)).toEqual(
          band.columns.map((column) => (column.unit?.startsWith('as printed') ? undefined : column.unit)),
        );
      });
    },
  );

  test('identities', () => {
    // A row that may stand in for others is a term as well; the check takes the one or the others.
    const standIns = form.tables.flatMap((table) =>
      table.bands.flatMap((band) =>
        band.rows.filter((row) => row.insteadOf).map((row) => `${table.id}.${row.id}`),
      ),
    );
    const terms = (table: string, list: readonly string[]) =>
      list.filter((one) => !standIns.includes(`${table}.${one}`)).join(' + ');
    expect(
      form.identities.map((one) => ({
        id: one.id,
        over: `each ${one.over === 'columns' ? 'column' : 'row'}`,
        terms: `${terms(one.table, one.left)} = ${terms(one.table, one.right)}`,
      })),
    ).toEqual(wanted.identities.map(({ id, over, terms }) => ({ id, over, terms })));
  });
});

/** Line breaks and blanks inside a printed label are not part of its wording. */
function withoutSpace(text: string): string {
  return text.replace(/\s/g, '');
}
