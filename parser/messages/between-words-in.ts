import type { BetweenPhrases } from './between-words.ts';
import { en } from './between-words-en.ts';
import { zhCN } from './between-words-zh.ts';
import type { Language } from './words.ts';

const catalogues: Record<Language, BetweenPhrases> = { 'zh-CN': zhCN, en };

export const betweenWordsIn = (language: Language): BetweenPhrases => catalogues[language];
