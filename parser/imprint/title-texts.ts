import type { Form } from '../forms/schema.ts';
import type { Block, HeadingBlock, ParagraphBlock, SourceDocument } from '../source/blocks.ts';
import { bodyOfLine, isBodyLine } from './body-name.ts';
import {
  asPrinted,
  folded,
  readTitle,
  type Title,
  type Wordings,
  wordingsOf,
  yearOf,
  yearPattern,
} from './report-title.ts';
import { isGovernment, saysWhere } from './self-reference.ts';

/** How many leading texts of the report are looked at for its title, and how many before its first section, where more stand before it. */
const leading = 14;
const beforeSection = 8;

/** The titles of the reports beside this one. */
const neighbour =
  /^(?:上一?[篇条页个]|下一?[篇条页个]|前一[篇条]|后一[篇条]|相关(?:链接|阅读|文章|信息|附件|解读|报道)?|(?:政策|文件)?解读|图解|附件\d{0,2}|下载|推荐|(?:热门|热点|最新|往期|历年|延伸|更多)(?:推荐|阅读|文章|报告|信息)?)[:：]/;

/** A list of files: its names are titles, but of less weight. */
const attachment = /^(?:附件\d{0,2}|相关附件|下载|附)[:：]/;

/** What an export prints behind a title in its line: 发布时间：2024-01-17 来源：乙镇. */
const besides =
  /[\s(（](?:(?:发布|更新|生成|成文|发文|时间|日期|来源|信息来源|文章来源|稿件来源|作者|浏览|点击|阅读|访问|字体|字号|索引)[^\s:：]{0,6}[:：]|第\d{1,3}页|第 \d{1,3} 页)/;

/** Marks with which an export sets a title: **乙镇2023年…**. */
const set = /^[*_#★☆◆◇●■▲\s]{1,8}|[*_#★☆◆◇●■▲\s]{1,8}$/g;

const section = /^(?:一、|第一部分|1[.、])/;

const loneYear = new RegExp(`^\\(?(${yearPattern})年?度?\\)?$`);

type LeadBlock = HeadingBlock | ParagraphBlock;

/** A lead line: its text in one line, and the same tight. Those that are too long for a title are empty. */
type LeadLine = { text: string; bare: string };

const lineOf = ({ text }: LeadBlock): LeadLine => {
  const end = text.slice(0, 200).search(besides);
  const whole = end < 0 ? text : text.slice(0, end);
  if (whole.length > 60) return { text: '', bare: '' };
  const one = whole.replaceAll('\n', '').replaceAll(set, '');
  const { bare } = folded(one);
  return neighbour.test(bare) ? { text: '', bare: '' } : { text: one, bare };
};

/** The lines among which a title may stand: the first ones, and those right before the first section. */
const linesOf = (prose: readonly LeadBlock[]): LeadLine[] => {
  const first = prose.slice(0, leading).map(lineOf);
  const start = prose.findIndex(({ text }) => section.test(text.trimStart()));
  if (start <= leading) return first;
  return [...first, ...prose.slice(Math.max(leading, start - beforeSection), start).map(lineOf)];
};

/** How many titles one below the other make a list of reports. */
const list = 3;

/** Of titles one below the other that all differ, as the reports of many years or bodies are listed, only one that stands elsewhere too is this one's. */
const withoutList = (
  lines: readonly LeadLine[],
  elsewhere: readonly Title[],
  wordings: Wordings,
): LeadLine[] => {
  const titles = lines.map(({ text, bare }) => {
    const title = text !== '' && wordings.end.test(bare) ? readTitle(text, wordings) : null;
    return title?.authority != null && title.year !== null ? `${title.authority} ${title.year}` : null;
  });
  const own = elsewhere.map(({ authority, year }) => `${authority} ${year}`);
  const left = [...lines];
  for (let from = 0, to = 0; from < lines.length; from = to + 1) {
    for (to = from; titles[to] != null; ) to++;
    const run = titles.slice(from, to);
    if (new Set(run).size < list) continue;
    for (let at = from; at < to; at++) {
      const title = titles[at] ?? '';
      if (!own.includes(title) && titles.indexOf(title) === titles.lastIndexOf(title))
        left[at] = { text: '', bare: '' };
    }
  }
  return left.some(({ text }, at) => text !== '' && titles[at] != null) || own.length > 0 ? left : [...lines];
};

/** How long a line is at least that is full, so that a word is cut at its end. */
const full = 8;
const menu = /公开|年报|报告|网|平台|动态|新闻|要闻|专栏|欢迎|服务$/;

/** 甲县人力资源和社会保|障局2022年…: is a title the rest of a name that the line above it begins? */
const isCut = (above: string, rest: string | null): boolean =>
  rest !== null &&
  above.length >= full &&
  /^\p{Script=Han}+$/u.test(above) &&
  saysWhere(above) &&
  !saysWhere(rest) &&
  !isBodyLine(above) &&
  !menu.test(above);

/** A place, above the name of a body in it. */
const over = (name: string): boolean => isGovernment(name) || /(?:[镇乡]|街道)$/.test(name);

/** 乙镇, 丙镇, 丁镇: bodies of one rank one below the other are a menu, not the head of a report. */
const isAmongOthers = (lines: readonly LeadLine[], at: number): boolean => {
  const here = lines[at]?.bare ?? '';
  return [lines[at - 1]?.bare ?? '', lines[at + 1]?.bare ?? ''].some(
    (other) =>
      isBodyLine(other) && other !== here && (other.at(-1) === here.at(-1) || !(over(other) || over(here))),
  );
};

/**
 * The titles at a line. One may be broken over two or three lines; one that is a title of its own is joined only with a body named right
 * above it, and only where it names none.
 */
const titleAt = (lines: readonly LeadLine[], at: number, wordings: Wordings): Title[] => {
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
    const below = next && bodyOfLine(next.bare);
    if (
      own.authority === null &&
      next &&
      below != null &&
      !isBodyLine(lines[at - 1]?.bare ?? '') &&
      !isAmongOthers(lines, at + 1)
    )
      return [
        {
          ...own,
          authority: asPrinted(folded(next.text), below),
          evidence: `${own.evidence}${next.text}`,
          apart: true,
        },
      ];
  }
  const nameless = alone > 0 && titles[alone]?.authority === null;
  const body =
    nameless &&
    !isAmongOthers(lines, at) &&
    isBodyLine(
      parts
        .slice(0, alone)
        .map(({ bare }) => bare)
        .join(''),
    );
  const cut = alone === 1 && isCut(here.bare, titles[1]?.authority ?? null);
  const most = alone < 0 ? parts.length : body || cut ? alone + 1 : Math.max(1, alone);
  for (let count = 1; count <= most; count++) {
    const text = parts
      .slice(0, count)
      .map((part) => part.text)
      .join('');
    const title = wordings.end.test(folded(text).bare) ? readTitle(text, wordings) : null;
    if (title) return [body && count > alone ? { ...title, apart: true } : title];
  }
  return [];
};

/** 政府信息公开工作年度报告 without a body and a year: either may stand in the lines below it. */
const bareTitles = (lines: readonly LeadLine[], wordings: Wordings): Title[] => {
  const name = new RegExp(`^《?${wordings.report}》?$`);
  return lines.flatMap(({ bare, text }, at): Title[] => {
    const [next, after] = [lines[at + 1], lines[at + 2]];
    if (!next || !name.test(bare)) return [];
    // 甲市人民政府2019年, above it: the title is whole, and what stands below is who prepared it.
    const above = readTitle(`${lines[at - 1]?.text ?? ''}${text}`, wordings);
    if (above?.authority != null && above.year !== null) return [];
    const ahead = isBodyLine(next.bare) ? next : null;
    const year = loneYear.exec((ahead ? after : next)?.bare ?? '');
    const body =
      ahead ?? (year && after && isBodyLine(after.bare) && !isAmongOthers(lines, at + 2) ? after : null);
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
  const last = blocks.findLastIndex(({ kind }) => kind === 'table');
  // Behind the last table sites print the titles of other reports.
  const above = last < 0 ? blocks : blocks.slice(0, last);
  const prose = above.filter((block) => block.kind === 'heading' || block.kind === 'paragraph');
  const texts = [
    ...(whole ? ownParts(document) : []),
    ...prose.flatMap((block) =>
      block.kind === 'heading' && block.level <= 2 ? [block.text.replaceAll('\n', '')] : [],
    ),
  ];
  const own = texts.flatMap((text) => (text === '' ? [] : (readTitle(text, wordings) ?? [])));
  const lines = withoutList(linesOf(prose), own, wordings);
  const titles = [
    ...own,
    ...lines.flatMap((_, at) => titleAt(lines, at, wordings)),
    ...bareTitles(lines, wordings),
  ];
  if (titles.some(({ authority }) => authority !== null)) return titles;
  const names = listed(blocks, wordings);
  const bodies = new Set(names.map(({ authority }) => authority));
  // Of several reports in a list none is this one.
  return bodies.size === 1 ? [...titles, ...names] : titles;
};
