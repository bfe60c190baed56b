import type { Diagnosis } from '../extraction.ts';
import { openRuleOf } from '../forms/registry.ts';
import type { LineReading, RelationReading, TableReading } from '../tabulation.ts';
import { inWordsOfForm, type NameOf, ratioIn, termsIn } from './equation-words.ts';
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
import type { Language } from './words.ts';

/** What is said of the equations found in a table that follows no known form: what they are, why they are believed, what fails. */
type RelationWords = {
  /** `合计 = 上面 4 行之和`. */
  equation: (relation: RelationReading) => string;
  /** Why it is believed: what suggests it, and on how many lines it holds: `有“合计”字样；6 列中 5 列成立`. */
  why: (relation: RelationReading) => string;
  /** What a line that fails prints and what its parts come to: `“决算数”列：合计印为 12，各项之和为 13（差 −1）`. */
  failing: (relation: RelationReading, line: LineReading) => string;
  /** A line that holds: `“决算数”列：合计 12`. */
  holding: (relation: RelationReading, line: LineReading) => string;
  /** A line of which nobody can say whether it holds, and why. */
  undecided: (relation: RelationReading, line: LineReading) => string;
  /** The likeliest mends, worded as possible only; null where none was found. */
  mend: (diagnosis: Diagnosis) => string | null;
  /** `表 3 收入决算表（万元）`. */
  title: string;
  /** `14 处合计：13 处成立，其中 2 处在四舍五入之内；1 处不成立`. */
  tally: string;
};

/** More possible mends than this are counted, and not told. */
const mostMends = 3;

type Undecided = Exclude<LineReading['reason'], undefined>;

const undecidedInChinese: Readonly<Record<Undecided, string>> = {
  not_read: '有的数字读不出来或未公布',
  blank_total: '合计一格为空',
  half_filled: '有的格在别处有数，此处为空',
  cut: '表格转到另一页，不能确定各项是否齐全',
};

const undecidedInEnglish: Readonly<Record<Undecided, string>> = {
  not_read: 'a figure cannot be read or is not told',
  blank_total: 'the cell of the total is blank',
  half_filled: 'a cell is blank here that is filled elsewhere',
  cut: 'the table goes on on another page, and nobody can say whether all its parts are there',
};

/** The form that states a relation, and its words; null where no form with open rows does. */
const statedBy = ({ rule }: RelationReading, language: Language): string | null => {
  const found = rule === undefined ? null : openRuleOf(rule);
  if (!found) return null;
  const { form, table, words } = found;
  const title = table ? (language === 'zh-CN' ? `“${table.title}”` : ` “${table.title}”`) : '';
  return language === 'zh-CN' ? `${form.title}${title}：${words.zh}` : `${form.title}${title}: ${words.en}`;
};

/** All tables of a page together, as its chip says it: `14 处合计：13 处成立（其中 2 处在四舍五入之内），1 处不成立`. */
export const tallyOf = (tables: readonly TableReading[], language: Language): string =>
  relationWords(
    {
      index: 0,
      caption: null,
      unit: null,
      rows: 0,
      columns: 0,
      cells: [],
      relations: tables.flatMap(({ relations }) => relations),
      diagnoses: [],
    },
    language,
  ).tally;

export const relationWords = (table: TableReading, language: Language): RelationWords =>
  language === 'zh-CN' ? inChinese(table) : inEnglish(table);

const inChinese = (table: TableReading): RelationWords => {
  const names = namesIn(table);
  const unnamed = { row: (at: number) => `第 ${at + 1} 行`, column: (at: number) => `第 ${at + 1} 列` };
  const nameOf = (relation: RelationReading): NameOf => termNames(names, unnamed, relation);
  const rowOf = (at: number, column: number | null = null): string =>
    names.row(at, column) ? `“${names.row(at, column)}”行` : unnamed.row(at);
  const columnOf = (at: number): string =>
    names.column(at) ? `“${names.column(at)}”列` : unnamed.column(at);
  /** Where a line stands; cells have none. */
  const lineOf = ({ axis, target }: RelationReading, at: number): string => {
    if (typeof target !== 'number') return '';
    return `${axis === 'down' ? columnOf(at) : rowOf(at, target)}：`;
  };
  const cues: Readonly<Record<RelationReading['cue'], string>> = {
    form: '表样规定',
    total: '名称为合计',
    code: '科目编码有上下级',
    order: '按层级或编号归属',
    section: '分组标题之下',
    of_which: '以“其中”引出',
    group: '同属一组',
    signed: '有增减或扣减字样',
    change: '名称为差额',
    whole: '等于表中其余各项',
    block: '等于相邻各项',
    run: '只凭数字推断',
    share: '名称为比重',
    growth: '名称为增长',
    balance: '两边相等',
  };
  const where: Readonly<Record<Direction, string>> = {
    above: '上面',
    below: '下面',
    left: '左边',
    right: '右边',
  };
  const tally = totalsTally(table);
  const all = tally.satisfied + tally.violated + tally.undetermined + tally.hints;
  return {
    equation: (relation) => {
      const own = nameOf(relation);
      const stated = inWordsOfForm(relation, names.row, 'zh-CN');
      if (stated) return stated;
      const ratio = ratioIn(relation, own, (at) => names.row(at, null) || unnamed.row(at));
      if (ratio) return ratio;
      const { axis, target, parts } = relation;
      const terms = termsIn(relation, own);
      if (terms) return `${own(target)} = ${terms}`;
      const unit = axis === 'down' ? '行' : axis === 'across' ? '列' : '格';
      const direction = directionOf(relation);
      return `${own(target)} = ${direction === null ? '' : `${where[direction]} `}${parts.length} ${unit}之和`;
    },
    why: (relation) => {
      const { axis, cue, lines } = relation;
      const stated = statedBy(relation, 'zh-CN');
      const unit = axis === 'down' ? '列' : axis === 'across' ? '行' : '处';
      const held = lines.filter(({ outcome }) => outcome === 'satisfied').length;
      return `${cues[cue]}${stated === null ? '' : `（${stated}）`}；${lines.length} ${unit}中 ${held} ${unit}成立`;
    },
    failing: (relation, line) =>
      `${lineOf(relation, line.at)}${nameOf(relation)(relation.target)}为 ${line.printed === null ? '—' : printed(line.printed)}，${relation.parts[0]?.table !== undefined ? '另一张表' : relation.kind === 'equal' ? '另一处' : '各项合计'}为 ${line.computed === null ? '—' : printed(line.computed)}（差 ${signed(line.difference ?? 0)}）`,
    holding: (relation, line) =>
      `${lineOf(relation, line.at)}${nameOf(relation)(relation.target)} ${line.printed === null ? '—' : printed(line.printed)}${line.rounding ? `（四舍五入差 ${signed(line.difference ?? 0)}）` : ''}`,
    undecided: (relation, line) =>
      `${lineOf(relation, line.at)}${nameOf(relation)(relation.target)}是否等于${relation.kind === 'equal' ? '另一处' : '各项之和'}无法判断，${undecidedInChinese[line.reason ?? 'not_read']}`,
    mend: ({ alternatives }) => {
      if (alternatives.length === 0) return null;
      const said = alternatives.slice(0, mostMends).map(({ changes }) =>
        changes
          .map(({ ref, from, to }) => {
            const { row, column } = placeOf(ref);
            return `“${names.row(row, column) || unnamed.row(row)}”行“${names.column(column) || unnamed.column(column)}”列 ${from === null ? '空白' : printed(from)} 应为 ${printed(to)}`;
          })
          .join('，并且'),
      );
      const more = alternatives.length > said.length ? `，或其他（共 ${alternatives.length} 种）` : '';
      return `可能是${said.join('；或')}${more}`;
    },
    title: `表 ${table.index + 1}${table.caption === null ? '' : ` ${table.caption}`}${table.unit === null ? '' : `（${table.unit}）`}`,
    tally:
      all === 0
        ? '没有找到合计'
        : [
            `${all} 处合计：${tally.satisfied} 处成立${tally.rounding > 0 ? `（其中 ${tally.rounding} 处在四舍五入之内）` : ''}`,
            ...(tally.violated > 0 ? [`${tally.violated} 处不成立`] : []),
            ...(tally.undetermined > 0 ? [`${tally.undetermined} 处无法判断`] : []),
            ...(tally.hints > 0 ? [`${tally.hints} 处供参考`] : []),
          ].join('，'),
  };
};

const inEnglish = (table: TableReading): RelationWords => {
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
      `${lineOf(relation, line.at)}nobody can say whether ${nameOf(relation)(relation.target)} is ${relation.kind === 'equal' ? 'the other' : 'the sum of its parts'}: ${undecidedInEnglish[line.reason ?? 'not_read']}`,
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
