import type { Pattern } from '../forms/form-shape.ts';
import type { FormProblem } from '../forms/own-form.ts';
import type { Language } from './words.ts';

/** What is wrong with a form that a person has written, in a sentence each. */

const patterns: Record<Language, Record<Pattern, string>> = {
  'zh-CN': {
    id: '小写英文字母开头，由小写字母、数字组成，各词之间用下划线连接，如 total_2',
    form_id: '小写英文字母、数字，各词之间用连字符连接，如 village-affairs-2024',
    identity_id: '“表的 id.名称”，如 publicity.sum',
    chinese: '表上印的文字，须含汉字，首尾无空格',
    words: '首尾无空格的文字',
    report_name:
      '汉字和数字；可有可无的字写在 [ ] 内，几者择一写在 ( ) 内并以 | 分开，如 村务公开[情况](报告|年报)',
    character: '一个字',
    cell: '“表的 id.行的 id.列的 id”，如 publicity.all.total',
    figure_id: '英文字母和数字，小写字母开头，如 carriedOver',
    code: '科目编码的数字，如 201',
  },
  en: {
    id: 'lower-case letters and digits, beginning with a letter, words joined by underscores, such as total_2',
    form_id: 'lower-case letters and digits, words joined by hyphens, such as village-affairs-2024',
    identity_id: '"id of the table.name", such as publicity.sum',
    chinese: 'the wording printed on the form, with Chinese characters and no blank at its ends',
    words: 'text without blanks at its ends',
    report_name:
      'Chinese characters and digits; [ ] around what may be missing, ( ) and | for one of several, as in 村务公开[情况](报告|年报)',
    character: 'one character',
    cell: '"table.row.column" by their ids, such as publicity.all.total',
    figure_id: 'letters and digits, beginning with a lower-case letter, such as carriedOver',
    code: 'digits of a code, such as 201',
  },
};

const types: Record<string, Record<Language, string>> = {
  string: { 'zh-CN': '文字（写在引号内）', en: 'a text in quotes' },
  number: { 'zh-CN': '数字', en: 'a number' },
  array: { 'zh-CN': '列表 [ … ]', en: 'a list [ … ]' },
  object: { 'zh-CN': '对象 { … }', en: 'an object { … }' },
};

/** Of many that are allowed these are named. */
const mostNamed = 12;

const listed = (allowed: readonly string[], language: Language): string => {
  const shown = allowed.slice(0, mostNamed).join(language === 'zh-CN' ? '、' : ', ');
  return allowed.length > mostNamed ? `${shown} ……` : shown;
};

const chinese = (problem: FormProblem): string => {
  switch (problem.what) {
    case 'missing':
      return '缺少这一项';
    case 'unknown':
      return `没有“${problem.given}”这一项，请检查拼写`;
    case 'type':
      return `应为${types[problem.allowed]?.['zh-CN'] ?? problem.allowed}`;
    case 'value':
      return `只能是：${listed(problem.allowed, 'zh-CN')}`;
    case 'pattern':
      return `应为${patterns['zh-CN'][problem.allowed]}`;
    case 'few':
      return `至少要有 ${problem.allowed} 项`;
    case 'many':
      return `至多 ${problem.allowed} 项`;
    case 'twice':
      return `“${problem.given}”重复`;
    case 'no_such':
      return `没有“${problem.given}”；可用的有：${listed(problem.allowed, 'zh-CN')}`;
    case 'taken':
      return `“${problem.given}”已是另一张表样的 id，请换一个`;
  }
};

const english = (problem: FormProblem): string => {
  switch (problem.what) {
    case 'missing':
      return 'is missing';
    case 'unknown':
      return `"${problem.given}" is not known here: check its spelling`;
    case 'type':
      return `must be ${types[problem.allowed]?.en ?? problem.allowed}`;
    case 'value':
      return `must be one of: ${listed(problem.allowed, 'en')}`;
    case 'pattern':
      return `must be ${patterns.en[problem.allowed]}`;
    case 'few':
      return `needs at least ${problem.allowed}`;
    case 'many':
      return `may have ${problem.allowed} at most`;
    case 'twice':
      return `"${problem.given}" is there twice`;
    case 'no_such':
      return `there is no "${problem.given}"; there are: ${listed(problem.allowed, 'en')}`;
    case 'taken':
      return `"${problem.given}" is the id of another form: choose one of its own`;
  }
};

/** `tables[0].columns[2].type：只能是：count、signed、money` */
export const formProblemSentence = (problem: FormProblem, language: Language): string => {
  const zh = language === 'zh-CN';
  const where = problem.path === '' ? (zh ? '整个文件' : 'the file') : problem.path;
  return zh ? `${where}：${chinese(problem)}` : `${where}: ${english(problem)}`;
};
