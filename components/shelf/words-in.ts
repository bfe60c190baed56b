import type { Language } from '../../parser/messages/words.ts';
import type { ShelfWords } from './words.ts';
import { en as shelfEn } from './words-en.ts';
import { zhCN as shelfZh } from './words-zh.ts';
import type { YearsWords } from './years-words.ts';
import { en as yearsEn } from './years-words-en.ts';
import { zhCN as yearsZh } from './years-words-zh.ts';

const ofShelf: Record<Language, ShelfWords> = { 'zh-CN': shelfZh, en: shelfEn };
const ofYears: Record<Language, YearsWords> = { 'zh-CN': yearsZh, en: yearsEn };

export const shelfWordsIn = (language: Language): ShelfWords => ofShelf[language];

export const yearsWordsIn = (language: Language): YearsWords => ofYears[language];
