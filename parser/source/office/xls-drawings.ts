import { BiffReader, type BiffRecord, Cut } from './biff.ts';
import type { Range } from './sheet.ts';

/** What lies over the cells of a sheet of Excel 97–2003: shapes (MS-ODRAW 2.2) with the objects that they belong to (MS-XLS 2.4.181). */

/** Records of shapes: one that holds others is stepped into. */
const anchorOfShape = 0xf010;
const holdsOthers = 0x0f;

const objects = { chart: 0x05, dropDown: 0x14, note: 0x19 } as const;

/** So little of a cell that a shape only touches it: of a column in parts of 1024, of a row in parts of 256. */
const touched = { width: 100, height: 40 } as const;

type DrawnShape = { range: Range; object: number | null; id: number };

export class OldDrawings {
  readonly #shapes: DrawnShape[] = [];
  readonly #shownNotes = new Set<number>();
  #filtered = false;

  record({ type, pieces }: BiffRecord): void {
    try {
      if (type === 0x00ec) this.#drawing(new BiffReader(pieces));
      else if (type === 0x005d) this.#object(new BiffReader(pieces));
      else if (type === 0x001c) this.#note(new BiffReader(pieces));
      else if (type === 0x009d) this.#filtered = true;
    } catch (error) {
      if (!(error instanceof Cut)) throw error;
    }
  }

  /** One record of it goes up to the next object; of what holds others the length reaches further. */
  #drawing(reader: BiffReader): void {
    for (;;) {
      const version = reader.short() & holdsOthers;
      const type = reader.short();
      const length = reader.long();
      if (version === holdsOthers) continue;
      if (type !== anchorOfShape || length < 18) {
        reader.skip(length);
        continue;
      }
      reader.skip(2);
      const [left, , top, , right, width, bottom, height] = Array.from({ length: 8 }, () => reader.short());
      const range = {
        top: top ?? 0,
        left: left ?? 0,
        bottom: Math.max(top ?? 0, (bottom ?? 0) - ((height ?? 0) < touched.height ? 1 : 0)),
        right: Math.max(left ?? 0, (right ?? 0) - ((width ?? 0) < touched.width ? 1 : 0)),
      };
      this.#shapes.push({ range, object: null, id: 0 });
      reader.skip(length - 18);
    }
  }

  #object(reader: BiffReader): void {
    const shape = this.#shapes.at(-1);
    if (shape?.object !== null || reader.short() !== 0x15) return;
    reader.short();
    shape.object = reader.short();
    shape.id = reader.short();
  }

  /** A note that is shown all the time (2.4.179). */
  #note(reader: BiffReader): void {
    reader.skip(4);
    const shown = (reader.short() & 2) !== 0;
    const id = reader.short();
    if (shown) this.#shownNotes.add(id);
  }

  /** The cells over which something lies. A filter puts its arrows there, and a chart stands where there is room. */
  ranges(): Range[] {
    return this.#shapes.flatMap(({ range, object, id }) => {
      if (object === objects.chart || (object === objects.dropDown && this.#filtered)) return [];
      return object === objects.note && !this.#shownNotes.has(id) ? [] : [range];
    });
  }
}
