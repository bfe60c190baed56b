import { diagnose } from '../check/diagnose.ts';
import type { Check, Diagnosis, Fact } from '../extraction.ts';
import { cellAt, type Sheet } from '../table/sheet.ts';
import { isStructural } from './candidate.ts';
import { type Figures, state } from './figures.ts';
import type { RelationLine } from './relation.ts';
import type { Totals } from './totals.ts';

/** Which cell may be wrong: an equation found in a table is an identity, and is diagnosed as one of a form is. */

/** Tables with more failing lines than this are not a matter of a wrong cell. */
const mostFailing = 12;

/** More cells than these are not looked through. */
const mostFacts = 4000;

/** A table in which more than this went wrong at once is not mended by a guess. */
const mostChanges = 2;

const refOf = (sheet: Sheet, slot: number): string =>
  `t${sheet.index}.r${Math.floor(slot / sheet.width)}.c${slot % sheet.width}`;

/** A figure without its decimal point: people slip in digits, and what is counted in hundredths is whole in them. */
const wholeAt = (figures: Figures, slot: number, scale: number): number | null =>
  figures.state[slot] === state.number
    ? (figures.units[slot] ?? 0) * 10 ** (scale - (figures.decimals[slot] ?? 0))
    : null;

const factAt = (sheet: Sheet, figures: Figures, slot: number, scale: number): Fact => {
  const row = Math.floor(slot / sheet.width);
  const column = slot % sheet.width;
  const cell = cellAt(sheet, row, column);
  const isNumber = figures.state[slot] === state.number;
  return {
    ref: refOf(sheet, slot),
    value: wholeAt(figures, slot, scale),
    state: isNumber ? 'number' : cell?.figure.state === 'mark' ? 'mark' : 'blank',
    raw: cell?.text ?? '',
    unit: null,
    slot: { table: sheet.index, row, column },
  };
};

const checkOf = (sheet: Sheet, figures: Figures, id: string, line: RelationLine, scale: number): Check => {
  const term = (slot: number, weight: 1 | -1) => ({
    ref: refOf(sheet, slot),
    weight,
    value: wholeAt(figures, slot, scale),
  });
  return {
    id,
    outcome: line.outcome,
    left: line.computed,
    right: line.printed,
    difference: line.difference === null ? null : -line.difference,
    terms: [...line.terms.parts.map(({ slot, weight }) => term(slot, weight)), term(line.terms.target, -1)],
    assumedZero: [],
  };
};

type BindingLine = { id: string; line: RelationLine; asserted: boolean };

/** Lines that hold only within rounding bind nothing to the digit, and are left out. What fails as a hint only is mended with the rest. */
const bindingLines = (relations: Totals['relations']): BindingLine[] =>
  relations.flatMap((relation, at) =>
    relation.lines.flatMap((line): BindingLine[] => {
      const id = `${relation.series.axis}.${at}@${line.line.at}`;
      if (line.outcome === 'satisfied' && !line.rounding) return [{ id, line, asserted: false }];
      if (line.outcome !== 'violated') return [];
      const asserted = relation.strength(line) === 'asserted';
      return asserted || isStructural(relation.cue) ? [{ id, line, asserted }] : [];
    }),
  );

export const diagnosesOf = (sheet: Sheet, { figures, relations }: Totals): Diagnosis[] => {
  const binding = bindingLines(relations);
  const asserted = new Set(binding.flatMap((one) => (one.asserted ? [one.id] : [])));
  if (asserted.size === 0 || asserted.size > mostFailing) return [];
  const slots = new Set(
    binding.flatMap(({ line: { terms } }) => [terms.target, ...terms.parts.map(({ slot }) => slot)]),
  );
  if (slots.size > mostFacts) return [];
  const scale = [...slots].reduce((most, slot) => Math.max(most, figures.decimals[slot] ?? 0), 0);
  const facts = [...slots].sort((a, b) => a - b).map((slot) => factAt(sheet, figures, slot, scale));
  const checks = binding.map(({ id, line }) => checkOf(sheet, figures, id, line, scale));
  const printed = (whole: number): number => Number(`${whole}e-${scale}`);
  return diagnose(facts, checks).flatMap((diagnosis) => {
    const alternatives = diagnosis.alternatives
      .filter(({ changes }) => changes.length <= mostChanges)
      .map((alternative) => ({
        ...alternative,
        changes: alternative.changes.map(({ ref, from, to }) => ({
          ref,
          from: from === null ? null : printed(from),
          to: printed(to),
        })),
      }));
    const isAsked = diagnosis.explains.some((id) => asserted.has(id));
    return isAsked && alternatives.length > 0 ? [{ ...diagnosis, alternatives }] : [];
  });
};
