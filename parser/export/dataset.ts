import { extractionSchema } from '../extraction.ts';
import { verdictSchema } from '../findings/schema.ts';
import {
  type DatasetField,
  factFields,
  field,
  figureFields,
  needed,
  oneOf,
  ordinal,
  outcomes,
  relationFields,
  report,
  sentences,
} from './dataset-fields.ts';

/**
 * The data set for people who compute: tables that join by keys. What a table means stands here once; the rows are in `dataset-rows.ts`, the
 * descriptor, the dictionary and the views in `dataset-files.ts`.
 */

export type DatasetTable = {
  name: DatasetName;
  zh: string;
  en: string;
  fields: readonly DatasetField[];
  primaryKey: readonly string[];
  foreignKeys: readonly { fields: readonly string[]; table: DatasetName; to: readonly string[] }[];
};

export const datasetNames = [
  'reports',
  'facts',
  'checks',
  'check_terms',
  'claims',
  'diagnoses',
  'issues',
  'findings',
  'tables',
  'relations',
] as const;
export type DatasetName = (typeof datasetNames)[number];

const toReports = { fields: ['report'], table: 'reports', to: ['report'] } as const;

const finding = verdictSchema.shape.findings.element.shape;

export const datasetTables: readonly DatasetTable[] = [
  {
    name: 'reports',
    zh: '每份报告一行，读不出的文件也有一行',
    en: 'One row for each report, and one for each file that could not be read',
    fields: [
      report,
      field('source', 'string', '来源：路径或网址', 'Path of the file or address of the page', needed),
      field(
        'sha256',
        'string',
        '所读文件的校验值',
        'SHA-256 of the bytes of the file; empty where there were none',
      ),
      field('bytes', 'integer', '文件字节数', 'Size of the file', needed),
      field('format', 'string', '文件类型', 'What kind of file it is', needed),
      field('authority', 'string', '发布机关', 'Publishing body'),
      field('authority_evidence', 'string', '机关的依据', 'The phrase that the body was read from'),
      field('year', 'integer', '报告年度', 'Year that the report is about'),
      field('year_evidence', 'string', '年度的依据', 'The phrase that the year was read from'),
      field('form', 'string', '表样编号', 'Id of the form; empty where none was recognised'),
      field('cells_read', 'integer', '已读单元格', 'Cells of the form that were read', needed),
      field('cells_expected', 'integer', '应有单元格', 'Cells that the form has', needed),
      field('verdict', 'string', '结论', 'The verdict', oneOf(verdictSchema.shape.verdict)),
      field('satisfied', 'integer', '成立的关系', 'Identities that hold', needed),
      field('violated', 'integer', '不成立之处', 'Violations', needed),
      field('undetermined', 'integer', '无法判定的关系', 'Identities that nobody can decide', needed),
      field('hints', 'integer', '线索', 'Hints', needed),
    ],
    primaryKey: ['report'],
    foreignKeys: [],
  },
  {
    name: 'facts',
    zh: '每个数字一行',
    en: 'One row for each figure',
    fields: factFields,
    primaryKey: ['report', 'ref'],
    foreignKeys: [toReports],
  },
  {
    name: 'checks',
    zh: '每条勾稽关系一行',
    en: 'One row for each identity checked',
    fields: [
      report,
      field('check', 'string', '关系编号：规则@行或列', 'Id of the check: rule@row or column', needed),
      field('rule', 'string', '规则', 'Id of the rule', needed),
      field('place', 'string', '所在的行或列', 'Row or column that it is about'),
      field('outcome', 'string', '结果', 'Does it hold?', outcomes),
      field('left', 'number', '左边', 'Sum of the terms with weight 1'),
      field('right', 'number', '右边', 'Sum of the terms with weight −1'),
      field('difference', 'number', '相差', 'left − right'),
      field('reason', 'string', '无法判定的原因', 'Why it is undetermined'),
      ...sentences,
    ],
    primaryKey: ['report', 'check'],
    foreignKeys: [toReports],
  },
  {
    name: 'check_terms',
    zh: '勾稽关系的每一项一行；与 facts 按 report、ref 相连',
    en: 'One row for each term of a check; joins facts by report and ref',
    fields: [
      report,
      field('check', 'string', '关系编号', 'Id of the check', needed),
      ordinal('第几项', 'Which term'),
      field(
        'ref',
        'string',
        '指标',
        'table.row.column; the cell may be one that the page does not have',
        needed,
      ),
      field('weight', 'integer', '1 在左边，-1 在右边', '1 on the left, -1 on the right', needed),
      field('value', 'number', '计入的数值', 'The number that was counted'),
      field('assumed_zero', 'boolean', '空白按零计', 'Blank or a mark, and counted as zero', needed),
      field('at_fault', 'boolean', '因此项无法判定', 'Undetermined because of this term', needed),
    ],
    primaryKey: ['report', 'check', 'ordinal'],
    foreignKeys: [toReports, { fields: ['report', 'check'], table: 'checks', to: ['report', 'check'] }],
  },
  {
    name: 'claims',
    zh: '正文中的每个数一行：与表格是否一致',
    en: 'One row for each count of the text: does it agree with the tables?',
    fields: [
      report,
      ordinal('第几个', 'Which'),
      field('quote', 'string', '原文', 'The words of the text', needed),
      field('value', 'number', '所写的数', 'The number written', needed),
      field(
        'about',
        'string',
        '所指各格，以空格分隔',
        'Refs of the cells that it is about, separated by spaces',
      ),
      field(
        'scope',
        'string',
        '范围',
        'Of what it speaks',
        oneOf(extractionSchema.shape.claims.element.shape.scope),
      ),
      field('outcome', 'string', '结果', 'Does it agree?', outcomes),
      field('block', 'integer', '第几段，从 0 起', 'Block of the page, from 0', needed),
      field('at', 'integer', '段内第几字，从 0 起', 'Character in the block, from 0', needed),
    ],
    primaryKey: ['report', 'ordinal'],
    foreignKeys: [toReports],
  },
  {
    name: 'diagnoses',
    zh: '不成立处可能的改正，每个要改的格一行；从不写入 facts',
    en: 'Possible mends of what is violated, one row for each cell to change; never written into facts',
    fields: [
      report,
      ordinal('第几处', 'Which part of the report'),
      field('alternative', 'integer', '第几种改法，从 0 起', 'Which of the smallest changes, from 0', needed),
      field('change', 'integer', '其中第几格，从 0 起', 'Which cell of it, from 0', needed),
      field(
        'rank',
        'integer',
        '优先次序，1 最可能；0 为没有小改动可以解释',
        'Likeliest first; 0 where no small change explains it',
        needed,
      ),
      field('likely', 'string', '可能的差错', 'What kind of slip it would be'),
      field(
        'explains',
        'string',
        '所解释的关系，以空格分隔',
        'Checks that it explains, separated by spaces',
        needed,
      ),
      field('ref', 'string', '要改的格', 'Cell to change'),
      field('from', 'number', '所印', 'What is printed'),
      field('to', 'number', '改为', 'What would satisfy all'),
      field('capped', 'boolean', '还有未列出的改法', 'There are more than are listed', needed),
      ...sentences,
    ],
    primaryKey: ['report', 'ordinal', 'alternative', 'change'],
    foreignKeys: [toReports],
  },
  {
    name: 'issues',
    zh: '未读出或存疑之处',
    en: 'What was not read, or is in doubt',
    fields: [
      report,
      ordinal('第几处', 'Which'),
      field('code', 'string', '代码', 'Code', needed),
      field('severity', 'string', '程度', 'Whether something was not read', {
        required: true,
        values: ['unread', 'note'],
      }),
      field('slot', 'string', '位置', 'Place in the page'),
      field('params', 'string', '参数（JSON）', 'Parameters, JSON', needed),
      ...sentences,
    ],
    primaryKey: ['report', 'ordinal'],
    foreignKeys: [toReports],
  },
  {
    name: 'findings',
    zh: '需要看一看的每一处：不成立的关系、与表不符的正文、未读出之处',
    en: 'Everything that needs a look: identities that do not hold, text against tables, what was not read',
    fields: [
      report,
      ordinal('第几处', 'Which'),
      field('kind', 'string', '类别', 'Kind', oneOf(finding.kind)),
      field('rule', 'string', '规则', 'Rule', needed),
      field('strength', 'string', '程度', 'How much it weighs', oneOf(finding.strength)),
      field('key', 'string', '搁置所依据的键', 'What a dismissal is keyed on', needed),
      field(
        'about',
        'string',
        '所涉各格，以空格分隔；视图 finding_facts 与 facts 相连',
        'Refs of its cells, separated by spaces; the view finding_facts joins them to facts',
      ),
      field('numbers', 'string', '所涉各数（JSON）', 'Its numbers, JSON', needed),
      field('quote', 'string', '原文', 'Words of the text'),
      field('slot', 'string', '位置', 'Place in the page'),
      ...sentences,
    ],
    primaryKey: ['report', 'ordinal'],
    foreignKeys: [toReports],
  },
  {
    name: 'tables',
    zh: '页面中任何带数字的表，每个数字一行',
    en: 'Every table with figures, whatever it is about: one row for each figure',
    fields: figureFields,
    primaryKey: ['source', 'slot'],
    foreignKeys: [],
  },
  {
    name: 'relations',
    zh: '这些表中认出的关系，每行或每列一行',
    en: 'The relations found in those tables, one row for each line of them',
    fields: relationFields,
    primaryKey: ['source', 'table', 'relation', 'line'],
    foreignKeys: [],
  },
];

/** A table of the data set by its name. */
export const datasetTable = (name: DatasetName): DatasetTable => {
  const found = datasetTables.find((table) => table.name === name);
  if (!found) throw new Error(`No table ${name}`);
  return found;
};
