/** Are the chains of sectors in a compound file (MS-CFB 2.2–2.4) as they must be? A chain that runs in a circle never ends for a reader that trusts it. */

/** The header names the sectors of the first 109 tables from this byte on. */
const tablePlaces = { from: 76, count: 109 };

type SectorLayout = { view: DataView; sectorSize: number; sectors: number };

/** The entries of a table that is spread over sectors; those outside the file are left out. */
const entriesOf = ({ view, sectorSize, sectors }: SectorLayout, at: readonly number[]): number[] => {
  const entries: number[] = [];
  for (const sector of at) {
    if (sector < 0 || sector >= sectors) continue;
    for (let offset = 0; offset < sectorSize; offset += 4) {
      const place = (sector + 1) * sectorSize + offset;
      entries.push(place + 4 <= view.byteLength ? view.getInt32(place, true) : -1);
    }
  }
  return entries;
};

/** Does following the entries from any place come back to it? */
const runsInCircle = (next: readonly number[]): boolean => {
  // 0 not seen, else the number of the walk that saw it.
  const seen = new Uint32Array(next.length);
  for (let start = 0; start < next.length; start++) {
    for (let at = start; at >= 0 && at < next.length && seen[at] !== start + 1; at = next[at] ?? -1) {
      if (seen[at] !== 0) break;
      seen[at] = start + 1;
      if (seen[next[at] ?? -1] === start + 1) return true;
    }
  }
  return false;
};

const chainFrom = (next: readonly number[], start: number): number[] => {
  const chain: number[] = [];
  for (let at = start; at >= 0 && at < next.length && chain.length < next.length; at = next[at] ?? -1)
    chain.push(at);
  return chain;
};

/** True where every chain ends, and no table is larger than the file. */
export const hasSoundChains = (bytes: Uint8Array): boolean => {
  if (bytes.length < 512) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if ((shift !== 9 && shift !== 12) || view.getUint16(32, true) !== 6) return false;
  const sectorSize = 2 ** shift;
  const sectors = Math.ceil(bytes.length / sectorSize) - 1;
  const layout = { view, sectorSize, sectors };
  const [tables, smallTables, lists] = [44, 64, 72].map((place) => view.getUint32(place, true));
  if ([tables, smallTables, lists].some((count) => (count ?? 0) > sectors)) return false;
  const places: number[] = [];
  for (let at = 0; at < tablePlaces.count; at++) places.push(view.getInt32(tablePlaces.from + at * 4, true));
  // Further places stand in sectors of their own, each of which ends with the number of the next.
  let list = view.getInt32(68, true);
  for (let count = 0; count < (lists ?? 0); count++) {
    const more = entriesOf(layout, [list]);
    list = more.pop() ?? -1;
    places.push(...more);
  }
  const next = entriesOf(layout, places.slice(0, tables));
  if (runsInCircle(next)) return false;
  return !runsInCircle(entriesOf(layout, chainFrom(next, view.getInt32(60, true))));
};
