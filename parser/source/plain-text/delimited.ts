import Papa from 'papaparse';
import type { SourceDocument } from '../blocks.ts';

/** A file of delimited values (RFC 4180, and what spreadsheets write besides) as one table: open data come so. */

/** As many rows as a spreadsheet has. */
const mostRows = 1_048_576;

/** @param delimiter null: told from the first lines, comma, semicolon, tab or bar. */
export const readDelimited = (text: string, delimiter: string | null): SourceDocument => {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    delimiter: delimiter ?? '',
    delimitersToGuess: [',', ';', '\t', '|'],
    skipEmptyLines: 'greedy',
  });
  const excessive = data.length > mostRows;
  return {
    title: null,
    metas: [],
    blocks: [
      {
        kind: 'table',
        index: 0,
        geometry: 'grid',
        rows: data.slice(0, mostRows).map((fields) => ({
          group: 0,
          cells: fields.map((field) => ({ text: field.trim(), colspan: 1, rowspan: 1 })),
        })),
      },
    ],
    ...(excessive ? { issues: [{ code: 'file_excessive', what: 'cells', limit: mostRows }] } : {}),
  };
};
