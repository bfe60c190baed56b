import type { CsvCell } from './csv.ts';

/**
 * A workbook as SpreadsheetML (ECMA-376 part 1, 18), in pieces of text: a sheet row by row, and the parts beside the sheets. Text is always
 * text: nothing is written as a formula. Whoever writes it compresses and packs.
 */

/** `repeated`: few different texts, which stand once for the whole workbook. */
export type Column = { name: string; width: number; repeated?: true };

/** The most rows that Excel has. */
export const mostRows = 1_048_576;

/** The most characters of a cell. */
const mostCharacters = 32_767;

/** Excel's texts by number. Bounded: what no longer finds room stands in its cell. */
export const sharedTexts = (most = 50_000) => {
  const numbers = new Map<string, number>();
  return {
    numbers,
    numberOf: (text: string): number | null => {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      if (numbers.size >= most) return null;
      numbers.set(text, numbers.size);
      return numbers.size - 1;
    },
  };
};
export type SharedTexts = ReturnType<typeof sharedTexts>;

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** What XML cannot hold is written `_xHHHH_`, and so is what would be taken for that (22.9.2.19, ST_Xstring). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/g;

const codeOf = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(forbidden, codeOf)
    .replace(/[&<>"\r]/g, (character) => entities[character] ?? character);

/** A to Z, then AA. */
const letter = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letter(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));

/** A text as a cell holds it. */
export const cut = (text: string): string =>
  text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text;

const cellText = (cell: CsvCell, at: string, column: Column, shared: SharedTexts): string => {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  const text = cut(cell);
  const number = column.repeated ? shared.numberOf(text) : null;
  return number === null
    ? `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
    : `<c r="${at}" t="s"><v>${number}</v></c>`;
};

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** All of a sheet before its second row: the headings are the first. */
export const sheetStart = (columns: readonly Column[]): string => {
  const widths = columns
    .map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const heads = columns
    .map(
      ({ name }, at) =>
        `<c r="${letter(at)}1" s="1" t="inlineStr"><is><t xml:space="preserve">${xmlText(name)}</t></is></c>`,
    )
    .join('');
  return `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData><row r="1">${heads}</row>`;
};

/** All of a sheet behind its last row, which is the `rows`th. */
export const sheetEnd = (columns: readonly Column[], rows: number): string =>
  `</sheetData><autoFilter ref="A1:${letter(columns.length - 1)}${rows}"/></worksheet>`;

/** One row of a sheet, the `number`th from 1. */
export const sheetRow = (
  row: readonly CsvCell[],
  number: number,
  columns: readonly Column[],
  shared: SharedTexts,
): string => {
  let line = `<row r="${number}">`;
  for (const [at, column] of columns.entries())
    line += cellText(row[at] ?? null, `${letter(at)}${number}`, column, shared);
  return `${line}</row>`;
};

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What every spreadsheet asks for beside the sheets (ECMA-376 part 2), by path; sheets lie at `sheetPath`. */
export const partsBeside = (names: readonly string[], shared: SharedTexts): Record<string, string> => {
  const numbered = names.map((name, at) => ({ name, number: at + 1 }));
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${kind}.${type}+xml"/>`;
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${override('styles', 'styles')}${override('sharedStrings', 'sharedStrings')}${numbered.map(({ number }) => override(`worksheets/sheet${number}`, 'worksheet')).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaged}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${numbered.map(({ name, number }) => `<sheet name="${xmlText(name)}" sheetId="${number}" r:id="rId${number}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships">${numbered.map(({ number }) => relation(number, 'worksheet', `worksheets/sheet${number}.xml`)).join('')}${relation(names.length + 1, 'styles', 'styles.xml')}${relation(names.length + 2, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}" uniqueCount="${shared.numbers.size}">${[...shared.numbers.keys()].map((text) => `<si><t xml:space="preserve">${xmlText(text)}</t></si>`).join('')}</sst>`,
  };
  return Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, `${declaration}${xml}`]));
};

/** Where the sheet lies that is the `number`th from 1. */
export const sheetPath = (number: number): string => `xl/worksheets/sheet${number}.xml`;
