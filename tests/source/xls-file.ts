/** Small workbooks of Excel 97–2003, written record by record (MS-XLS) into a compound file (MS-CFB). */

const record = (type: number, ...parts: Buffer[]): Buffer => {
  const data = Buffer.concat(parts);
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
};
const short = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, at) => void bytes.writeUInt16LE(value & 0xffff, at * 2));
  return bytes;
};
const double = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
};
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');

export type OldFont = { struck?: true; raised?: 0 | 1 | 2; size?: number; color?: number; name?: string };
/** A cell: a number, a text, a text whose font changes at places, or a formula with the sixteen bytes behind its place. */
export type OldCell = {
  value: number | string | { text: string; fonts: [from: number, font: number][] } | { formula: Buffer };
  font?: number;
  format?: string;
  fill?: true;
};
export type OldSheet = {
  name: string;
  rows: readonly (readonly (OldCell | number | string | null)[])[];
  kind?: number;
  hidden?: true;
  hiddenRows?: readonly number[];
  hiddenColumns?: readonly number[];
  merges?: readonly [top: number, bottom: number, left: number, right: number][];
  zeros?: false;
  /** Shapes over cells, each with the kind of its object; a note may be one that is shown. */
  shapes?: readonly { row: number; column: number; object: number; shown?: true }[];
  /** A condition for the cells of the first rows and columns: what it says of them (DXFN). */
  condition?: Buffer;
};

/** The result of a formula as a writer leaves it that computes nothing, or as a number. */
export const formulaOf = (result: number | 'none', flags: number): OldCell => ({
  value: {
    formula: Buffer.concat([
      result === 'none' ? Buffer.from('030000000000ffff', 'hex') : double(result),
      short(flags, 0, 0, 3),
      Buffer.from('1e0100', 'hex'),
    ]),
  },
});

/** Font numbers skip 4 (2.5.129): 0 to 3 are plain, those of `fonts` follow from 5. */
export const xlsOf = (
  sheets: readonly OldSheet[],
  {
    fonts = [],
    version = 0x0600,
    locked = false,
  }: { fonts?: readonly OldFont[]; version?: number; locked?: boolean } = {},
): Buffer => {
  const formats: string[] = [];
  const styles: Buffer[] = [];
  const styleOf = ({ font = 0, format, fill }: Partial<OldCell>): number => {
    let code = 0;
    if (format !== undefined) {
      if (!formats.includes(format)) formats.push(format);
      code = 164 + formats.indexOf(format);
    }
    const style = Buffer.concat([short(font, code, 0), Buffer.from([fill ? 4 : 0]), Buffer.alloc(13)]);
    const known = styles.findIndex((one) => one.equals(style));
    return known >= 0 ? known : styles.push(style) - 1;
  };
  styleOf({});
  const texts: Buffer[] = [];
  const textOf = (text: string, changes: readonly [number, number][]): number =>
    texts.push(
      Buffer.concat([
        short(text.length),
        Buffer.from([changes.length > 0 ? 9 : 1]),
        ...(changes.length > 0 ? [short(changes.length)] : []),
        wide(text),
        ...changes.map(([from, font]) => short(from, font)),
      ]),
    ) - 1;
  const streams = sheets.map((sheet) => {
    const records = [record(0x0809, short(version, sheet.kind === 2 ? 0x20 : 0x10, 0, 0), Buffer.alloc(8))];
    for (const column of sheet.hiddenColumns ?? [])
      records.push(record(0x007d, short(column, column, 2048, 0, 1, 0)));
    for (const row of sheet.hiddenRows ?? [])
      records.push(record(0x0208, short(row, 0, 9, 300, 0, 0, 0x20, 0)));
    sheet.rows.forEach((cells, row) => {
      cells.forEach((given, column) => {
        if (given === null) return;
        const cell: OldCell = typeof given === 'object' ? given : { value: given };
        const place = short(row, column, styleOf(cell));
        const { value } = cell;
        if (typeof value === 'number') records.push(record(0x0203, place, double(value)));
        else if (typeof value === 'string') records.push(record(0x00fd, place, short(textOf(value, []), 0)));
        else if ('text' in value)
          records.push(record(0x00fd, place, short(textOf(value.text, value.fonts), 0)));
        else records.push(record(0x0006, place, value.formula));
      });
    });
    for (const [at, { row, column, object, shown }] of (sheet.shapes ?? []).entries()) {
      const anchor = Buffer.concat([
        short(0, 0xf010, 18, 0),
        short(0, column, 0, row, 0, column, 900, row, 200),
      ]);
      const container = Buffer.concat([short(0x0f, 0xf004, anchor.length, 0), anchor]);
      records.push(record(0x00ec, container), record(0x005d, short(0x15, 0x12, object, at + 1, 0)));
      if (shown) records.push(record(0x001c, short(row, column, 2, at + 1, 0)));
    }
    if (sheet.condition)
      records.push(
        record(0x01b0, short(1, 0, 0, 9, 0, 9, 1, 0, 9, 0, 9)),
        record(0x01b1, short(1, 0, 0), sheet.condition),
      );
    if (sheet.merges) records.push(record(0x00e5, short(sheet.merges.length, ...sheet.merges.flat())));
    records.push(
      record(0x023e, short(sheet.zeros === false ? 0xa6 : 0xb6), Buffer.alloc(16)),
      record(0x000a),
    );
    return Buffer.concat(records);
  });
  const fontRecord = ({ struck, raised = 0, size = 10, color = 0x7fff, name = 'A' }: OldFont): Buffer =>
    record(
      0x0031,
      short(size * 20, struck ? 8 : 0, color, 400, raised),
      Buffer.from([0, 0, 0, 0, name.length, 1]),
      wide(name),
    );
  const head = (offsets: readonly number[]): Buffer => {
    const count = Buffer.alloc(8);
    count.writeUInt32LE(texts.length, 4);
    return Buffer.concat([
      record(0x0809, short(version, 5, 0, 0), Buffer.alloc(8)),
      ...(locked ? [record(0x002f, Buffer.alloc(54))] : []),
      ...[{}, {}, {}, {}, ...fonts].map(fontRecord),
      ...formats.map((format, at) =>
        record(0x041e, short(164 + at, format.length), Buffer.from([1]), wide(format)),
      ),
      ...styles.map((style) => record(0x00e0, style)),
      ...sheets.map(({ name, kind = 0, hidden }, at) => {
        const place = Buffer.alloc(4);
        place.writeUInt32LE(offsets[at] ?? 0);
        return record(0x0085, place, Buffer.from([hidden ? 1 : 0, kind, name.length, 1]), wide(name));
      }),
      record(0x00fc, count, ...texts),
      record(0x000a),
    ]);
  };
  const length = head([]).length;
  const offsets = streams.map(
    (_, at) => length + streams.slice(0, at).reduce((sum, one) => sum + one.length, 0),
  );
  return compound('Workbook', Buffer.concat([head(offsets), ...streams]));
};

/** A compound file of one stream, in sectors of 512 bytes: its table, its directory, then the stream. */
export const compound = (name: string, stream: Buffer): Buffer => {
  const padded = Buffer.concat([stream, Buffer.alloc(Math.max(4096 - stream.length, 0))]);
  const sectors = Math.ceil(padded.length / 512);
  const tables = Math.ceil((sectors + 2) / 127);
  const next = Buffer.alloc(tables * 512, 0xff);
  for (let at = 0; at < tables; at++) next.writeInt32LE(-3, at * 4);
  next.writeInt32LE(-2, tables * 4);
  for (let at = 0; at < sectors; at++)
    next.writeInt32LE(at === sectors - 1 ? -2 : tables + 2 + at, (tables + 1 + at) * 4);
  const entry = (title: string, type: number, child: number, start: number, size: number): Buffer => {
    const bytes = Buffer.alloc(128);
    wide(title).copy(bytes);
    bytes.writeUInt16LE(title.length * 2 + 2, 64);
    bytes[66] = type;
    bytes[67] = 1;
    for (const [at, value] of [
      [68, -1],
      [72, -1],
      [76, child],
      [116, start],
    ] as const)
      bytes.writeInt32LE(value, at);
    bytes.writeUInt32LE(size, 120);
    return bytes;
  };
  const header = Buffer.alloc(512, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.fill(0, 8, 24);
  short(0x3e, 3, 0xfffe, 9, 6).copy(header, 24);
  header.fill(0, 34, 76);
  header.writeUInt32LE(tables, 44);
  header.writeInt32LE(tables, 48);
  header.writeUInt32LE(4096, 56);
  header.writeInt32LE(-2, 60);
  header.writeInt32LE(-2, 68);
  for (let at = 0; at < tables; at++) header.writeInt32LE(at, 76 + at * 4);
  const directory = Buffer.concat([
    entry('Root Entry', 5, 1, -2, 0),
    entry(name, 2, -1, tables + 1, padded.length),
    Buffer.alloc(256),
  ]);
  return Buffer.concat([header, next, directory, padded, Buffer.alloc(sectors * 512 - padded.length)]);
};
