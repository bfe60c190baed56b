import type { Language } from '../../parser/messages/words.ts';
import type { RunWords } from './words.ts';
import { en as runEn } from './words-en.ts';
import { zhCN as runZh } from './words-zh.ts';

const ofRun: Record<Language, RunWords> = { 'zh-CN': runZh, en: runEn };

export const runWordsIn = (language: Language): RunWords => ofRun[language];
