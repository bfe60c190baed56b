import { type FileHandle, open, rename, stat } from 'node:fs/promises';
import { strToU8, Zip, type ZipInputFile, ZipPassThrough } from 'fflate';
import { OutputProblem } from './problem.ts';
import { type SharedTexts, type Sheet, xmlText } from './sheet.ts';

/** The package around the sheets (ECMA-376 part 2): a ZIP archive with the parts that every spreadsheet asks for. */

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const partsBeside = (sheets: readonly Sheet[], shared: SharedTexts): Record<string, string> => {
  const numbered = sheets.map(({ name }, at) => ({ name, number: at + 1 }));
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${kind}.${type}+xml"/>`;
  return {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${override('styles', 'styles')}${override('sharedStrings', 'sharedStrings')}${numbered.map(({ number }) => override(`worksheets/sheet${number}`, 'worksheet')).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaged}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${numbered.map(({ name, number }) => `<sheet name="${xmlText(name)}" sheetId="${number}" r:id="rId${number}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships">${numbered.map(({ number }) => relation(number, 'worksheet', `worksheets/sheet${number}.xml`)).join('')}${relation(sheets.length + 1, 'styles', 'styles.xml')}${relation(sheets.length + 2, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}" uniqueCount="${shared.numbers.size}">${[...shared.numbers.keys()].map((text) => `<si><t xml:space="preserve">${xmlText(text)}</t></si>`).join('')}</sst>`,
  };
};

/** RFC 1952: what `node:zlib` writes before and after the deflated bytes. */
const gzip = { head: 10, tail: 8 };

const pieceSize = 1 << 18;
const most = 0xffffffff;

/** The same reports give the same bytes, whenever they are written. */
const day = new Date(1980, 0, 1);

/** Puts the ended sheets into one workbook, piece by piece, and renames it to its path when it is whole. */
export const packWorkbook = async (
  path: string,
  sheets: readonly Sheet[],
  shared: SharedTexts,
): Promise<void> => {
  const part = `${path}.part`;
  const target = await open(part, 'w');
  let pieces: Uint8Array[] = [];
  let length = 0;
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
    length += piece.length;
  });
  const flush = async (): Promise<void> => {
    // ZIP64 is left alone: no spreadsheet opens a workbook of that size.
    if (length > most) throw new OutputProblem({ code: 'workbook_too_large', path });
    const ready = pieces;
    pieces = [];
    for (const piece of ready) await target.write(piece);
  };
  try {
    for (const [name, xml] of Object.entries(partsBeside(sheets, shared))) {
      const bytes = strToU8(`${declaration}${xml}`);
      const member = new ZipPassThrough(name);
      member.mtime = day;
      zip.add(member);
      member.push(bytes, true);
      await flush();
    }
    for (const [at, sheet] of sheets.entries()) {
      const file = await sheet.end();
      const { size } = await stat(file);
      const source = await open(file);
      try {
        const tail = await bytesOf(source, size - gzip.tail, gzip.tail);
        const numbers = new DataView(tail.buffer, tail.byteOffset);
        const member: ZipInputFile & { mtime: Date } = {
          filename: `xl/worksheets/sheet${at + 1}.xml`,
          compression: 8,
          crc: numbers.getUint32(0, true),
          size: numbers.getUint32(4, true),
          mtime: day,
        };
        zip.add(member);
        for (let from = gzip.head; from < size - gzip.tail; from += pieceSize) {
          const piece = await bytesOf(source, from, Math.min(pieceSize, size - gzip.tail - from));
          member.ondata?.(null, piece, from + pieceSize >= size - gzip.tail);
          await flush();
        }
      } finally {
        await source.close();
      }
    }
    zip.end();
    await flush();
  } finally {
    await target.close();
    for (const sheet of sheets) await sheet.remove();
  }
  await rename(part, path);
};

const bytesOf = async (file: FileHandle, from: number, length: number): Promise<Uint8Array<ArrayBuffer>> => {
  const bytes = new Uint8Array(length);
  await file.read(bytes, 0, length, from);
  return bytes;
};
