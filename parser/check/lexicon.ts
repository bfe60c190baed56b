import type { Meaning } from './prose-words.ts';

export type Word = { readonly text: string; readonly meaning: Meaning };

/** Words by the code of their first character, longest first. */
export type Lexicon = ReadonlyMap<number, readonly Word[]>;

export const lexiconOf = (entries: readonly (readonly [Meaning, string])[]): Lexicon => {
  const lexicon = new Map<number, Word[]>();
  for (const [meaning, list] of entries) {
    for (const text of list.split(' ')) {
      if (text === '') continue;
      const known = lexicon.get(text.charCodeAt(0));
      if (known) known.push({ text, meaning });
      else lexicon.set(text.charCodeAt(0), [{ text, meaning }]);
    }
  }
  for (const list of lexicon.values()) list.sort((a, b) => b.text.length - a.text.length);
  return lexicon;
};

/** The longest word that stands at this place, or null. */
export const wordAt = (text: string, at: number, lexicon: Lexicon): Word | null => {
  const words = lexicon.get(text.charCodeAt(at));
  if (!words) return null;
  const second = text.charCodeAt(at + 1);
  for (const word of words) {
    if (word.text.length === 1 || (word.text.charCodeAt(1) === second && text.startsWith(word.text, at)))
      return word;
  }
  return null;
};
