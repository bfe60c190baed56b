import type { TableReading } from '../tabulation.ts';
import type { RelationWords } from './relation-words.ts';
import { inEnglish } from './relation-words-en.ts';
import { inChinese } from './relation-words-zh.ts';
import type { Language } from './words.ts';

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
