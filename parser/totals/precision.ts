import type { Sheet } from '../table/sheet.ts';
import { simplify, tight } from '../text/label.ts';
import { evaluate, type Precision } from './evaluate.ts';
import { type Figures, state } from './figures.ts';
import type { Relation, RelationLine } from './relation.ts';
import { isRateColumn } from './series.ts';

/**
 * How exact figures are. Each stands for the numbers that round to it as it is printed, and two things change that. Offices round to more
 * than the last place: where all figures of a column, a row or a table are multiples of 5 or 100, that is their unit. And what is counted is
 * not rounded at all: where figures count persons or cases, or agree to the last digit on so many lines that rounded ones would not have, a
 * sum that is off by one is off.
 */

/** A thousand figures are enough to tell. */
const mostLooked = 1_000;

/** So unlikely must it be that figures are all multiples by chance, in bits. */
const surprise = 20;

/** Fewer different figures say nothing. */
const fewest = 6;

/** Units to which figures are rounded, in units of their last place, largest first: also to 3, which hides small counts. */
const quanta = [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1].flatMap((power) => [
  10 ** power,
  5 * 10 ** (power - 1),
]);
quanta.push(3);

/** The unit of which all figures of some slots, but for one in ten, are multiples, at this scale; 1 where there is none. */
const quantumOf = (figures: Figures, slots: readonly number[], scale: number): number => {
  const seen = new Set<number>();
  for (const slot of slots) {
    if (seen.size >= mostLooked) break;
    const units = Math.abs(figures.units[slot] ?? 0) * 10 ** (scale - (figures.decimals[slot] ?? 0));
    if (figures.state[slot] === state.number && units !== 0 && Number.isSafeInteger(units)) seen.add(units);
  }
  const values = [...seen];
  if (values.length < fewest) return 1;
  return (
    quanta.find((quantum) => {
      if (values.length * Math.log2(quantum) < surprise) return false;
      const others = values.filter((value) => value % quantum !== 0).length;
      return (
        others <= Math.max(1, values.length / 10) &&
        (values.length - 5 * others) * Math.log2(quantum) >= surprise
      );
    }) ?? 1
  );
};

/** Says of each figure to what it is rounded, by the column, the row and the table in which it stands. */
export const coarsen = (sheet: Sheet, figures: Figures): void => {
  const { width, height } = sheet;
  const columns = Array.from({ length: width }, (_, at) => at).filter(
    (column) => sheet.columns[column] === 'figures' && !isRateColumn(sheet, column),
  );
  const rows = Array.from({ length: height }, (_, at) => at).filter((row) => sheet.rows[row] === 'body');
  const apply = (slots: readonly number[]): void => {
    let scale = 0;
    for (const slot of slots) scale = Math.max(scale, figures.decimals[slot] ?? 0);
    const quantum = quantumOf(figures, slots, scale);
    if (quantum === 1) return;
    for (const slot of slots) {
      const units = figures.units[slot] ?? 0;
      const own = quantum / 10 ** (scale - (figures.decimals[slot] ?? 0));
      if (own <= 1 || units === 0 || units % own !== 0) continue;
      // To multiples of 3 or 5 small counts are rounded at random, up or down.
      const width = /^10*$/.test(`${quantum}`) ? own : 2 * own;
      if (width <= (figures.quantum[slot] ?? 1)) continue;
      figures.quantum[slot] = width;
      figures.grain[slot] = 0.5 * width * 10 ** -(figures.decimals[slot] ?? 0);
    }
  };
  for (const column of columns) apply(rows.map((row) => row * width + column));
  for (const row of rows) apply(columns.map((column) => row * width + column));
  const slotsOf = (some: readonly number[]): number[] => {
    const slots: number[] = [];
    for (const row of rows) {
      // A table may be so long that its columns have told all.
      if (slots.length > 4 * mostLooked) return [];
      const own = some.map((column) => row * width + column);
      // A number that stands almost alone in its line belongs to a note as often as to the table.
      const stated = own.filter((slot) => figures.state[slot] === state.number).length;
      if (2 * stated > own.length) slots.push(...own);
    }
    return slots;
  };
  // Counts are rounded otherwise than the percentages between them.
  const alike = new Map<number, number[]>();
  for (const column of columns) {
    let decimals = 0;
    for (const row of rows) decimals = Math.max(decimals, figures.decimals[row * width + column] ?? 0);
    alike.set(decimals, [...(alike.get(decimals) ?? []), column]);
  }
  if (alike.size > 1) for (const some of alike.values()) apply(slotsOf(some));
  apply(slotsOf(columns));
};

const countUnit =
  /^(?:人|人次|户|件|件次|条|个|项|宗|次|份|篇|起|例|名|家|所|套|辆|台|张|批|只|头|处|座|persons?|households?|cases?)$/i;
const countLabel =
  /(?:[人户件条个项宗次份篇起例名家所套辆台张案]|人次)数$|人次$|\bnumber of\b|^(?:persons|households|cases)$/i;
const scaled =
  /[万亿百千](?:[元人户吨亩件]|美元|港元|人次)|‰|％|%|percent|thousand|million|billion|\b0{3}(?:['s)]|$)/i;

/**
 * What figures count: things, which are not rounded; money in its smallest printed unit, which need not be; amounts in a larger one; or nobody
 * says.
 */
type CountedThing = 'things' | 'money' | 'scaled' | 'open';

const saidBy = (texts: readonly string[]): CountedThing => {
  const labels = texts.map((text) => simplify(text.normalize('NFKC').replace(/\s+/g, ' ').trim()));
  const units = labels.flatMap((label) => /\(([^()]{1,12})\)$/.exec(label)?.[1] ?? []);
  if (labels.some((label) => scaled.test(label))) return 'scaled';
  if (units.some((unit) => countUnit.test(unit)) || labels.some((label) => countLabel.test(label)))
    return 'things';
  return units.some((unit) => unit === '元') ? 'money' : 'open';
};

const saidByTable = ({ unit, caption, notes, headings }: Sheet): CountedThing => {
  if (unit !== null && countUnit.test(tight(unit))) return 'things';
  if (saidBy([unit ?? '', caption ?? '', ...notes, ...headings.flat()]) === 'scaled') return 'scaled';
  return unit === '元' ? 'money' : 'open';
};

/** What the figures of one line of an equation count, as their labels have it. */
const saidOnLine = (sheet: Sheet, { series, candidate }: Relation, at: number): CountedThing => {
  const member = series.members[candidate.target];
  const stub = series.axis === 'across' ? sheet.stubs.find((entries) => entries[at])?.[at] : null;
  const unit = member?.unit ?? stub?.unit ?? null;
  if (unit !== null && countUnit.test(tight(unit))) return 'things';
  const line = series.axis === 'down' ? (sheet.headings[at] ?? []) : [];
  return saidBy([unit ?? '', ...line, ...(member?.path ?? []), ...(stub?.path ?? [])]);
};

/** How likely the sum of rounded figures is the rounded sum, to the last digit. */
const agreement = (live: number): number => Math.sqrt(6 / (Math.PI * (live + 1.35)));

/** What a line that is off by rounding says against exact figures, in bits: few mistakes are so small. */
const against = 10;
const beforehand: Readonly<Record<CountedThing, number>> = {
  things: 9,
  money: 0,
  scaled: Number.NEGATIVE_INFINITY,
  open: Number.NEGATIVE_INFINITY,
};

/** Figures alike are judged together: what they count, how many decimals they have, to what they are rounded. */
type PrecisionPool = { counted: CountedThing; whole: boolean; coarse: boolean; bits: number; off: number };

/** @returns for each line of an equation how its figures are to be understood. */
export const precisionOf = (
  sheet: Sheet,
  figures: Figures,
  relations: readonly Relation[],
): ((relation: Relation, line: RelationLine) => Precision) => {
  const pools = new Map<string, PrecisionPool>();
  const table = saidByTable(sheet);
  const poolOf = (relation: Relation, { terms, line }: RelationLine): PrecisionPool => {
    const own = saidOnLine(sheet, relation, line.at);
    const counted = own === 'open' ? table : own;
    let decimals = 0;
    let quantum = 1;
    for (const slot of [terms.target, ...terms.parts.map((part) => part.slot)]) {
      if (figures.units[slot] === 0) continue;
      decimals = Math.max(decimals, figures.decimals[slot] ?? 0);
      quantum = Math.max(quantum, figures.quantum[slot] ?? 1);
    }
    const key = `${counted} ${decimals} ${quantum}`;
    const known = pools.get(key) ?? { counted, whole: decimals === 0, coarse: quantum > 1, bits: 0, off: 0 };
    pools.set(key, known);
    return known;
  };
  for (const relation of relations)
    for (const line of relation.lines) {
      if (line.line.rate) continue;
      const pool = poolOf(relation, line);
      const { outcome, rounding, live } = evaluate(figures, line.terms, 'coarse');
      if (outcome !== 'satisfied' || live < 2) continue;
      if (rounding) pool.off++;
      else pool.bits -= Math.log2(agreement(live));
    }
  return (relation, line) => {
    const { counted, whole, coarse, bits, off } = poolOf(relation, line);
    if (whole && bits + beforehand[counted] > against * off) return 'exact';
    if (coarse) return off > 1 ? 'coarse' : 'unsure';
    return bits > against * off ? 'printed' : 'unsure';
  };
};
