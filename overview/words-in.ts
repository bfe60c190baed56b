import type { PageLanguage, PageWords } from './words.ts';
import { en } from './words-en.ts';
import { zhCN } from './words-zh.ts';

const words: Record<PageLanguage, PageWords> = { zh: zhCN, en };

export const pageWordsIn = (language: PageLanguage): PageWords => words[language];
