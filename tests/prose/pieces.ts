/**
 * A labelled line cut at its numbers. `{N}` is a number of the tables, `{?40}` one that they do not hold, `{14>41}` one that is right where it stands
 * and what it would be wrong as, `{14}` one that is only right; `[未收到|N]` denies what the tables hold.
 */
export type Piece = {
  text: string;
  kind: 'words' | 'denial' | 'number' | 'foreign' | 'told';
  /** What is tried in its place. */
  wrong: string | null;
};

export const piecesOf = (line: string, values: Readonly<Record<string, number>>): Piece[] =>
  line
    .split(/(\{[^}]*\}|\[[^\]|]*\|[^\]]*\])/)
    .filter((part) => part !== '')
    .map((part) => pieceOf(part, values));

const pieceOf = (part: string, values: Readonly<Record<string, number>>): Piece => {
  const denial = /^\[(.*)\|.*\]$/.exec(part)?.[1];
  if (denial !== undefined) return { text: denial, kind: 'denial', wrong: null };
  const name = /^\{(.*)\}$/.exec(part)?.[1];
  if (name === undefined) return { text: part, kind: 'words', wrong: null };
  if (name.startsWith('?')) return { text: name.slice(1), kind: 'foreign', wrong: null };
  if (/^\d/.test(name)) {
    const [right = '', wrong] = name.split('>');
    return { text: right, kind: 'told', wrong: wrong ?? null };
  }
  const value = values[name];
  if (value === undefined)
    throw new Error(`${part}: no such number; there are ${Object.keys(values).join(' ')}`);
  return { text: String(value), kind: 'number', wrong: String(changed(value)) };
};

const changed = (value: number): number => value + (value > 20 ? 1 : value > 5 ? 11 : 2);

/** A line with one of its pieces changed, or as it stands, and where each piece begins. */
export const written = (pieces: readonly Piece[], wrong: number | null): { text: string; at: number[] } => {
  let text = '';
  const at = pieces.map((piece, position) => {
    const start = text.length;
    text += position === wrong ? (piece.wrong ?? piece.text) : piece.text;
    return start;
  });
  return { text, at };
};
