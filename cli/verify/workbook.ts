import { strFromU8, unzipSync } from 'fflate';
import type { TextRow, TextTable } from '../../parser/export/difference.ts';
import { languages } from '../../parser/messages/words.ts';
import { readXml } from '../../parser/source/office/xml.ts';
import { contentsHeads, kindNames } from '../outputs/xlsx.ts';
import type { ExportLayout } from './layouts.ts';

/** A workbook of `gouji extract`, read back cell by cell as it is stored: what a spreadsheet would show of a number is not asked. */

const columnOf = (place: string): number => {
  let column = 0;
  for (const letter of place) {
    if (letter < 'A') break;
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column - 1;
};

/** ECMA-376 22.9.2.19: `_xHHHH_` is a character that XML cannot hold. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const sharedIn = (xml: string): string[] => {
  const texts: string[] = [];
  let text: string | null = null;
  readXml(xml, {
    open: (name) => {
      if (name === 'si') text = '';
    },
    text: (data) => {
      if (text !== null) text += data;
    },
    close: (name) => {
      if (name !== 'si') return;
      texts.push(unescaped(text ?? ''));
      text = null;
    },
  });
  return texts;
};

const rowsIn = (xml: string, shared: readonly string[]): TextRow[] => {
  const rows: TextRow[] = [];
  let cells: string[] = [];
  let line = 0;
  let cell: { at: number; type: string; text: string } | null = null;
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        cells = [];
        line = Number(attributes.r);
      }
      if (name === 'c') cell = { at: columnOf(attributes.r ?? ''), type: attributes.t ?? '', text: '' };
    },
    text: (data) => {
      if (cell) cell.text += data;
    },
    close: (name) => {
      if (name === 'c' && cell) {
        cells[cell.at] =
          cell.type === 's'
            ? (shared[Number(cell.text)] ?? '')
            : cell.type === 'inlineStr'
              ? unescaped(cell.text)
              : cell.text;
        cell = null;
      }
      if (name === 'row') rows.push({ line, cells: Array.from(cells, (one) => one ?? '') });
    },
  });
  return rows;
};

const sheetNames = (xml: string): string[] => {
  const names: string[] = [];
  readXml(xml, {
    open: (name, { name: own }) => {
      if (name === 'sheet') names.push(own ?? '');
    },
    text: () => {},
    close: () => {},
  });
  return names;
};

const filled = (row: TextRow, length: number): TextRow => ({
  ...row,
  cells: Array.from({ length: Math.max(length, row.cells.length) }, (_, at) => row.cells[at] ?? ''),
});

export const workbookTables = (bytes: Uint8Array): ExportLayout => {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes);
  } catch {
    return { layout: 'damaged', at: null };
  }
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const shared = sharedIn(part('xl/sharedStrings.xml'));
  const sheets = sheetNames(part('xl/workbook.xml')).map((name, at) => {
    const [head, ...rows] = rowsIn(part(`xl/worksheets/sheet${at + 1}.xml`), shared);
    const columns = head?.cells ?? [];
    return { name, columns, rows: rows.map((row) => filled(row, columns.length)) };
  });
  const [contents, ...others] = sheets;
  const language = languages.find((one) => contentsHeads(one).join() === contents?.columns.join());
  if (!contents || language === undefined) return { layout: 'damaged', at: null };
  // A sheet that is full goes on in the next.
  const tables = kindNames.map((kind): TextTable => {
    const own = others.filter(({ name }) => name.replace(/ \d+$/, '') === kind);
    return { name: kind, columns: own[0]?.columns ?? [], rows: own.flatMap(({ rows }) => rows) };
  });
  return { layout: 'xlsx', language, tables: [contents, ...tables] };
};
