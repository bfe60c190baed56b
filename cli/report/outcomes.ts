import type { Extraction } from '../../parser/extraction.ts';
import type { Outcomes, Said } from '../../report/entry.ts';

/** What became of the requests of a year, in the six groups of section three, in the form's order and without its numbers. */
const groups: readonly { rows: RegExp; name: Said }[] = [
  { rows: /^granted$/, name: { zh: '予以公开', en: 'Granted' } },
  { rows: /^partially_granted$/, name: { zh: '部分公开', en: 'Granted in part' } },
  { rows: /^denied_/, name: { zh: '不予公开', en: 'Denied' } },
  { rows: /^unavailable_/, name: { zh: '无法提供', en: 'Unavailable' } },
  { rows: /^not_processed_/, name: { zh: '不予处理', en: 'Not processed' } },
  { rows: /^other(?:_|$)/, name: { zh: '其他处理', en: 'Other' } },
];

export const outcomeNames: readonly Said[] = groups.map(({ name }) => name);

/** Sums of the figures printed in the column 总计; null where none of them is a number. */
export const outcomesOf = ({ facts }: Extraction): Outcomes => {
  const sums: (number | null)[] = groups.map(() => null);
  for (const { ref, value } of facts) {
    const [table, row = '', column] = ref.split('.');
    if (table !== 'requests' || column !== 'total' || value === null) continue;
    const at = groups.findIndex(({ rows }) => rows.test(row));
    if (at >= 0) sums[at] = (sums[at] ?? 0) + value;
  }
  return sums;
};
