import type { TableCsvs } from '../../components/actions.ts';
import { csvOf } from '../../parser/export/csv.ts';
import { figureColumns, figureRows, relationColumns, relationRows } from '../../parser/export/tables-rows.ts';
import { findingLines, findingsStart } from '../../parser/export/verdict.ts';
import type { Source } from '../../parser/extraction.ts';
import type { Told } from '../../parser/findings/finding.ts';
import type { Judgement } from '../../parser/findings/judgement.ts';
import { verdictOn } from '../../parser/findings/verdict.ts';
import type { Language } from '../../parser/messages/words.ts';
import type { TableReading, Tabulation } from '../../parser/tabulation.ts';

/**
 * What does not hold or cannot be decided, one finding a line: a file of its own, beside the CSV of facts, in the columns of
 * `gouji check --format csv`. A finding that was set aside stands in it like any other, and says so.
 * @param note what the person has written about the report, where it is kept.
 */
export const findingsCsv = (report: Told, judgement: Judgement, language: Language, note = ''): string =>
  findingsStart() + findingLines(verdictOn(report, judgement), report.extraction, language, note);

/** One table of a page as tidy CSV, in the columns of `gouji tables --format csv`. */
export const tableCsvs = (source: Source, table: TableReading): TableCsvs => {
  const tabulation: Tabulation = { schema: 'gouji/tables/1', source, tables: [table], issues: [] };
  return {
    figures: csvOf(figureColumns, figureRows(tabulation)),
    relations: csvOf(relationColumns, relationRows(tabulation)),
  };
};
