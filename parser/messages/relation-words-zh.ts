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
  not_read: '有的数字读不出来或未公布',
  blank_total: '合计一格为空',
  half_filled: '有的格在别处有数，此处为空',
  cut: '表格转到另一页，不能确定各项是否齐全',
};

export const inChinese = (table: TableReading): RelationWords => {
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
      `${lineOf(relation, line.at)}${nameOf(relation)(relation.target)}是否等于${relation.kind === 'equal' ? '另一处' : '各项之和'}无法判断，${undecided[line.reason ?? 'not_read']}`,
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
