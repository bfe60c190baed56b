import type { Block } from '../source/blocks.ts';
import { bodyNamedIn } from './body-name.ts';
import {
  asPrinted,
  bodyOf,
  type FoldedTitle,
  folded,
  noDate,
  type Wordings,
  yearOf,
  yearPattern,
} from './report-title.ts';

/** What a sentence says of the report that it announces, with that sentence. */
type Announced = { authority: string | null; year: number | null; evidence: string };

/** How many paragraphs before the first table may announce the report, and how much of each is looked at. */
const introductory = 12;
const looked = 2000;

/** Titles of notices and laws in quotes: what they name is not this report. */
const quoted = /《[^《》]{0,150}》/g;
const ofReport = /(?:报告|年报)》$/;

/** 《条例》 keeps its place, so that what is found in one text stands at the same place in the other. */
const withoutNotices = (bare: string): string =>
  bare.replace(quoted, (title) => (ofReport.test(title) ? title : `《${'*'.repeat(title.length - 2)}》`));

/** A sentence of this report about itself. */
const opening = /根据|按照|依据|依照|遵照|本年?度?报告|本年报|^为|[现特兹]/;
/** 认真编制了: told of this report only where the sentence gives its ground. */
const grounds = /根据|按照|依据|依照|遵照/;

const verb =
  '(?<!关于|做好|关于做好|按时|及时)(?:编制|编写|撰写|制作|制定|公布|发布|公开|汇总|总结|梳理|结合|形成|现将|兹将|特将|现就){1,2}';
const name = '[^,。;:!《》*]{0,40}?';

type Patterns = { direct: RegExp[]; subject: RegExp; without: RegExp } | null;
const made = new WeakMap<Wordings, Patterns>();

const patternsOf = (wordings: Wordings): Patterns => {
  const before = made.get(wordings);
  if (before !== undefined || wordings.announced === null) return before ?? null;
  const report = `(?:${wordings.report}|${wordings.announced}工作)`;
  const of = `(${name})(${yearPattern})${noDate}年?度?的?(${name})${report}`;
  const patterns: Patterns = {
    // 现公布X2023年…报告, 编制《2023年X…报告》, 现公布X政府信息公开工作2020年度报告
    direct: [of, ...wordings.within.map((one) => `(${name})${one}()`)].map(
      (one) => new RegExp(`(${verb})(了?)(?:并(?:公布|发布|公开))?《?${one}`),
    ),
    // 《X2023年…报告》(以下简称年报)根据…编制
    subject: new RegExp(`^《?${of}》?(?:\\((?:以下简称|下称)|根据|依据|按照|由|已|是|包括)`),
    // 现将2021年度工作情况报告如下
    without: new RegExp(
      `(?:现将|现就|兹将)(.{0,20}?)(${yearPattern})${noDate}年?度?.{0,20}?(?:报告|总结|公布|汇报|编制)如下`,
    ),
  };
  made.set(wordings, patterns);
  return patterns;
};

/** 关于…的通知, …编制发布工作: the report is spoken of, not announced. */
const spokenOf = /^(?:编制(?!而成|完成)|发布|公布(?!如下)|报送)|^》?的?(?:要求|通知|部署|规定|格式|有关事项)/;

const firstOf = (patterns: readonly RegExp[], sentence: string): RegExpExecArray | null =>
  patterns.reduce<RegExpExecArray | null>((found, pattern) => found ?? pattern.exec(sentence), null);

/** A sentence without the notices in it, as it is printed, and the text in which it stands. */
type AnnouncingSentence = { bare: string; printed: string; both: FoldedTitle };

const announcedIn = (
  { bare: sentence, printed, both }: AnnouncingSentence,
  patterns: Patterns,
): Announced | null => {
  if (patterns === null) return null;
  const { direct, subject, without } = patterns;
  const parts = subject.exec(sentence);
  const found = parts ?? (opening.test(sentence) ? firstOf(direct, sentence) : null);
  if (found) {
    const [before, year, behind] = found.slice(-3);
    const past = !parts && found[2] === '了';
    const rest = sentence.slice(found.index + found[0].length);
    if (!spokenOf.test(rest) && !(past && !grounds.test(sentence.slice(0, found.index)))) {
      const named = [before, behind]
        .map((one) => bodyOf(one ?? '', sentence))
        .find((one) => one !== null && bodyNamedIn(one) !== null);
      return {
        authority: named == null ? null : asPrinted(both, named),
        year: yearOf(year ?? ''),
        evidence: printedPart(printed, found),
      };
    }
  }
  const told = without.exec(sentence);
  return told && { authority: null, year: yearOf(told[2] ?? ''), evidence: printedPart(printed, told) };
};

const adverbs = '(?:认真|组织|牵头|负责|统一|汇总|研究|按时|依法){0,4}';
const making = '(?:编制|编写|撰写|起草|制作)';
/** 由甲局编制, 由甲局(以下简称我局)结合有关数据编制. */
const by = new RegExp(
  `由([\\p{Script=Han}·]{3,40}?)(?:\\([^()]{1,30}\\))?(?:(?:按照|依照|依据|根据|结合|会同)[^。;]{0,80}?)?${adverbs}${making}`,
  'gu',
);
/** , 甲局编制2021年度…报告; , 甲局编制本报告. */
const maker = new RegExp(
  `(?:^|[,:;、])([\\p{Script=Han}·]{3,40}?)${adverbs}${making}(?:了|并公布|并发布|并公开){0,2}(?:${yearPattern}|本|《|政府信息公开)`,
  'gu',
);

const named = '(?:^|[,;])(?:本年?度?报告是|本年报是)?([\\p{Script=Han}·]{3,40}?)(?:\\([^()]{1,30}\\))?';
/** 甲局根据《条例》规定，编制…; 甲局结合工作实际，现将本单位…. */
const onGrounds = new RegExp(
  `${named}(?:根据|按照|依据|依照|结合)[^。;]{0,120}?(?:${making}(?:${yearPattern}|的${yearPattern}|本|《|政府信息公开)|现将[本我])`,
  'gu',
);

/** 结合甲局信息公开工作实际情况编制. */
const combining = new RegExp(
  `结合([\\p{Script=Han}·]{3,40}?)(?:政府信息|政务|信息)公开(?:工作)?(?:实际|有关)?(?:情况)?${making}`,
  'gu',
);

/** 甲局向社会公布2021年度…报告. */
const publishing = new RegExp(
  `${named}(?:现|特|依法|面?向社会){1,3}(?:公布|发布|公开)《?(?:${yearPattern}年?度?|本)(?:政府|政务)?(?:信息)?公开`,
  'gu',
);
/** The office inside a body that looks after publication: 甲局政务公开领导小组办公室. */
const office = /(?:政务公开|政府信息公开|信息公开)(?:工作)?(?:领导小组)?(?:办公室|中心)?$/;

const printedPart = (printed: string, { 0: part, index }: RegExpExecArray): string =>
  printed.slice(index, index + part.length);

/** The body that a sentence names as the writer of the report. */
const makerIn = ({ bare, printed, both }: AnnouncingSentence): Announced | null => {
  if (!/报告|年报|公开工作/.test(bare)) return null;
  for (const pattern of [by, maker, onGrounds, combining, publishing])
    for (const parts of bare.matchAll(pattern)) {
      const body = bodyNamedIn((parts[1] ?? '').replace(office, ''));
      if (body !== null)
        return { authority: asPrinted(both, body), year: null, evidence: printedPart(printed, parts) };
    }
  return null;
};

/**
 * What the introduction of a report says of it: 现公布甲局2023年…报告, 本报告由甲局编制.
 *
 * @returns in the order of the text, announcements before writers.
 */
export const announcements = (blocks: readonly Block[], wordings: Wordings): Announced[] => {
  const patterns = patternsOf(wordings);
  const told: Announced[] = [];
  const makers: Announced[] = [];
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph').slice(0, introductory);
  for (const { text } of paragraphs) {
    const both = folded(text.slice(0, looked));
    for (const { 0: bare, index } of withoutNotices(both.bare).matchAll(/[^。;!]+/g)) {
      const sentence = { bare, printed: both.printed.slice(index, index + bare.length), both };
      const announced = announcedIn(sentence, patterns);
      if (announced) told.push(announced);
      const maker = makerIn(sentence);
      if (maker) makers.push(maker);
    }
  }
  return [...told, ...makers];
};
