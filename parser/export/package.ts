import type { Tabulation } from '../tabulation.ts';
import { type CsvCell, csvColumns, csvOf, factRows } from './csv.ts';
import { type Kept, type KeptTables, tabulationOf } from './kept.ts';
import { provenanceColumns, provenanceRows, reportColumns, reportRows } from './provenance.ts';
import { figureColumns, figureRows, relationColumns, relationRows } from './tables-rows.ts';

/**
 * Kept records as a Frictionless Tabular Data Package (specs.frictionlessdata.io/tabular-data-package, version 1):
 * CSV files, and a `datapackage.json` that says what every column means.
 */

type PackageFile = { name: string; text: string };

type Field = {
  name: string;
  type: 'string' | 'integer' | 'number' | 'datetime';
  description: string;
  constraints?: { required?: true; minimum?: number; enum?: readonly string[]; pattern?: string };
};

const required = { required: true } as const;
const ordinal = { required: true, minimum: 0 } as const;
const string = (description: string): Omit<Field, 'name'> => ({ type: 'string', description });

const figureFields: Record<(typeof csvColumns)[number], Omit<Field, 'name'>> = {
  report: { type: 'string', description: 'Id of the report on the shelf / 报告', constraints: required },
  authority: string('Publishing body / 发布机关'),
  year: { type: 'integer', description: 'Year that the report is about / 报告年度' },
  form: string('Id of the national form / 表样'),
  table: { type: 'string', description: 'Id of the table / 表', constraints: required },
  row: { type: 'string', description: 'Id of the row / 行', constraints: required },
  row_label: string('Official label of the row / 行标题'),
  column: { type: 'string', description: 'Id of the column / 列', constraints: required },
  column_label: string('Official label of the column / 列标题'),
  ref: { type: 'string', description: 'table.row.column / 指标', constraints: required },
  value: {
    type: 'number',
    description: 'The number printed, never a corrected one; empty unless state is "number" / 所印数值',
  },
  state: {
    type: 'string',
    description: 'What the cell holds; a blank is not a zero / 单元格状态',
    constraints: { required: true, enum: ['number', 'blank', 'mark', 'unreadable'] },
  },
  unit: string('Unit as printed / 单位'),
  raw: string('Text of the cell as printed; an apostrophe stands before what a spreadsheet would run / 原文'),
  source: string('Name of the file or address of the page / 来源'),
  sha256: string('SHA-256 of what it was read from / 校验值'),
  slot: {
    type: 'string',
    description: 'Table, row and column of the cell in its page, from 0: t0r2c1 / 单元格位置',
    constraints: { required: true, pattern: 't[0-9]+r[0-9]+c[0-9]+' },
  },
};

const provenanceFields: Record<(typeof provenanceColumns)[number], Omit<Field, 'name'>> = {
  line: {
    type: 'integer',
    description: 'Which figure of figures.csv, from 1 / figures.csv 中的序号',
    constraints: { required: true, minimum: 1 },
  },
  report: { type: 'string', description: 'Id in reports.csv / 所属报告', constraints: required },
  ref: { type: 'string', description: 'table.row.column by ids / 指标', constraints: required },
  value: { type: 'number', description: 'The number printed / 数值' },
  raw: string('Text of the cell as printed / 原文'),
  url: string('Address of the page / 网址'),
  path: string('Name of the file / 文件'),
  retrieved: {
    type: 'datetime',
    description: 'When the page was read, UTC / 读取时间',
    constraints: required,
  },
  table: {
    type: 'integer',
    description: 'Ordinal of the table in its page, from 0 / 第几张表',
    constraints: ordinal,
  },
  row: {
    type: 'integer',
    description: 'Row of the cell in its table, from 0 / 第几行',
    constraints: ordinal,
  },
  column: {
    type: 'integer',
    description: 'Column of the cell in its table, from 0 / 第几列',
    constraints: ordinal,
  },
  sha256: string('Hash of what was read / 内容校验值'),
  hash_of: {
    type: 'string',
    description: 'What was hashed: the bytes of a file, or the text and tables of a live page / 校验对象',
    constraints: { required: true, enum: ['bytes', 'blocks'] },
  },
  tool: string('Version of the tool that read it / 工具版本'),
  form: string('Id of the form by whose rules it was read / 规则'),
};

const count = { type: 'integer', constraints: ordinal } as const;

const reportFields: Record<(typeof reportColumns)[number], Omit<Field, 'name'>> = {
  report: { type: 'string', description: 'Id of the kept report / 报告编号', constraints: required },
  kind: {
    type: 'string',
    description: 'A report, or a page of tables that follows no form / 报告或统计表',
    constraints: { required: true, enum: ['report', 'tables'] },
  },
  authority: string('Publishing body / 发布机关'),
  year: { type: 'integer', description: 'Year that the report is about / 报告年度' },
  form: string('Id of the national form / 表样'),
  form_title: string('Title of the national form / 表样名称'),
  url: string('Address of the page / 网址'),
  path: string('Name of the file / 文件'),
  title: string('Title of the page / 网页标题'),
  retrieved: {
    type: 'datetime',
    description: 'When the page was read, UTC / 读取时间',
    constraints: required,
  },
  kept: { type: 'datetime', description: 'When the report was kept, UTC / 收藏时间', constraints: required },
  sha256: string('Hash of what was read / 内容校验值'),
  tool: string('Version of the tool that read it / 工具版本'),
  cells_read: { ...count, description: 'Cells of the form that were read / 已读单元格' },
  cells_expected: { ...count, description: 'Cells that the form has / 应有单元格' },
  satisfied: { ...count, description: 'Identities that hold / 成立' },
  violated: { ...count, description: 'Identities that do not hold / 不成立' },
  undetermined: { ...count, description: 'Identities that could not be determined / 无法判定' },
  note: string('Note of whoever kept the report / 备注'),
};

const reportId = {
  type: 'string',
  description: 'Id in reports.csv / 所属报告',
  constraints: required,
} as const;
const tableOrdinal: Omit<Field, 'name'> = {
  type: 'integer',
  description: 'Ordinal of the table in its page, from 0 / 第几张表',
  constraints: ordinal,
};

/** Columns of pages of tables: those of `gouji tables`, after the id of the page. */
const tableFields: Record<'report' | (typeof figureColumns)[number], Omit<Field, 'name'>> = {
  report: reportId,
  source: figureFields.source,
  table: tableOrdinal,
  caption: string('Caption of the table / 表名'),
  row_path: string('Labels beside the figure, from outside in / 行标题'),
  column_path: string('Headings over the figure, from outside in / 列标题'),
  unit: figureFields.unit,
  raw: figureFields.raw,
  value: figureFields.value,
  state: figureFields.state,
  role: string('Part of a total, total, or neither / 在合计中的地位'),
  slot: figureFields.slot,
};

const relationFields: Record<'report' | (typeof relationColumns)[number], Omit<Field, 'name'>> = {
  report: reportId,
  source: figureFields.source,
  table: tableOrdinal,
  relation: string('Name of the relation in its table / 关系'),
  kind: string('sum, share, difference, growth or equal / 种类'),
  axis: string('Whether rows add up (down), columns do (across), or single cells / 方向'),
  target: string('Row or column of the total, from 0 / 合计所在'),
  parts: string('Rows or columns that are added; a minus before what is taken off / 各项所在'),
  cue: string('What suggests the relation / 依据'),
  line: {
    type: 'integer',
    description: 'Column, or row, in which it was evaluated, from 0 / 在哪一列（行）核对',
    constraints: ordinal,
  },
  outcome: string('satisfied, violated or undetermined / 结论'),
  rounding: string('true where it holds only since figures are rounded / 是否四舍五入所致'),
  printed: { type: 'number', description: 'The total as printed / 所印合计' },
  computed: { type: 'number', description: 'What the parts come to / 各项之和' },
  difference: { type: 'number', description: 'printed − computed / 差' },
  strength: string('asserted, or only a hint / 可认定或仅为线索'),
  reason: string('Why it is undetermined / 无法判定的原因'),
};

type Table = {
  name: string;
  title: string;
  columns: readonly string[];
  rows: readonly (readonly CsvCell[])[];
  fields: Record<string, Omit<Field, 'name'>>;
  keys?: object;
};

/** The figures and relations of pages of tables, under the ids of their pages. */
const tablesOf = (pages: readonly KeptTables[]): Table[] => {
  const rowsOf = (rows: (tabulation: Tabulation) => CsvCell[][]): CsvCell[][] =>
    pages.flatMap((page) => rows(tabulationOf(page)).map((row) => [page.id, ...row]));
  const foreignKeys = [{ fields: ['report'], reference: { resource: 'reports', fields: ['report'] } }];
  return [
    {
      name: 'tables',
      title: 'One figure of a page of tables a line',
      columns: ['report', ...figureColumns],
      rows: rowsOf(figureRows),
      fields: tableFields,
      keys: { primaryKey: ['report', 'slot'], foreignKeys },
    },
    {
      name: 'relations',
      title: 'What adds up in pages of tables',
      columns: ['report', ...relationColumns],
      rows: rowsOf(relationRows),
      fields: relationFields,
      keys: { primaryKey: ['report', 'table', 'relation', 'line'], foreignKeys },
    },
  ];
};

/** Bytes that a text takes in UTF-8. */
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/**
 * All files of the package.
 * @param created when the package is made, ISO 8601.
 * @param tool version of the tool that makes it.
 */
export const packageFiles = (reports: readonly Kept[], created: string, tool: string): PackageFile[] => {
  const pages = reports.filter((record) => record.kind === 'tables');
  const tables: Table[] = [
    {
      name: 'figures',
      title: 'One figure a line',
      columns: csvColumns,
      // A shelf may keep the same bytes twice, read by two versions: there a report is named as the shelf does.
      rows: reports.flatMap(({ id, extraction }) => factRows(extraction).map(([, ...row]) => [id, ...row])),
      fields: figureFields,
      keys: {
        primaryKey: ['report', 'ref'],
        foreignKeys: [{ fields: ['report'], reference: { resource: 'reports', fields: ['report'] } }],
      },
    },
    {
      name: 'provenance',
      title: 'Where each figure is from',
      columns: provenanceColumns,
      rows: provenanceRows(reports),
      fields: provenanceFields,
      keys: {
        primaryKey: ['line'],
        foreignKeys: [{ fields: ['report'], reference: { resource: 'reports', fields: ['report'] } }],
      },
    },
    ...(pages.length === 0 ? [] : tablesOf(pages)),
    {
      name: 'reports',
      title: 'One report or page of tables a line',
      columns: reportColumns,
      rows: reportRows(reports),
      fields: reportFields,
      keys: { primaryKey: ['report'] },
    },
  ];
  // Without the byte order mark that spreadsheets want: the readers of data packages take it for a part of the first name.
  const written = tables.map((table) => ({
    ...table,
    text: csvOf(table.columns, table.rows).replace(/^\uFEFF/, ''),
  }));
  const descriptor = {
    profile: 'tabular-data-package',
    name: 'gouji-reports',
    title: '政府信息公开工作年度报告数据',
    description: `Figures of ${reports.length - pages.length} annual reports on open government information${pages.length === 0 ? '' : ` and of ${pages.length} pages of tables`}, read and checked by Gouji ${tool}.`,
    created,
    sources: reports.map(({ title, extraction: { source, authority, year } }) => ({
      title: title || [authority?.value, year?.value].filter(Boolean).join(' ') || source.path || 'report',
      ...(source.url === undefined ? {} : { path: source.url }),
    })),
    resources: written.map(({ name, title, text, columns, fields, keys }) => ({
      profile: 'tabular-data-resource',
      name,
      title,
      path: `${name}.csv`,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes: bytesOf(text),
      dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: {
        fields: columns.map((column) => ({ name: column, ...fields[column] })),
        missingValues: [''],
        ...keys,
      },
    })),
  };
  return [
    ...written.map(({ name, text }) => ({ name: `${name}.csv`, text })),
    { name: 'datapackage.json', text: `${JSON.stringify(descriptor, null, 2)}\n` },
  ];
};
