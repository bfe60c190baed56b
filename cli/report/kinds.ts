import type { IssueCode } from '../../parser/issue.ts';
import { type Rule, rulesIn } from '../../parser/messages/rules.ts';
import type { Kind, Said } from '../../report/entry.ts';

/** What kinds of findings are called: rules as the forms word them, and in a few words what can go wrong in reading. */

/** A sentence about one report tells more; these are headings over many. */
export const unreadNames: Partial<Record<IssueCode, Said>> = {
  file_not_found: { zh: '找不到文件', en: 'File not found' },
  file_forbidden: { zh: '没有权限读取文件', en: 'File may not be read' },
  file_failed: { zh: '读取文件时出错', en: 'Reading the file failed' },
  folder_empty: { zh: '文件夹里没有可读的文件', en: 'No readable file in the folder' },
  archive_empty: { zh: '网页存档里没有网页', en: 'No page in the web archive' },
  line_malformed: { zh: '文件中的一行不是页面', en: 'A line of the file is no page' },
  source_empty: { zh: '文件是空的', en: 'File is empty' },
  source_binary: { zh: '不是网页或文本文件', en: 'Neither a page nor a text' },
  pdf_scanned: { zh: 'PDF 是扫描件，没有文字', en: 'PDF is scanned and holds no text' },
  file_encrypted: { zh: '文件设有密码', en: 'File is locked by a password' },
  file_damaged: { zh: '文件已损坏', en: 'File is damaged' },
  file_excessive: { zh: '文件过大', en: 'File is too large' },
  markup_excessive: { zh: '网页标签过多或嵌套过深', en: 'Too many or too deeply nested tags' },
  text_garbled: { zh: '文字已成乱码', en: 'Text is garbled' },
  no_tables: { zh: '没有找到表格', en: 'No table found' },
  no_report: { zh: '不是年度报告的统计表', en: 'Tables are not those of an annual report' },
  older_form: { zh: '2019 年以前的旧表样', en: 'Form from before 2019' },
  half_year_notice: { zh: '半年情况通报，不是年度报告', en: 'Half-year notice, no annual report' },
  comparison_page: { zh: '年度对比，不是一份年度报告', en: 'Comparison of years, no annual report' },
  form_ambiguous: { zh: '无法确定用的是哪一种表样', en: 'Form could not be told' },
  blank_form: { zh: '空白表，没有填写数字', en: 'Blank form without figures' },
  year_missing: { zh: '没有找到报告年度', en: 'Year not found' },
  year_conflict: { zh: '报告年度有不同说法', en: 'Year is stated in several ways' },
  authority_missing: { zh: '没有找到发布机关', en: 'Authority not found' },
  authority_conflict: { zh: '发布机关有不同说法', en: 'Authority is stated in several ways' },
  table_missing: { zh: '缺少一张表', en: 'A table is missing' },
  table_is_image: { zh: '表格是图片', en: 'A table is a picture' },
  grid_too_large: { zh: '表格过大', en: 'A table is too large' },
  columns_unknown: { zh: '列标题无法辨认', en: 'Headings of columns not recognised' },
  table_repeated: { zh: '同一张表出现不止一次', en: 'A table stands there more than once' },
  row_missing: { zh: '缺少某一行', en: 'A row is missing' },
  row_repeated: { zh: '某一行出现不止一次', en: 'A row stands there twice' },
  row_in_doubt: { zh: '某一行不能确定', en: 'A row is in doubt' },
  cells_dropped: { zh: '某一行缺格', en: 'Cells of a row are missing' },
  cell_merged: { zh: '单元格被合并', en: 'Cells are merged' },
  cell_missing: { zh: '缺少某一格', en: 'A cell is missing' },
  value_unreadable: { zh: '格内不是可以辨认的数字', en: 'A cell holds no readable figure' },
};

/** What a text says against itself. No form prints these rules. */
const textNames: Record<string, Said> = {
  'prose.claim': { zh: '正文中的数字与表格不一致', en: 'A number of the text differs from the tables' },
  'prose.sum': { zh: '正文所列分项之和与总数不符', en: 'Parts listed in the text do not make its total' },
  'prose.percentage': {
    zh: '正文的百分比与所列数字不符',
    en: 'A percentage of the text does not follow from its numbers',
  },
  'prose.period': {
    zh: '正文的统计期限与报告年度不符',
    en: 'The period stated in the text is not the year of the report',
  },
};

/** A rule by its id; where forms word it differently all their words, since a report may follow either. */
const ruleKind = (id: string, zh: readonly Rule[], en: readonly Rule[]): Kind | null => {
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
export const kindsOf = (ids: Iterable<string>): Record<string, Kind> => {
  const [zh, en] = [rulesIn('zh-CN'), rulesIn('en')];
  const kinds: Record<string, Kind> = {};
  for (const id of ids) {
    const unread = unreadNames[id as IssueCode];
    const name = unread ?? textNames[id] ?? { zh: id, en: id };
    const about = unread ? 'reading' : 'report';
    kinds[id] = ruleKind(id, zh, en) ?? { about, name, scope: null, wording: null, source: null };
  }
  return kinds;
};
