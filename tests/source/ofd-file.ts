import { strToU8, zipSync } from 'fflate';
import { formGrid } from '../../parser/grid/form-grid.ts';
import type { SourceDocument, TableBlock } from '../../parser/source/blocks.ts';

/** OFD files by the schema of GB/T 33190-2016: objects on pages, in millimetres. */

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const xml = (inner: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${inner}`);

export type OfdSample = {
  /** Objects of each page. */
  pages: readonly (readonly string[])[];
  /** Objects of a template that lies under the first page. */
  template?: readonly string[];
  /** Further parts, by their names in `Doc_0`. */
  parts?: Readonly<Record<string, string>>;
  /** Further elements of `Document.xml` and of `DocBody`. */
  document?: string;
  body?: string;
  drawParams?: string;
};

const contentOf = (objects: readonly string[], template: boolean): string =>
  `<ofd:Page ${namespace}><ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area>${
    template ? '<ofd:Template TemplateID="900" ZOrder="Background"/>' : ''
  }<ofd:Content><ofd:Layer ID="1" Type="Body">${objects.join('')}</ofd:Layer></ofd:Content></ofd:Page>`;

export const ofdOf = (sample: OfdSample): Uint8Array => {
  const { pages, template, parts = {}, document = '', body = '', drawParams = '' } = sample;
  const files: Record<string, Uint8Array> = {
    'OFD.xml': xml(
      `<ofd:OFD ${namespace} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>${body}</ofd:DocBody></ofd:OFD>`,
    ),
    'Doc_0/Document.xml': xml(
      `<ofd:Document ${namespace}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>${
        template ? '<ofd:TemplatePage ID="900" BaseLoc="Tpls/Tpl_0/Content.xml"/>' : ''
      }</ofd:CommonData><ofd:Pages>${pages
        .map((_, at) => `<ofd:Page ID="${at + 100}" BaseLoc="Pages/Page_${at}/Content.xml"/>`)
        .join('')}</ofd:Pages>${document}</ofd:Document>`,
    ),
    'Doc_0/PublicRes.xml': xml(
      `<ofd:Res ${namespace} BaseLoc="Res"><ofd:DrawParams>${drawParams}</ofd:DrawParams></ofd:Res>`,
    ),
  };
  pages.forEach((objects, at) => {
    files[`Doc_0/Pages/Page_${at}/Content.xml`] = xml(contentOf(objects, at === 0 && template !== undefined));
  });
  if (template) files['Doc_0/Tpls/Tpl_0/Content.xml'] = xml(contentOf(template, false));
  for (const [name, part] of Object.entries(parts))
    files[name.startsWith('/') ? name.slice(1) : `Doc_0/${name}`] = xml(part);
  return zipSync(files);
};

/** A line of text with its top left corner at a place. */
export const textAt = (x: number, y: number, text: string, size = 3, attributes = '', inner = ''): string => {
  const step = (character: string): number => (/[\u2E80-\u{3FFFF}]/u.test(character) ? size : size / 2);
  const characters = [...text];
  const deltas = characters.slice(0, -1).map(step);
  const width = characters.reduce((sum, one) => sum + step(one), 0);
  return `<ofd:TextObject ID="2" Boundary="${x} ${y} ${width} ${size}" Font="1" Size="${size}" ${attributes}>${inner}<ofd:TextCode X="0" Y="${
    size * 0.86
  }" DeltaX="${deltas.join(' ')}">${escaped(text)}</ofd:TextCode></ofd:TextObject>`;
};

export const boxAt = (
  x: number,
  y: number,
  width: number,
  height: number,
  attributes = '',
  inner = '',
): string =>
  `<ofd:PathObject ID="3" Boundary="${x} ${y} ${width} ${height}" LineWidth="0.25" ${attributes}>${inner}<ofd:AbbreviatedData>M 0 0 L ${width} 0 L ${width} ${height} L 0 ${height} C</ofd:AbbreviatedData></ofd:PathObject>`;

const left = 15;
const across = 180;
const size = 2.6;
const rowHeight = 7.5;

/** The cells of a table as boxes with their texts in lines. Gives its objects and where it ends. */
export const tableAt = (table: TableBlock, top: number): { objects: string[]; bottom: number } => {
  const grid = formGrid(table);
  const column = across / grid.width;
  const objects = grid.cells.flatMap(({ cell, row, column: at, width, height }) => {
    const [x, y, w, h] = [left + at * column, top + row * rowHeight, width * column, height * rowHeight];
    const most = Math.max(1, Math.floor((w - 1) / size));
    const lines = cell.text
      .split('\n')
      .flatMap((text) =>
        /^[\d.,%+-]*$/.test(text) ? [text] : (text.match(new RegExp(`.{1,${most}}`, 'gsu')) ?? []),
      );
    const own = Math.min(size, (h - 0.6) / lines.length);
    const from = y + (h - lines.length * own) / 2;
    return [
      boxAt(x, y, w, h),
      ...lines.flatMap((text, nth) =>
        text.trim() === '' ? [] : [textAt(x + 0.5, from + nth * own, text, own)],
      ),
    ];
  });
  return { objects, bottom: top + grid.height * rowHeight };
};

/** A document laid out on pages, a table on a page of its own where it does not fit. */
export const ofdOfDocument = ({ blocks }: SourceDocument): Uint8Array => {
  const pages: string[][] = [[]];
  let y = 20;
  const turn = (): void => {
    pages.push([]);
    y = 20;
  };
  for (const block of blocks) {
    if (block.kind === 'image') continue;
    if (block.kind === 'table') {
      const height = formGrid(block).height * rowHeight;
      if (y + height > 280) turn();
      const { objects, bottom } = tableAt(block, y);
      pages.at(-1)?.push(...objects);
      y = bottom + 4;
      continue;
    }
    for (const line of block.text.replaceAll('\n', '').match(/.{1,55}/gsu) ?? []) {
      if (y > 275) turn();
      pages.at(-1)?.push(textAt(left, y, line, 3.2));
      y += 5;
    }
    y += 2;
  }
  return ofdOf({ pages });
};
