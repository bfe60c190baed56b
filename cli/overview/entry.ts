import type { Detail, ReportEntry, ReportRow, Said, Sentences } from '../../overview/entry.ts';
import { type KeyFigures, keyFigures, outcomesOf, overviewOf } from '../../parser/check/key-figures.ts';
import type { Extraction } from '../../parser/extraction.ts';
import type { Finding } from '../../parser/findings/finding.ts';
import { reasonsOf, type Verdict, verdictOn } from '../../parser/findings/verdict.ts';
import type { Overview } from '../../parser/forms/schema.ts';
import { printed } from '../../parser/messages/figure.ts';
import { findingWords } from '../../parser/messages/finding-words.ts';
import { headline } from '../../parser/messages/headline.ts';
import { overviewWords } from '../../parser/messages/overview-words.ts';
import { shownQuote } from '../../parser/messages/quote.ts';
import type { Language, ReportWords, Words } from '../../parser/messages/words.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import { severity } from '../../parser/severity.ts';

/** One extraction as the report page shows it. Pure: it may run in a worker, and what it gives can be sent as it is. */

/** A report that nobody could have meant may violate hundreds: these are said, the rest counted. */
const mostSaid = 60;
const mostAlternatives = 5;

const chinese = wordsIn('zh-CN');
const english = wordsIn('en');

const both = (say: (words: Words) => string): Said => ({ zh: say(chinese), en: say(english) });

const sentences = <Item, Text extends Said>(
  items: readonly Item[],
  say: (item: Item) => Text,
): { said: Text[]; more: number } => ({
  said: items.slice(0, mostSaid).map(say),
  more: Math.max(0, items.length - mostSaid),
});

/** @param verdict what is found in it, decided as everywhere; without it, what its extraction alone says. */
export const entryOf = (
  extraction: Extraction,
  verdict: Verdict = verdictOn({ extraction }),
): ReportEntry => {
  const { authority, year, form, source, issues, coverage } = extraction;
  const { unread } = reasonsOf(verdict);
  const notes = issues.filter(({ code }) => severity[code] === 'note').length;
  const row: ReportRow = {
    authority: authority?.value ?? null,
    year: year?.value ?? null,
    form: form?.id ?? null,
    path: source.path ?? source.url ?? '',
    verdict: verdict.verdict,
    counts: { ...verdict.counts, unread, notes },
    coverage: { read: coverage.read, expected: coverage.expected },
    received: keyFigures(extraction).received ?? null,
    kinds: [
      ...new Set(
        verdict.findings
          .filter(({ kind, strength }) => strength === 'violated' || kind === 'reading')
          .map(({ rule }) => rule),
      ),
    ],
  };
  return { row, detail: detailOf(extraction, verdict) };
};

const rateOf = (overview: Overview | null, figures: KeyFigures): Said | null => {
  const said = (language: Language): string | null => {
    const rate = overview && overviewWords(overview, language).rate;
    const division = rate?.division(figures) ?? null;
    return rate && division !== null ? `${rate.label} ${rate.value(figures)} = ${division}` : null;
  };
  const [zh, en] = [said('zh-CN'), said('en')];
  return zh === null || en === null ? null : { zh, en };
};

const detailOf = (extraction: Extraction, verdict: Verdict): Detail => {
  const { form, source, checks, issues, diagnoses } = extraction;
  const about: Record<'zh' | 'en', ReportWords> = {
    zh: chinese.about(extraction),
    en: english.about(extraction),
  };
  const found = { zh: findingWords('zh-CN', extraction), en: findingWords('en', extraction) };
  const of = (say: (words: ReportWords) => string): Said => ({ zh: say(about.zh), en: say(about.en) });
  const issuesOf = (level: 'unread' | 'note'): Sentences =>
    sentences(
      issues.filter(({ code }) => severity[code] === level),
      (issue) => of((words) => words.issue(issue)),
    );
  const overview = overviewOf(extraction);
  const figures = keyFigures(extraction);
  const undetermined = { zh: about.zh.undetermined(checks), en: about.en.undetermined(checks) };
  const violated = verdict.findings.filter(({ strength }) => strength === 'violated');
  const said = (finding: Finding): Said & { quote: string } => ({
    zh: found.zh.sentence(finding),
    en: found.en.sentence(finding),
    quote: shownQuote(finding.quote ?? ''),
  });
  const reasons = reasonsOf(verdict);
  return {
    verdict: { zh: headline(reasons, 'zh-CN'), en: headline(reasons, 'en') },
    form: form && both((words) => words.ui.formValue(form)),
    sha256: source.sha256,
    url: source.url ?? null,
    figures: (overview?.figures ?? []).map(({ id, zh, en }) => {
      const value = figures[id] ?? null;
      return { name: { zh, en }, value: value === null ? null : printed(value) };
    }),
    rate: rateOf(overview, figures),
    outcomes: outcomesOf(extraction).map(({ count }) => count),
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
      violated.filter(({ kind }) => kind === 'identity'),
      (finding) => ({ zh: found.zh.sentence(finding), en: found.en.sentence(finding) }),
    ),
    contradicted: sentences(
      violated.filter(({ kind }) => kind === 'claim' || kind === 'statement'),
      said,
    ),
    undetermined: sentences(undetermined.zh, (group) => ({
      zh: group.text,
      en: undetermined.en.find(({ code }) => code === group.code)?.text ?? group.text,
    })),
    unread: issuesOf('unread'),
    notes: issuesOf('note'),
  };
};
