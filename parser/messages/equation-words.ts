import { openRuleOf } from '../forms/registry.ts';
import type { RelationReading } from '../tabulation.ts';
import type { Language } from './words.ts';

/** How an equation of a table is written down: by signs, which are the same in all languages, or as its form states it. */

/** More parts than this are counted, and not named. */
const mostNamed = 4;

export type NameOf = (place: RelationReading['target']) => string;

/** Shares, growth and what is equal are no sums: `占比 = 金额 ÷ 金额（合计）`, `增长 = 本年 ÷ 上年 − 1`. Null for a sum. */
export const ratioIn = (
  { kind, target, parts, whole }: RelationReading,
  nameOf: NameOf,
  rowOf: (at: number) => string,
): string | null => {
  if (kind === 'sum' || kind === 'difference') return null;
  if (kind === 'equal') return [target, ...parts.map(({ at }) => at)].map(nameOf).join(' = ');
  const [first, second] = parts.map(({ at }) => nameOf(at));
  const base = second ?? `${first}（${typeof whole === 'number' ? rowOf(whole) : ''}）`;
  return `${nameOf(target)} = ${first} ÷ ${base}${kind === 'growth' ? ' − 1' : ''}`;
};

/** `合计 = 甲 + 乙 − 丙`, where they are few. */
export const termsIn = ({ parts }: RelationReading, nameOf: NameOf): string | null =>
  parts.length <= mostNamed || parts.some(({ weight }) => weight < 0)
    ? parts.map(({ at, weight }, nth) => `${weight < 0 ? '− ' : nth > 0 ? '+ ' : ''}${nameOf(at)}`).join(' ')
    : null;

/**
 * A relation in the words of its form, where those of the table do not name all of it: another table has names of its own, and a line left blank
 * is not among the figures. Null for all others.
 */
export const inWordsOfForm = (
  { rule, axis, parts, lines }: RelationReading,
  rowName: (at: number, column: number | null) => string,
  language: Language,
): string | null => {
  const isUnnamed = parts.some(
    ({ at, table }) =>
      table !== undefined ||
      (axis === 'down' && typeof at === 'number' && rowName(at, lines[0]?.at ?? null) === ''),
  );
  const words = rule === undefined || !isUnnamed ? null : openRuleOf(rule)?.words;
  return (language === 'zh-CN' ? words?.zh : words?.en) ?? null;
};

/** The form that states a relation, and its words; null where no form with open rows does. */
export const statedBy = ({ rule }: RelationReading, language: Language): string | null => {
  const found = rule === undefined ? null : openRuleOf(rule);
  if (!found) return null;
  const { form, table, words } = found;
  const title = table ? (language === 'zh-CN' ? `“${table.title}”` : ` “${table.title}”`) : '';
  return language === 'zh-CN' ? `${form.title}${title}：${words.zh}` : `${form.title}${title}: ${words.en}`;
};
