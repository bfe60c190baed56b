import { checkSchema } from '../extraction.ts';
import { tabulationSchema } from '../tabulation.ts';
import { csvColumns } from './csv.ts';
import { figureColumns, relationColumns } from './tables-rows.ts';

/** The columns of the data set, each described in both languages. */

type FieldType = 'string' | 'integer' | 'number' | 'boolean';

export type DatasetField = {
  name: string;
  type: FieldType;
  zh: string;
  en: string;
  /** Never empty. */
  required?: true;
  /** The only texts that it holds. */
  values?: readonly string[];
};

export const field = (
  name: string,
  type: FieldType,
  zh: string,
  en: string,
  more: Pick<DatasetField, 'required' | 'values'> = {},
): DatasetField => ({ name, type, zh, en, ...more });

export const needed = { required: true } as const;

/** Always one of the texts that the data contract allows there. */
export const oneOf = ({ options }: { options: readonly string[] }) =>
  ({ required: true, values: options }) as const;

const { cells, relations } = tabulationSchema.shape.tables.element.shape;
const figure = cells.element.shape;
const relation = relations.element.shape;
const line = relation.lines.element.shape;

export const outcomes = oneOf(checkSchema.shape.outcome);
const states = oneOf(figure.state);

export const report = field(
  'report',
  'string',
  '报告编号：所读文件的 SHA-256 前 16 位，加上第一个数字所在的表；同一内容读到两次的，其后为 ~2、~3',
  'Id of the report: the first 16 digits of the SHA-256 of its file, and the table of its first figure; where the same bytes come again, ~2, ~3 follow',
  needed,
);
export const ordinal = (zh: string, en: string): DatasetField =>
  field('ordinal', 'integer', `${zh}，从 0 起`, `${en}, from 0`, needed);
export const sentences = [
  field('sentence_zh', 'string', '中文说明', 'In words, Chinese'),
  field('sentence_en', 'string', '英文说明', 'In words, English'),
];

const factWords: Record<(typeof csvColumns)[number], Omit<DatasetField, 'name'>> = {
  report,
  authority: { type: 'string', zh: '发布机关', en: 'Publishing body' },
  year: { type: 'integer', zh: '报告年度', en: 'Year that the report is about' },
  form: { type: 'string', zh: '表样编号', en: 'Id of the form', ...needed },
  table: { type: 'string', zh: '表', en: 'Id of the table in the form', ...needed },
  row: { type: 'string', zh: '行', en: 'Id of the row; extra_N is a row of the body’s own', ...needed },
  row_label: { type: 'string', zh: '行标题', en: 'Official label of the row', ...needed },
  column: { type: 'string', zh: '列', en: 'Id of the column', ...needed },
  column_label: { type: 'string', zh: '列标题', en: 'Official label of the column', ...needed },
  ref: { type: 'string', zh: '指标：表.行.列', en: 'table.row.column', ...needed },
  value: {
    type: 'number',
    zh: '所印数值，从不更正；state 不是 number 时为空',
    en: 'The number printed, never a corrected one; empty unless state is number',
  },
  state: {
    type: 'string',
    zh: '单元格状态：数、空白、划线等符号、无法辨认；空白不是零',
    en: 'What the cell holds; a blank is not a zero',
    ...states,
  },
  unit: { type: 'string', zh: '所印单位', en: 'Unit as printed' },
  raw: { type: 'string', zh: '单元格原文', en: 'Text of the cell as printed' },
  source: {
    type: 'string',
    zh: '来源：路径或网址',
    en: 'Path of the file or address of the page',
    ...needed,
  },
  sha256: { type: 'string', zh: '所读文件的校验值', en: 'SHA-256 of the bytes of the file', ...needed },
  slot: {
    type: 'string',
    zh: '单元格位置 t表r行c列，从 0 起',
    en: 'Table, row and column of the cell in its page, from 0: t0r2c1',
    ...needed,
  },
};

const figureWords: Record<(typeof figureColumns)[number], Omit<DatasetField, 'name'>> = {
  source: factWords.source,
  table: {
    type: 'integer',
    zh: '页面中第几张表，从 0 起',
    en: 'Ordinal of the table in its page, from 0',
    ...needed,
  },
  caption: { type: 'string', zh: '表题', en: 'Caption' },
  row_path: {
    type: 'string',
    zh: '行标题，由外到内，以 › 分隔',
    en: 'Labels beside it, from outside in, joined by ›',
  },
  column_path: { type: 'string', zh: '列标题，由外到内', en: 'Headings over it, from outside in' },
  unit: factWords.unit,
  raw: factWords.raw,
  value: factWords.value,
  state: factWords.state,
  role: {
    type: 'string',
    zh: '在表中的角色：分项、合计、其他',
    en: 'What it is in its table',
    ...oneOf(figure.role),
  },
  slot: factWords.slot,
};

const relationWords: Record<(typeof relationColumns)[number], Omit<DatasetField, 'name'>> = {
  source: factWords.source,
  table: figureWords.table,
  relation: { type: 'string', zh: '关系编号', en: 'Id of the relation in its table', ...needed },
  kind: {
    type: 'string',
    zh: '种类：和、占比、差、增长、相等',
    en: 'What the parts come to',
    ...oneOf(relation.kind),
  },
  axis: {
    type: 'string',
    zh: '方向',
    en: 'Whether rows add up, columns, or cells',
    ...oneOf(relation.axis),
  },
  target: {
    type: 'string',
    zh: '合计所在的行或列，从 0 起',
    en: 'Row or column of the total, from 0',
    ...needed,
  },
  parts: {
    type: 'string',
    zh: '各分项所在的行或列，减项前有 −',
    en: 'Rows or columns of the parts; − before those that are taken off',
    ...needed,
  },
  cue: { type: 'string', zh: '据以认定的线索', en: 'What suggests it', ...needed },
  line: {
    type: 'integer',
    zh: '所在的列或行',
    en: 'Column in which rows add up, or the other way round',
    ...needed,
  },
  outcome: { type: 'string', zh: '结果', en: 'Does it hold?', ...outcomes },
  rounding: {
    type: 'boolean',
    zh: '因四舍五入才成立',
    en: 'It holds, but only since figures are rounded',
    ...needed,
  },
  printed: { type: 'number', zh: '合计所印数值', en: 'The total printed' },
  computed: { type: 'number', zh: '分项算得', en: 'What the parts come to' },
  difference: { type: 'number', zh: '相差', en: 'printed − computed' },
  strength: {
    type: 'string',
    zh: '是断言还是线索',
    en: 'Whether it may be called wrong',
    ...oneOf(line.strength),
  },
  reason: { type: 'string', zh: '无法判定的原因', en: 'Why it is undetermined' },
};

const named = <Name extends string>(
  names: readonly Name[],
  words: Record<Name, Omit<DatasetField, 'name'>>,
): DatasetField[] => names.map((name) => ({ ...words[name], name }));

export const factFields = named(csvColumns, factWords);
export const figureFields = named(figureColumns, figureWords);
export const relationFields = named(relationColumns, relationWords);
