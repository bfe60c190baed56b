import type { Language } from '../../parser/messages/words.ts';
import type { WideWords } from './wide-words.ts';
import { en as wideEn } from './wide-words-en.ts';
import { zhCN as wideZh } from './wide-words-zh.ts';
import type { BodyWords } from './words.ts';
import { en as bodyEn } from './words-en.ts';
import { zhCN as bodyZh } from './words-zh.ts';

const ofBody: Record<Language, BodyWords> = { 'zh-CN': bodyZh, en: bodyEn };
const ofWide: Record<Language, WideWords> = { 'zh-CN': wideZh, en: wideEn };

export const bodyWordsIn = (language: Language): BodyWords => ofBody[language];

export const wideWordsIn = (language: Language): WideWords => ofWide[language];
