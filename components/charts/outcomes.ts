import type { Extraction } from '../../parser/extraction.ts';
import type { Language } from '../../parser/messages/words.ts';

/** What became of the requests of a year, in the six groups of section three. */

export const outcomeKinds = ['granted', 'partial', 'denied', 'unavailable', 'notProcessed', 'other'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** `count` is the sum of the figures printed in the column of totals; null where none of them is a number. */
export type Outcome = { kind: OutcomeKind; count: number | null };

/** By the beginning of the row's id, as all forms of the report have them. */
const beginnings: Record<OutcomeKind, RegExp> = {
  granted: /^granted$/,
  partial: /^partially_granted$/,
  denied: /^denied_/,
  unavailable: /^unavailable_/,
  notProcessed: /^not_processed_/,
  other: /^other(?:_|$)/,
};

export const outcomesOf = ({ facts }: Extraction): Outcome[] =>
  outcomeKinds.map((kind) => {
    const values = facts.flatMap(({ ref, value }) => {
      const [table, row = '', column] = ref.split('.');
      const ours = table === 'requests' && column === 'total' && beginnings[kind].test(row);
      return ours && value !== null ? [value] : [];
    });
    return { kind, count: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) };
  });

/** The groups by the form's own headings, without their numbers. */
export const outcomeWords: Record<Language, Record<OutcomeKind, string>> = {
  'zh-CN': {
    granted: '予以公开',
    partial: '部分公开',
    denied: '不予公开',
    unavailable: '无法提供',
    notProcessed: '不予处理',
    other: '其他处理',
  },
  en: {
    granted: 'Granted',
    partial: 'Granted in part',
    denied: 'Denied',
    unavailable: 'Unavailable',
    notProcessed: 'Not processed',
    other: 'Other',
  },
};
