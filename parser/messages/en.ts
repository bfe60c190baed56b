import type { Slot } from '../source/blocks.ts';
import type { Catalogue } from './catalogue.ts';
import { type Label, noticeOf } from './names.ts';

const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Printed text inside a sentence, shortened when it is long. */
const quoted = (text: string): string => {
  const line = flat(text).replaceAll('"', "'");
  const characters = [...line];
  return `"${characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : line}"`;
};

const at = ({ table, row, column }: Slot): string =>
  `table ${table + 1}, row ${row + 1}, column ${column + 1}`;

const inTable = ({ table, row }: Slot): string => `table ${table + 1}, row ${row + 1}`;

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

const mebibytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

/** What a file has too much of. */
const excess = {
  bytes: (limit: number) => `more than ${mebibytes(limit)} MB when unpacked`,
  pages: (limit: number) => `more than ${limit} pages`,
  words: (limit: number) => `more than ${limit} pieces of text`,
  cells: (limit: number) => `more than ${limit} cells`,
  seconds: (limit: number) => `more than ${limit} seconds to read`,
};

export const en: Catalogue = {
  language: 'en',
  verdict: ({ satisfied, violated, undetermined }) => {
    const total = satisfied + violated + undetermined;
    if (total === 0) return 'no identity to check';
    if (satisfied === total) return `all ${counted(total, 'identity holds', 'identities hold')}`;
    return [
      violated > 0 ? `${violated} violated` : '',
      undetermined > 0 ? `${undetermined} undetermined` : '',
      satisfied > 0 ? counted(satisfied, 'holds', 'hold') : '',
    ]
      .filter((part) => part !== '')
      .join(' · ');
  },
  outcome: { satisfied: 'holds', violated: 'violated', undetermined: 'undetermined' },
  severity: { unread: 'not read', note: 'note' },
  keyFigure: {
    received: 'received',
    carriedOver: 'carried over',
    processed: 'processed',
    granted: 'disclosed',
    carriedForward: 'carried forward',
    reviews: 'reconsideration',
    lawsuits: 'litigation',
  },
  rate: { label: 'disclosure rate', formula: 'disclosure rate = 3(1) disclosed ÷ 3(7) total outcomes' },
  ui: {
    product: 'Gouji',
    authority: 'Authority',
    year: 'Year',
    form: 'Form',
    coverage: 'Read',
    requests: 'Requests',
    disputes: 'Disputes',
    checks: 'Identities',
    issues: 'Reading',
    unknown: 'not recognised',
    noFigure: '—',
    yearValue: (year) => String(year),
    formValue: ({ title, issuedAs }) => `${title} (${issuedAs})`,
    coverageValue: ({ read, expected }) => `${read} of ${expected} cells`,
  },
  table: (title) => `table ${title}`,
  name: shortName,
  row: (name) => `row "${name}"`,
  column: (name) => `column "${name}"`,
  place: (name, over) => (over === 'columns' ? `column "${name}"` : `row "${name}"`),
  cell: (row, column) => `${row}, ${column}`,
  identity: (identity) => identity.en,
  equation: ({ where, identity, left, right, holds, difference, zerosLeftOut, assumedZero }) => {
    const notes = [
      holds ? '' : `off by ${difference}`,
      zerosLeftOut ? 'zeros left out' : '',
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
  reasons: {
    no_number: () => 'none of its cells holds a number',
    blank_total: (cells) =>
      `a total is blank although its parts are stated, and a blank is not a zero (${cells})`,
    not_read: (cells) => `a cell could not be read or its position is in doubt (${cells})`,
    not_printed: (cells) => `the page does not print these cells (${cells})`,
    extra_row: (cells) =>
      `there are rows that the national form does not have, and nothing says whether the total includes them (${cells})`,
  },
  noNumberAt: (places) => `none of their cells holds a number (${places})`,
  change: (cell, from, to) => `${cell} (${from === null ? 'blank' : `printed ${from}`}) were ${to}`,
  alternative: (changes, violated, guess) =>
    `if ${changes.join(' and ')}, ${
      violated === 1 ? 'the identity' : violated === 2 ? 'both identities' : `all ${violated} identities`
    } would hold${guess === null ? '' : `; ${guess}`}`,
  guesses: {
    digit_swapped: () => 'perhaps two neighbouring digits were swapped',
    digit_missing: () => 'perhaps a digit was left out',
    digit_extra: () => 'perhaps a digit was typed too many',
    digit_changed: () => 'perhaps one digit was mistyped',
    moved_between_cells: ({ by }) => `perhaps ${by} ${by === '1' ? 'was' : 'were'} counted in the wrong cell`,
    cells_exchanged: () => 'perhaps the two figures were exchanged',
    shifted: () => 'perhaps the figures stand one cell off',
    stale_total: ({ by, grows, zero, part }) => {
      const how = grows ? 'left out' : 'counted twice';
      if (part !== null) return `perhaps the total ${how} ${part} (${by})`;
      return zero
        ? 'perhaps its parts were never added up'
        : `perhaps the total ${how} ${by}, or was not updated after a part changed`;
    },
    blank_to_number: () => 'perhaps it was not filled in',
    figure_split: () => 'perhaps one figure was split over two cells',
  },
  otherAlternatives: (others, capped) =>
    others === 0
      ? 'there may be other changes that do as well (the search was ended), so this cannot be decided'
      : `${capped ? 'at least ' : ''}${counted(others, 'other change does', 'other changes do')} as well; the identities alone cannot decide`,
  noAlternative:
    'too many figures are involved: the least change was not found within the bounds of the search; check cell by cell',
  issues: {
    file_not_found: ({ path }) => `There is no "${path}". Check the path.`,
    file_forbidden: ({ path }) => `No permission to read "${path}". Get read access to it first.`,
    file_failed: ({ path, detail }) =>
      `Reading "${path}" failed (${detail}). Check the disk or the network and try again.`,
    folder_empty: ({ path, endings }) =>
      `The folder "${path}" holds no file that can be read. Endings that are read: ${endings.join(' ')}.`,
    archive_empty: ({ path }) =>
      `The web archive "${path}" holds no page and no document (no response with status 200). Check that it is complete.`,
    line_malformed: ({ line, detail }) =>
      `Line ${line} is no page (${detail}) and was not read. A line must be one JSON object: {"url": …, "html": …}.`,
    source_empty: () => 'The file is empty. Save the report page again.',
    source_binary: ({ looksLike }) =>
      `This is neither a web page nor a text file${looksLike === null ? '' : `; it looks like ${looksLike}`}. Save the report as a web page (.html) or plain text (.txt).`,
    pdf_scanned: ({ pages }) =>
      `This PDF is a scan or made of pictures (${pages} ${pages === 1 ? 'page' : 'pages'}): there is no text in it to read. Ask the publisher for a version with text, or read the web page of the report.`,
    file_encrypted: ({ looksLike }) =>
      `This ${looksLike} file is locked with a password and cannot be read. Remove the password and read it again.`,
    file_damaged: ({ looksLike, detail }) =>
      `This ${looksLike} file is damaged or incomplete and cannot be read (${detail}). Download or save it again.`,
    file_excessive: ({ what, limit }) =>
      `The file is too large, and reading it was stopped: ${excess[what](limit)}. No annual report is as large; check that this is the right file.`,
    encoding_assumed: ({ declared, used }) =>
      declared === null
        ? `The file does not name its character encoding; it was read as ${used}. If characters look wrong, save it as UTF-8.`
        : `The file says its character encoding is ${declared}, but it is not; it was read as ${used}.`,
    text_garbled: ({ sample }) =>
      `The text is garbled (such as ${quoted(sample)}). Save the original page again as UTF-8.`,
    markup_excessive: ({ tags, depth }) =>
      `The page has more tags or deeper nesting than any report page (${tags} tags and ${depth} levels when reading stopped). It was not read.`,
    no_tables: () =>
      'There is no table. The figures of an annual report stand in the tables of its sections two, three and four; tables in images cannot be read, and attachments are checked by themselves.',
    no_report: ({ tables }) =>
      `${tables === 1 ? 'There is one table, but it is not' : `There are ${tables} tables, but none is`} a statistical table of an annual report on open government information. Check that this is the page of the report itself.`,
    older_form: ({ evidence }) =>
      `This is a form older than 2019 (see ${quoted(evidence)}). Only the forms issued in 2019 and 2021 are read so far.`,
    half_year_notice: ({ evidence }) =>
      `This is a half-year notice (see ${quoted(evidence)}), not an annual report. It was not read.`,
    comparison_page: ({ table, years, slot }, naming) =>
      `The table ${naming.table(table)} stands side by side for ${years.join(', ')} (${inTable(slot)}): a comparison of years, not one annual report. It was not read.`,
    form_ambiguous: ({ candidates: forms }) =>
      `The tables fit several forms (${forms.map(noticeOf).join(', ')}) and nothing decides between them. They were read as the first; check them.`,
    notice_differs: ({ cited, issuedAs }) =>
      `The report cites ${cited}, but its tables are on the form of ${issuedAs}. They were read by the rows and columns printed.`,
    blank_form: () => 'The tables hold headings and no number: an empty form, not a passed one.',
    year_missing: () =>
      'The year of the report was not found. The title or the first paragraph should say ××××年.',
    year_conflict: ({ candidates: list }) =>
      `The year is stated in different ways: ${candidates(list)}. See the original to decide.`,
    authority_missing: () =>
      'The authority was not found. The title or the first paragraph should give its full name.',
    authority_conflict: ({ candidates: list }) =>
      `The authority is stated in different ways: ${candidates(list)}. See the original to decide.`,
    table_missing: ({ table, heading }, naming) =>
      heading === null
        ? `The table ${naming.table(table)} was not found and not read.`
        : `There is no table under the heading ${quoted(heading)}; ${naming.table(table)} was not read.`,
    table_is_image: ({ table, src }, naming) =>
      `The table ${naming.table(table)} is an image (${flat(src)}). Figures in an image cannot be read; use a page with the table as text.`,
    grid_overlap: ({ slot }) =>
      `The cell at ${at(slot)} overlaps another one. It was laid out as the HTML standard says; check this place.`,
    grid_too_large: ({ table }) => `Table ${table + 1} is larger than any annual report's. It was not read.`,
    columns_unknown: ({ table, slot }, naming) =>
      `The column headings of ${naming.table(table)} (${at(slot)}) were not recognised, so the meaning of its columns is unknown. It was not read.`,
    columns_broken: ({ table, slot }, naming) =>
      `The column headings of ${naming.table(table)} (${at(slot)}) do not line up with its figures. The figures were read in their own order; check them.`,
    header_cell_missing: ({ table, column, slot }, naming) =>
      `The table ${naming.table(table)} lacks the heading of ${naming.column(table, column)} (${at(slot)}). It was inferred from the other columns.`,
    hidden_row: ({ slot }) => `The row at ${inTable(slot)} is hidden on the page. It was not read.`,
    hidden_cell: ({ slot }) =>
      `In the row at ${inTable(slot)}, a cell with text is hidden on the page. It was not read.`,
    table_excerpt: ({ table, slot }, naming) =>
      `Some rows or columns of ${naming.table(table)} are quoted once more (from ${inTable(slot)}); the page has a fuller table of them. What is quoted was not read as figures of the report.`,
    table_repeated: ({ table, slot }, naming) =>
      `The page prints ${naming.table(table)} more than once (this one from ${inTable(slot)}), with no title of a report between that names a body or a year. Nothing says which one is that of this report.`,
    row_missing: ({ table, row }, naming) =>
      `The table ${naming.table(table)} has no ${naming.row(table, row)} that could be found. It was not read.`,
    row_repeated: ({ table, row, label, slot }, naming) =>
      `The table ${naming.table(table)} prints ${naming.row(table, row)} more than once (${at(slot)}, printed ${quoted(label)}). Nothing says which one counts.`,
    row_in_doubt: ({ table, row, label, slot }, naming) =>
      row === null
        ? `The table ${naming.table(table)} has a row that was not recognised (${at(slot)}, printed ${quoted(label)}). It was not read.`
        : `A row of ${naming.table(table)} (${at(slot)}, printed ${quoted(label)}) may be ${naming.row(table, row)}, but that is not certain. It was not read.`,
    cells_dropped: ({ table, row, found, expected, slot }, naming) => {
      const where = `In ${naming.table(table)}, ${naming.row(table, row)} (${inTable(slot)})`;
      const why =
        found === expected
          ? 'does not line up with the column headings and may have lost a cell'
          : `should have ${expected} cells and has ${found}`;
      return `${where} ${why}, so no number can be given to a column. It was not read.`;
    },
    cell_merged: ({ ref, slot }, naming) =>
      `The merged cell at ${at(slot)} covers ${naming.cell(ref)}. Its number cannot be given to one cell. It was not read.`,
    cell_missing: ({ ref }, naming) => `The page has no cell for ${naming.cell(ref)}.`,
    extra_row: ({ table, label, subtotal, slot }, naming) =>
      `The table ${naming.table(table)} has a row that the national form does not have, ${quoted(label)} (${at(slot)}). It was kept${
        subtotal ? ' as a subtotal and not added to the total' : ''
      }.`,
    label_differs: ({ printed, official, slot }) =>
      `The label at ${at(slot)} is printed ${quoted(printed)} and was read as ${quoted(official)}.`,
    value_unreadable: ({ ref, raw, slot }, naming) =>
      `The cell ${naming.cell(ref)} (${at(slot)}) holds ${quoted(raw)}, which is not a number that can be read.`,
  },
};
