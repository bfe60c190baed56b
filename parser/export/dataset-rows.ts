import type { Told } from '../findings/finding.ts';
import { verdictOn } from '../findings/verdict.ts';
import { findingWords } from '../messages/finding-words.ts';
import { wordsIn } from '../messages/words-in.ts';
import { severity } from '../severity.ts';
import type { Tabulation } from '../tabulation.ts';
import { type CsvCell, factRows, reportIdOf, slotText } from './csv.ts';
import type { DatasetName } from './dataset.ts';
import { figureRows, relationRows } from './tables-rows.ts';

/** Rows of the data set, in the columns of `dataset.ts`. */
export type DatasetRows = Record<DatasetName, CsvCell[][]>;

const truth = (is: boolean): string => (is ? 'true' : 'false');

/** What one report adds to every table but `tables` and `relations`. */
export const reportRows = (told: Told): Omit<DatasetRows, 'tables' | 'relations'> => {
  const { extraction } = told;
  const { source, form, authority, year, coverage, checks, diagnoses, claims, issues } = extraction;
  const { verdict, counts, findings } = verdictOn(told);
  const report = reportIdOf(extraction);
  const [zh, en] = [wordsIn('zh-CN').about(extraction), wordsIn('en').about(extraction)];
  const [saysZh, saysEn] = [findingWords('zh-CN', extraction), findingWords('en', extraction)];
  return {
    reports: [
      [
        report,
        source.path ?? source.url ?? null,
        source.sha256,
        source.bytes,
        source.format,
        authority?.value ?? null,
        authority?.evidence ?? null,
        year?.value ?? null,
        year?.evidence ?? null,
        form?.id ?? null,
        coverage.read,
        coverage.expected,
        verdict,
        counts.satisfied,
        counts.violated,
        counts.undetermined,
        counts.hints,
      ],
    ],
    facts: factRows(extraction),
    checks: checks.map((check) => {
      const [rule = check.id, place = null] = check.id.split(/@(.*)/s);
      const { id, outcome, left, right, difference, reason } = check;
      return [
        report,
        id,
        rule,
        place,
        outcome,
        left,
        right,
        difference,
        reason?.code ?? null,
        zh.equation(check),
        en.equation(check),
      ];
    }),
    check_terms: checks.flatMap(({ id, terms, assumedZero, reason }) =>
      terms.map(({ ref, weight, value }, at) => [
        report,
        id,
        at,
        ref,
        weight,
        value,
        truth(assumedZero.includes(ref)),
        truth(reason?.refs.includes(ref) ?? false),
      ]),
    ),
    claims: claims.map(({ quote, value, about, scope, outcome, block, at }, nth) => [
      report,
      nth,
      quote,
      value,
      about?.join(' ') ?? null,
      scope,
      outcome,
      block,
      at,
    ]),
    diagnoses: diagnoses.flatMap((diagnosis, nth) => {
      const { explains, alternatives, capped } = diagnosis;
      const [inZh, inEn] = [zh.diagnosis(diagnosis, checks), en.diagnosis(diagnosis, checks)];
      // That no change of few cells explains it is also a result.
      if (alternatives.length === 0)
        return [
          [report, nth, 0, 0, 0, null, explains.join(' '), null, null, null, truth(capped), null, null],
        ];
      return alternatives.flatMap(({ changes, likely, rank }, alternative) =>
        changes.map(({ ref, from, to }, change): CsvCell[] => [
          report,
          nth,
          alternative,
          change,
          rank,
          likely,
          explains.join(' '),
          ref,
          from,
          to,
          truth(capped),
          inZh.alternatives[alternative] ?? null,
          inEn.alternatives[alternative] ?? null,
        ]),
      );
    }),
    issues: issues.map((issue, nth) => {
      const { code, ...params } = issue;
      return [
        report,
        nth,
        code,
        severity[code],
        'slot' in issue ? slotText(issue.slot) : null,
        JSON.stringify(params),
        zh.issue(issue),
        en.issue(issue),
      ];
    }),
    findings: findings.map((finding, nth) => {
      const { kind, rule, strength, key, about, numbers, quote, slot } = finding;
      return [
        report,
        nth,
        kind,
        rule,
        strength,
        key,
        about.length > 0 ? about.join(' ') : null,
        JSON.stringify(numbers),
        quote ?? null,
        slot === undefined ? null : slotText(slot),
        saysZh.sentence(finding),
        saysEn.sentence(finding),
      ];
    }),
  };
};

/** What one source adds to `tables` and `relations`. */
export const tabulationRows = (tabulation: Tabulation): Pick<DatasetRows, 'tables' | 'relations'> => ({
  tables: figureRows(tabulation),
  relations: relationRows(tabulation),
});
