import type { Language } from '../../parser/messages/words.ts';
import type { TableWords } from './words.ts';
import { en as tableEn } from './words-en.ts';
import { zhCN as tableZh } from './words-zh.ts';

const ofTable: Record<Language, TableWords> = { 'zh-CN': tableZh, en: tableEn };

export const tableWordsIn = (language: Language): TableWords => ofTable[language];
