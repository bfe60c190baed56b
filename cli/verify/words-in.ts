import type { Language } from '../../parser/messages/words.ts';
import type { VerifyWords } from './words.ts';
import { en as verifyEn } from './words-en.ts';
import { zhCN as verifyZh } from './words-zh.ts';

const ofVerify: Record<Language, VerifyWords> = { 'zh-CN': verifyZh, en: verifyEn };

export const verifyWordsIn = (language: Language): VerifyWords => ofVerify[language];
