/** Compound files (MS-CFB), in which Word and Excel kept their documents up to 2003, and keep encrypted ones to this day. */

/** Names in the directory stand in UTF-16. */
const nameBytes = (name: string): number[] => [...name].flatMap((character) => [character.charCodeAt(0), 0]);

const holds = (bytes: Uint8Array, wanted: readonly number[]): boolean => {
  const [first = 0] = wanted;
  // Directory entries begin at multiples of 128 bytes (2.6.1).
  for (let at = 512; at + wanted.length <= bytes.length; at += 128)
    if (bytes[at] === first && wanted.every((byte, offset) => bytes[at + offset] === byte)) return true;
  return false;
};

/** What a compound file holds: a document, a workbook, an encrypted package, or none of these. */
export const kindOfOle = (bytes: Uint8Array): 'DOC' | 'XLS' | 'encrypted' | null => {
  if (holds(bytes, nameBytes('EncryptedPackage'))) return 'encrypted';
  if (holds(bytes, nameBytes('WordDocument'))) return isLocked(bytes) ? 'encrypted' : 'DOC';
  if (holds(bytes, nameBytes('Workbook')) || holds(bytes, nameBytes('Book'))) return 'XLS';
  return null;
};

/** The flag fEncrypted of a document's file information block (MS-DOC 2.5.2), which begins a sector. */
const isLocked = (bytes: Uint8Array): boolean => {
  for (let at = 512; at + 32 <= bytes.length; at += 512)
    if (bytes[at] === 0xec && bytes[at + 1] === 0xa5 && bytes[at + 3] === 0)
      return ((bytes[at + 11] ?? 0) & 1) === 1;
  return false;
};
