import { rowOfLine } from '../forms/as-printed.ts';
import { formOf, forms } from '../forms/registry.ts';
import type { FormTable, Identity } from '../forms/schema.ts';
import type { SpokenReport } from './words.ts';

/** What a form calls its tables, rows and columns, looked up by id. An unknown id names itself. */

export type Label = {
  /** Official label, or for a local row the label printed. */
  zh: string;
  /** The form's English gloss; for a local row the label printed. */
  en: string;
  /** Headings above it, outermost first. */
  groups: readonly string[];
};

export type Names = {
  table: (id: string) => string;
  /** The same in English: `table of requests (三、收到和处理政府信息公开申请情况)`. */
  tableInEnglish: (id: string) => string;
  row: (table: string, id: string) => Label;
  column: (table: string, id: string) => Label;
  /** The identity that a check id `identity@key` names, or null, and the row or column id it holds for. */
  identity: (checkId: string) => { identity: Identity | null; key: string };
};

type PrintedLabel = { id: string; zh: string; en: string; groups?: readonly string[] };

/** Labels by their ids; of two with one id the first. */
const labelsById = (labels: readonly PrintedLabel[]): ReadonlyMap<string, Label> => {
  const byId = new Map<string, Label>();
  for (const { id, zh, en, groups = [] } of labels) if (!byId.has(id)) byId.set(id, { zh, en, groups });
  return byId;
};

type TableLabels = { rows: ReadonlyMap<string, Label>; columns: ReadonlyMap<string, Label> };

/** Made once for each table: every fact of every report asks. */
const known = new WeakMap<FormTable, TableLabels>();

const labelsOf = (table: FormTable): TableLabels => {
  const before = known.get(table);
  if (before) return before;
  const labels = {
    rows: labelsById(table.bands.flatMap((band) => band.rows)),
    columns: labelsById(table.bands.flatMap((band) => band.columns)),
  };
  known.set(table, labels);
  return labels;
};

const unnamed = (id: string): Label => ({ zh: id, en: id, groups: [] });

/** The notice that issued a form: by it a form is known. */
export const noticeOf = (form: string): string => formOf(form)?.issuedAs ?? form;

export const namesOf = ({ form: heading, issues, lines = [] }: SpokenReport): Names => {
  const form = heading ? formOf(heading.id) : null;
  // Where no form was recognised, what is missed is called by the names of the newest that has such a table.
  const tableOf = (id: string): FormTable | undefined =>
    (heading ? (form?.tables ?? []) : forms.toReversed().flatMap(({ tables }) => tables)).find(
      (table) => table.id === id,
    );
  const localRow = (table: string, id: string): Label | null => {
    for (const issue of issues) {
      if (issue.code === 'extra_row' && issue.table === table && issue.row === id)
        return { zh: issue.label, en: issue.label, groups: [] };
    }
    return null;
  };
  const lineOf = (table: string, id: string): Label | null => {
    const line = lines.find((one) => one.table === table && one.row === id);
    if (!line) return null;
    const own = tableOf(table);
    if (line.label === '') return (own && labelsOf(own).rows.get(rowOfLine(id))) ?? null;
    return { zh: line.label, en: line.label, groups: [] };
  };
  return {
    table: (id) => tableOf(id)?.title ?? id,
    tableInEnglish: (id) => {
      const { en, title = id } = tableOf(id) ?? {};
      return en === undefined ? `table ${title}` : `table of ${en} (${title})`;
    },
    row: (table, id) => {
      const own = tableOf(table);
      const rows = own && labelsOf(own).rows;
      return rows?.get(id) ?? localRow(table, id) ?? lineOf(table, id) ?? unnamed(id);
    },
    column: (table, id) => {
      const own = tableOf(table);
      return (own && labelsOf(own).columns.get(id)) ?? unnamed(id);
    },
    identity: (checkId) => {
      const at = checkId.lastIndexOf('@');
      const identityId = at < 0 ? checkId : checkId.slice(0, at);
      return {
        identity: form?.identities.find((candidate) => candidate.id === identityId) ?? null,
        key: at < 0 ? '' : checkId.slice(at + 1),
      };
    },
  };
};
