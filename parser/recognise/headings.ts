import type { KeyedRow } from '../table/keyed-sheet.ts';
import { headingNotes, readBoxhead } from './boxhead.ts';
import type { DataRow } from './data-rows.ts';
import type { Fragment } from './fragment.ts';
import { isCrowded } from './further-columns.ts';
import type { Boxhead } from './leaf.ts';
import type { TableLexicon } from './lexicon.ts';

/** The official label of a row or column. */
const officialLabel = (lexicon: TableLexicon, id: string): string =>
  lexicon.rows.find((row) => row.label.id === id)?.label.zh ??
  lexicon.bands.flatMap((band) => band.columns).find((column) => column.label.id === id)?.label.zh ??
  id;

/** The column headings above the rows of one table. What they say for the form is added to its fragment. */
export class Headings {
  /** The last ones above the rows of each band. */
  readonly boxheads = new Map<number, Boxhead>();
  /** What was read of each block of heading rows, for each band. */
  readonly #read = new Map<KeyedRow[], Map<number, Boxhead | null>>();
  /** Headings whose rows were looked over for further columns. */
  readonly #looked = new Set<Boxhead>();
  readonly #rows: readonly DataRow[];
  readonly #lexicon: TableLexicon;
  readonly #inherited: ReadonlyMap<number, Boxhead>;
  readonly #sequence: boolean;
  readonly #fragment: Fragment;

  /** @param inherited those of the table before, for a table that was cut in two without repeating them. */
  constructor(
    rows: readonly DataRow[],
    lexicon: TableLexicon,
    inherited: ReadonlyMap<number, Boxhead>,
    sequence: boolean,
    fragment: Fragment,
  ) {
    this.#rows = rows;
    this.#lexicon = lexicon;
    this.#inherited = inherited;
    this.#sequence = sequence;
    this.#fragment = fragment;
  }

  /** Those that hold for a row of this band; null where none do. */
  above(row: DataRow, band: number): Boxhead | null {
    const before = this.boxheads.get(band) ?? this.#inherited.get(band) ?? null;
    const perBand = this.#read.get(row.heading) ?? new Map<number, Boxhead | null>();
    const known = perBand.get(band);
    if (known !== undefined) return known ?? before;
    const columns = this.#lexicon.bands[band]?.columns;
    if (!columns) return null;
    const read = readBoxhead(row.heading, columns, this.#lexicon.groups, this.#sequence);
    // A heading across the whole table (三、本年度办理结果) names no column: the columns above it still hold.
    // Where rows are all that is known, a label without figures (3.其他) looks like the heading of a column.
    const holds =
      read.leaves.length === 0 ||
      (this.#sequence && read.leaves.length < (before?.leaves.length ?? columns.length - 1));
    this.#read.set(row.heading, perBand.set(band, holds ? null : read));
    if (holds) return before;
    this.boxheads.set(band, read);
    read.whole = this.#rows.some((one) => one.heading === row.heading && one.data.length === columns.length);
    this.#credit(read);
    return read;
  }

  #credit(read: Boxhead): void {
    const { tableId, issues } = this.#fragment;
    for (const leaf of read.leaves) {
      if (!leaf.exact) this.#fragment.alike++;
      else {
        this.#fragment.exact++;
        if (leaf.cell.key.length >= 4) this.#fragment.specific++;
      }
    }
    issues.push(...headingNotes(tableId, read, (id) => officialLabel(this.#lexicon, id)));
  }

  /** Have other rows under the same heading more cells? A row that does not stand under it as they do has lost one, a figure or a blank. */
  hasLongerBeside({ heading, data }: DataRow, band: number): boolean {
    return this.#rows.some(
      (one) => one.heading === heading && one.entry?.band === band && one.data.length > data.length,
    );
  }

  /** May a figure of a column that is not on the form be taken in this row for one of the form's? */
  mayBorrow(row: DataRow, band: number, boxhead: Boxhead): boolean {
    if (this.#sequence) return false;
    // Once crowded, always: a table that goes on below the same heading has the same columns.
    if (!this.#looked.has(boxhead)) {
      this.#looked.add(boxhead);
      boxhead.crowded ||= isCrowded(
        this.#rows.flatMap((one) => (one.entry?.band === band ? [one.data] : [])),
        boxhead,
        this.#lexicon.bands[band]?.columns.length ?? 0,
      );
    }
    if (boxhead.crowded) return true;
    if (boxhead.foreign.length === 0 || row.data.length > boxhead.leaves.length) return false;
    // A column that has no cell in any of several rows is not there.
    const isAlone = this.#rows.every((one) => one === row || one.heading !== row.heading);
    return isAlone || this.hasLongerBeside(row, band);
  }
}
