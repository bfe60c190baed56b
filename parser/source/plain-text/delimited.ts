import Papa from 'papaparse';
import { mostCellsKept, type Row, type SourceDocument } from '../blocks.ts';

/** A file of delimited values (RFC 4180, and what spreadsheets write besides) as one table: open data come so. */

/** As many rows as a spreadsheet has. */
const mostRows = 1_048_576;

/** @param delimiter null: told from the first lines, comma, semicolon, tab or bar. */
export const readDelimited = (text: string, delimiter: string | null): SourceDocument => {
  const rows: Row[] = [];
  let cells = 0;
  let excessive = false;
  // Row by row: of a long file its fields never stand in memory all at once.
  Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    delimiter: delimiter ?? '',
    delimitersToGuess: [',', ';', '\t', '|'],
    skipEmptyLines: 'greedy',
    step: ({ data }, parser) => {
      if (rows.length === mostRows) {
        excessive = true;
        parser.abort();
        return;
      }
      const fields = cells > mostCellsKept ? [] : data;
      cells += fields.length;
      rows.push({ group: 0, cells: fields.map((field) => ({ text: field.trim(), colspan: 1, rowspan: 1 })) });
    },
  });
  return {
    title: null,
    metas: [],
    blocks: [
      {
        kind: 'table',
        index: 0,
        geometry: 'grid',
        rows,
      },
    ],
    ...(excessive ? { issues: [{ code: 'file_excessive', what: 'cells', limit: mostRows }] } : {}),
  };
};
