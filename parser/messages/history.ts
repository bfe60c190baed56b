import type { HistoryFinding } from '../compare/history.ts';
import type { BodySeries } from '../compare/series.ts';
import { refParts } from '../text/ref.ts';
import { betweenWordsIn } from './between-words-in.ts';
import { printed } from './figure.ts';
import { namesOf } from './names.ts';
import type { Language } from './words.ts';
import { wordsIn } from './words-in.ts';

const number = (value: number | null): string => (value === null ? '—' : printed(value));

/** `12 + 3 − 1` */
const sumIn = (terms: HistoryFinding['terms']): string =>
  terms
    .map(({ value, weight }, at) => {
      if (at === 0 || value === null)
        return `${at === 0 ? '' : weight === 1 ? ' + ' : ' − '}${number(value)}`;
      const signed = weight * value;
      return `${signed < 0 ? ' − ' : ' + '}${printed(Math.abs(signed))}`;
    })
    .join('');

/** One sentence about a relation between the reports of two years. */
export const historySentence = (finding: HistoryFinding, language: Language): string => {
  const { history: phrases } = betweenWordsIn(language);
  return `${relationSentence(finding, language)}${phrases.doubt[finding.names]}`;
};

const relationSentence = (finding: HistoryFinding, language: Language): string => {
  const { history: phrases } = betweenWordsIn(language);
  const subject = { form: { id: finding.form }, issues: [] };
  const names = namesOf(subject);
  const [earlier, later] = finding.years;
  const [relation = '', key = ''] = finding.id.split('@');
  if (relation === 'history.unchanged') return phrases.unchanged(names.table(key), earlier, later);
  if (relation === 'history.two_reports') return phrases.twoReports(later);
  const target = finding.terms.at(-1);
  if (!target) return finding.id;
  const { cell } = wordsIn(language).about(subject);
  const before = finding.terms.filter((term) => term.year === earlier);
  const during = finding.terms.slice(0, -1).filter((term) => term.year === later);
  const columnOf = ({ ref }: { ref: string }): string => {
    const { table, column } = refParts(ref);
    return phrases.label(names.column(table, column));
  };
  return phrases.related({
    target: cell(target.ref),
    later,
    printed: number(finding.printed),
    source: before[0] ? cell(before[0].ref) : '',
    earlier,
    extra: [...before.slice(1), ...during].map(columnOf),
    sum: sumIn([...before, ...during]),
    off:
      finding.outcome === 'violated'
        ? number(finding.difference === null ? null : Math.abs(finding.difference))
        : null,
  });
};

/** What is to be said of the series itself: years without a report, another name the year before. Nothing where all is in order. */
export const seriesSentences = ({ authority, missing, before }: BodySeries, language: Language): string[] => {
  const { history: phrases } = betweenWordsIn(language);
  return [
    ...(missing.length > 0 ? [phrases.missing(missing)] : []),
    ...(before ? [phrases.beside(before, authority, phrases.names[before.names])] : []),
  ];
};
