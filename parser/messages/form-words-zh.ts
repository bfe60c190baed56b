import type { Pattern } from '../forms/form-shape.ts';
import type { FormProblem } from '../forms/own-form.ts';
import { type FormPhrases, listed } from './form-words.ts';

const patterns: Record<Pattern, string> = {
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
};

const types: Readonly<Record<string, string>> = {
  string: '文字（写在引号内）',
  number: '数字',
  array: '列表 [ … ]',
  object: '对象 { … }',
};

const problem = (found: FormProblem): string => {
  switch (found.what) {
    case 'missing':
      return '缺少这一项';
    case 'unknown':
      return `没有“${found.given}”这一项，请检查拼写`;
    case 'type':
      return `应为${types[found.allowed] ?? found.allowed}`;
    case 'value':
      return `只能是：${listed(found.allowed, '、')}`;
    case 'pattern':
      return `应为${patterns[found.allowed]}`;
    case 'few':
      return `至少要有 ${found.allowed} 项`;
    case 'many':
      return `至多 ${found.allowed} 项`;
    case 'twice':
      return `“${found.given}”重复`;
    case 'no_such':
      return `没有“${found.given}”；可用的有：${listed(found.allowed, '、')}`;
    case 'taken':
      return `“${found.given}”已是另一张表样的 id，请换一个`;
  }
};

export const zhCN: FormPhrases = {
  problem,
  wholeFile: '整个文件',
  said: (where, what) => `${where}：${what}`,
};
