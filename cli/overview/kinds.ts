import type { FindingKind, Said } from '../../overview/entry.ts';
import type { IssueCode } from '../../parser/issue.ts';
import type { Rule } from '../../parser/messages/rule.ts';
import { rulesIn } from '../../parser/messages/rules.ts';

/** What kinds of findings are called: rules as the forms word them, and in a few words what can go wrong in reading. */

/** A sentence about one report tells more; these are headings over many. */
export const unreadNames: Partial<Record<IssueCode, Said>> = {
  file_not_found: { zh: '找不到文件', en: 'File not found' },
  file_forbidden: { zh: '没有权限读取文件', en: 'File may not be read' },
  file_failed: { zh: '读取文件时出错', en: 'Reading the file failed' },
  reader_missing: { zh: '读取程序未安装', en: 'The reader is not installed' },
  file_irregular: { zh: '不是普通文件', en: 'Not an ordinary file' },
  folder_empty: { zh: '文件夹里没有可读的文件', en: 'No readable file in the folder' },
  archive_empty: { zh: '网页存档里没有网页', en: 'No page in the web archive' },
  line_malformed: { zh: '文件中的一行不是页面', en: 'A line of the file is not a page' },
  source_empty: { zh: '文件是空的', en: 'File is empty' },
  source_binary: { zh: '这种文件不能读取', en: 'Not a type of file that is read' },
  pdf_scanned: { zh: 'PDF 是扫描件，没有文字', en: 'PDF is scanned and has no text' },
  pdf_recognised: { zh: 'PDF 的文字来自扫描识别', en: 'Text of the PDF comes from a recognition of scans' },
  pdf_outlined: { zh: 'PDF 的文字已转成曲线', en: 'Text of the PDF was turned into curves' },
  part_unread: { zh: '文件嵌入的一部分没有读取', en: 'An embedded part of the file was not read' },
  file_encrypted: { zh: '文件设有密码', en: 'File is locked by a password' },
  file_damaged: { zh: '文件已损坏', en: 'File is damaged' },
  file_excessive: { zh: '超出正常报告的范围，已停止读取', en: 'Reading stopped: more than a normal report' },
  markup_excessive: { zh: '网页内容过多或层次过深', en: 'The page is too large or too deep' },
  text_garbled: { zh: '文字已成乱码', en: 'Text is garbled' },
  no_tables: { zh: '没有找到表格', en: 'No table found' },
  no_report: { zh: '没有认出年度报告的统计表', en: 'No table of an annual report recognised' },
  part_of_year: { zh: '不是全年的数据', en: 'Not a whole year' },
  older_form: { zh: '2019 年以前的旧表样', en: 'Form from before 2019' },
  half_year_notice: { zh: '半年情况通报，不是年度报告', en: 'Half-year notice, not an annual report' },
  comparison_page: { zh: '年度对比，不是一份年度报告', en: 'Comparison of years, not an annual report' },
  form_ambiguous: { zh: '无法确定用的是哪一种表样', en: 'Form could not be told' },
  blank_form: { zh: '空白表，没有填写数字', en: 'Blank form without figures' },
  year_missing: { zh: '没有找到报告年度', en: 'Year not found' },
  year_conflict: { zh: '报告中有不同的年度', en: 'The report gives different years' },
  authority_missing: { zh: '没有找到发布机关', en: 'Authority not found' },
  authority_conflict: { zh: '报告中有不同的发布机关', en: 'The report names different authorities' },
  table_missing: { zh: '有表没有找到', en: 'A table was not found' },
  table_is_image: { zh: '表格是图片', en: 'A table is an image' },
  grid_too_large: { zh: '表格过大', en: 'A table is too large' },
  rows_left_out: { zh: '表格太长，后面的行没有读取', en: 'Table too long: its last rows were not read' },
  columns_unknown: { zh: '列标题无法辨认', en: 'Headings of columns not recognised' },
  table_repeated: { zh: '同一张表出现不止一次', en: 'A table is there more than once' },
  pieces_unsure: { zh: '一张表的各段次序不能确定', en: 'Order of the pieces of a table is unsure' },
  figures_unaccounted: { zh: '表中有数字没有找到归属', en: 'Figures of a table could not be placed' },
  row_missing: { zh: '有行没有找到', en: 'A row was not found' },
  row_repeated: { zh: '某一行出现不止一次', en: 'A row is there more than once' },
  row_in_doubt: { zh: '某一行不能确定', en: 'A row is in doubt' },
  cells_dropped: { zh: '某一行的单元格不齐', en: 'Cells of a row were not found' },
  cell_merged: { zh: '单元格被合并', en: 'Cells are merged' },
  cell_missing: { zh: '有单元格没有找到', en: 'A cell was not found' },
  value_unreadable: { zh: '格内不是可以辨认的数字', en: 'A cell contains no readable figure' },
  content_elsewhere: { zh: '内容在页面之外', en: 'The page keeps its content elsewhere' },
  figure_obscured: { zh: '格内实际显示的数字无法确定', en: 'It is unclear which figure a cell shows' },
};

/** What a text says against itself. No form prints these rules. */
const textNames: Record<string, Said> = {
  'prose.claim': { zh: '正文与表格不一致', en: 'The text differs from the tables' },
  'prose.sum': {
    zh: '正文所列分项之和与总数不一致',
    en: 'Parts listed in the text do not add up to its total',
  },
  'prose.percentage': {
    zh: '正文的百分比与所列数字不一致',
    en: 'A percentage of the text does not follow from its numbers',
  },
  'prose.period': {
    zh: '正文的统计期限与报告年度不一致',
    en: 'The period stated in the text is not the year of the report',
  },
  'prose.balance': {
    zh: '正文的收到、结转与办理不平衡',
    en: 'What the text says came in is not what it says was done or carried forward',
  },
  'prose.repeated': {
    zh: '正文两处所写同一数字不一致',
    en: 'The text states one quantity twice, with different numbers',
  },
  'prose.year': { zh: '正文所写年份有误', en: 'The text names a wrong year' },
};

/** A rule by its id; where forms word it differently all their words, since a report may follow either. */
const ruleKind = (id: string, zh: readonly Rule[], en: readonly Rule[]): FindingKind | null => {
  const [ours, theirs] = [zh.filter((rule) => rule.id === id), en.filter((rule) => rule.id === id)];
  const [first, gloss] = [ours[0], theirs[0]];
  if (!first || !gloss) return null;
  const wordings = new Set(ours.flatMap(({ wording }) => wording ?? []));
  return {
    about: 'report',
    name: textNames[id] ?? { zh: first.relation, en: gloss.relation },
    scope: { zh: first.scope, en: gloss.scope },
    wording: wordings.size === 0 ? null : [...wordings].join('；'),
    source: {
      zh: [...new Set(ours.map(({ source }) => source))].join('；'),
      en: [...new Set(theirs.map(({ source }) => source))].join('; '),
    },
  };
};

/** The words of these kinds; one that has none is called by its id. */
export const kindsOf = (ids: Iterable<string>): Record<string, FindingKind> => {
  const [zh, en] = [rulesIn('zh-CN'), rulesIn('en')];
  const kinds: Record<string, FindingKind> = {};
  for (const id of ids) {
    const unread = unreadNames[id as IssueCode];
    const name = unread ?? textNames[id] ?? { zh: id, en: id };
    const about = unread ? 'reading' : 'report';
    kinds[id] = ruleKind(id, zh, en) ?? { about, name, scope: null, wording: null, source: null };
  }
  return kinds;
};
