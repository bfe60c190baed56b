import { isNumbered, type LaidWord, overlaps, type PrintedLine, pieceOf, type WordRun } from './columns.ts';
import { areInOrder, figuresAtEnd, isBeside, isItem, measures, mixedItems } from './items.ts';

/** A row of a table laid out in columns: its wording from left to right, the label last; no figures in a row of headings. */
export type LabelledRow = {
  wording: string[];
  figures: LaidWord[];
  page: number;
  /** Figures of the row stand elsewhere: the places of these say nothing of which are missing. */
  torn: boolean;
};

/** A line of figures with the lines of its label. */
type Building = {
  line: PrintedLine;
  /** Lines of the label, top to bottom. */
  label: WordRun[];
  /** What stands left of the label on its lines: parts of the label of a group. */
  left: string[];
  torn: boolean;
};

/** No label is broken over more lines on either side of its figures. */
const mostLines = 6;

/** Titles name articles of the law (第二十条第（一）项); they go on with no label. */
const article = /^第[一二三四五六七八九十]{1,3}条/;

/** The piece nearest to the figures, and those left of it. */
const nearest = (line: PrintedLine): { piece: WordRun | undefined; left: WordRun[] } => ({
  piece: line.pieces.at(-1),
  left: line.pieces.slice(0, -1),
});

/**
 * Gives each line of figures its label. A label can be broken over several lines with the figures beside any of them, or
 * between them. What is numbered begins a label; other lines belong to the label that they stand above or below of.
 *
 * @returns `used`: how many of the lines are part of the table.
 */
export const labelRows = (lines: readonly PrintedLine[]): { rows: LabelledRow[]; used: number } => {
  const rows: LabelledRow[] = [];
  let before: Building | null = null;
  let between: PrintedLine[] = [];
  let used = 0;
  const most = lines.reduce((found, line) => Math.max(found, line.figures.length), 0);

  const finish = (row: Building): void => {
    adoptFigures(row, most);
    const label = row.label.map((piece) => piece.text).join('\n');
    const wording = label === '' ? row.left : [...row.left, label];
    rows.push({
      // One cell too many says that nobody knows whose the figures are.
      wording: [...wording, ...mixedItems(row.label)],
      figures: row.line.figures,
      page: row.line.page,
      torn: row.torn,
    });
  };

  lines.forEach((line, at) => {
    if (line.figures.length === 0) {
      between.push(line);
      return;
    }
    if (before && between.length === 0 && wraps(before, line)) {
      used = at + 1;
      return;
    }
    if (before && between.length === 0 && goesOnBeside(before, line, most)) {
      used = at + 1;
      return;
    }
    const row = begun(line, between.at(-1));
    if (before && between.length === 0 && isTorn(before, line, most)) {
      before.torn = true;
      row.torn = true;
    }
    const first = startOf(row, between, before);
    const below = before ? continueBelow(before, between.slice(0, first), most) : 0;
    const start = withUnclaimed(row, between, below, first);
    if (before) finish(before);
    for (const heading of between.slice(below, start)) rows.push(headingOf(heading));
    addAbove(row, between.slice(start));
    before = row;
    between = [];
    used = at + 1;
  });
  if (before) {
    used += continueBelow(before, between, most);
    finish(before);
  }
  return { rows, used };
};

/**
 * Figures too wide for their column go on below themselves. Each is put together with the one above it, a line break between them:
 * whether that makes one number is not for this reader to say.
 *
 * @returns whether the line held nothing else.
 */
const wraps = ({ line, label }: Building, below: PrintedLine): boolean => {
  if (below.pieces.length > 0 || !follows(line, below)) return false;
  // A whole line of figures below a whole line of them is another line.
  if (line.figures.length === 1 ? label.length === 0 : below.figures.length >= line.figures.length)
    return false;
  const above = below.figures.map((figure) => line.figures.filter((one) => overlaps(one, figure)));
  if (above.some((over) => over.length !== 1) || new Set(above.flat()).size !== above.length) return false;
  below.figures.forEach((figure, at) => {
    const over = above[at]?.[0];
    if (over) over.text += `\n${figure.text}`;
  });
  line.at = below.at;
  return true;
};

/**
 * Figures of one row can stand at different heights, some beside the first line of its label, the others beside the next. Only
 * labels that are numbered show that the next line begins no other.
 */
const goesOnBeside = (before: Building, below: PrintedLine, most: number): boolean => {
  const { line, label } = before;
  const [head] = label;
  const { piece, left } = nearest(below);
  if (!head || !piece || !isNumbered(head.text) || isNumbered(piece.text) || !overlaps(head, piece))
    return false;
  const figures = [...line.figures, ...below.figures];
  if (below.at - line.at !== 1 || figures.length !== most) return false;
  if (!measures.some((measure) => areInOrder(figures, measure))) return false;
  line.figures = figures;
  line.at = below.at;
  before.left.push(...left.map(({ text }) => text));
  label.push(cut(piece, head, before.left));
  return true;
};

/**
 * A figure with but one space between it and a line of the label, at another height than the rest of its row, looks like the
 * end of the label. It is a figure where the row lacks some.
 */
const adoptFigures = (row: Building, most: number): void => {
  const adopted = row.label.flatMap(figuresAtEnd);
  if (adopted.length === 0 || row.line.figures.length === most) return;
  const figures = [...adopted, ...row.line.figures];
  row.torn ||= figures.length !== most || !measures.some((measure) => areInOrder(figures, measure));
  if (row.torn) return;
  row.line.figures = figures;
  row.label = row.label.flatMap((piece) => {
    const words = piece.words.slice(0, piece.words.length - figuresAtEnd(piece).length);
    return words.length === 0 ? [] : [words.length === piece.words.length ? piece : pieceOf(words)];
  });
};

/** Figures with no label beside them, right below a row that lacks some: they can be its own, or of both. */
const isTorn = ({ line }: Building, below: PrintedLine, most: number): boolean =>
  below.pieces.length === 0 &&
  line.figures.length < most &&
  below.figures.length < most &&
  follows(line, below);

const headingOf = (line: PrintedLine): LabelledRow => ({
  wording: line.pieces.map((piece) => piece.text),
  figures: [],
  page: line.page,
  torn: false,
});

const begun = (line: PrintedLine, above: PrintedLine | undefined): Building => {
  const { piece, left } = nearest(line);
  const texts = left.map(({ text }) => text);
  const isGroup = piece !== undefined && above !== undefined && goesOnWithGroup(piece, line, above);
  if (isGroup) texts.push(piece.text);
  return { line, label: piece && !isGroup ? [piece] : [], left: texts, torn: false };
};

/** Is what stands beside the figures the rest of a group's label, and their own label on the line above, further to the right? */
const goesOnWithGroup = (own: WordRun, line: PrintedLine, above: PrintedLine): boolean => {
  const { piece, left } = nearest(above);
  const last = own.words.at(-1);
  if (!piece || !last || !isItem(piece.text) || isNumbered(last.text) || !follows(above, line)) return false;
  return own.narrow[1] <= piece.narrow[0] && left.some((group) => overlaps(group, last));
};

/** Which of the lines above a line of figures is the first of its label? Their number where none is. */
const startOf = (row: Building, above: readonly PrintedLine[], before: Building | null): number => {
  const [own] = row.label;
  if (own && isNumbered(own.text)) return above.length;
  for (let at = above.length - 1; at >= Math.max(0, above.length - mostLines); at--) {
    const piece = above[at]?.pieces.at(-1);
    if (!piece || !isNumbered(piece.text)) continue;
    if (own && !overlaps(piece, own)) continue;
    // Between it and the figures there is nothing but its own lines, and parts of a group's label at their left.
    const goesOn = above.slice(at + 1).every((line) => {
      const next = line.pieces.at(-1);
      return !next || overlaps(next, piece) || next.narrow[1] <= piece.narrow[0];
    });
    if (!goesOn) return above.length;
    const head = above[at - 1]?.pieces.at(-1);
    // The first line of the label can stand a little above its number.
    const isAbove =
      head && !isNumbered(head.text) && (figuresAtEnd(head).length > 0 || isBeside(head, piece));
    return isAbove ? at - 1 : at;
  }
  // Nothing is numbered: only a figure without any label beside it takes the single word above it.
  if (own || !isWord(above.at(-1)) || !follows(above.at(-1), row.line)) return above.length;
  // A label broken into lines begins below figures that have theirs beside them.
  const begins = before?.label.length === 1 && above.length <= mostLines && above.every(isWord);
  const isBroken = begins && above.every((line, at) => follows(above[at - 1] ?? before?.line, line));
  return isBroken ? 0 : above.length - 1;
};

const isWord = (line: PrintedLine | undefined): boolean =>
  line?.pieces.length === 1 && line.pieces[0]?.words.length === 1 && !article.test(line.pieces[0].text);

/**
 * Labels above figures that have none beside them, as lines run into one another where rows are narrow: nobody can say which of two
 * labels the figures are of, so they are given both.
 */
const withUnclaimed = (row: Building, above: readonly PrintedLine[], from: number, start: number): number => {
  const [own] = row.label;
  if (start === above.length || (own && isNumbered(own.text))) return start;
  const unclaimed = above.slice(from, start).findIndex((line) => isItem(line.pieces.at(-1)?.text ?? ''));
  return unclaimed < 0 ? start : from + unclaimed;
};

/** Puts the lines above a line of figures in front of its label; what does not stand above it belongs to a group. */
const addAbove = (row: Building, above: readonly PrintedLine[]): void => {
  const [own] = row.label;
  const head = above[0]?.pieces.at(-1);
  if (!head) return;
  const label: WordRun[] = [];
  const left: string[] = [];
  for (const line of above) {
    const { piece, left: others } = nearest(line);
    left.push(...others.map(({ text }) => text));
    if (!piece) continue;
    if (piece === head || overlaps(piece, head)) label.push(cut(piece, head, left));
    else left.push(piece.text);
  }
  if (own) label.push(cut(own, head, left));
  row.label = label;
  row.left = [...left, ...row.left];
};

/** No empty line stands between the two, or nothing but the end of a page. */
const follows = (before: PrintedLine | undefined, line: PrintedLine): boolean =>
  before !== undefined && (line.at - before.at === 1 || line.page !== before.page);

/** Adds the lines below a line of figures that go on with its label. Returns how many of the lines that takes. */
const continueBelow = (row: Building, below: readonly PrintedLine[], most: number): number => {
  let taken = 0;
  for (const [at, line] of below.slice(0, mostLines).entries()) {
    const { piece, left } = nearest(line);
    const [head] = row.label;
    if (!piece || !head || !follows(at === 0 ? row.line : below[at - 1], line)) break;
    // A whole row takes no further figures: they, and what they stand beside, are of the next.
    if (row.line.figures.length === most && figuresAtEnd(piece).length > 0) break;
    const goesOn =
      !isNumbered(piece.text) && !article.test(piece.text) && row.label.some((one) => overlaps(one, piece));
    // A group's label at the left may go on beside this one.
    if (!goesOn && piece.narrow[1] > head.narrow[0]) break;
    if (!goesOn) continue;
    for (const skipped of below.slice(taken, at)) row.left.push(...skipped.pieces.map(({ text }) => text));
    row.left.push(...left.map(({ text }) => text));
    row.label.push(cut(piece, head, row.left));
    taken = at + 1;
  }
  return taken;
};

/**
 * A single space can divide the label of a group from that of a row: 他处理 纳费用…, where the line above began further right.
 * What stands left of the label's own edge is moved to `left`.
 */
const cut = (piece: WordRun, head: WordRun, left: string[]): WordRun => {
  if (piece === head || piece.narrow[0] >= head.narrow[0] - 1) return piece;
  const at = piece.words.findIndex(
    (word, index) => index > 0 && Math.abs(word.narrow[0] - head.narrow[0]) <= 1,
  );
  if (at < 0) return piece;
  left.push(pieceOf(piece.words.slice(0, at)).text);
  return pieceOf(piece.words.slice(at));
};
