import { type BodyWords, count, namesInLine, type Relations } from './words.ts';

const relationsEn = ({ violated, warnings, hints, undetermined, satisfied }: Relations): string =>
  [
    ...(violated > warnings ? [`${count(violated - warnings, 'differs', 'differ')}`] : []),
    ...(warnings > 0 ? [`${warnings} to check`] : []),
    ...(hints > 0 ? [count(hints, 'hint')] : []),
    ...(undetermined > 0 ? [`${undetermined} undetermined`] : []),
    ...(satisfied > 0 ? [count(satisfied, 'relation holds', 'relations hold')] : []),
  ].join(' · ');

export const en: BodyWords = {
  history: {
    about: 'compare the reports of each body from year to year, and name the years that are missing',
    usage: '[options] PATH…',
    exitCodes:
      'Exit codes: 0 nothing differs from year to year (some may be to check), 1 something differs, 2 something could not be read',
  },
  compare: {
    about: 'compare two reports cell by cell, or the reports of two folders',
    usage: '[options] A B',
    exitCodes:
      'Exit codes: 0 same figures, 1 something differs, 2 something could not be read, or there is nothing to compare',
    one: 'a report, or a folder',
    other:
      'another report, or another folder; of folders, reports of one body and year are compared, then those of one body',
  },
  sum: {
    about: "compare a government's report with the sum of its departments' and towns' (a hint only)",
    usage: '[options] PARENT CHILD…',
    exitCodes:
      'Exit codes: 0 compared, whether or not there is a difference, 2 something could not be read, or an expected report is missing',
    parent: "the government's report",
    children: 'the reports of its departments and towns: files or folders',
    expect: 'a list of the bodies that should be there, one name a line; those that are missing are named',
    all: 'also list the cells that are undetermined',
  },
  historyFormat: 'format: text (the default) or ndjson (one finding a line)',
  jsonFormat: 'format: text (the default) or json',
  comma: ', ',
  relations: (counts) => relationsEn(counts) || 'no two years in a row to compare',
  oneYearOnly: (bodies) =>
    `${count(bodies.length, 'body has', 'bodies have')} one year only, and nothing to compare: ${bodies
      .slice(0, namesInLine)
      .map(({ authority, years }) => `${authority} (${years[0] ?? ''})`)
      .join(', ')}${bodies.length > namesInLine ? ' …; --format ndjson lists them all' : ''}`,
  takesNoPart: ({ source, missing }) => {
    const names = { form: 'no report was read', authority: 'authority unknown', year: 'year unknown' };
    const shown = missing.includes('form') ? (['form'] as const) : missing;
    return `${source}: left out of the comparison (${shown.map((part) => names[part]).join(', ')})`;
  },
  historyTotal: ({ bodies, reports, apart, ...counts }) =>
    `${count(bodies, 'body', 'bodies')}, ${count(reports, 'report')}: ${relationsEn(counts) || 'nothing to compare'}${apart > 0 ? `; ${count(apart, 'report')} left out` : ''}`,
  titleOf: ({ authority, year }) => `${authority ?? 'unknown authority'} ${year ?? 'unknown year'}`,
  sameFigures: (cells) => `same figures (${count(cells, 'cell')})`,
  otherForms: 'the two reports use different forms: only the cells that both forms have can be compared',
  tableCompared: ({ title, common, differing }) => {
    if (common === 0) return `${title}: no cell in common`;
    return differing === 0
      ? `${title}: all ${common} cells the same`
      : `${title}: ${differing} of ${common} cells differ`;
  },
  onlyIn: (which, rows, cells) =>
    `only in the ${which === 'one' ? 'first' : 'second'} (${count(cells, 'cell')}): ${rows.join('; ')}`,
  checksDiffer: (number) =>
    `${count(number, 'identity has a different result', 'identities have different results')}:`,
  checksSame: 'every identity has the same result in both',
  alone: (which, head) =>
    `${head.source}: ${en.titleOf(head)} has no counterpart in the ${which === 'one' ? 'second' : 'first'} set, or more than one`,
  compareTotal: ({ same, differing, alone }) =>
    `${count(same + differing, 'pair')} compared: ${same} with the same figures, ${differing} with differences${alone > 0 ? `; ${count(alone, 'report')} without a counterpart` : ''}`,
  listUnreadable: (path) =>
    `${path}: no list could be read, or there is no name in it; a list is a text file with one name a line`,
  noParent: (path) => `${path}: no report was read, so there is nothing to compare with`,
  severalParents: (path, number) =>
    `${path}: there are ${number} reports here; name the file of the one that is to be compared`,
  besideSum: (children) =>
    children === 0
      ? 'there are no reports to add up'
      : `compared with the sum of ${count(children, 'report')}`,
  missing: (names) => `no report of: ${names.join(', ')}`,
  notWhole: 'reports are missing, so every cell is undetermined: a missing figure is not zero',
  tableSummed: ({ title, same, differs, undetermined }) =>
    `${title}: ${count(same, 'cell')} the same · ${differs} different · ${undetermined} undetermined`,
  unknownFigures: 'cells without a number (not taken as zero):',
  notInParent: "rows that the departments' reports have and the government's report does not:",
  allUndetermined: '--all lists the cells that are undetermined',
  whyOnlyHint:
    'a difference is not an error in itself: the government may count its own office only, requests passed on may be counted twice, a body may report elsewhere',
};
