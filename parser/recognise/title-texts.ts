import type { Form } from '../forms/schema.ts';
import type { Block, HeadingBlock, ParagraphBlock, SourceDocument } from '../source/blocks.ts';
import { isBodyLine } from './body-name.ts';
import {
  folded,
  readTitle,
  type Title,
  type Wordings,
  wordingsOf,
  yearOf,
  yearPattern,
} from './report-title.ts';

/** How many leading texts of the report are looked at for its title, and how many before its first section, where more stand before it. */
const leading = 14;
const beforeSection = 8;

/** The titles of the reports beside this one. */
const neighbour =
  /^(?:上一?[篇条页个]|下一?[篇条页个]|前一[篇条]|后一[篇条]|相关(?:链接|阅读|文章|信息|附件)?|附件\d{0,2}|下载|推荐)[:：]/;

/** A list of files: its names are titles, but of less weight. */
const attachment = /^(?:附件\d{0,2}|相关附件|下载|附)[:：]/;

const section = /^(?:一、|第一部分|1[.、])/;

const loneYear = new RegExp(`^\\(?(${yearPattern})年?度?\\)?$`);

type Prose = HeadingBlock | ParagraphBlock;

/** A lead line: its text in one line, and the same tight. Those that are too long for a title are empty. */
type Line = { text: string; bare: string };

const lineOf = ({ text }: Prose): Line => {
  if (text.length > 60) return { text: '', bare: '' };
  const one = text.replaceAll('\n', '');
  const { bare } = folded(one);
  return neighbour.test(bare) ? { text: '', bare: '' } : { text: one, bare };
};

/** The lines among which a title may stand: the first ones, and those right before the first section. */
const linesOf = (prose: readonly Prose[]): Line[] => {
  const first = prose.slice(0, leading).map(lineOf);
  const start = prose.findIndex(({ text }) => section.test(text.trimStart()));
  if (start <= leading) return first;
  return [...first, ...prose.slice(Math.max(leading, start - beforeSection), start).map(lineOf)];
};

/**
 * The titles at a line. One may be broken over two or three lines; one that is a title of its own is joined only with a body named right
 * above it, and only where it names none.
 */
const titleAt = (lines: readonly Line[], at: number, wordings: Wordings): Title[] => {
  const here = lines[at];
  if (!here || here.text === '') return [];
  const parts = [here, lines[at + 1], lines[at + 2], lines[at + 3]].map(
    (one) => one ?? { text: '', bare: '' },
  );
  const titles = parts.map((part) => (wordings.end.test(part.bare) ? readTitle(part.text, wordings) : null));
  const alone = titles.findIndex((title) => title !== null);
  const own = titles[0];
  if (alone === 0 && own) {
    const [, next] = parts;
    // The year may stand in a line of its own below, and so may the body.
    if (own.year === null && next && loneYear.test(next.bare)) {
      const whole = readTitle(`${here.text}（${next.bare.replace(/[()]/g, '')}）`, wordings);
      return whole ? [whole] : [own];
    }
    if (own.authority === null && next && isBodyLine(next.bare) && !isBodyLine(lines[at - 1]?.bare ?? ''))
      return [{ ...own, authority: folded(next.text).printed, evidence: `${own.evidence}${next.text}` }];
  }
  const nameless = alone > 0 && titles[alone]?.authority === null;
  const body =
    nameless &&
    isBodyLine(
      parts
        .slice(0, alone)
        .map(({ bare }) => bare)
        .join(''),
    );
  const most = alone < 0 ? parts.length : body ? alone + 1 : Math.max(1, alone);
  for (let count = 1; count <= most; count++) {
    const text = parts
      .slice(0, count)
      .map((part) => part.text)
      .join('');
    const title = wordings.end.test(folded(text).bare) ? readTitle(text, wordings) : null;
    if (title) return [title];
  }
  return [];
};

/** 政府信息公开工作年度报告 without a body and a year: either may stand in the lines below it. */
const bareTitles = (lines: readonly Line[], { report }: Wordings): Title[] => {
  const name = new RegExp(`^《?${report}》?$`);
  return lines.flatMap(({ bare, text }, at): Title[] => {
    const [next, after] = [lines[at + 1], lines[at + 2]];
    if (!next || !name.test(bare)) return [];
    const body = isBodyLine(next.bare) ? next : null;
    const year = loneYear.exec((body ? after : next)?.bare ?? '');
    if (!body && !year) return [];
    return [
      {
        authority: body ? folded(body.text).printed : null,
        year: year ? yearOf(year[1] ?? '') : null,
        evidence: `${text}${body?.text ?? ''}${year?.[0] ?? ''}`,
      },
    ];
  });
};

/** What the page says of itself, in parts: the names of site and column stand beside the title. */
const ownParts = ({ title, metas }: SourceDocument): string[] =>
  [title ?? '', ...metas.filter(({ name }) => /title$/i.test(name)).map(({ content }) => content)].flatMap(
    (text) => text.split(/[_|｜>]|\s[-–—]+\s|--+/).map((part) => part.trim()),
  );

/** Titles in lists of files and in the tables before the report, which name its index number and its publisher. */
const listed = (blocks: readonly Block[], wordings: Wordings): Title[] => {
  const texts: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'table') {
      if (texts.length > listedAtMost) break;
      for (const row of block.rows) for (const cell of row.cells) texts.push(cell.text);
    } else if (block.kind !== 'image') {
      if (section.test(block.text.trimStart())) break;
      if (attachment.test(folded(block.text.slice(0, 120)).bare)) texts.push(block.text);
    }
  }
  return texts.slice(0, listedAtMost).flatMap((text): Title[] => {
    if (text.length > 80 || !wordings.end.test(folded(text).bare)) return [];
    const title = readTitle(text.replaceAll('\n', ''), wordings);
    return title ? [title] : [];
  });
};

const listedAtMost = 200;

/** The titles of a report: those that stand as one, and where there are none, those that a list or a table names. */
export const titlesIn = (
  document: SourceDocument,
  blocks: readonly Block[],
  form: Form,
  whole: boolean,
): Title[] => {
  const wordings = wordingsOf(form);
  const prose = blocks.filter((block) => block.kind === 'heading' || block.kind === 'paragraph');
  const lines = linesOf(prose);
  const texts = [
    ...(whole ? ownParts(document) : []),
    ...prose.flatMap((block) =>
      block.kind === 'heading' && block.level <= 2 ? [block.text.replaceAll('\n', '')] : [],
    ),
  ];
  const titles = [
    ...texts.flatMap((text) => (text === '' ? [] : (readTitle(text, wordings) ?? []))),
    ...lines.flatMap((_, at) => titleAt(lines, at, wordings)),
    ...bareTitles(lines, wordings),
  ];
  if (titles.some(({ authority }) => authority !== null)) return titles;
  const names = listed(blocks, wordings);
  const bodies = new Set(names.map(({ authority }) => authority));
  // Of several reports in a list none is this one.
  return bodies.size === 1 ? [...titles, ...names] : titles;
};
