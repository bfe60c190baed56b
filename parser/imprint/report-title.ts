import { endingsOf, reportNamePattern } from '../forms/report-name.ts';
import type { Form } from '../forms/schema.ts';
import { simplify, tight, unspaced } from '../text/label.ts';
import { remembered } from '../text/remembered.ts';
import { withoutStruck } from '../text/struck.ts';
import { bodyNameIn, isBodyLine } from './body-name.ts';
import { notOneYear } from './part-of-year.ts';
import { isGovernment } from './self-reference.ts';

/** What a title says, each null where it says nothing. */
export type Title = {
  authority: string | null;
  year: number | null;
  evidence: string;
  /** The body stands in a line of its own, where it may be the name of the site. */
  apart?: true;
};

const digits = '〇一二三四五六七八九';

/** 2020, ２０２０ or 二〇二〇. */
export const yearOf = (text: string): number =>
  Number(
    [...text.replace(/[○零]/g, '〇')]
      .map((one) => (digits.includes(one) ? digits.indexOf(one) : one))
      .join(''),
  );

/** The source of a pattern for a year, without a group of its own. */
export const yearPattern = '(?:(?:19|20)\\d{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2})';

/** The year of a date is not that of a report: 2021-01-29. */
export const noDate = '(?![-/.]\\d|年\\d{1,2}月)';

/** A text for patterns beside the same text as printed: what is found in one stands at the same place in the other. */
export type FoldedTitle = { bare: string; printed: string };

/** 乳山經(jīng)濟(jì): pages converted character by character print the sound behind it. */
const pinyin = /(?<=\p{Script=Han})[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)）]/gu;

/** 二O二一年, 二0二一年: letters and digits in the place of a 〇. */
const roundZero = /[一二][〇○零九Oo0][〇○零Oo0一二三四五六七八九]{2}(?=年)/g;

const foldedAnew = (text: string): FoldedTitle => {
  const whole = withoutStruck(text).replace(pinyin, '');
  const bare = simplify(tight(whole)).replace(roundZero, (year) => year.replace(/[Oo0]/g, '〇'));
  const printed = unspaced(whole);
  return { bare, printed: printed.length === bare.length ? printed : tight(whole) };
};

/** Lines of menus and headings stand on each page of a site. */
export const folded = remembered(foldedAnew, { most: 2_000, longest: 80 });

/** A part of the folded text as it is printed. */
export const asPrinted = ({ bare, printed }: FoldedTitle, part: string): string =>
  printed.slice(bare.indexOf(part), bare.indexOf(part) + part.length);

export type Wordings = {
  /** Wordings that name body, year and report, in either order. Applied to folded text of bounded length. */
  whole: readonly { pattern: RegExp; authority: number; year: number }[];
  yearless: RegExp;
  /** The name of the report: the source of a pattern without groups. */
  report: string;
  /** How titles end: with the report, with what was done with it, with a date or as the name of a file. */
  end: RegExp;
  /** How the sentence calls the report that announces it: the source of a pattern; null where no such sentence is looked for. */
  announced: string | null;
  /** The name with the year inside it, as a group. */
  within: readonly string[];
};

/** Made once for each form. */
const wordings = new WeakMap<Form, Wordings>();

const year = `(${yearPattern})`;
const ofYear = `${year}${noDate}年?度?`;
/** 甲局(2022年)…报告: the year in brackets. */
const afterYear = '[)】\\]]?(?:的)?';
/** How the name of a body ends that stands behind a title: …报告——甲局, …报告(2022年)甲局. */
const bodyBehind = '[一-龥]{2,20}(?:局|委|会|室|办|府|镇|街道|处|中心|乡|院|厅|区|县|市)';
const yearAhead = new RegExp(`^${ofYear}`);

export const wordingsOf = (form: Form): Wordings => {
  const before = wordings.get(form);
  if (before) return before;
  const report = `(?:${form.names.map(reportNamePattern).join('|')})`;
  // 政府信息公开工作2022年度报告: the year in the place of the word for a year.
  const within = form.names.flatMap((name) => {
    const at = Math.max(name.indexOf('[年度'), name.indexOf('(年度'));
    return at < 0
      ? []
      : [
          `${reportNamePattern(name.slice(0, at))}${year}年度?${reportNamePattern(name.slice(at).replace('(年度)', '[年度]'))}`,
        ];
  });
  const made: Wordings = {
    whole: [
      { pattern: new RegExp(`^${report}\\(?${ofYear}\\)?(${bodyBehind})$`), authority: 2, year: 1 },
      { pattern: new RegExp(`^(.{0,60}?)${ofYear}${afterYear}${report}`), authority: 1, year: 2 },
      { pattern: new RegExp(`^(.{0,12}?)${ofYear}(.{2,50}?)${report}`), authority: 3, year: 2 },
      { pattern: new RegExp(`^(.{2,60}?)${report}\\(?${ofYear}\\)?`), authority: 1, year: 2 },
      ...within.map((one) => ({ pattern: new RegExp(`^(.{2,60}?)${one}`), authority: 1, year: 2 })),
    ],
    yearless: new RegExp(`^(.{2,60}?)${report}`),
    report,
    within,
    end: new RegExp(
      `(?:${[...new Set(form.names.flatMap(endingsOf))].join('|')})表?[》"]?(?:\\([^()]{2,20}\\)(?:${bodyBehind})?|(?:—{1,2}|-{1,2}|:)${bodyBehind}|20\\d{2}年?度?)?(?:的?(?:公告|通告|通知|公示|公布|函|请示)|解读)?(?:\\.(?:docx?|pdf|wps|xlsx?|ofd|zip))?(?:\\(?\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?\\)?)?$`,
      'i',
    ),
    announced: form.announcedAs === null ? null : reportNamePattern(form.announcedAs),
  };
  wordings.set(form, made);
  return made;
};

/** 关于发布甲局…报告的公告: the report is that of 甲局. 甲府办公室关于甲市…的报告: it is that of 甲府办公室. */
const trimmed = (text: string): string =>
  text
    .replace(/^.*[《“"【】>»:](?=.)/, '')
    .replace(/^.{0,40}(?:年报|年度报告)(?=.{2})/, '')
    .replace(/^[一二三四五六七八九十]{1,3}[、.．,，]/, '')
    .replace(/^.{0,60}?(?:发布|公布|印发|关于(?:公开|公示|报送))(?=.{2})/, '')
    .replace(/^关于/, '')
    .replace(/^附件\d{0,2}(?=.{4})/, '')
    .replace(yearAhead, '')
    .replace(/(?:关于.{0,60}|发布|公布|印发|的|[([【])$/, '')
    .replace(/[:|]$|[—–-]{1,2}$|(?<!\d)\d{2}年度?$/, '');

/** 乙镇人民政府信息公开…: the words of the body and of the report share 政府. */
const completed = (name: string | null, bare: string): string | null =>
  name?.endsWith('人民') && bare.includes(`${name}政府`) ? `${name}政府` : name;

/** The body in what stands around the year of a title. */
export const bodyOf = (around: string, bare: string): string | null => {
  const text = trimmed(around);
  return bodyNameIn(completed(text, bare) ?? text);
};

/** 2022年甲局2022年…报告: said twice. Two different years leave it open. */
const oneYear = (ahead: string, year: number): number | null => {
  const other = yearAhead.exec(ahead)?.[1];
  return other === undefined || yearOf(other) === year ? year : null;
};

/** A place that is no body below it, as the title of a form for many bodies names it. */
const place = /[省市县区州盟旗]$/;

/** 2023年…报告(甲局), 乙县2023年…报告(甲局), 2023年…报告——甲局: a body behind a title that names none, or only the place. */
const inBrackets = (bare: string): string | null => {
  const name =
    /[告报表]》?(?:\(([^()]{3,20})\)|(?:—{1,2}|-{1,2}|:)([^()]{3,25}))$/u.exec(bare)?.slice(1).join('') ?? '';
  return isBodyLine(name) ? name : null;
};

/** Reads a title; null where the text is none. */
export const readTitle = (text: string, { whole, yearless, end }: Wordings): Title | null => {
  const both = folded(notOneYear.test(tight(text)) ? tight(text).replace(notOneYear, '') : text);
  const { bare } = both;
  if (bare.length > 120) return null;
  const named = (name: string | null): string | null => (name === null ? null : asPrinted(both, name));
  for (const { pattern, authority, year: at } of whole) {
    const parts = pattern.exec(bare);
    if (!parts) continue;
    const around = parts[authority] ?? '';
    const before = bodyOf(around, bare);
    const bracket = inBrackets(bare);
    const below = before === null || (place.test(before) && bracket !== null && !isGovernment(bracket));
    const name = below ? bracket : before;
    return { authority: named(name), year: oneYear(around, yearOf(parts[at] ?? '')), evidence: text };
  }
  if (!end.test(bare)) return null;
  const name = bodyOf(yearless.exec(bare)?.[1] ?? '', bare);
  // Breadcrumbs (政务公开 政府信息公开 政府信息公开年报) end like a title, but name no body.
  if (name === null || name.includes('公开')) return null;
  return { authority: named(name), year: null, evidence: text };
};
