import type { Language } from '../parser/messages/words.ts';
import type { PanelWords } from './words.ts';
import { en } from './words-en.ts';
import { zhCN } from './words-zh.ts';

const catalogues: Record<Language, PanelWords> = { 'zh-CN': zhCN, en };

export const panelWordsIn = (language: Language): PanelWords => catalogues[language];
