import type { Fact } from '../extraction.ts';
import type { Form, FormTable } from '../forms/schema.ts';
import type { Issue } from '../issue.ts';
import { refOf } from '../text/ref.ts';
import type { Binding, Fragment } from './fragment.ts';

type Facts = { facts: Fact[]; coverage: { read: number; expected: number }; issues: Issue[] };

const factOf = (ref: string, binding: Omit<Binding, 'row'>): { fact: Fact; issue: Issue | null } => {
  const { cell, doubt, unit } = binding;
  const raw = cell.text;
  const base = { ref, raw, slot: cell.slot };
  if (doubt) {
    const issue: Issue = { code: 'cell_merged', ref, slot: cell.slot };
    return { fact: { ref, value: null, state: 'unreadable', raw, unit: null, slot: cell.slot }, issue };
  }
  const { figure } = cell;
  switch (figure.state) {
    case 'number':
      return {
        fact: { ref, value: figure.value, state: 'number', raw, unit: figure.unit ?? unit, slot: cell.slot },
        issue: null,
      };
    case 'unreadable':
      return {
        fact: { ref, value: null, state: 'unreadable', raw, unit, slot: cell.slot },
        issue: cell.obscured
          ? { code: 'figure_obscured', ...base, why: cell.obscured }
          : { code: 'value_unreadable', ...base },
      };
    case 'blank':
    case 'mark':
      return { fact: { ref, value: null, state: figure.state, raw, unit, slot: cell.slot }, issue: null };
  }
};

/** Rows of a table that a report is expected to print: a row `insteadOf` others replaces them where it alone is printed. */
export const expectedRows = (table: FormTable, printed: ReadonlySet<string>): ReadonlySet<string> => {
  const rows = table.bands.flatMap((band) => band.rows);
  const expected = new Set(rows.filter((row) => !row.insteadOf).map((row) => row.id));
  for (const row of rows) {
    if (!row.insteadOf || !printed.has(row.id) || row.insteadOf.some((id) => printed.has(id))) continue;
    for (const id of row.insteadOf) expected.delete(id);
    expected.add(row.id);
  }
  return expected;
};

/**
 * The facts of one report in the fixed order of its form, extra local rows behind those of their table.
 *
 * @param unsure tables of which it is not sure whose their pieces are: none of their figures is read.
 */
export const factsOf = (
  form: Form,
  fragments: readonly Fragment[],
  unsure: ReadonlySet<string> = new Set(),
): Facts => {
  const facts: Fact[] = [];
  const issues: Issue[] = fragments.flatMap((fragment) => fragment.issues);
  const coverage = { read: 0, expected: 0 };
  for (const table of form.tables) {
    const own = fragments.filter((fragment) => fragment.tableId === table.id);
    const isUnsure = unsure.has(table.id);
    const asRead = <One extends { doubt: boolean }>(binding: One): One =>
      isUnsure ? { ...binding, doubt: true } : binding;
    const bindings = own.flatMap((fragment) => fragment.bindings);
    const extras = own.flatMap((fragment) => fragment.extras);
    const byRow = Map.groupBy(bindings, ({ row }) => row);
    const printed = new Set(byRow.keys());
    const expected = expectedRows(table, printed);
    const unread = new Set(own.flatMap((fragment) => [...fragment.unread]));
    // Said once for the row, not for each of its cells.
    const repeated = new Set(
      issues.flatMap((one) => (one.code === 'row_repeated' && one.table === table.id ? [one.row] : [])),
    );
    for (const band of table.bands) {
      for (const row of band.rows) {
        const cells = byRow.get(row.id) ?? [];
        if (!expected.has(row.id)) {
          // Printed above the very rows that it sums up: a subtotal.
          const first = cells[0];
          if (first) extras.push({ label: row.zh, subtotal: true, slot: first.cell.slot, bindings: cells });
          continue;
        }
        coverage.expected += band.columns.length;
        if (cells.length === 0 && own.length > 0 && !unread.has(row.id))
          issues.push({ code: 'row_missing', table: table.id, row: row.id });
        for (const column of band.columns) {
          const ref = refOf(table.id, row.id, column.id);
          const binding = cells.find((one) => one.column === column.id);
          if (!binding) {
            if (cells.length > 0) issues.push({ code: 'cell_missing', ref });
            continue;
          }
          const { fact, issue } = factOf(ref, asRead(binding));
          facts.push(fact);
          if (issue && !(issue.code === 'cell_merged' && (isUnsure || repeated.has(row.id))))
            issues.push(issue);
          if (fact.state !== 'unreadable') coverage.read++;
        }
      }
    }
    extras.forEach((extra, at) => {
      const row = `extra_${at + 1}`;
      issues.push({
        code: 'extra_row',
        table: table.id,
        row,
        label: extra.label,
        subtotal: extra.subtotal,
        slot: extra.slot,
      });
      for (const binding of extra.bindings) {
        const { fact, issue } = factOf(refOf(table.id, row, binding.column), asRead(binding));
        facts.push(fact);
        if (issue && !(issue.code === 'cell_merged' && isUnsure)) issues.push(issue);
      }
    });
  }
  return { facts, coverage, issues };
};
