import {
  label,
  type PageBlock,
  type PrintedCell,
  type PrintedRow,
  type PrintedTable,
  row,
} from './printed.ts';

/**
 * - `tidy`: plain cells and headings
 * - `word`: pasted from a word processor: a paragraph and spans in every cell, figures split over spans, &nbsp; around them
 * - `unclosed`: no end tags of td, tr and p
 * - `nested-cells`: every figure in a one-cell table of its own
 */
export const markups = ['tidy', 'word', 'unclosed', 'nested-cells'] as const;
export type Markup = (typeof markups)[number];

/**
 * - `plain`: nothing but the report
 * - `layout-tables`: navigation and report in the cells of tables, every table in another one-cell table
 * - `metadata-table`: a table of 索引号 and 发布机构 before the report
 * - `in-paragraphs`: every table inside a paragraph
 * - `concealed`: rows that are not shown, and comments and scripts that hold the text of a table
 */
export const surroundings = [
  'plain',
  'layout-tables',
  'metadata-table',
  'in-paragraphs',
  'concealed',
] as const;
export type Surroundings = (typeof surroundings)[number];

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const spans = (cell: PrintedCell): string =>
  (cell.colspan > 1 ? ` colspan="${cell.colspan}"` : '') +
  (cell.rowspan > 1 ? ` rowspan="${cell.rowspan}"` : '');

const wordParagraph = (content: string, align = 'center'): string =>
  `<p class="MsoNormal" style="text-align:${align};mso-pagination:widow-orphan;">${content}</p>`;

const wordRun = (text: string): string =>
  `<span style="font-family:仿宋;font-size:12pt;">${escaped(text)}</span>`;

/** A word processor starts a new run inside a figure now and then: here, always. */
const wordFigure = (text: string): string => {
  if (text === '') return '<span style="font-size:12pt;"><o:p>&nbsp;</o:p></span>';
  const half = Math.ceil(text.length / 2);
  return `&nbsp;${wordRun(text.slice(0, half))}${text.length > 1 ? wordRun(text.slice(half)) : ''}&nbsp;&nbsp;<o:p></o:p>`;
};

const cellOf = (cell: PrintedCell, markup: Markup): string => {
  const text = cell.lines.map(escaped);
  switch (markup) {
    case 'tidy':
      return `<td${spans(cell)}>${text.join('<br>')}</td>`;
    case 'word': {
      const content =
        cell.role === 'figure'
          ? wordParagraph(wordFigure(cell.lines.join('')))
          : cell.lines.map((line) => wordParagraph(`${wordRun(line)}<o:p></o:p>`)).join('');
      return `<td valign="center"${spans(cell)} style="border:1pt solid windowtext;">${content}</td>`;
    }
    case 'unclosed':
      return `<td${spans(cell)}>${text.map((line) => `<p>${line}`).join('')}`;
    case 'nested-cells':
      return cell.role === 'figure'
        ? `<td${spans(cell)}><table><tr><td>${text.join('<br>')}</td></tr></table></td>`
        : `<td${spans(cell)}>${text.join('<br>')}</td>`;
  }
};

const rowOf = (line: PrintedRow, markup: Markup): string => {
  const start = line.hidden ? '<tr style="display: none">' : '<tr>';
  const cells = line.cells.map((cell) => cellOf(cell, markup)).join('');
  return `${start}${cells}${markup === 'unclosed' ? '' : '</tr>'}`;
};

const tableOf = (table: PrintedTable, markup: Markup): string => {
  const attributes = markup === 'word' ? ' class="MsoNormalTable" border="1" cellspacing="0"' : '';
  const body = table.map((line) => rowOf(line, markup)).join('\n');
  return markup === 'unclosed'
    ? `<table>\n${body}\n</table>`
    : `<table${attributes}><tbody>\n${body}\n</tbody></table>`;
};

/** The first row of figures once more with other figures, not shown: a reader that takes it counts twice. */
const withHiddenRow = (table: PrintedTable): PrintedTable => {
  const at = table.findIndex((line) => line.cells.some((cell) => cell.role === 'figure'));
  const shown = table[at];
  if (!shown) return table;
  // Its group headings cover this row only: those of the shown row follow with their own spans.
  const cells = shown.cells.map((cell) => ({
    ...cell,
    rowspan: 1,
    lines: cell.role === 'figure' ? ['999'] : cell.lines,
  }));
  return [...table.slice(0, at), { cells, hidden: true }, ...table.slice(at)];
};

const concealedText = (table: PrintedTable): string => {
  const copy = tableOf(table, 'tidy').replaceAll(/>(\d+)</g, '>777<');
  return `<!-- ${copy} --><script>var old = ${JSON.stringify(copy).replaceAll('</', '<\\/')};</script>`;
};

const blockOf = (block: PageBlock, markup: Markup, around: Surroundings): string => {
  const word = markup === 'word';
  switch (block.kind) {
    case 'title':
      return word
        ? wordParagraph(`<b><span style="font-size:22pt;">${escaped(block.text)}</span></b>`)
        : `<h1>${escaped(block.text)}</h1>`;
    case 'heading':
      return word
        ? wordParagraph(`<b><span style="font-family:黑体;">${escaped(block.text)}</span></b>`, 'left')
        : `<h2>${escaped(block.text)}</h2>`;
    case 'paragraph':
      if (word) return wordParagraph(wordRun(block.text), 'left');
      return `<p>${escaped(block.text)}${markup === 'unclosed' ? '' : '</p>'}`;
    case 'image':
      return `<p><img src="${block.src}" alt="${escaped(block.alt)}"></p>`;
    case 'table':
      switch (around) {
        case 'layout-tables':
          return `<table width="100%"><tr><td>\n${tableOf(block.rows, markup)}\n</td></tr></table>`;
        case 'in-paragraphs':
          return `<p>${tableOf(block.rows, markup)}</p>`;
        case 'concealed':
          return `${concealedText(block.rows)}\n${tableOf(withHiddenRow(block.rows), markup)}`;
        default:
          return tableOf(block.rows, markup);
      }
  }
};

const metadataTable = (title: string): PrintedTable => [
  row(label('索引号'), label('00410/2023-00017'), label('发布机构'), label('政府办公室')),
  row(label('名称'), label(title, 3)),
  row(label('文号'), label('无'), label('公开日期'), label('2023-01-19')),
];

export type HtmlPage = {
  readonly markup: Markup;
  readonly surroundings: Surroundings;
  /** What `<meta charset>` says; null leaves it out. */
  readonly charset: string | null;
};

/** The blocks of a page as HTML. `<title>` is the first title among them. */
export const htmlOf = (blocks: readonly PageBlock[], page: HtmlPage): string => {
  const title = blocks.find((block) => block.kind === 'title')?.text ?? '';
  const report = blocks.map((block) => blockOf(block, page.markup, page.surroundings)).join('\n');
  const meta = page.charset === null ? '' : `<meta charset="${page.charset}">\n`;
  const body =
    page.surroundings === 'layout-tables'
      ? `<table width="960" align="center"><tr><td colspan="2">首页 &gt; 政府信息公开 &gt; 年报</td></tr><tr><td width="160"><ul><li>公开指南</li><li>公开制度</li><li>公开年报</li></ul></td><td>\n${report}\n</td></tr></table>`
      : page.surroundings === 'metadata-table'
        ? `${tableOf(metadataTable(title), 'tidy')}\n${report}`
        : report;
  return `<!DOCTYPE html>\n<html>\n<head>\n${meta}<title>${escaped(title)}</title>\n</head>\n<body>\n${body}\n</body>\n</html>\n`;
};
