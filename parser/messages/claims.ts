import type { Claim, Fact } from '../extraction.ts';
import type { ProseFinding } from '../prose/prose-findings.ts';
import { refParts } from '../text/ref.ts';
import type { ClaimPhrases } from './claim-words.ts';
import { en } from './claim-words-en.ts';
import { zhCN } from './claim-words-zh.ts';
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
