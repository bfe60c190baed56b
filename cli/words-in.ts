import type { Language } from '../parser/messages/words.ts';
import type { CommandWords } from './words.ts';
import { en as commandEn } from './words-en.ts';
import { zhCN as commandZh } from './words-zh.ts';

const ofCommand: Record<Language, CommandWords> = { 'zh-CN': commandZh, en: commandEn };

export const commandWordsIn = (language: Language): CommandWords => ofCommand[language];
