import type { ClaimPhrases } from './claim-words.ts';

export const en: ClaimPhrases = {
  sumOf: (names, more) => `the sum of ${names.join(' and ')}${more > 0 ? ` and ${more} more cells` : ''}`,
  sumUnder: (heading) => `the sum of the rows under "${heading}"`,
  agrees: (value, cells) => `The text says ${value}, and so does ${cells}`,
  differs: (value, cells, table) => `The text says ${value}, but ${cells} is ${table}`,
  part: (value) =>
    `The ${value} in the text covers only part of the total and was not compared with the table`,
  otherPeriod: (value) =>
    `The ${value} in the text is for another period, or is a change, and was not compared with the table`,
  unsure: (value, cells) =>
    `The text says ${value}, which may mean ${cells}; that is not certain, so it is undetermined`,
  noFigure: (value, cells) => `The text says ${value} for ${cells}; the table has no figure to compare`,
  untied: (value) => `The text says ${value}; no figure in the tables corresponds to it`,
  sum: {
    satisfied: (total, parts, all) =>
      `The parts listed add up to ${all} (${parts}), which is the total stated, ${total}`,
    violated: (total, parts, all, off) =>
      `The parts listed add up to ${all}, but the total stated is ${total}, difference ${off} (${parts})`,
    undetermined: (total, parts, all) =>
      `The parts listed add up to ${all} (${parts}), the total is ${total}; perhaps not all parts are listed`,
  },
  share: {
    satisfied: (percent, part, base) => `${part} ÷ ${base} is the ${percent} stated`,
    violated: (percent, part, base, computed) => `${part} ÷ ${base} ${computed}; the text says ${percent}`,
    undetermined: (percent) => `The text does not say what ${percent} is a share of`,
  },
  change: {
    satisfied: (percent, part, base) => `A change of ${part} from ${base} is the ${percent} stated`,
    violated: (percent, part, base, computed) =>
      `A change of ${part} from ${base} ${computed}; the text says ${percent}`,
    undetermined: (percent) => `The text does not give the number that ${percent} starts from`,
  },
  period: {
    satisfied: (from, to) => `The period stated, ${from} to ${to}, is the year of the report`,
    violated: (from, to, year) => `The period stated is ${from} to ${to}, but the report is for ${year}`,
    undetermined: (from, to) => `The period stated is ${from} to ${to}; the year of the report is not known`,
  },
  balance: {
    satisfied: (arrived, left) => `${arrived} came in, and ${left} were done or carried forward: they agree`,
    violated: (arrived, left) => `${arrived} came in, but ${left} were done or carried forward`,
    undetermined: (arrived, left) =>
      `${arrived} came in, ${left} were done or carried forward; perhaps the text leaves some out`,
  },
  repeated: (value, other) => `The text says ${value} here, and ${other} of the same elsewhere`,
  misspeltYear: (named) => `"${named}年" is not a year`,
  wrongYear: (named, year) =>
    `The text says ${named}, but its numbers are those in the tables of this report, for ${year}`,
  worthALook: (sentence) => `${sentence} (a hint)`,
  who: {
    whole: 'the whole body',
    part: 'a part of it',
    other_period: 'the whole body',
    unknown: 'not certain of whom',
  },
  thisYear: (year) => (year === null ? 'this year' : String(year)),
  otherTime: 'another time, or a change',
  readAs: (who, when, what) => `Read as: ${who} · ${when} · ${what}`,
  computed: (exact, rounded, decimals, isExact) =>
    isExact
      ? `is ${rounded}`
      : `is ${exact}, or ${rounded} ${decimals === 0 ? 'as a whole number' : `to ${decimals} ${decimals === 1 ? 'decimal' : 'decimals'}`}`,
  day: (year, month, day) => {
    const two = (value: number): string => String(value).padStart(2, '0');
    return `${year === null ? '' : `${year}-`}${two(month)}-${two(day)}`;
  },
};
