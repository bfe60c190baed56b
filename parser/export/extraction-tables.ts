import type { TextTable } from './difference.ts';

/** Extractions as JSON has them, into tables of text: one for the heads, one for each list. Nothing of a value is left out. */

const lists = ['facts', 'checks', 'diagnoses', 'claims', 'issues'] as const;

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same text for the same value, in whatever order its keys stand. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? '';
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
};

const headColumns = ['schema', 'source', 'form', 'authority', 'year', 'coverage'] as const;
const leaves = {
  source: ['path', 'url', 'sha256', 'bytes', 'format'],
  form: ['id', 'title', 'issuedAs'],
  authority: ['value', 'evidence'],
  year: ['value', 'evidence'],
  coverage: ['read', 'expected'],
} as const;

const columnsOf: Record<(typeof lists)[number], readonly string[]> = {
  facts: ['ref', 'value', 'state', 'raw', 'unit', 'slot'],
  checks: ['id', 'outcome', 'left', 'right', 'difference', 'terms', 'assumedZero', 'reason'],
  diagnoses: ['explains', 'alternatives', 'capped'],
  claims: ['quote', 'value', 'about', 'scope', 'outcome', 'block', 'at'],
  issues: ['code', 'slot'],
};

const cellsOf = (value: unknown, columns: readonly string[]): string[] => {
  const object = isObject(value) ? value : {};
  const rest = Object.fromEntries(Object.entries(object).filter(([key]) => !columns.includes(key)));
  const nothing = !isObject(value) ? canonical(value) : '';
  return [...columns.map((name) => canonical(object[name])), nothing || canonical(rest)];
};

/** @param numbered each with the number by which the two sides are paired. */
export const extractionTables = (
  numbered: readonly { number: number; extraction: unknown }[],
): TextTable[] => {
  const heads: TextTable = {
    name: 'extraction',
    columns: [
      'number',
      ...headColumns.flatMap((name) => {
        const parts: readonly string[] = name === 'schema' ? [] : leaves[name];
        return parts.length === 0 ? [name] : [...parts.map((part) => `${name}.${part}`), name];
      }),
      'other',
    ],
    rows: numbered.map(({ number, extraction }) => {
      const object = isObject(extraction) ? extraction : {};
      const known: readonly string[] = [...headColumns, ...lists];
      const rest = Object.fromEntries(Object.entries(object).filter(([key]) => !known.includes(key)));
      return {
        line: number,
        cells: [
          String(number),
          ...headColumns.flatMap((name) =>
            name === 'schema' ? [canonical(object.schema)] : cellsOf(object[name], leaves[name]),
          ),
          canonical(rest),
        ],
      };
    }),
  };
  const tables = lists.map(
    (name): TextTable => ({
      name,
      columns: ['number', ...columnsOf[name], 'other'],
      rows: numbered.flatMap(({ number, extraction }) => {
        const list = isObject(extraction) ? extraction[name] : [];
        return (Array.isArray(list) ? list : []).map((one, at) => ({
          line: at + 1,
          cells: [String(number), ...cellsOf(one, columnsOf[name])],
        }));
      }),
    }),
  );
  return [heads, ...tables];
};
