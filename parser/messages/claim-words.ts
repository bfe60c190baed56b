import type { ProseFinding } from '../check/prose-findings.ts';
import type { Claim, Fact } from '../extraction.ts';
import { printed } from './figure.ts';
import { namesOf, partsOf } from './names.ts';
import { type Language, type Subject, wordsIn } from './words.ts';

/** Sentences about what the text of a report says: against its tables (claims), and against itself (findings). */
export type ClaimWords = {
  /** One plain sentence: what the text states, what the table holds, or why the two were not compared. */
  claim: (claim: Claim) => string;
  finding: (finding: ProseFinding) => string;
};

/** All that a language must word. Numbers come printed. */
type Phrases = {
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
  sum: Record<ProseFinding['outcome'], (total: string, parts: string, all: string) => string>;
  share: Record<
    ProseFinding['outcome'],
    (percent: string, part: string, base: string, computed: string) => string
  >;
  change: Record<
    ProseFinding['outcome'],
    (percent: string, part: string, base: string, computed: string) => string
  >;
  period: Record<ProseFinding['outcome'], (from: string, to: string, year: string) => string>;
  day: (year: number | null, month: number, day: number) => string;
};

const zhCN: Phrases = {
  sumOf: (names, more) => `${names.join('与')}${more > 0 ? `等 ${names.length + more} 格` : ''}之和`,
  sumUnder: (heading) => `“${heading}”各项之和`,
  agrees: (value, cells) => `正文所述 ${value} 与表中${cells}一致`,
  differs: (value, cells, table) => `正文所述 ${value} 与表中${cells}不一致：表中为 ${table}`,
  part: (value) => `正文所述 ${value} 只涉及一部分，不与表中总数核对`,
  otherPeriod: (value) => `正文所述 ${value} 属于其他年份或时段，或为增减数，不与表中数字核对`,
  unsure: (value, cells) => `正文所述 ${value} 可能对应表中${cells}，但所指范围不能确定，未作判定`,
  noFigure: (value, cells) => `正文所述 ${value} 对应表中${cells}，但表中数字不足以判定`,
  untied: (value) => `正文所述 ${value} 在表中没有对应的数字`,
  sum: {
    satisfied: (total, parts, all) => `${parts} = ${all}，与总数 ${total} 相符`,
    violated: (total, parts, all) => `${parts} = ${all}，与总数 ${total} 不符`,
    undetermined: (total, parts, all) => `${parts} = ${all}，总数为 ${total}；所列可能只是一部分，未作判定`,
  },
  share: {
    satisfied: (percent, part, base) => `${part} ÷ ${base} 与所写 ${percent} 相符`,
    violated: (percent, part, base, computed) => `${part} ÷ ${base} = ${computed}，与所写 ${percent} 不符`,
    undetermined: (percent) => `所写 ${percent} 以何数为基数，正文未能确定`,
  },
  change: {
    satisfied: (percent, part, base) => `变动 ${part}，基数 ${base}，与所写 ${percent} 相符`,
    violated: (percent, part, base, computed) =>
      `变动 ${part}，基数 ${base}，应为 ${computed}，与所写 ${percent} 不符`,
    undetermined: (percent) => `所写 ${percent} 的基数未在正文写明，未能复算`,
  },
  period: {
    satisfied: (from, to) => `统计期限 ${from}至${to}，与报告年度相符`,
    violated: (from, to, year) => `统计期限写为${from}至${to}，与报告年度 ${year} 年不符`,
    undetermined: (from, to) => `统计期限 ${from}至${to}，报告年度不明，未作判定`,
  },
  day: (year, month, day) => `${year === null ? '' : `${year} 年 `}${month} 月 ${day} 日`,
};

const en: Phrases = {
  sumOf: (names, more) => `the sum of ${names.join(' and ')}${more > 0 ? ` and ${more} more cells` : ''}`,
  sumUnder: (heading) => `the sum of the rows under "${heading}"`,
  agrees: (value, cells) => `The text says ${value}, as does ${cells}`,
  differs: (value, cells, table) => `The text says ${value}, but ${cells} is ${table}`,
  part: (value) => `The text says ${value} of a part only: not compared with the totals of the table`,
  otherPeriod: (value) =>
    `The text says ${value} of another year or period, or of a change: not compared with the table`,
  unsure: (value, cells) =>
    `The text says ${value}, perhaps of ${cells}; what it covers is not certain, so nothing was decided`,
  noFigure: (value, cells) => `The text says ${value} of ${cells}; the table's figures do not decide it`,
  untied: (value) => `The text says ${value}; no figure of the tables corresponds to it`,
  sum: {
    satisfied: (total, parts, all) => `${parts} = ${all}, which is the total stated, ${total}`,
    violated: (total, parts, all) => `${parts} = ${all}, but the total stated is ${total}`,
    undetermined: (total, parts, all) =>
      `${parts} = ${all} of ${total}; perhaps not all parts are listed, so nothing was decided`,
  },
  share: {
    satisfied: (percent, part, base) => `${part} ÷ ${base} is the ${percent} stated`,
    violated: (percent, part, base, computed) =>
      `${part} ÷ ${base} = ${computed}, but the text says ${percent}`,
    undetermined: (percent) => `The text does not make certain of what number ${percent} is the share`,
  },
  change: {
    satisfied: (percent, part, base) => `A change of ${part} from ${base} is the ${percent} stated`,
    violated: (percent, part, base, computed) =>
      `A change of ${part} from ${base} is ${computed}, but the text says ${percent}`,
    undetermined: (percent) => `The text does not give the number that ${percent} starts from`,
  },
  period: {
    satisfied: (from, to) => `The period stated, ${from} to ${to}, is the year of the report`,
    violated: (from, to, year) => `The period stated is ${from} to ${to}, but the report is for ${year}`,
    undetermined: (from, to) => `The period stated is ${from} to ${to}; the year of the report is not known`,
  },
  day: (year, month, day) => {
    const two = (value: number): string => String(value).padStart(2, '0');
    return `${year === null ? '' : `${year}-`}${two(month)}-${two(day)}`;
  },
};

const phrases: Record<Language, Phrases> = { 'zh-CN': zhCN, en };

/** Counts are whole numbers: no decimals to be careful with. */
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** More cells than this are named by how many they are. */
const namesInSentence = 2;

/** `51.85%`, with the decimals that the text printed, or two. */
const percent = (value: number, decimals = 2): string => `${printed(Number(value.toFixed(decimals)))}%`;

/** Words about the text of one report. @param facts its facts, for the figures of its tables. */
export const claimWordsIn = (language: Language, subject: Subject, facts: readonly Fact[]): ClaimWords => {
  const say = phrases[language];
  const { cell } = wordsIn(language).about(subject);
  const names = namesOf(subject);

  const cells = (refs: readonly string[]): string => {
    const [only] = refs;
    if (only !== undefined && refs.length === 1) return cell(only);
    const headings = new Set(
      refs.map((ref) => names.row(partsOf(ref).table, partsOf(ref).row).groups.at(-1) ?? ''),
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

  const finding = (found: ProseFinding): string => {
    switch (found.kind) {
      case 'sum': {
        const values = found.parts.map((part) => part.value);
        return say.sum[found.outcome](
          printed(found.total),
          values.map(printed).join(' + '),
          printed(sum(values)),
        );
      }
      case 'percentage':
        return say[found.of][found.outcome](
          percent(found.printed),
          found.part === null ? '' : printed(found.part),
          found.base === null ? '' : printed(found.base),
          found.computed === null ? '' : percent(found.computed),
        );
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

  return { claim, finding };
};
