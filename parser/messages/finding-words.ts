import type { Extraction } from '../extraction.ts';
import type { Finding } from '../findings/finding.ts';
import type { DismissalReason } from '../findings/judgement.ts';
import type { TotalLine } from '../findings/totals.ts';
import { sum } from '../text/decimal.ts';
import { claimWordsIn } from './claims.ts';
import { printed, sumOf } from './figure.ts';
import { historySentence } from './history.ts';
import { relationWords } from './relations.ts';
import type { Language } from './words.ts';
import { wordsIn } from './words-in.ts';

/** What is said of a finding, whatever its kind: the same on every surface and in every export. */
export type FindingWords = {
  /** One plain sentence: where, which relation, with which numbers. */
  sentence: (finding: Finding) => string;
  /** The numbers alone, `54 + 15 + 8 ≠ 78`; null where there are none to be held against each other. */
  equation: (finding: Finding) => string | null;
  /** Why a person has set it aside. */
  reason: (reason: DismissalReason) => string;
};

export const dismissalReason: Record<Language, Record<DismissalReason, string>> = {
  'zh-CN': {
    confirmed: '已向发布机关核实',
    reorganised: '机构合并、分立或者更名所致',
    stated: '报告正文已作说明',
    unit: '计量单位或者口径不同',
    irrelevant: '与本次工作无关',
  },
  en: {
    confirmed: 'Confirmed with the authority',
    reorganised: 'The body was merged, split or renamed',
    stated: 'The report itself explains it',
    unit: 'Different unit or scope',
    irrelevant: 'Not relevant to this work',
  },
};

const unequal = (left: string, right: string, are: boolean): string => `${left} ${are ? '=' : '≠'} ${right}`;

/** Which table, which line of which equation, and with which numbers. */
const totalSentence = ({ table, relation, line }: TotalLine, language: Language): string => {
  const words = relationWords(table, language);
  const said =
    line.outcome === 'undetermined' ? words.undecided(relation, line) : words.failing(relation, line);
  return language === 'zh-CN' ? `${words.title}：${said}` : `${words.title}: ${said}`;
};

/** @param extraction that of the report: its form lends the names, its facts the figures of its tables. */
export const findingWords = (
  language: Language,
  extraction: Pick<Extraction, 'form' | 'issues' | 'facts'>,
): FindingWords => {
  const about = wordsIn(language).about(extraction);
  const said = claimWordsIn(language, extraction, extraction.facts);
  const figureOf = (ref: string): number => extraction.facts.find((fact) => fact.ref === ref)?.value ?? 0;
  return {
    sentence: (finding) => {
      switch (finding.kind) {
        case 'identity':
          return about.equation(finding.check);
        case 'claim':
          return said.claim(finding.claim);
        case 'statement':
          return said.finding(finding.statement);
        case 'history':
          return historySentence(finding.relation, language);
        case 'total':
          return totalSentence(finding, language);
        case 'reading':
          return about.issue(finding.issue);
      }
    },
    equation: (finding) => {
      switch (finding.kind) {
        case 'identity': {
          const { terms, difference } = finding.check;
          if (difference === null) return null;
          const side = (weight: 1 | -1): string => sumOf(terms.filter((term) => term.weight === weight)).text;
          return unequal(side(1), side(-1), difference === 0);
        }
        case 'claim':
          return unequal(
            printed(finding.claim.value),
            printed(sum((finding.claim.about ?? []).map(figureOf))),
            finding.claim.outcome === 'satisfied',
          );
        case 'statement': {
          const { statement } = finding;
          if (statement.kind === 'sum') {
            const parts = statement.parts.map(({ value }) => printed(value)).join(' + ');
            return unequal(parts, printed(statement.total), statement.outcome === 'satisfied');
          }
          return null;
        }
        case 'history': {
          const { printed: now, expected } = finding.relation;
          return now === null || expected === null
            ? null
            : unequal(printed(now), printed(expected), now === expected);
        }
        case 'total': {
          const { printed: total, computed } = finding.line;
          return total === null || computed === null
            ? null
            : unequal(printed(computed), printed(total), finding.line.outcome === 'satisfied');
        }
        case 'reading':
          return null;
      }
    },
    reason: (reason) => dismissalReason[language][reason],
  };
};
