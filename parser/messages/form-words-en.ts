import type { Pattern } from '../forms/form-shape.ts';
import type { FormProblem } from '../forms/own-form.ts';
import { type FormPhrases, listed } from './form-words.ts';

const patterns: Record<Pattern, string> = {
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
};

const types: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number',
  array: 'a list [ … ]',
  object: 'an object { … }',
};

const problem = (found: FormProblem): string => {
  switch (found.what) {
    case 'missing':
      return 'is missing';
    case 'unknown':
      return `"${found.given}" is not known here: check its spelling`;
    case 'type':
      return `must be ${types[found.allowed] ?? found.allowed}`;
    case 'value':
      return `must be one of: ${listed(found.allowed, ', ')}`;
    case 'pattern':
      return `must be ${patterns[found.allowed]}`;
    case 'few':
      return `needs at least ${found.allowed}`;
    case 'many':
      return `may have ${found.allowed} at most`;
    case 'twice':
      return `"${found.given}" is there twice`;
    case 'no_such':
      return `there is no "${found.given}"; there are: ${listed(found.allowed, ', ')}`;
    case 'taken':
      return `"${found.given}" is the id of another form: choose one of its own`;
  }
};

export const en: FormPhrases = {
  problem,
  wholeFile: 'the file',
  said: (where, what) => `${where}: ${what}`,
};
