/** The streams of a compound file (MS-CFB), whose chains must be sound (`ole-chains.ts`). */

const endOfChain = -2;
/** Entries of the directory; no document of people has as many. */
const mostEntries = 20_000;

/** A stream of the file's root by its name, of any of these names the first; null where there is none. */
export const streamOf = (bytes: Uint8Array, names: readonly string[]): Uint8Array | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorSize = 2 ** view.getUint16(30, true);
  const shortSize = 2 ** view.getUint16(32, true);
  const sectorAt = (sector: number): Uint8Array =>
    bytes.subarray((sector + 1) * sectorSize, (sector + 2) * sectorSize);

  // Where the tables of sectors stand: the first 109 in the header, others in sectors of their own (2.5).
  const tables: number[] = [];
  for (let at = 0; at < 109; at++) tables.push(view.getInt32(76 + at * 4, true));
  const perSector = sectorSize / 4;
  const numbersIn = (sector: Uint8Array): DataView =>
    new DataView(sector.buffer, sector.byteOffset, sector.byteLength);
  let list = view.getInt32(68, true);
  for (let count = view.getUint32(72, true); count > 0 && list >= 0; count--) {
    const numbers = numbersIn(sectorAt(list));
    if (numbers.byteLength < sectorSize) break;
    for (let at = 0; at < perSector - 1; at++) tables.push(numbers.getInt32(at * 4, true));
    list = numbers.getInt32(sectorSize - 4, true);
  }
  const nextOf = (sector: number): number => {
    const table = tables[Math.floor(sector / perSector)] ?? -1;
    const place = (table + 1) * sectorSize + (sector % perSector) * 4;
    return table >= 0 && place + 4 <= bytes.length ? view.getInt32(place, true) : endOfChain;
  };
  const chained = (first: number, size: number): Uint8Array => {
    const pieces: Uint8Array[] = [];
    let length = 0;
    const most = Math.ceil(bytes.length / sectorSize);
    for (let at = first; at >= 0 && length < size && pieces.length <= most; at = nextOf(at)) {
      const piece = sectorAt(at);
      pieces.push(piece);
      length += piece.length;
    }
    const whole = new Uint8Array(Math.min(length, size));
    let at = 0;
    for (const piece of pieces) {
      const part = piece.subarray(0, whole.length - at);
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  };

  const directory = chained(view.getInt32(48, true), Math.min(bytes.length, mostEntries * 128));
  const entries = numbersIn(directory);
  const nameAt = (at: number): string => {
    const length = Math.min(Math.max(entries.getUint16(at + 64, true) - 2, 0), 62);
    return new TextDecoder('utf-16le').decode(directory.subarray(at, at + length));
  };
  const found = names.flatMap((name) => {
    for (let at = 0; at + 128 <= directory.length; at += 128)
      if (directory[at + 66] === 2 && nameAt(at).toLowerCase() === name.toLowerCase()) return [at];
    return [];
  })[0];
  if (found === undefined) return null;
  const first = entries.getInt32(found + 116, true);
  const size = entries.getUint32(found + 120, true);
  if (size >= view.getUint32(56, true)) return chained(first, size);
  // Short streams stand in that of the root, in sectors of their own (2.3, 2.6.3).
  const short = chained(entries.getInt32(116, true), entries.getUint32(120, true));
  const shortTable = numbersIn(chained(view.getInt32(60, true), bytes.length));
  const whole = new Uint8Array(size);
  let length = 0;
  for (let at = first; at >= 0 && length < size && (at + 1) * 4 <= shortTable.byteLength; ) {
    const piece = short.subarray(at * shortSize, at * shortSize + Math.min(shortSize, size - length));
    if (piece.length === 0) break;
    whole.set(piece, length);
    length += piece.length;
    at = shortTable.getInt32(at * 4, true);
  }
  return whole.subarray(0, length);
};
