import type { Extraction } from '../extraction.ts';
import type { Issue } from '../issue.ts';
import type { Block, SourceDocument } from '../source/blocks.ts';
import { simplify, tight } from '../text/label.ts';
import { withoutStruck } from '../text/struck.ts';

/** Who published the report and for which year, each with the phrase it was read from; null where that is missing or in conflict. */
export type Identification = Pick<Extraction, 'authority' | 'year'> & { issues: Issue[] };

type Found<Value> = { value: Value; evidence: string };

const digits = '〇一二三四五六七八九';

/** 2020, ２０２０ or 二〇二〇. */
const yearOf = (text: string): number =>
  Number(
    [...text.replace(/[○零]/g, '〇')]
      .map((one) => (digits.includes(one) ? digits.indexOf(one) : one))
      .join(''),
  );

const year = '((?:19|20)\\d{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2})';
const report = '政府信息(?:与政务)?公开(?:工作)?(?:年度工作|年度)?(?:情况)?(?:的)?(?:报告|年报)';

/** A title names body, year and report, in either order. Applied to tight text of bounded length. */
const titles: readonly { pattern: RegExp; authority: number | null; year: number }[] = [
  { pattern: new RegExp(`^(.{0,60}?)${year}年?度?(?:的)?${report}`), authority: 1, year: 2 },
  { pattern: new RegExp(`^(.{0,12}?)${year}年?度?(.{2,50}?)${report}`), authority: 3, year: 2 },
  { pattern: new RegExp(`^(.{2,60}?)${report}\\(?${year}年?度?\\)?`), authority: 1, year: 2 },
];
const yearless = new RegExp(`^(.{2,60}?)${report}$`);

/** 关于发布甲局…报告的公告: the report is that of 甲局. 甲府办公室关于甲市…的报告: it is that of 甲府办公室. */
const trimAuthority = (text: string): string =>
  text
    .replace(/^.*[《“"【】>»:]/, '')
    .replace(/^.{0,60}?(?:发布|公布|印发)(?=.{2})/, '')
    .replace(/^关于/, '')
    .replace(/(?:关于.{0,60}|发布|公布|印发|的|\()$/, '');

type Title = { authority: string | null; year: number | null; evidence: string };

/** Reads a title; null where the text is none. */
const readTitle = (text: string): Title | null => {
  const printed = tight(withoutStruck(text));
  const bare = simplify(printed);
  if (bare.length > 120) return null;
  // A name is given as printed: folding keeps every character in its place.
  const asPrinted = (name: string): string =>
    printed.slice(bare.indexOf(name), bare.indexOf(name) + name.length);
  for (const { pattern, authority, year: at } of titles) {
    const parts = pattern.exec(bare);
    if (!parts) continue;
    const name = authority === null ? '' : trimAuthority(parts[authority] ?? '');
    return {
      authority: name.length >= 2 ? asPrinted(name) : null,
      year: yearOf(parts[at] ?? ''),
      evidence: text,
    };
  }
  const parts = yearless.exec(bare);
  const name = trimAuthority(parts?.[1] ?? '');
  // Breadcrumbs (政务公开 政府信息公开 政府信息公开年报) end like a title, but name no body.
  if (name.length < 4 || name.includes('公开')) return null;
  return { authority: asPrinted(name), year: null, evidence: text };
};

/** How many leading texts of the report are looked at for its title. */
const leading = 14;

/** Texts that may hold a title, best first: `<title>` and its parts, metas, headings, and short leading paragraphs. */
const titleTexts = (document: SourceDocument, blocks: readonly Block[], whole: boolean): string[] => {
  const texts: string[] = [];
  if (whole) {
    const own = [
      document.title ?? '',
      ...document.metas.filter(({ name }) => /title$/i.test(name)).map(({ content }) => content),
    ];
    // One by one: a call takes only so many arguments, and a title of signs has more parts.
    for (const text of own) for (const part of text.split(/[_|｜>]|\s[-–—]+\s|--+/)) texts.push(part.trim());
  }
  const prose = blocks.flatMap((block) =>
    block.kind === 'heading' || block.kind === 'paragraph' ? [block] : [],
  );
  for (const block of prose)
    if (block.kind === 'heading' && block.level <= 2) texts.push(block.text.replaceAll('\n', ''));
  const short = prose
    .slice(0, leading)
    .map((block) => (block.text.length <= 60 ? block.text.replaceAll('\n', '') : ''));
  short.forEach((text, at) => {
    if (text === '') return;
    // A title may be broken over two or three paragraphs. One that is a title of its own is joined only with a body named
    // right above it, and only where it names none.
    const parts = [text, short[at + 1] ?? '', short[at + 2] ?? ''];
    const alone = parts.findIndex((part) => endsAsTitle.test(tight(part)) && readTitle(part) !== null);
    const nameless = alone === 1 && readTitle(parts[1] ?? '')?.authority === null;
    const most = alone < 0 ? 3 : nameless && bodyName.test(tight(text)) ? 2 : 1;
    const joined = [1, 2, 3].map((count) => parts.slice(0, Math.min(count, most)).join(''));
    const title = joined.find((one) => endsAsTitle.test(tight(one)) && readTitle(one) !== null);
    if (title !== undefined) texts.push(title);
  });
  return texts.filter((text) => text !== '');
};

const bodyName =
  /^\p{Script=Han}{1,30}(?:政府|局|厅|廳|委|会|會|室|处|處|署|院|所|站|队|隊|中心|镇|鎮|乡|鄉|区|區|县|縣|市|省|州|盟|旗)$/u;

const endsAsTitle = /(?:报告|報告|年报|年報)(?:[(（].{4,8}[)）])?$/;

/** 本报告所列数据的统计期限为2020年1月1日起至2020年12月31日止: the period is stated where the title is silent. */
const period = new RegExp(`${year}年1月1日(?:起)?(?:至|到|—|-|~)${year}?年?12月31日`);

const periodYear = (blocks: readonly Block[]): Found<number> | null => {
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue;
    const parts = period.exec(tight(block.text).slice(0, 4000));
    if (parts) return { value: yearOf(parts[1] ?? ''), evidence: parts[0] };
  }
  return null;
};

const compiledBy = /本(?:年度)?报告(?:是)?由([\p{Script=Han}]{3,30}?)(?:按照|依照|根据|编制|负责)/u;

const compiler = (blocks: readonly Block[]): Found<string> | null => {
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue;
    const parts = compiledBy.exec(tight(block.text).slice(0, 2000));
    if (parts?.[1]) return { value: parts[1], evidence: parts[0] };
  }
  return null;
};

/** Distinct values, the first evidence of each. */
const distinct = <Value>(found: readonly Found<Value>[]): Found<Value>[] =>
  found.filter((one, at) => found.findIndex((other) => other.value === one.value) === at);

/** Names of which one contains the other are one name, told at different length: 济宁市兖州区, 济宁市兖州区人民政府. */
const sameName = (a: string, b: string): boolean => a.includes(b) || b.includes(a);

/**
 * @param blocks the part of the document that belongs to the report.
 * @param whole true where the document holds one report only, so that its title and metas speak of it.
 */
export const identify = (
  document: SourceDocument,
  blocks: readonly Block[],
  whole: boolean,
): Identification => {
  const issues: Issue[] = [];
  const read = titleTexts(document, blocks, whole).flatMap((text) => readTitle(text) ?? []);

  const years = distinct(
    read.flatMap((one) => (one.year === null ? [] : [{ value: one.year, evidence: one.evidence }])),
  );
  const stated = years[0] ?? periodYear(blocks);
  if (years.length > 1) issues.push({ code: 'year_conflict', candidates: years });
  else if (!stated) issues.push({ code: 'year_missing' });

  const names = distinct(
    read.flatMap((one) => (one.authority === null ? [] : [{ value: one.authority, evidence: one.evidence }])),
  );
  const first = names[0];
  const others = first ? names.filter((one) => !sameName(one.value, first.value)) : [];
  const longest = names.reduce<Found<string> | null>(
    (best, one) => (one.value.length > (best?.value.length ?? 0) ? one : best),
    null,
  );
  const named = longest ?? compiler(blocks);
  if (first && others.length > 0) issues.push({ code: 'authority_conflict', candidates: [first, ...others] });
  else if (!named) issues.push({ code: 'authority_missing' });

  return {
    year: years.length > 1 ? null : stated,
    authority: others.length > 0 ? null : named,
    issues,
  };
};
