import type { BetweenPhrases } from './between-words.ts';

export const en: BetweenPhrases = {
  colon: ': ',
  comma: ', ',
  semicolon: '; ',
  brackets: (text) => ` (${text})`,
  comparison: {
    raw: (text) => `"${text}"`,
    noCell: 'no such cell',
    noUnit: ' (no unit)',
    blank: 'blank',
    unreadable: (raw) => `unreadable ${raw}`,
    standsFor: (row, names) => `${row} stands for the sum of ${names}`,
    sameInEvery: 'the same in every column',
    noIdentity: 'no such identity',
    placed: (where, identity) => `${where}, ${identity}`,
  },
  sum: {
    states: { number: '', blank: 'blank', mark: 'a symbol', unreadable: 'unreadable' },
    whys: {
      blank: (count) => `${count} blank`,
      mark: (count) => `${count} with a symbol`,
      unreadable: (count) => `${count} unreadable`,
      no_cell: (count) => `${count} not on its form`,
      two_figures: (count) => `${count} with two figures in two reports`,
      other_unit: (count) => `${count} in a unit that is not known`,
    },
    parts: {
      counted: () => null,
      other_form: (name) => `${name} uses another form: only cells that both forms have are counted`,
      same_again: (name, { source }) =>
        `${name} is here twice with the same figures and counted once (${source})`,
      two_figures: (name, { source }) =>
        `${name} is here twice with different figures: cells that differ are not counted (${source})`,
      other_year: (name, { year, source }) =>
        `the report of ${name} is for ${year} and not counted (${source})`,
      no_year: (name, { source }) => `the year of ${name}'s report is not known: not counted (${source})`,
      unread: (_, { source }) => `${source}: no report was read, not counted`,
      parent: (name, { source }) =>
        `${name} is the authority of the government's report too, and not counted (${source})`,
    },
    undetermined: (cell, figure, sum, children) => `${cell} ${figure} ? ${sum} (stated by ${children})`,
    parentLacks: (cells) =>
      `the government's report has no number in ${cells === 1 ? 'one cell' : `${cells} cells`}`,
  },
  history: {
    doubt: {
      same: '',
      office: ' (one report names the government, the other its office: they may be two bodies)',
      alike: ' (the body has another name in each year: it may have been renamed or merged)',
    },
    unchanged: (table, earlier, later) =>
      `every cell of "${table}" is the same in ${later} as in ${earlier}; check whether last year's figures were left in`,
    twoReports: (year) => `there are two reports for ${year} with different figures`,
    label: ({ en: label }) => label,
    related: ({ target, later, printed, source, earlier, extra, sum, off }) => {
      const also = extra.length > 0 ? ` with ${extra.join(', ')}` : '';
      return `${target} in ${later} is ${printed}; ${source} in ${earlier}${also} is ${sum}${off === null ? '' : `, difference ${off}`}`;
    },
    missing: (years) =>
      `no report was given for ${years.join(' and ')}, so the neighbouring years cannot be compared`,
    names: {
      same: 'the same name',
      office: 'one is the government, the other its office: they may be two bodies',
      alike: 'it may have been renamed or merged',
    },
    beside: ({ authority: name, year }, authority, how) =>
      `for ${year} compared with the report of ${name}, now ${authority} (${how})`,
  },
};
