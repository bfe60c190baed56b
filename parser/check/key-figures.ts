import type { Extraction } from '../extraction.ts';
import { formOf } from '../forms/registry.ts';
import type { Named, Overview } from '../forms/schema.ts';
import { sum } from '../text/decimal.ts';

/**
 * The figures people look at first, by the ids under which the report's form lists them, in its order.
 * null: not printed as a number (a blank is not a zero) or not read.
 */
export type KeyFigures = Readonly<Record<string, number | null>>;

type FormFacts = Pick<Extraction, 'form' | 'facts'>;

/** What of a report its form has people look at first; null where the form says nothing of that, or nothing of it was read. */
export const overviewOf = ({ form, facts }: FormFacts): Overview | null => {
  const overview = form && formOf(form.id)?.overview;
  if (!overview) return null;
  const cells = new Set(overview.figures.flatMap((figure) => figure.cells));
  return facts.some(({ ref }) => cells.has(ref)) ? overview : null;
};

/** Picks the key figures out of an extraction. They are the numbers printed, never recomputed ones. */
export const keyFigures = ({ form, facts }: FormFacts): KeyFigures => {
  const overview = form && formOf(form.id)?.overview;
  const figure = (refs: readonly string[]): number | null => {
    const values = refs.flatMap((ref) => facts.find((fact) => fact.ref === ref)?.value ?? []);
    return values.length < refs.length ? null : sum(values);
  };
  return Object.fromEntries((overview?.figures ?? []).map(({ id, cells }) => [id, figure(cells)]));
};

/** A part of the year's cases, and how many: the sum of the figures printed; null where none of them is a number. */
type CaseOutcome = { name: Named; count: number | null };

/** The parts into which the cases of a report fall; none where its form does not say. */
export const outcomesOf = ({ form, facts }: FormFacts): CaseOutcome[] => {
  const outcomes = form && formOf(form.id)?.overview?.outcomes;
  if (!outcomes) return [];
  const { table, column, parts } = outcomes;
  return parts.map(({ zh, en, rows }) => {
    const values = rows.flatMap(
      (row) => facts.find(({ ref }) => ref === `${table}.${row}.${column}`)?.value ?? [],
    );
    return { name: { zh, en }, count: values.length === 0 ? null : sum(values) };
  });
};
