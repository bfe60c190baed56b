import type { ProseCells } from '../forms/schema.ts';
import type { Meaning } from './meaning.ts';
import type { Phrase } from './slots.ts';

/**
 * Names the applicant of a phrase, or joins one to those it names.
 * @returns whether all applicants are named by now: 个人、法人和其他组织.
 */
export const nameApplicant = (
  phrase: Phrase,
  { column, loose }: Extract<Meaning, { is: 'applicant' }>,
  ids: ProseCells | null,
): boolean => {
  if (!ids) return false;
  const { person, all } = ids.applicants;
  const before = phrase.applicant;
  if (loose && before !== null) {
    // 企业及其他组织 are all but persons.
    if (before !== person && column !== person) {
      phrase.applicant = all;
      return false;
    }
    // 自然人和法人 are all, 自然人和企业 perhaps.
    if (!phrase.applicantLoose && column !== all && column !== before) phrase.doubtful = true;
    return before !== column && (phrase.applicantLoose || column === all);
  }
  phrase.applicant = column;
  if (loose) return false;
  const every =
    before !== null && (phrase.applicantLoose ? before !== column : before === person && column === all);
  phrase.applicantLoose = false;
  return every;
};
