import { load } from 'cheerio';
import { load as loadSlim } from 'cheerio/slim';
import tableparser from 'cheerio-tableparser';
import htmlTableToJson from 'html-table-to-json';
import { Tabletojson } from 'tabletojson';
import { extract } from '../../parser/extract.ts';
import { forms } from '../../parser/forms/registry.ts';
import { signsOf } from '../../parser/forms/signs.ts';
import { formGrid } from '../../parser/grid/form-grid.ts';
import { cellOf } from '../../parser/grid/grid.ts';
import { readHtml } from '../../parser/source/html/html.ts';
import { mayHoldReport, withoutReport } from '../../parser/source/worth-parsing.ts';
import type { BenchPage, Grid } from './pages.ts';
import { GridBuilder, saxGrid } from './sax-grid.ts';

/** Everything that is measured, each as its documentation says to use it. */

export type Reader = {
  name: string;
  read: (html: string) => unknown;
  /** Is what `read` gave what stands on the page? */
  isRight: (read: never, page: BenchPage) => boolean;
};

const squeezed = (text: string | undefined): string => (text ?? '').replace(/\s+/g, '');

const sameGrid = (read: Grid, wanted: Grid): boolean =>
  read.length === wanted.length &&
  wanted.every(
    (line, y) =>
      line.length === read[y]?.length && line.every((text, x) => squeezed(text) === squeezed(read[y]?.[x])),
  );

/** Each table of the report is among those that were read. Other tables do no harm. */
const holdsGrids = (read: readonly Grid[], page: BenchPage): boolean =>
  (page.report?.grids ?? []).every((wanted) => read.some((grid) => sameGrid(grid, wanted)));

const ownGrids = (html: string): Grid[] =>
  readHtml(html).blocks.flatMap((block) => {
    if (block.kind !== 'table') return [];
    const grid = formGrid(block);
    return [
      Array.from({ length: grid.height }, (_, y) =>
        Array.from({ length: grid.width }, (__, x) => cellOf(grid, y, x)?.cell.text ?? ''),
      ),
    ];
  });

type Node = {
  name?: string;
  data?: string;
  attribs?: Record<string, string>;
  children?: Node[];
  type: string;
};

const walkInto = (builder: GridBuilder, nodes: readonly Node[]): void => {
  for (const node of nodes) {
    if (node.type === 'text') builder.text(node.data ?? '');
    else if (node.children && node.type !== 'script' && node.type !== 'style') {
      builder.start(node.name ?? '', node.attribs ?? {});
      walkInto(builder, node.children);
      builder.end(node.name ?? '');
    }
  }
};

const walked = (root: unknown): Grid[] => {
  const builder = new GridBuilder();
  walkInto(builder, (root as Node).children ?? []);
  return builder.grids;
};

const transposed = (columns: readonly (readonly string[])[]): Grid =>
  (columns[0] ?? []).map((_, y) => columns.map((column) => column[y] ?? ''));

type TableParser = {
  parsetable(duplicateColumns: boolean, duplicateRows: boolean, asText: boolean): string[][];
};

/** Libraries that name cells by column: `{ 0: 'a', 1: 'b' }`, or by heading. */
const fromRecords = (tables: readonly (readonly Record<string, string>[])[]): Grid[] =>
  tables.map((rows) => rows.map((row) => Object.values(row)));

export const own: readonly Reader[] = [
  { name: 'gouji, string → grids', read: ownGrids, isRight: holdsGrids },
  {
    name: 'gouji, string → checked extraction',
    read: (html) =>
      extract(mayHoldReport([html], signsOf(forms)) ? readHtml(html) : withoutReport([html]), {
        sha256: '',
        bytes: html.length,
        format: 'html',
      }),
    isRight: (extractions: ReturnType<typeof extract>, page) => {
      const [first] = extractions;
      if (!page.report) return extractions.length === 1 && first?.form === null;
      const facts = new Map(first?.facts.map((fact) => [fact.ref, fact.raw]));
      return Object.entries(page.report.facts).every(([ref, text]) => facts.get(ref) === text);
    },
  },
];

export const reference: Reader = { name: 'SAX grid (reference)', read: saxGrid, isRight: holdsGrids };

export const others: readonly Reader[] = [
  { name: 'cheerio/slim + walk', read: (html) => walked(loadSlim(html).root()[0]), isRight: holdsGrids },
  { name: 'cheerio (parse5) + walk', read: (html) => walked(load(html).root()[0]), isRight: holdsGrids },
  {
    name: 'cheerio-tableparser',
    read: (html) => {
      const $ = load(html);
      tableparser($);
      return $('table')
        .toArray()
        .map((table) => transposed(($(table) as unknown as TableParser).parsetable(true, true, true)));
    },
    isRight: holdsGrids,
  },
  {
    name: 'tabletojson',
    read: (html) => fromRecords(Tabletojson.convert(html, { useFirstRowForHeadings: false })),
    isRight: holdsGrids,
  },
  {
    name: 'html-table-to-json',
    read: (html) => fromRecords(htmlTableToJson.parse(html).results),
    isRight: holdsGrids,
  },
];
