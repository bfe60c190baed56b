import { keyFigures } from '../../parser/check/key-figures.ts';
import type { ProseFinding } from '../../parser/check/prose-findings.ts';
import type { Check, Extraction } from '../../parser/extraction.ts';
import { type ClaimWords, claimWordsIn } from '../../parser/messages/claim-words.ts';
import { printed } from '../../parser/messages/figure.ts';
import { type ReportWords, tallyOf, type Words, wordsIn } from '../../parser/messages/words.ts';
import { severity } from '../../parser/severity.ts';
import type { Counts, Detail, ReportEntry, Row, Said, Sentences, Verdict } from '../../report/entry.ts';
import { outcomesOf } from './outcomes.ts';

/** One extraction as the report page shows it. Pure: it may run in a worker, and what it gives can be sent as it is. */

/** A report that nobody could have meant may violate hundreds: these are said, the rest counted. */
const mostSaid = 60;
const mostAlternatives = 5;

const chinese = wordsIn('zh-CN');
const english = wordsIn('en');

const both = (say: (words: Words) => string): Said => ({ zh: say(chinese), en: say(english) });

/** The rule of a check: `requests.balance@total` is a case of `requests.balance`. */
const ruleOf = ({ id }: Check): string => id.replace(/@.*/s, '');

const verdictOf = ({ satisfied, violated, contradicted, undetermined, unread }: Counts): Verdict => {
  if (violated + contradicted > 0) return 'wrong';
  if (satisfied + undetermined === 0) return 'none';
  return undetermined + unread > 0 ? 'open' : 'right';
};

const sentences = <Item, Text extends Said>(
  items: readonly Item[],
  say: (item: Item) => Text,
): { said: Text[]; more: number } => ({
  said: items.slice(0, mostSaid).map(say),
  more: Math.max(0, items.length - mostSaid),
});

/** @param found what the text of the report says against itself (`parser/check/prose-findings.ts`). */
export const entryOf = (extraction: Extraction, found: readonly ProseFinding[] = []): ReportEntry => {
  const { authority, year, form, source, checks, claims, issues, coverage } = extraction;
  const tally = tallyOf(checks);
  const violated = checks.filter(({ outcome }) => outcome === 'violated');
  const contradicted = claims.filter(({ outcome }) => outcome === 'violated');
  const findings = found.filter(({ outcome }) => outcome === 'violated');
  const unread = issues.filter(({ code }) => severity[code] === 'unread');
  const counts: Counts = {
    ...tally,
    contradicted: contradicted.length + findings.length,
    unread: unread.length,
    notes: issues.length - unread.length,
  };
  const figures = keyFigures(extraction);
  const row: Row = {
    authority: authority?.value ?? null,
    year: year?.value ?? null,
    form: form?.id ?? null,
    path: source.path ?? source.url ?? '',
    verdict: verdictOf(counts),
    counts,
    coverage: { read: coverage.read, expected: coverage.expected },
    received: figures.received,
    kinds: [
      ...new Set([
        ...violated.map(ruleOf),
        ...contradicted.map(() => 'prose.claim'),
        ...findings.map(({ kind }) => `prose.${kind}`),
        ...unread.map(({ code }) => code),
      ]),
    ],
  };
  return { row, detail: detailOf(extraction, findings, counts) };
};

const detailOf = (extraction: Extraction, found: readonly ProseFinding[], counts: Counts): Detail => {
  const { form, source, checks, claims, issues, diagnoses, facts } = extraction;
  const about: Record<'zh' | 'en', ReportWords> = {
    zh: chinese.about(extraction),
    en: english.about(extraction),
  };
  const claimed: Record<'zh' | 'en', ClaimWords> = {
    zh: claimWordsIn('zh-CN', extraction, facts),
    en: claimWordsIn('en', extraction, facts),
  };
  const of = (say: (words: ReportWords) => string): Said => ({ zh: say(about.zh), en: say(about.en) });
  const issuesOf = (level: 'unread' | 'note'): Sentences =>
    sentences(
      issues.filter(({ code }) => severity[code] === level),
      (issue) => of((words) => words.issue(issue)),
    );
  const figures = keyFigures(extraction);
  const undetermined = { zh: about.zh.undetermined(checks), en: about.en.undetermined(checks) };
  const textual = [
    ...claims.flatMap((claim) =>
      claim.outcome === 'violated'
        ? [{ zh: claimed.zh.claim(claim), en: claimed.en.claim(claim), quote: claim.quote }]
        : [],
    ),
    ...found.map((one) => ({ zh: claimed.zh.finding(one), en: claimed.en.finding(one), quote: one.quote })),
  ];
  return {
    verdict: both((words) => words.verdict(counts)),
    form: form && both((words) => words.ui.formValue(form)),
    sha256: source.sha256,
    url: source.url ?? null,
    figures: (Object.keys(figures) as (keyof typeof figures)[]).map((name) => ({
      name: both((words) => words.keyFigure[name]),
      value: figures[name] === null ? null : printed(figures[name]),
    })),
    rate:
      chinese.rate.division(figures) === null
        ? null
        : both(({ rate }) => `${rate.label} ${rate.value(figures)} = ${rate.division(figures)}`),
    outcomes: outcomesOf(extraction),
    diagnoses: diagnoses.map((diagnosis) => {
      const [zh, en] = [about.zh.diagnosis(diagnosis, checks), about.en.diagnosis(diagnosis, checks)];
      return {
        alternatives: zh.alternatives
          .slice(0, mostAlternatives)
          .map((text, at) => ({ zh: text, en: en.alternatives[at] ?? text })),
        remark: zh.remark === null ? null : { zh: zh.remark, en: en.remark ?? zh.remark },
      };
    }),
    violated: sentences(
      checks.filter(({ outcome }) => outcome === 'violated'),
      (check) => of((words) => words.equation(check)),
    ),
    contradicted: sentences(textual, (one) => one),
    undetermined: sentences(undetermined.zh, (group) => ({
      zh: group.text,
      en: undetermined.en.find(({ code }) => code === group.code)?.text ?? group.text,
    })),
    unread: issuesOf('unread'),
    notes: issuesOf('note'),
  };
};
