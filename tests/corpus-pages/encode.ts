/**
 * Text → bytes in the encodings of old Chinese pages. Node only decodes them, so the table is made by decoding every pair of bytes once.
 */
const tables = new Map<string, Map<string, readonly number[]>>();

const tableFor = (encoding: 'gbk' | 'big5'): Map<string, readonly number[]> => {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== '�' && !table.has(character))
        table.set(character, [lead, trail]);
    }
  tables.set(encoding, table);
  return table;
};

/** Throws, naming the character, where the encoding has none for it. */
export const encodeLegacy = (text: string, encoding: 'gbk' | 'big5'): Uint8Array => {
  const table = tableFor(encoding);
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const pair = code < 0x80 ? [code] : table.get(character);
    if (!pair) throw new Error(`${encoding} has no ${character}`);
    bytes.push(...pair);
  }
  return Uint8Array.from(bytes);
};

/** UTF-16, little end first, with a byte order mark. */
export const encodeUtf16 = (text: string): Uint8Array => {
  const marked = `\uFEFF${text}`;
  const bytes = new Uint8Array(marked.length * 2);
  for (let at = 0; at < marked.length; at++) {
    const unit = marked.charCodeAt(at);
    bytes[at * 2] = unit & 0xff;
    bytes[at * 2 + 1] = unit >> 8;
  }
  return bytes;
};
