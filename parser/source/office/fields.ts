import type { Obscurity } from '../../issue.ts';

/** Fields that show nothing (ECMA-376 part 1, 17.16.5). */
const silentField = /^(?:TC|XE|RD|TA|PRIVATE|SET|ASK|COMMENTS?)\b/i;

/** Does it show what its code says, whatever its result is? */
export const isDropDown = (code: string): boolean => /^\s*FORMDROPDOWN/i.test(code);

/** What is not sure where a field stands that has no result: it shows what Word makes of its code. Null where it shows nothing. */
export const doubtOfField = (code: string): Obscurity | null => {
  const name = code.trim();
  if (/^FORM/i.test(name)) return 'control';
  if (/^EQ\b/i.test(name)) return 'drawn';
  if (/^ADVANCE\b/i.test(name)) return 'reordered';
  return name === '' || silentField.test(name) ? null : 'uncomputed';
};
