import type { Reasons } from '../findings/verdict.ts';
import type { HeadlinePhrases } from './headline-words.ts';
import { en } from './headline-words-en.ts';
import { zhCN } from './headline-words-zh.ts';
import type { Language } from './words.ts';

/** What a verdict says in one line: first why it is not a better one, last what holds. Every surface says this line. */

const phrases: Record<Language, HeadlinePhrases> = { 'zh-CN': zhCN, en };

/** `正文 1 处前后不符 · 40 条勾稽关系成立`; that there was nothing to check, where there was nothing. */
export const headline = (reasons: Reasons, language: Language): string => {
  const parts = phrases[language].parts(reasons).filter((part) => part !== '');
  const { identities, claims, statements, years, undetermined, aside, satisfied } = reasons;
  if (identities + claims + statements + years + undetermined + aside + satisfied > 0)
    return parts.join(' · ');
  return [phrases[language].nothing, ...parts].join(' · ');
};
