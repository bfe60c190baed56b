import { formOf } from '../../parser/forms/registry.ts';
import type { Form, FormRow, FormTable } from '../../parser/forms/schema.ts';

export const formIds = ['disclosure-2019', 'disclosure-2021'] as const;
export type FormId = (typeof formIds)[number];

/** A row that is not on the national form. It is printed below `after`, under the same group headings unless it names its own. */
type ExtraRow = {
  readonly table: string;
  readonly after: string;
  readonly label: string;
  readonly groups?: readonly string[];
  /** One printed text for each column of its band. */
  readonly figures: readonly string[];
};

/** What one report says: the truth from which pages are printed and against which an extraction is compared. */
export type Report = {
  readonly formId: FormId;
  readonly authority: string;
  readonly year: number;
  /** `table.row.column` → printed text; `''` is a blank cell. A row none of whose cells is here is not printed. */
  readonly facts: Readonly<Record<string, string>>;
  readonly extraRows?: readonly ExtraRow[];
};

/** The form of a report; its ids are known, so it is always there. */
export const formFor = (report: Pick<Report, 'formId'>): Form => {
  const form = formOf(report.formId);
  if (!form) throw new Error(`No form ${report.formId}`);
  return form;
};

export const tableOf = (form: Form, id: string): FormTable => {
  const table = form.tables.find((candidate) => candidate.id === id);
  if (!table) throw new Error(`Form ${form.id} has no table ${id}`);
  return table;
};

/** The rows of a band that this report prints. */
export const printedRows = (report: Report, table: FormTable, rows: readonly FormRow[]): FormRow[] => {
  const printed = new Set(Object.keys(report.facts).map((ref) => ref.slice(0, ref.lastIndexOf('.'))));
  return rows.filter((row) => printed.has(`${table.id}.${row.id}`));
};

/** A small seeded generator (mulberry32): numbers in [0, 1), the same for the same seed. */
export const seeded = (seed: number): (() => number) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

const flowRows = ['received_new', 'carried_over', 'total_processed', 'carried_forward'];
const splitOther = ['other_not_corrected_in_time', 'other_fee_not_paid_in_time', 'other_other'];

export type Invention = {
  readonly authority?: string;
  readonly year?: number;
  /** On the 2021 form: （六）其他处理 as one row in place of three. */
  readonly otherInOneRow?: boolean;
};

/**
 * An invented report that satisfies every identity. Figures differ from cell to cell, so that a shifted row or column shows.
 * The same seed gives the same report.
 */
export const inventReport = (formId: FormId, seed: number, invention: Invention = {}): Report => {
  const random = seeded(seed);
  const whole = (most: number) => Math.floor(random() * (most + 1));
  const form = formFor({ formId });
  const facts: Record<string, string> = {};

  for (const band of tableOf(form, 'proactive_disclosure').bands)
    for (const row of band.rows)
      for (const column of band.columns) {
        const ref = `proactive_disclosure.${row.id}.${column.id}`;
        if (column.type === 'money')
          facts[ref] = `${whole(9999)}.${10 + whole(89)}${column.unit ? '' : '万元'}`;
        else if (column.type === 'signed') facts[ref] = `${whole(400) - 150}`;
        else facts[ref] = `${whole(random() < 0.5 ? 90 : 30000)}`;
      }

  const requests = tableOf(form, 'requests').bands[0];
  const columns = requests?.columns.map((column) => column.id).filter((id) => id !== 'total') ?? [];
  const leaves =
    requests?.rows
      .map((row) => row.id)
      .filter((id) => !flowRows.includes(id))
      .filter(
        (id) =>
          formId === 'disclosure-2019' ||
          (invention.otherInOneRow ? !splitOther.includes(id) : id !== 'other'),
      ) ?? [];
  const across: Record<string, number> = {};
  const put = (row: string, column: string, value: number) => {
    facts[`requests.${row}.${column}`] = `${value}`;
    across[row] = (across[row] ?? 0) + value;
  };
  const printed = (requests?.rows ?? []).map((row) => row.id);
  for (const column of columns) {
    let processed = 0;
    for (const row of leaves) {
      const value = random() < 0.15 ? 0 : 1 + whole(60);
      processed += value;
      put(row, column, value);
    }
    const over = whole(40);
    const forward = whole(40) + 1;
    put('received_new', column, processed + forward - Math.min(over, processed));
    put('carried_over', column, Math.min(over, processed));
    put('total_processed', column, processed);
    put('carried_forward', column, forward);
  }
  for (const row of printed) if (row in across) facts[`requests.${row}.total`] = `${across[row]}`;

  for (const band of tableOf(form, 'review_litigation').bands)
    for (const row of band.rows) {
      let sum = 0;
      for (const column of band.columns) {
        const value = column.id === 'total' ? sum : whole(40);
        sum += value;
        facts[`review_litigation.${row.id}.${column.id}`] = `${value}`;
      }
    }

  return {
    formId,
    authority: invention.authority ?? '青禾市白石区人民政府',
    year: invention.year ?? (formId === 'disclosure-2019' ? 2020 : 2022),
    facts,
  };
};

/** The same report with some cells printed otherwise. Naming a cell that the report does not print is an error. */
export const withFacts = (report: Report, changes: Readonly<Record<string, string>>): Report => {
  for (const ref of Object.keys(changes))
    if (!(ref in report.facts)) throw new Error(`The report prints no ${ref}`);
  return { ...report, facts: { ...report.facts, ...changes } };
};

/** The same report with every cell that `chosen` picks printed as `text`. */
export const withEach = (
  report: Report,
  text: string,
  chosen: (ref: string, printed: string) => boolean,
): Report => ({
  ...report,
  facts: Object.fromEntries(
    Object.entries(report.facts).map(([ref, printed]) => [ref, chosen(ref, printed) ? text : printed]),
  ),
});

/** The same report without the rows named `table.row`. */
export const withoutRows = (report: Report, rows: readonly string[]): Report => ({
  ...report,
  facts: Object.fromEntries(
    Object.entries(report.facts).filter(([ref]) => !rows.includes(ref.slice(0, ref.lastIndexOf('.')))),
  ),
});
