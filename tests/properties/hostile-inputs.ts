import { readFileSync } from 'node:fs';
import { forms } from '../../parser/forms/registry.ts';
import { full } from './seed.ts';

/** Inputs made to take a reader's time or memory, each about a megabyte in a full run unless its name says otherwise. */

export type HostileInput = {
  name: string;
  file: 'page.html' | 'report.txt' | 'page.mhtml';
  make: () => string;
};

const megabyte = full ? 1_000_000 : 100_000;

/** A piece over and over, up to a megabyte. `make` is told the ordinal. */
const filled = (piece: string | ((at: number) => string), size = megabyte): string => {
  const parts: string[] = [];
  let length = 0;
  for (let at = 0; length < size; at++) {
    const part = typeof piece === 'string' ? piece : piece(at);
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
};

const labels = forms.flatMap((form) =>
  form.tables.flatMap((table) =>
    table.bands.flatMap((band) => [...band.rows, ...band.columns].map(({ zh }) => zh)),
  ),
);

/** A label of the forms with one character changed in a way that no other label of the page repeats. */
const nearLabel = (at: number): string => {
  const label = labels[at % labels.length] ?? '';
  const cut = at % label.length;
  return label.slice(0, cut) + String.fromCodePoint(0x4e00 + (at % 20_000)) + label.slice(cut + 1);
};

const rowOf = (label: string): string => `<tr><td>${label}</td>${'<td>1</td>'.repeat(7)}</tr>`;

const heading = `<tr><td>申请人情况</td><td>自然人</td><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td><td>总计</td></tr>`;

const tableOf = (rows: string): string => `<table>${rows}</table>`;

const shapes: Record<string, () => string> = {
  '65534-row spans of 1000 columns': () => tableOf(filled('<tr><td rowspan=65534 colspan=1000>1</td></tr>')),
  '65534-row spans of one column': () => tableOf(filled('<tr><td rowspan=65534>1</td></tr>')),
  'tables, each as large as a grid may be': () =>
    filled(tableOf(`<td colspan=1000>1</td>${'<tr>'.repeat(900)}`)),
  'a row of cells': () => tableOf(filled('<td>1')),
  'rows without cells': () => tableOf(filled('<tr>')),
  'cells that overlap': () =>
    filled(tableOf(`<tr><td>${'<td rowspan=300>'.repeat(40)}${'<tr><td colspan=300>'.repeat(200)}`)),
  '10,000 nested tables': () => '<table><tr><td>'.repeat(10_000),
  'nested tables': () => filled('<table><tr><td>'),
  'nested tables, closed, with text': () =>
    `${'<table><tr><td>a</td><td>b'.repeat(15_000)}${'</td></tr></table>c'.repeat(15_000)}`,
  'tables in the cells of one row': () => tableOf(`<tr>${filled('<td>a<table><tr><td>b<td>c</table>d')}`),
  'a cell of 5 MB': () => tableOf(`<tr><td>${filled('政府信息公开 ', 5 * megabyte)}`),
  'a cell of white space': () => tableOf(`<tr><td>1${' '.repeat(megabyte)}2`),
  'a cell of digits': () => tableOf(`<tr><td>${'1'.repeat(megabyte)}`),
  'cells of 400 spaces and digits': () => tableOf(filled(`<tr><td>${'1 '.repeat(190)}件`)),
  'a million attributes': () => `<table><tr><td ${filled((at) => `a${at} `, 8 * megabyte)}>1`,
  'attributes of one name': () => `<table><tr><td ${filled('colspan=2 ')}>1`,
  'attributes without value in every tag': () => tableOf(filled(`<td ${'a '.repeat(500)}>1`)),
  'line breaks between rows': () => tableOf(filled('<br>')),
  'line breaks in a cell': () => tableOf(`<td>${filled('a<br>')}`),
  'formatting elements left open': () => `${filled((at) => `<b id=${at}>`, megabyte / 4)}${filled('<p>x')}`,
  'formatting elements of one kind left open': () => filled('<b><p>x'),
  'formatting elements and text between rows': () => tableOf(filled((at) => `<i id=${at}>x<tr>`)),
  'links left open': () => filled('<a>'),
  'links in links': () => filled((at) => `<a href=${at}><div>`),
  'text between rows': () => tableOf(filled('x<tr><td>1')),
  'div within div': () => filled('<div>'),
  'stray ends of list items under deep divs': () => `${'<div>'.repeat(480)}${filled('</li>')}`,
  'stray ends of list items under 3,900 divs': () => `${'<div>'.repeat(3_900)}${filled('</li>')}`,
  'stray ends of headings under 3,900 divs': () => `${'<div>'.repeat(3_900)}${filled('</h1>')}`,
  'stray ends of cells in deep divs in a cell': () => `<table><td>${'<div>'.repeat(3_900)}${filled('</th>')}`,
  'stray ends of forms and buttons': () => filled('<form></button></form>'),
  'list items': () => `<ul>${filled('<li>')}`,
  'definition terms in deep paragraphs': () => filled('<dd><p><dt><b>'),
  'ends of paragraphs': () => filled('</p>'),
  'a caption of paragraphs': () => `${'<p>a'.repeat(20_000)}<table><caption>${filled('<p>x')}`,
  captions: () => tableOf(filled('<caption>x</caption>')),
  'comments that end in an odd way': () => filled('<!----!>'),
  'beginnings of comments': () => filled('<!--'),
  'ends of comments that end nothing': () => `<!--${filled('--!-')}`,
  'declarations that do not end': () => filled('<!'),
  'signs that open nothing': () => filled('<'),
  'signs and slashes': () => filled('</'),
  ampersands: () => filled('&'),
  'character references without end': () => filled('&CounterClockwiseContourIntegra'),
  'numeric character references': () => filled('&#x10FFFF;&#0;'),
  'an attribute that does not end': () => filled('<td a="'),
  'quotes of two kinds': () => filled(`<td a="'" b='"`),
  'scripts without end': () => filled('<script>'),
  'scripts in comments in scripts': () => filled('<script><!--<script></script>'),
  'small scripts': () => filled('<script></script>'),
  'titles without end': () => filled('<title></titl>'),
  drawings: () => filled('<svg></svg>'),
  'drawings without end': () => filled('<svg>'),
  'options without end': () => filled('<select><option>'),
  templates: () => filled('<template><td>'),
  framesets: () => filled('<frameset>'),
  metas: () => filled('<meta name=a content=b>'),
  images: () => filled('<img src=a>'),
  'NUL characters': () => `<p>${filled('\0a')}`,
  'unpaired surrogates': () => filled('\ud800<td>'),
  'question marks': () => `<p>${filled('????')}`,
  'one word': () => filled('公'),
  'bodies in titles': () => filled('<h1>某某市某某局2020年2021年政府信息公开工作公开工作年度年度'),
  'a long title': () => `<title>${filled('某市2020年政府信息公开')}`,
  'titles, each naming another body': () =>
    filled((at) => `<h1>某${String.fromCodePoint(0x4e00 + at)}市2020年政府信息公开工作年度报告</h1>`) +
    tableOf(heading),
  'periods of time': () => filled('<p>2020年1月1日起至2020年1月1日'),
  'notices cited': () => filled('<p>国办公开办函〔2021〕30号'),
};

const recognition: Record<string, () => string> = {
  'a table of labels with one wrong character': () => tableOf(heading + filled((at) => rowOf(nearLabel(at)))),
  'tables of 100 labels with one wrong character': () => {
    let at = 0;
    return filled(() =>
      tableOf(heading + Array.from({ length: 100 }, () => rowOf(nearLabel(at++))).join('')),
    );
  },
  'tables of 20 labels with one wrong character': () => {
    let at = 0;
    return filled(() => tableOf(heading + Array.from({ length: 20 }, () => rowOf(nearLabel(at++))).join('')));
  },
  'a table of the labels of the forms': () =>
    tableOf(heading + filled((at) => rowOf(labels[at % labels.length] ?? ''))),
  'tables of the labels of the forms': () => filled(tableOf(heading + labels.map(rowOf).join(''))),
  'small tables': () => filled(tableOf('<tr><td>其他<td>总计<tr><td>1<td>2')),
  'headings with one wrong character': () =>
    tableOf(filled((at) => `<tr>${`<td>${nearLabel(at)}`.repeat(8)}`)),
  'a row of headings': () => tableOf(`<tr>${filled((at) => `<td>${nearLabel(at)}`)}`),
  'a row of outcomes': () => tableOf(`<tr>${filled('<td>结果维持<td>总计')}<tr><td>1<td>2`),
  'long cells': () => tableOf(filled((at) => `<tr><td>${nearLabel(at).repeat(20).slice(0, 390)}<td>1<td>2`)),
  'one row over and over': () => tableOf(heading + filled(rowOf('（一）予以公开'))),
};

const texts: Record<string, () => string> = {
  tabs: () => filled('\t'),
  'tabs and line breaks': () => filled('\t\n'),
  'line breaks': () => filled('\n'),
  'blank lines and tabs': () => filled('a\n\n\t'),
  spaces: () => filled(' '),
  'lines of spaces': () => filled(`${' '.repeat(1000)}1\n`),
  'columns of figures': () => filled(`${'1   '.repeat(30)}\n`),
  pipes: () => filled('|'),
  'rows of pipes': () => filled(`${'|'.repeat(40)}\n`),
  'rows of pipes with rules': () => filled('| a | b |\n|---|---|\n'),
  'a backslash and pipe': () => filled('\\|'),
  'one line': () => filled('一、二、三'),
  'section headings': () => filled('三、收到和处理政府信息公开申请情况\n'),
  'labels, one a line': () => filled((at) => `${labels[at % labels.length]}\n1\n`),
  'labels with one wrong character, one a line': () => filled((at) => `${nearLabel(at)}\n1\n`),
  'labels in columns': () => filled((at) => `${nearLabel(at)}${'   1'.repeat(7)}\n`),
  'labels behind tabs': () => filled((at) => `\t${nearLabel(at)}${'\t1'.repeat(7)}\n\n`),
  'page breaks': () => filled('\f1\n'),
  'form feeds and spaces': () => filled(' \f'),
};

const report = readFileSync(new URL('../../samples/consistent-2020.html', import.meta.url), 'utf8');

/** Around a report that is read: its title, its text and one of its cells are looked at more closely than those of other pages. */
const inTitle = (text: string): string => report.replace('<title>', () => `<title>${text}`);
const inText = (text: string): string => report.replace('</body>', () => `<p>${text}</body>`);
const inCell = (text: string): string => report.replace(/>\d+<\/td>/, () => `>${text}</td>`);

const reports: Record<string, () => string> = {
  'a title of signs': () => inTitle(filled('|')),
  'a title of dashes': () => inTitle(filled(' - ')),
  'counts in one sentence': () => inText(filled('5件', megabyte / 2)),
  'lists in brackets left open': () => inText(filled('共9件（其中5件', megabyte / 3)),
  'figures in a cell': () => inCell(filled('1,1.')),
  'Chinese numerals in a cell': () => inCell(filled('一千二百', megabyte / 3)),
  'rows without cells in a table': () => report.replace('</tbody>', () => `${filled('<tr>')}</tbody>`),
  'reports of one table': () =>
    filled(/<table(?:(?!<table)[\s\S])*?尚未审结[\s\S]*?<\/table>/.exec(report)?.[0] ?? '', megabyte / 3),
};

const archives: Record<string, () => string> = {
  'header lines without end': () => `Content-Type: multipart/related; boundary="a"\n${filled('a: b\n')}`,
  'parts without end': () =>
    `Content-Type: multipart/related; boundary="a"\n\n${filled('--a\nContent-Type: text/html\n\nx\n')}`,
  'soft line breaks': () =>
    `Content-Type: multipart/related; boundary="a"\n\n--a\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n${filled('= \t')}`,
};

const inputs = (from: Record<string, () => string>, file: HostileInput['file']): HostileInput[] =>
  Object.entries(from).map(([name, make]) => ({ name, file, make }));

/** A page without any sign of a report would only be glanced at; the sign stands behind, where it changes nothing of the shape. */
const read = (from: Record<string, () => string>): Record<string, () => string> =>
  Object.fromEntries(Object.entries(from).map(([name, make]) => [name, () => `${make()}纠`]));

export const hostileInputs: readonly HostileInput[] = [
  ...inputs(read(shapes), 'page.html'),
  ...inputs(read(recognition), 'page.html'),
  ...inputs(reports, 'page.html'),
  ...inputs(texts, 'report.txt'),
  ...inputs(archives, 'page.mhtml'),
];
