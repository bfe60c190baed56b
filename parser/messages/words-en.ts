import type { Slot } from '../source/blocks.ts';
import type { Catalogue } from './catalogue.ts';
import { type Label, noticeOf } from './names.ts';
import { obscurities, reasons } from './reason-words-en.ts';

const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Printed text inside a sentence, shortened when it is long. */
const quoted = (text: string): string => {
  const line = flat(text).replaceAll('"', "'");
  const characters = [...line];
  return `"${characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : line}"`;
};

const at = ({ table, row, column }: Slot): string =>
  `table ${table + 1} of the page, row ${row + 1}, column ${column + 1}`;

const inTable = ({ table, row }: Slot): string => `table ${table + 1} of the page, row ${row + 1}`;

const numerals = '一二三四五六七八九十';
const numeralOf = (text: string): number => numerals.indexOf(text) + 1;

/** The number printed before a label, in figures: 一、 is `1`, （三） is `(3)`, 2. is `2`, otherwise nothing. */
const numberOf = (label: string): string => {
  const [, section, item, point] =
    /^(?:([一二三四五六七八九十])、|（([一二三四五六七八九十])）|(\d+)\.)/u.exec(label) ?? [];
  if (section !== undefined) return String(numeralOf(section));
  return item === undefined ? (point ?? '') : `(${numeralOf(item)})`;
};

/** `3(3)1 state secret`: the number printed on the form, so that the row is found on a page without English. */
const shortName = (label: Label): string => {
  const number = [...label.groups, label.zh].map(numberOf).join('');
  const text = flat(label.en)
    .replace(/[(;].*/su, '')
    .trimEnd();
  return numberOf(label.zh) === '' ? text : `${number} ${text}`;
};

const candidates = (list: readonly { value: string | number; evidence: string }[]): string =>
  list.map(({ value, evidence }) => `${value} (from ${quoted(evidence)})`).join(', ');

const listed = (names: readonly string[], total: number): string =>
  total > names.length ? `${names.join('; ')} and ${total - names.length} more` : names.join('; ');

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const mebibytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

/** What a file has too much of. */
const excess = {
  bytes: (limit: number) => `more than ${mebibytes(limit)} MB`,
  pages: (limit: number) => `more than ${limit} pages`,
  words: (limit: number) => `more than ${limit} pieces of text`,
  cells: (limit: number) => `more than ${limit} cells`,
  strokes: (limit: number) => `more than ${limit} drawing instructions`,
  seconds: (limit: number) => `more than ${limit} seconds to read`,
};

/** Where a page keeps what it shows. */
const elsewhere = {
  frame: 'a frame',
  noscript: 'a part for browsers without scripts',
  script: 'a script that puts it there',
};

export const en: Catalogue = {
  language: 'en',
  outcome: { satisfied: 'holds', violated: 'does not hold', undetermined: 'undetermined' },
  severity: { unread: 'not read', note: 'note on reading' },
  ui: {
    product: 'Gouji',
    authority: 'Authority',
    year: 'Year',
    form: 'Form',
    coverage: 'Cells read',
    checks: 'Identities',
    verdict: 'Verdict',
    issues: 'Notes on reading',
    unknown: 'not recognised',
    noFigure: '—',
    yearValue: (year) => String(year),
    formValue: ({ title, issuedAs }) => `${title} (${issuedAs})`,
    coverageValue: ({ read, expected }, blank) => `${read} of ${expected}${blank ? ' (no figures)' : ''}`,
  },
  table: (name) => name,
  name: shortName,
  row: (name) => `row "${name}"`,
  column: (name) => `column "${name}"`,
  place: (name, over) => (over === 'columns' ? `column "${name}"` : `row "${name}"`),
  cell: (row, column) => `${row}, ${column}`,
  identity: (identity) => identity.en,
  equation: ({ where, identity, left, right, holds, difference, zerosLeftOut, assumedZero }) => {
    const notes = [
      holds ? '' : `difference ${difference}`,
      zerosLeftOut ? 'zeros not shown' : '',
      assumedZero > 0 ? `${counted(assumedZero, 'blank cell', 'blank cells')} counted as 0` : '',
    ].filter((note) => note !== '');
    const remark = notes.length > 0 ? ` (${notes.join('; ')})` : '';
    return `${where}, ${identity}: ${left} ${holds ? '=' : '≠'} ${right}${remark}`;
  },
  undetermined: (where, identity, reason) => `${where}, ${identity}: undetermined, ${reason}`,
  undeterminedGroup: (count, reason) => `${count} undetermined: ${reason}`,
  places: listed,
  cells: listed,
  cellsWithin: (lines, total) => `${counted(total, 'cell', 'cells')} in ${lines.join('; ')}`,
  reasons,
  noNumberAt: (places) => `none of their cells contains a number (${places})`,
  change: (cell, from, to) => `${to} instead of ${from ?? 'a blank'} in ${cell}`,
  alternative: (changes, violated, guess) =>
    `with ${changes.join(' and ')}, ${
      violated === 1 ? 'the identity' : violated === 2 ? 'both identities' : `all ${violated} identities`
    } would hold${guess === null ? '' : `; ${guess}`}`,
  guesses: {
    digit_swapped: () => 'perhaps two neighbouring digits were swapped',
    digit_missing: () => 'perhaps a digit was left out',
    digit_extra: () => 'perhaps one digit too many was typed',
    digit_changed: () => 'perhaps one digit was mistyped',
    moved_between_cells: ({ by }) => `perhaps ${by} ${by === '1' ? 'was' : 'were'} counted in the wrong cell`,
    cells_exchanged: () => 'perhaps the two figures were swapped',
    shifted: () => 'perhaps the figures are shifted by one cell',
    stale_total: ({ by, grows, zero, part }) => {
      const how = grows ? 'left out' : 'counted twice';
      if (part !== null) return `perhaps the total ${how} ${part} (${by})`;
      return zero
        ? 'perhaps the parts were never added up and the total left at 0'
        : `perhaps the total ${how} ${by}, or was not updated after a part changed`;
    },
    blank_to_number: () => 'perhaps it was not filled in',
    figure_split: () => 'perhaps one figure was split over two cells',
  },
  otherAlternatives: (count, capped) =>
    count === 1
      ? 'there may be other corrections; only the original records can tell'
      : `${capped ? 'at least ' : ''}${count} different corrections would satisfy every identity; only the original records can tell which is right`,
  noAlternative: 'too many figures are involved to work out which cell may be wrong; check them one by one',
  issues: {
    file_not_found: ({ path }) => `"${path}" was not found. Check the path.`,
    file_forbidden: ({ path }) => `No permission to read "${path}". Get read access to it first.`,
    reader_missing: ({ looksLike, package: name }) =>
      `Not read: ${looksLike} files need the package ${name}, which is not installed; run npm install ${name}.`,
    file_irregular: ({ path }) =>
      `Not an ordinary file but a device, a pipe or a socket, and not read: "${path}".`,
    file_failed: ({ path, detail }) =>
      `Reading "${path}" failed (${detail}). Check the disk or the network and try again.`,
    folder_empty: ({ path, endings }) =>
      `The folder "${path}" contains no readable file. File types that can be read: ${endings.join(' ')}.`,
    archive_empty: ({ path }) =>
      `The web archive "${path}" contains no page and no document (no response with status 200). Check that it is complete.`,
    line_malformed: ({ line, detail }) =>
      `Line ${line} is not a page (${detail}) and was not read. A line must be one JSON object: {"url": …, "html": …}.`,
    source_empty: () => 'The file is empty. Save the report page again.',
    source_binary: ({ looksLike }) =>
      `This type of file cannot be read${looksLike === null ? '' : `; it looks like ${looksLike}`}. Save the report as a web page (.html), plain text (.txt), PDF, DOCX or XLSX.`,
    pdf_scanned: ({ pages }) =>
      `This file is scanned or made of images (${pages} ${pages === 1 ? 'page' : 'pages'}) and has no text. Use the web page of the report, or ask the authority for a version with text.`,
    pdf_recognised: ({ pages }) =>
      `The text of ${pages} ${pages === 1 ? 'page' : 'pages'} of this file comes from the text recognition of a scan and may differ from what is printed. Figures on them were not read. Compare with the picture, or ask the authority for a version with text.`,
    pdf_outlined: ({ pages }) =>
      `The text of this PDF was turned into curves (${pages} ${pages === 1 ? 'page' : 'pages'}): there are drawings of characters and no characters to read. Use the web page of the report, or ask the authority for a version with text.`,
    part_unread: ({ part }) =>
      `The document contains another file, ${quoted(part)}, which was not read. Open the document, save it again, then read it again.`,
    sheet_hidden: ({ sheet }) => `The sheet ${quoted(sheet)} of the workbook is hidden. It was not read.`,
    file_encrypted: ({ looksLike }) =>
      `This ${looksLike} file is locked with a password and cannot be read. Remove the password and read it again.`,
    file_damaged: ({ looksLike, detail }) =>
      `This ${looksLike} file is damaged or incomplete and cannot be read (${detail}). Download or save it again.`,
    file_excessive: ({ what, limit }) =>
      `Reading was stopped: ${excess[what](limit)}, more than a normal annual report. Check that this is the right file.`,
    encoding_assumed: ({ declared, used }) =>
      declared === null
        ? `The file does not name its character encoding; it was read as ${used}. If characters look wrong, save it as UTF-8.`
        : `The file declares the encoding ${declared}, but its content does not match; it was read as ${used}. If characters look wrong, save it as UTF-8.`,
    text_garbled: ({ sample }) =>
      `The text is garbled (such as ${quoted(sample)}). Save the original page again as UTF-8.`,
    markup_excessive: ({ tags, depth }) =>
      `The page has more tags or deeper nesting than any report page (${tags} tags and ${depth} levels when reading stopped). It was not read.`,
    no_tables: () =>
      'No table was found. The figures of an annual report are in the tables of its sections two, three and four. Tables in images cannot be read; a report in an attachment must be checked separately.',
    no_report: ({ tables }) =>
      `${tables === 1 ? '1 table was found, but it was not' : `${tables} tables were found, but none was`} recognised as a statistical table of an annual report. Check that this is the page of the report itself. If it is, its layout may not be supported yet.`,
    older_form: ({ evidence }) =>
      `Not read: this is a statistics form from before 2019 (see ${quoted(evidence)}), in a layout that is not supported yet.`,
    half_year_notice: ({ evidence }) =>
      `This is a half-year notice (see ${quoted(evidence)}), not an annual report. It was not read.`,
    part_of_year: ({ evidence }) =>
      `The title names a time that is not one whole year (see ${quoted(evidence)}), so the figures were not taken for those of a year.`,
    comparison_page: ({ table, years, slot }, naming) =>
      `The ${naming.table(table)} is printed for ${years.join(' and ')} side by side (${inTable(slot)}): a comparison of years, not one annual report. It was not read.`,
    form_ambiguous: ({ candidates: forms }) =>
      `The tables fit several forms (${forms.map(noticeOf).join(', ')}) and it is unclear which applies. They were read as the first; please check.`,
    notice_differs: ({ cited, issuedAs }) =>
      `The report cites ${cited}, but its tables are on the form of ${issuedAs}. They were read by the rows and columns printed.`,
    blank_form: () => 'The tables contain no figures: this is an empty form, and nothing was checked.',
    year_missing: () =>
      'The year of the report was not found. Check whether the title or the first paragraph gives it.',
    year_conflict: ({ candidates: list }) =>
      `The report gives different years: ${candidates(list)}. It is unclear which is right; see the original.`,
    authority_missing: () =>
      'The authority was not found. Check whether the title or the first paragraph gives its name.',
    authority_conflict: ({ candidates: list }) =>
      `The report names different authorities: ${candidates(list)}. It is unclear which is right; see the original.`,
    tables_hidden: ({ tables }) =>
      `The page contains ${tables} ${tables === 1 ? 'table' : 'tables'} of a report that it does not display. ${tables === 1 ? 'It was' : 'They were'} not read.`,
    content_elsewhere: ({ what, address }) =>
      `The page itself contains no report: what it shows is in ${elsewhere[what]}${address === null ? '' : `, at ${quoted(address)}`}. It was not read.`,
    table_missing: ({ table, heading }, naming) =>
      heading === null
        ? `The ${naming.table(table)} was not found and was not read.`
        : `No table was found under the heading ${quoted(heading)}; it was not read.`,
    table_is_image: ({ table }, naming) =>
      `The ${naming.table(table)} is an image. Figures in an image cannot be read; use a page with the table as text.`,
    grid_overlap: ({ slot }) =>
      `The cell at ${at(slot)} overlaps another one. It was placed as a browser places it; please check.`,
    totals_left_out: ({ table }) =>
      `Table ${table + 1} of the page is too long for every figure to be tried as a total: not all totals were looked for.`,
    rows_left_out: ({ table, rows, of }) =>
      `Table ${table + 1} of the page has ${of} rows; the first ${rows} were read. What the others contain, and sums that reach into them, were not looked at. Export the table as several files to have all of it checked.`,
    grid_too_large: ({ table }) =>
      `Table ${table + 1} of the page is larger than any annual report's. It was not read.`,
    columns_unknown: ({ table, slot }, naming) =>
      `The column headings of the ${naming.table(table)} (${at(slot)}) were not recognised, so the meaning of its columns is unknown. It was not read.`,
    columns_broken: ({ table, slot }, naming) =>
      `The column headings of the ${naming.table(table)} (${at(slot)}) do not line up with its figures. The figures were read in their own order; check them.`,
    header_cell_missing: ({ table, column, slot }, naming) =>
      `The ${naming.table(table)} has no heading that was found for ${naming.column(table, column)} (${at(slot)}). It was inferred from the other columns.`,
    hidden_row: ({ slot }) => `The row at ${inTable(slot)} is hidden on the page. It was not read.`,
    hidden_cell: ({ slot }) =>
      `In the row at ${inTable(slot)}, a cell with text is hidden on the page. It was not read.`,
    table_excerpt: ({ table, slot }, naming) =>
      `Some rows or columns of the ${naming.table(table)} are repeated (from ${inTable(slot)}). The fuller table on the page was used, and this one was ignored.`,
    table_repeated: ({ table, slot }, naming) =>
      `The page has the ${naming.table(table)} more than once (this one from ${inTable(slot)}), with no title of a report between that names a body or a year. It is unclear which one is that of this report.`,
    pieces_unsure: ({ table, slot }, naming) =>
      `The ${naming.table(table)} is in pieces (one of them from ${inTable(slot)}) that come in a different order from the form, or more than once. It is unclear which of them belong together.`,
    figures_unaccounted: ({ table, figures, count, slot }, naming) =>
      `In the ${naming.table(table)} (from ${at(slot)}), ${counted(count, 'figure', 'figures')} could not be given a place: ${figures.map(flat).join(', ')}${figures.length < count ? ' …' : ''}. Where a sum of this table does not come out, that is not held against the report.`,
    row_missing: ({ table, row }, naming) =>
      `${capital(naming.row(table, row))} was not found in the ${naming.table(table)} and was not read.`,
    row_repeated: ({ table, row, label, slot }, naming) =>
      `The ${naming.table(table)} has ${naming.row(table, row)} more than once (${at(slot)}, reads ${quoted(label)}). It is unclear which one counts.`,
    row_in_doubt: ({ table, row, label, slot }, naming) =>
      row === null
        ? `The ${naming.table(table)} has a row that was not recognised (${at(slot)}, reads ${quoted(label)}). It was not read.`
        : `A row of the ${naming.table(table)} (${at(slot)}, reads ${quoted(label)}) may be ${naming.row(table, row)}, but that is not certain. It was not read.`,
    cells_dropped: ({ table, row, found, expected, slot }, naming) => {
      const where = `In the ${naming.table(table)}, ${naming.row(table, row)} (${inTable(slot)})`;
      const why =
        found === expected
          ? 'does not line up with the column headings and may have lost a cell'
          : `should have ${counted(expected, 'cell', 'cells')} and has ${found}`;
      return `${where} ${why}, so the numbers cannot be matched to columns. It was not read.`;
    },
    cell_merged: ({ ref, slot }, naming) =>
      `The merged cell at ${at(slot)} covers ${naming.cell(ref)}. Its number cannot be assigned to one cell. It was not read.`,
    cell_missing: ({ ref }, naming) => `${capital(naming.cell(ref))} was not found and was not read.`,
    extra_row: ({ table, label, subtotal, slot }, naming) =>
      `The ${naming.table(table)} has a row that the national form does not have, ${quoted(label)} (${at(slot)}). It was kept${
        subtotal ? ' as a subtotal and not added to the total' : ''
      }.`,
    label_differs: ({ printed, official, slot }) =>
      `The label at ${at(slot)} reads ${quoted(printed)} and was read as ${quoted(official)}.`,
    value_unreadable: ({ ref, raw, slot }, naming) =>
      `The cell ${naming.cell(ref)} (${at(slot)}) contains ${quoted(raw)}, which is not a number that can be read. It was not read.`,
    figure_obscured: ({ ref, raw, why, slot }, naming) =>
      `The cell ${naming.cell(ref)} (${at(slot)}) ${raw === '' ? 'contains no text' : `contains ${quoted(raw)}`}, but ${obscurities[why]}. It was not read.`,
  },
};
