import { distance } from 'fastest-levenshtein';

/** Which characters a text has, in 64 bits by the last six of each code: two texts with few bits in common are far apart. */
type Signature = { low: number; high: number };

const signatureOf = (text: string): Signature => {
  let low = 0;
  let high = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code & 32) high |= 1 << (code & 31);
    else low |= 1 << (code & 31);
  }
  return { low, high };
};

/** `lead`: how many of its characters are those of the groups above the label, which are in the key of some printed labels. */
type SignedKey = Signature & { key: string; lead: number };

/** The keys of each label with their signatures. */
const signed = new WeakMap<ReadonlySet<string>, SignedKey[]>();

const signedKeys = (keys: ReadonlySet<string>): SignedKey[] => {
  let known = signed.get(keys);
  if (!known) {
    const all = [...keys];
    known = all.map((key) => {
      const own = Math.min(...all.flatMap((other) => (key.endsWith(other) ? [other.length] : [])));
      return { key, lead: key.length - own, ...signatureOf(key) };
    });
    signed.set(keys, known);
  }
  return known;
};

/** How many bits of a 32-bit integer are set. */
const bitsIn = (integer: number): number => {
  let bits = integer - ((integer >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

/** Each character that only one of two texts has takes an edit. */
const fewestEdits = (a: Signature, b: Signature): number =>
  Math.max(
    bitsIn(a.low & ~b.low) + bitsIn(a.high & ~b.high),
    bitsIn(b.low & ~a.low) + bitsIn(b.high & ~a.high),
  );

/** Less than this is alike to nothing, and given as 0. */
const least = 0.4;

/**
 * How alike a printed key is to a label, 0 … 1: 1 − edits / length of the longer key, over all keys of the label.
 * A printed label that was cut short (本年增/) counts as alike as the part that is left.
 */
export const likeness = (printed: string, entry: { keys: ReadonlySet<string> }): number => {
  if (entry.keys.has(printed)) return 1;
  if (printed.length < 2 || printed.length > 80) return 0;
  const signature = signatureOf(printed);
  let best = 0;
  for (const official of signedKeys(entry.keys)) {
    const { key, lead } = official;
    const longer = Math.max(key.length, printed.length);
    const edits = Math.max(longer - Math.min(key.length, printed.length), fewestEdits(signature, official));
    if (printed.length >= 3 && printed.length > lead && key.startsWith(printed)) best = Math.max(best, 0.8);
    if (1 - edits / longer <= best || 1 - edits / longer < least) continue;
    best = Math.max(best, 1 - distance(printed, key) / longer);
  }
  return best < least ? 0 : best;
};
