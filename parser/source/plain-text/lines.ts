import { readFigure } from '../../text/value.ts';
import { withoutRadicals } from '../characters.ts';

/** One line of a plain text, without its line end. */
export type PlainLine = {
  raw: string;
  /** `raw` without white space at its ends. */
  text: string;
  /** Ordinal of the printed page, from 0: a form feed begins the next. */
  page: number;
};

/** A line that opens a section (一、… 六、…), or a label that is numbered like one (一、本年新收…). */
export const sectionHeading = /^[一二三四五六七八九十]{1,3}、/;

const pageMark =
  /^(?:[-—–－─]{1,2} ?\d{1,4} ?[-—–－─]{1,2}|第 ?\d{1,4} ?页(?:[,，/ ]? ?共 ?\d{1,4} ?页)?|P\. ?\d{1,4})$/;
const bareNumber = /^\d{1,4}$/;

/** Splits a text into lines. Form feeds and page numbers are left out: they are no part of what the page says. */
export const linesOf = (text: string): PlainLine[] => {
  let page = 0;
  const lines = withoutRadicals(text)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line): PlainLine => {
      const raw = line.replaceAll('\f', '');
      page += line.length - raw.length;
      return { raw, text: raw.trim(), page };
    });
  const numbers = pageNumbers(lines);
  const edges = printedEdges(lines);
  return lines.filter((line) => !numbers.has(line) && !edges.has(line) && !pageMark.test(line.text));
};

/** What browsers print at the foot of a page: its address, and which page of how many it is. */
const pageOfPages = /^(?:https?:\/\/\S+\s+)?(\d{1,3}) ?\/ ?(\d{1,3})$/;
/** What they print at its head: date and time, and the title of the page. */
const timeAndTitle = /^\d{4}\/\d{1,2}\/\d{1,2}[ ,]+(?:上午|下午)?\d{1,2}:\d{2}\s/;

/** Heads and feet as browsers print them, where they count pages or come again. */
const printedEdges = (lines: readonly PlainLine[]): Set<PlainLine> => {
  const edges = new Set<PlainLine>();
  let foot: { line: PlainLine; page: number; pages: string } | null = null;
  const heads = new Map<string, PlainLine>();
  for (const line of lines) {
    const [, page, pages] = pageOfPages.exec(line.text) ?? [];
    if (page !== undefined && pages !== undefined) {
      const next = { line, page: Number(page), pages };
      if (foot?.pages === pages && foot.page + 1 === next.page && next.page <= Number(pages))
        edges.add(foot.line).add(line);
      foot = next;
    } else if (timeAndTitle.test(line.text)) {
      const same = heads.get(line.text);
      if (same) edges.add(same).add(line);
      heads.set(line.text, line);
    }
  }
  return edges;
};

/**
 * Bare numbers at the feet of pages. A figure can stand there too, so only numbers that count the pages are taken: equal to the
 * ordinal of the page, or ahead of it by as much as on another page.
 */
const pageNumbers = (lines: readonly PlainLine[]): Set<PlainLine> => {
  const feet = new Map<number, PlainLine>();
  const last = lines.at(-1)?.page ?? 0;
  if (last === 0) return new Set();
  for (const line of lines) if (line.text !== '') feet.set(line.page, line);
  const ahead = new Map<number, PlainLine[]>();
  for (const [page, line] of feet) {
    if (!bareNumber.test(line.text)) continue;
    const by = Number(line.text) - (page + 1);
    ahead.set(by, [...(ahead.get(by) ?? []), line]);
  }
  return new Set([...ahead].flatMap(([by, found]) => (by === 0 || found.length > 1 ? found : [])));
};

/** Longest line that can be a cell: the longest label of the forms has 37 characters. */
const longestCell = 60;
const sentenceEnd = /[。；：！？;:!?]$/;
const titleEnd = /(?:报告|報告|年报|年報)$/;

/** Prose or a title: a line that cannot be a label, a heading over a column, or a figure. */
export const isProse = (text: string): boolean =>
  text.length > longestCell || text.includes('。') || sentenceEnd.test(text) || titleEnd.test(text);

const han = /\p{Script=Han}/u;

const digit = /[\d０-９]/;
const plain = /^\d{1,15}$/;
const longestMark = 9;

/** A figure, or a mark that stands for one; also what has digits but no words and is no figure that can be read. */
export const isFigure = (text: string): boolean => {
  if (plain.test(text)) return true;
  if (text === '' || text.length > 40) return false;
  // Most lines are words: they are told apart before anything is made of them.
  const hasDigit = digit.test(text);
  if (!hasDigit && (text.length > longestMark || (text.length > 1 && han.test(text)))) return false;
  const { state } = readFigure(text);
  if (state === 'number' || state === 'mark') return true;
  return hasDigit && text.length <= 24 && !han.test(text);
};

export const ordinals = '一二三四五六七八九十';

/**
 * Which lines open a section. A label can be numbered like a section (四、结转下年度继续办理), but then figures follow it, or
 * its number does not go on from the section that it stands in (三、本年度办理结果 within section three).
 *
 * @param figuresFollow does the line itself, or the next one, hold figures?
 */
export const sectionStarts = (
  lines: readonly PlainLine[],
  figuresFollow: (at: number) => boolean,
): ReadonlySet<number> => {
  const starts = new Set<number>();
  let section = 0;
  lines.forEach((line, at) => {
    const opening = sectionHeading.exec(line.text)?.[0];
    if (opening === undefined || line.raw.includes('\t') || figuresFollow(at)) return;
    const number = opening.length === 2 ? ordinals.indexOf(opening.charAt(0)) + 1 : 11;
    if (number !== 1 && number <= section) return;
    section = number;
    starts.add(at);
  });
  return starts;
};
