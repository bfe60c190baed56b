import { totalsTally } from '../../parser/messages/relation-names.ts';
import { relationWords } from '../../parser/messages/relations.ts';
import type { Language } from '../../parser/messages/words.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import type { TableReading, Tabulation } from '../../parser/tabulation.ts';
import type { Paint } from '../terminal.ts';
import { tableWordsIn } from './words-in.ts';

/** The summary of one source: by table how many totals hold, then what fails, with the cell that may be wrong. */

const mostShown = 15;

const failuresIn = (table: TableReading, language: Language, paint: Paint): string[] => {
  const words = relationWords(table, language);
  const lines = table.relations.flatMap((relation) =>
    relation.lines
      .filter(({ outcome, strength }) => outcome === 'violated' && strength === 'asserted')
      .map(
        (line) =>
          `    ${paint('red', '✗')} ${words.failing(relation, line)} ${paint('dim', `${words.equation(relation)}；${words.why(relation)}`)}`,
      ),
  );
  const shown = lines.slice(0, mostShown);
  if (lines.length > shown.length)
    shown.push(`    ${tableWordsIn(language).more(lines.length - shown.length)}`);
  const mends = table.diagnoses.flatMap((diagnosis) => words.mend(diagnosis) ?? []);
  return [...shown, ...mends.map((mend) => `    ${paint('bold', '→')} ${mend}`)];
};

const signOf = (table: TableReading, paint: Paint): string => {
  const { violated, satisfied } = totalsTally(table);
  if (violated > 0) return paint('red', '✗');
  return satisfied > 0 ? paint('green', '✓') : paint('dim', '·');
};

/** Lines without a line break at the end. */
export const tablesSummary = (tabulation: Tabulation, language: Language, paint: Paint): string => {
  const { source, tables, issues } = tabulation;
  const lines = [paint('bold', source.path ?? source.url ?? '')];
  for (const table of tables) {
    const words = relationWords(table, language);
    lines.push(`  ${signOf(table, paint)} ${words.title}  ${words.tally}`);
    lines.push(...failuresIn(table, language, paint));
  }
  if (tables.length === 0 && issues.length === 0) lines.push(`  ${tableWordsIn(language).noFigures}`);
  const about = wordsIn(language).about({ form: null, issues });
  lines.push(...issues.map((issue) => `  ${paint('yellow', '!')} ${about.issue(issue)}`));
  return lines.join('\n');
};
