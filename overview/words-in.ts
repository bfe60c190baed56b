import type { Language, PageWords } from './words.ts';
import { en } from './words-en.ts';
import { zhCN } from './words-zh.ts';

const words: Record<Language, PageWords> = { zh: zhCN, en };

export const pageWordsIn = (language: Language): PageWords => words[language];
