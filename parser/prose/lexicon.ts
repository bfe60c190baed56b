import type { Meaning } from './meaning.ts';

type Word = { readonly text: string; readonly meaning: Meaning };

/** Words that begin with the same two characters; longest first once somebody has looked. */
type Shelf = { words: Word[]; sorted: boolean };

/** Words by their first two characters: however many there are, most places of a text are left after one look. */
export type Lexicon = {
  readonly singles: ReadonlyMap<number, Word>;
  readonly longer: ReadonlyMap<number, Shelf>;
};

export const emptyLexicon: Lexicon = { singles: new Map(), longer: new Map() };

export const isEmpty = ({ singles, longer }: Lexicon): boolean => singles.size === 0 && longer.size === 0;

const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

/** @param entries each a meaning and the words that have it, parted by spaces. Of a word that stands twice, the first meaning counts. */
export const lexiconOf = (entries: readonly (readonly [Meaning, string])[]): Lexicon => {
  const singles = new Map<number, Word>();
  const longer = new Map<number, Shelf>();
  for (const [meaning, list] of entries) {
    for (const text of list.split(' ')) {
      if (text === '') continue;
      if (text.length === 1) {
        const code = text.charCodeAt(0);
        if (!singles.has(code)) singles.set(code, { text, meaning });
        continue;
      }
      const pair = pairAt(text, 0);
      const shelf = longer.get(pair);
      if (shelf) shelf.words.push({ text, meaning });
      else longer.set(pair, { words: [{ text, meaning }], sorted: false });
    }
  }
  return { singles, longer };
};

/** The longest word that stands at this place, or null. */
export const wordAt = (text: string, at: number, { singles, longer }: Lexicon): Word | null => {
  const shelf = longer.get(pairAt(text, at));
  if (shelf) {
    if (!shelf.sorted) {
      shelf.words.sort((a, b) => b.text.length - a.text.length);
      shelf.sorted = true;
    }
    for (const word of shelf.words) if (text.startsWith(word.text, at)) return word;
  }
  return singles.get(text.charCodeAt(at)) ?? null;
};
