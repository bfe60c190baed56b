import type { Claim, Fact } from '../extraction.ts';
import type { ProseFinding } from '../prose/prose-findings.ts';
import { refParts } from '../text/ref.ts';
import { printed } from './figure.ts';
import { namesOf } from './names.ts';
import type { Language, SpokenReport } from './words.ts';
import { wordsIn } from './words-in.ts';

/** Sentences about what the text of a report says: against its tables (claims), and against itself (findings). */
type ClaimWords = {
  /** One plain sentence: what the text states, what the table holds, or why the two were not compared. */
  claim: (claim: Claim) => string;
  finding: (finding: ProseFinding) => string;
  /** As what a number was read: who, when, what. Null where it names no cell. @param year of the report. */
  readAs: (claim: Claim, year: number | null) => string | null;
};

/** All that a language must word. Numbers come printed. */
type ClaimPhrases = {
  /** The sum of several cells, by their names or by the heading they stand under. */
  sumOf: (names: readonly string[], more: number) => string;
  sumUnder: (heading: string) => string;
  agrees: (value: string, cells: string) => string;
  differs: (value: string, cells: string, table: string) => string;
  part: (value: string) => string;
  otherPeriod: (value: string) => string;
  unsure: (value: string, cells: string) => string;
  noFigure: (value: string, cells: string) => string;
  untied: (value: string) => string;
  /** `off`: by how much they differ, without a sign. */
  sum: Record<ProseFinding['outcome'], (total: string, parts: string, all: string, off: string) => string>;
  /** What a percentage comes to: with two decimals more than the text printed, then with as many. */
  computed: (exact: string, rounded: string, decimals: number, isExact: boolean) => string;
  share: Record<
    ProseFinding['outcome'],
    (percent: string, part: string, base: string, computed: string) => string
  >;
  change: Record<
    ProseFinding['outcome'],
    (percent: string, part: string, base: string, computed: string) => string
  >;
  period: Record<ProseFinding['outcome'], (from: string, to: string, year: string) => string>;
  balance: Record<ProseFinding['outcome'], (arrived: string, left: string) => string>;
  repeated: (value: string, other: string) => string;
  misspeltYear: (named: string) => string;
  wrongYear: (named: string, year: string) => string;
  worthALook: (sentence: string) => string;
  who: Record<Claim['scope'], string>;
  thisYear: (year: number | null) => string;
  otherTime: string;
  readAs: (who: string, when: string, what: string) => string;
  day: (year: number | null, month: number, day: number) => string;
};

const zhCN: ClaimPhrases = {
  sumOf: (names, more) => `${names.join('与')}${more > 0 ? `等 ${names.length + more} 格` : ''}之和`,
  sumUnder: (heading) => `“${heading}”各项之和`,
  agrees: (value, cells) => `正文写 ${value}，与表中${cells}一致`,
  differs: (value, cells, table) => `正文写 ${value}，表中${cells}为 ${table}`,
  part: (value) => `正文写 ${value}，只涉及一部分，不与表中总数核对`,
  otherPeriod: (value) => `正文写 ${value}，属于其他时段或者增减数，不与表中数字核对`,
  unsure: (value, cells) => `正文写 ${value}，可能是指表中${cells}，不能确定，未作判定`,
  noFigure: (value, cells) => `正文写 ${value}，对应表中${cells}，该格没有数字，无法判定`,
  untied: (value) => `正文写 ${value}，表中没有对应的数字`,
  sum: {
    satisfied: (total, parts, all) => `所列各项合计 ${all}，与正文总数 ${total} 一致（${parts}）`,
    violated: (total, parts, all, off) => `所列各项合计 ${all}，正文总数为 ${total}，相差 ${off}（${parts}）`,
    undetermined: (total, parts, all) =>
      `所列各项合计 ${all}（${parts}），正文总数为 ${total}；所列可能只是一部分，未作判定`,
  },
  share: {
    satisfied: (percent, part, base) => `${part} ÷ ${base} 与正文所写 ${percent} 一致`,
    violated: (percent, part, base, computed) => `${part} ÷ ${base} ${computed}，正文写 ${percent}`,
    undetermined: (percent) => `正文没有写明 ${percent} 的基数，未作判定`,
  },
  change: {
    satisfied: (percent, part, base) => `由 ${base} 变动 ${part}，与正文所写 ${percent} 一致`,
    violated: (percent, part, base, computed) =>
      `由 ${base} 变动 ${part}，增减幅度 ${computed}，正文写 ${percent}`,
    undetermined: (percent) => `正文没有写明 ${percent} 的基数，未作判定`,
  },
  period: {
    satisfied: (from, to) => `统计期限 ${from}至 ${to}，与报告年度一致`,
    violated: (from, to, year) => `统计期限写为 ${from}至 ${to}，报告年度为 ${year} 年`,
    undetermined: (from, to) => `统计期限 ${from}至 ${to}，报告年度不明，未作判定`,
  },
  balance: {
    satisfied: (arrived, left) => `收到的 ${arrived} 与办理、结转的 ${left} 一致`,
    violated: (arrived, left) => `收到的 ${arrived} 与办理、结转的 ${left} 不一致`,
    undetermined: (arrived, left) =>
      `收到的 ${arrived} 与办理、结转的 ${left} 不同；正文可能没有列全，未作判定`,
  },
  repeated: (value, other) => `同一项正文另一处写作 ${other}，此处写作 ${value}`,
  misspeltYear: (named) => `“${named} 年”不是年份`,
  wrongYear: (named, year) => `正文写作 ${named} 年，所列数字却与本报告（${year} 年）的表格一致`,
  worthALook: (sentence) => `${sentence}（线索）`,
  who: { whole: '本机关', part: '其中一部分', other_period: '本机关', unknown: '所指不能确定' },
  thisYear: (year) => (year === null ? '本年' : `${year} 年`),
  otherTime: '其他时段或者增减',
  readAs: (who, when, what) => `读作：${who} · ${when} · ${what}`,
  computed: (exact, rounded, decimals, isExact) =>
    isExact
      ? `= ${rounded}`
      : `≈ ${exact}，${decimals === 0 ? '取整数' : `保留 ${decimals} 位小数`}为 ${rounded}`,
  day: (year, month, day) => `${year === null ? '' : `${year} 年 `}${month} 月 ${day} 日`,
};

const en: ClaimPhrases = {
  sumOf: (names, more) => `the sum of ${names.join(' and ')}${more > 0 ? ` and ${more} more cells` : ''}`,
  sumUnder: (heading) => `the sum of the rows under "${heading}"`,
  agrees: (value, cells) => `The text says ${value}, and so does ${cells}`,
  differs: (value, cells, table) => `The text says ${value}, but ${cells} is ${table}`,
  part: (value) =>
    `The ${value} in the text covers only part of the total and was not compared with the table`,
  otherPeriod: (value) =>
    `The ${value} in the text is for another period, or is a change, and was not compared with the table`,
  unsure: (value, cells) =>
    `The text says ${value}, which may mean ${cells}; that is not certain, so it is undetermined`,
  noFigure: (value, cells) => `The text says ${value} for ${cells}; the table has no figure to compare`,
  untied: (value) => `The text says ${value}; no figure in the tables corresponds to it`,
  sum: {
    satisfied: (total, parts, all) =>
      `The parts listed add up to ${all} (${parts}), which is the total stated, ${total}`,
    violated: (total, parts, all, off) =>
      `The parts listed add up to ${all}, but the total stated is ${total}, difference ${off} (${parts})`,
    undetermined: (total, parts, all) =>
      `The parts listed add up to ${all} (${parts}), the total is ${total}; perhaps not all parts are listed`,
  },
  share: {
    satisfied: (percent, part, base) => `${part} ÷ ${base} is the ${percent} stated`,
    violated: (percent, part, base, computed) => `${part} ÷ ${base} ${computed}; the text says ${percent}`,
    undetermined: (percent) => `The text does not say what ${percent} is a share of`,
  },
  change: {
    satisfied: (percent, part, base) => `A change of ${part} from ${base} is the ${percent} stated`,
    violated: (percent, part, base, computed) =>
      `A change of ${part} from ${base} ${computed}; the text says ${percent}`,
    undetermined: (percent) => `The text does not give the number that ${percent} starts from`,
  },
  period: {
    satisfied: (from, to) => `The period stated, ${from} to ${to}, is the year of the report`,
    violated: (from, to, year) => `The period stated is ${from} to ${to}, but the report is for ${year}`,
    undetermined: (from, to) => `The period stated is ${from} to ${to}; the year of the report is not known`,
  },
  balance: {
    satisfied: (arrived, left) => `${arrived} came in, and ${left} were done or carried forward: they agree`,
    violated: (arrived, left) => `${arrived} came in, but ${left} were done or carried forward`,
    undetermined: (arrived, left) =>
      `${arrived} came in, ${left} were done or carried forward; perhaps the text leaves some out`,
  },
  repeated: (value, other) => `The text says ${value} here, and ${other} of the same elsewhere`,
  misspeltYear: (named) => `"${named}年" is not a year`,
  wrongYear: (named, year) =>
    `The text says ${named}, but its numbers are those in the tables of this report, for ${year}`,
  worthALook: (sentence) => `${sentence} (a hint)`,
  who: {
    whole: 'the whole body',
    part: 'a part of it',
    other_period: 'the whole body',
    unknown: 'not certain of whom',
  },
  thisYear: (year) => (year === null ? 'this year' : String(year)),
  otherTime: 'another time, or a change',
  readAs: (who, when, what) => `Read as: ${who} · ${when} · ${what}`,
  computed: (exact, rounded, decimals, isExact) =>
    isExact
      ? `is ${rounded}`
      : `is ${exact}, or ${rounded} ${decimals === 0 ? 'as a whole number' : `to ${decimals} ${decimals === 1 ? 'decimal' : 'decimals'}`}`,
  day: (year, month, day) => {
    const two = (value: number): string => String(value).padStart(2, '0');
    return `${year === null ? '' : `${year}-`}${two(month)}-${two(day)}`;
  },
};

const phrases: Record<Language, ClaimPhrases> = { 'zh-CN': zhCN, en };

/** Counts are whole numbers: no decimals to be careful with. */
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** More cells than this are named by how many they are. */
const namesInSentence = 2;

/** `51.85%`, with the decimals that the text printed, or two. */
const percent = (value: number, decimals = 2): string => `${printed(Number(value.toFixed(decimals)))}%`;

/** `58 + 3 = 61`, or `58` alone. */
const added = (values: readonly number[]): string =>
  values.length > 1
    ? `${values.map(printed).join(' + ')} = ${printed(sum(values))}`
    : values.map(printed).join('');
const decimalsIn = (value: number): number => (printed(value).split('.')[1] ?? '').length;

/** A percentage of ours beside one of the text: so that both can be compared, it is rounded as the text is, and shown with two decimals more. */
const computedOf = (value: number, stated: number, say: ClaimPhrases): string => {
  const decimals = decimalsIn(stated);
  const exact = Number(value.toFixed(decimals + 2));
  const rounded = value.toFixed(decimals);
  return say.computed(percent(exact, decimals + 2), `${rounded}%`, decimals, exact === Number(rounded));
};

/** Words about the text of one report. @param facts its facts, for the figures of its tables. */
export const claimWordsIn = (
  language: Language,
  subject: SpokenReport,
  facts: readonly Fact[],
): ClaimWords => {
  const say = phrases[language];
  const { cell, row } = wordsIn(language).about(subject);
  const names = namesOf(subject);

  const cells = (refs: readonly string[]): string => {
    const [only] = refs;
    if (only !== undefined && refs.length === 1) return cell(only);
    const headings = new Set(
      refs.map((ref) => names.row(refParts(ref).table, refParts(ref).row).groups.at(-1) ?? ''),
    );
    const [heading = ''] = headings;
    if (headings.size === 1 && /^（/.test(heading)) return say.sumUnder(heading);
    return say.sumOf(refs.slice(0, namesInSentence).map(cell), Math.max(0, refs.length - namesInSentence));
  };

  const claim = ({ value, about, scope, outcome }: Claim): string => {
    const stated = printed(value);
    if (scope === 'other_period') return say.otherPeriod(stated);
    if (about === null) return say.untied(stated);
    if (outcome === 'satisfied') return say.agrees(stated, cells(about));
    if (outcome === 'violated') {
      const table = sum(about.map((ref) => facts.find((fact) => fact.ref === ref)?.value ?? 0));
      return say.differs(stated, cells(about), printed(table));
    }
    if (scope === 'part') return say.part(stated);
    return scope === 'unknown' ? say.unsure(stated, cells(about)) : say.noFigure(stated, cells(about));
  };

  const stated = (found: ProseFinding): string => {
    switch (found.kind) {
      case 'sum': {
        const values = found.parts.map((part) => part.value);
        return say.sum[found.outcome](
          printed(found.total),
          values.map(printed).join(' + '),
          printed(sum(values)),
          printed(Math.abs(found.total - sum(values))),
        );
      }
      case 'percentage':
        return say[found.of][found.hint ? 'violated' : found.outcome](
          percent(found.printed),
          found.part === null ? '' : printed(found.part),
          found.base === null ? '' : printed(found.base),
          found.computed === null ? '' : computedOf(found.computed, found.printed, say),
        );
      case 'balance':
        return say.balance[found.outcome](...([found.arrived, found.left].map(added) as [string, string]));
      case 'repeated':
        return say.repeated(printed(found.value), printed(found.other.value));
      case 'year':
        return found.named.length > 4 || found.year === null
          ? say.misspeltYear(found.named)
          : say.wrongYear(found.named, String(found.year));
      case 'period': {
        const { from, to, year } = found;
        return say.period[found.outcome](
          say.day(from.year, from.month, from.day),
          say.day(to.year, to.month, to.day),
          year === null ? '' : String(year),
        );
      }
    }
  };

  const finding = (found: ProseFinding): string => {
    const sentence = stated(found);
    return 'hint' in found && found.hint ? say.worthALook(sentence) : sentence;
  };

  const readAs = ({ about, scope }: Claim, year: number | null): string | null => {
    if (about === null || about.length === 0) return null;
    const rows = [...new Set(about.map(row))];
    const headings = new Set(
      about.map((ref) => names.row(refParts(ref).table, refParts(ref).row).groups.at(-1) ?? ''),
    );
    const [heading = ''] = headings;
    const isGroup = rows.length > namesInSentence && headings.size === 1 && heading !== '';
    const what = isGroup
      ? heading
      : say.sumOf(rows.slice(0, namesInSentence), Math.max(0, rows.length - namesInSentence));
    const when = scope === 'other_period' ? say.otherTime : say.thisYear(year);
    return say.readAs(say.who[scope], when, rows.length === 1 ? (rows[0] ?? '') : what);
  };

  return { claim, finding, readAs };
};
