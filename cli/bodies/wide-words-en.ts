import type { WideWords } from './wide-words.ts';

export const en: WideWords = {
  about: 'the years as columns: a row for each body and figure, with what is printed from year to year',
  usage: '[options] PATH…',
  exitCodes: 'Exit codes: 0 all was read, 2 something was not',
  format: 'csv (as it is without this) or xlsx',
  ref: 'only figures that match this glob, such as requests.*.total (may be repeated)',
  share: 'beside each year its share of the total in which it is counted, computed from what is printed',
  change: 'beside each year its change from the year before, computed from what is printed',
  sheet: 'years',
  blank: '(blank)',
  unreadable: '(unreadable)',
  takesNoPart: (source, missing) => `${source}: left out, its ${missing.join(' and ')} is not known`,
};
