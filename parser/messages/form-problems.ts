import type { FormProblem } from '../forms/own-form.ts';
import type { FormPhrases } from './form-words.ts';
import { en } from './form-words-en.ts';
import { zhCN } from './form-words-zh.ts';
import type { Language } from './words.ts';

/** What is wrong with a form that a person has written, in a sentence each. */

const phrases: Record<Language, FormPhrases> = { 'zh-CN': zhCN, en };

/** `tables[0].columns[2].type：只能是：count、signed、money` */
export const formProblemSentence = (problem: FormProblem, language: Language): string => {
  const say = phrases[language];
  return say.said(problem.path === '' ? say.wholeFile : problem.path, say.problem(problem));
};
