import type { Catalogue } from './catalogue.ts';
import { reportWords } from './report-words.ts';
import type { Language, Words } from './words.ts';
import { en } from './words-en.ts';
import { zhCN } from './words-zh.ts';

const catalogues: Record<Language, Catalogue> = { 'zh-CN': zhCN, en };

/** The words of one language. */
export const wordsIn = (language: Language): Words => {
  const catalogue = catalogues[language];
  return {
    language,
    outcome: catalogue.outcome,
    severity: catalogue.severity,
    about: (subject) => reportWords(catalogue, subject),
    ui: catalogue.ui,
  };
};
