import type { RelationReading, TableReading } from '../tabulation.ts';
import { inWordsOfForm, type NameOf, ratioIn, statedBy, termsIn } from './equation-words.ts';
import { printed } from './figure.ts';
import {
  type Direction,
  directionOf,
  namesIn,
  placeOf,
  signed,
  termNames,
  totalsTally,
} from './relation-names.ts';
import { mostMends, type RelationWords, type Undecided } from './relation-words.ts';

const undecided: Readonly<Record<Undecided, string>> = {
  not_read: 'a figure cannot be read or is not told',
  blank_total: 'the cell of the total is blank',
  half_filled: 'a cell is blank here that is filled elsewhere',
  cut: 'the table goes on on another page, and nobody can say whether all its parts are there',
};

export const inEnglish = (table: TableReading): RelationWords => {
  const names = namesIn(table);
  const unnamed = { row: (at: number) => `row ${at + 1}`, column: (at: number) => `column ${at + 1}` };
  const nameOf = (relation: RelationReading): NameOf => termNames(names, unnamed, relation);
  const lineOf = ({ axis, target }: RelationReading, at: number): string => {
    if (typeof target !== 'number') return '';
    return axis === 'down'
      ? `column “${names.column(at) || at + 1}”: `
      : `row “${names.row(at, target) || at + 1}”: `;
  };
  const cues: Readonly<Record<RelationReading['cue'], string>> = {
    form: 'the form says so',
    total: 'it is called a total',
    code: 'its code begins the others',
    order: 'the others stand below it by depth or number',
    section: 'they stand under a title',
    of_which: 'they are introduced by “of which”',
    group: 'they are one group',
    signed: 'words say what comes and what goes',
    change: 'it is called a difference',
    whole: 'it is all the rest of the table',
    block: 'it is all that stands next to it',
    run: 'only the figures say so',
    share: 'it is called a share',
    growth: 'it is called growth',
    balance: 'two sides are equal',
  };
  const where: Readonly<Record<Direction, string>> = {
    above: 'above',
    below: 'below',
    left: 'on its left',
    right: 'on its right',
  };
  const tally = totalsTally(table);
  const all = tally.satisfied + tally.violated + tally.undetermined + tally.hints;
  return {
    equation: (relation) => {
      const own = nameOf(relation);
      const stated = inWordsOfForm(relation, names.row, 'en');
      if (stated) return stated;
      const ratio = ratioIn(relation, own, (at) => names.row(at, null) || unnamed.row(at));
      if (ratio) return ratio;
      const { axis, target, parts } = relation;
      const terms = termsIn(relation, own);
      if (terms) return `${own(target)} = ${terms}`;
      const direction = directionOf(relation);
      const unit = axis === 'down' ? 'rows' : axis === 'across' ? 'columns' : 'cells';
      return `${own(target)} = the sum of ${parts.length} ${unit}${direction === null ? '' : ` ${where[direction]}`}`;
    },
    why: (relation) => {
      const { axis, cue, lines } = relation;
      const stated = statedBy(relation, 'en');
      const unit = axis === 'down' ? 'columns' : axis === 'across' ? 'rows' : 'places';
      const held = lines.filter(({ outcome }) => outcome === 'satisfied').length;
      return `${cues[cue]}${stated === null ? '' : ` (${stated})`}; it holds in ${held} of ${lines.length} ${unit}`;
    },
    failing: (relation, line) =>
      `${lineOf(relation, line.at)}${nameOf(relation)(relation.target)} is printed as ${line.printed === null ? '—' : printed(line.printed)}, ${relation.parts[0]?.table !== undefined ? 'the other table has' : relation.kind === 'equal' ? 'the other is' : 'its parts come to'} ${line.computed === null ? '—' : printed(line.computed)} (${signed(line.difference ?? 0)})`,
    holding: (relation, line) =>
      `${lineOf(relation, line.at)}${nameOf(relation)(relation.target)} ${line.printed === null ? '—' : printed(line.printed)}${line.rounding ? ` (${signed(line.difference ?? 0)}, within rounding)` : ''}`,
    undecided: (relation, line) =>
      `${lineOf(relation, line.at)}nobody can say whether ${nameOf(relation)(relation.target)} is ${relation.kind === 'equal' ? 'the other' : 'the sum of its parts'}: ${undecided[line.reason ?? 'not_read']}`,
    mend: ({ alternatives }) => {
      if (alternatives.length === 0) return null;
      const said = alternatives.slice(0, mostMends).map(({ changes }) =>
        changes
          .map(({ ref, from, to }) => {
            const { row, column } = placeOf(ref);
            return `row “${names.row(row, column) || unnamed.row(row)}”, column “${names.column(column) || unnamed.column(column)}” should be ${printed(to)} instead of ${from === null ? 'blank' : printed(from)}`;
          })
          .join(' and '),
      );
      const more = alternatives.length > said.length ? `, or another of ${alternatives.length} changes` : '';
      return `it may be that ${said.join('; or ')}${more}`;
    },
    title: `Table ${table.index + 1}${table.caption === null ? '' : ` ${table.caption}`}${table.unit === null ? '' : ` (${table.unit})`}`,
    tally:
      all === 0
        ? 'no totals found'
        : [
            `${all} totals: ${tally.satisfied} hold${tally.rounding > 0 ? ` (${tally.rounding} within rounding)` : ''}`,
            ...(tally.violated > 0 ? [`${tally.violated} fail`] : []),
            ...(tally.undetermined > 0 ? [`${tally.undetermined} undetermined`] : []),
            ...(tally.hints > 0 ? [`${tally.hints} to look at`] : []),
          ].join(', '),
  };
};
