import type { HistoryFinding } from '../compare/history.ts';
import type { Check, Claim, Extraction } from '../extraction.ts';
import type { Issue } from '../issue.ts';
import type { ProseFinding } from '../prose/prose-findings.ts';
import { severity } from '../severity.ts';
import type { Slot } from '../source/blocks.ts';
import type { TableReading } from '../tabulation.ts';
import type { DismissalReason, Judgement } from './judgement.ts';
import { checkKey, claimKey, historyKey, issueKey, statementKey, totalKey } from './key.ts';
import { cellsOf, slotOfTotal, type TotalLine, totalLines } from './totals.ts';

/** One report and all that is said of it: in its extraction, of what its text says of itself, and against the reports of other years. */
export type Told = {
  extraction: Extraction;
  statements?: readonly ProseFinding[];
  history?: readonly HistoryFinding[];
  /** The tables of a page that holds no report: what adds up in them is checked instead. */
  tables?: readonly TableReading[];
};

/**
 * How much a finding weighs. `violated`: the report contradicts itself. `undetermined`: nobody can say whether it does. `hint`: worth a look, and
 * perhaps innocent.
 */
export type Strength = 'violated' | 'undetermined' | 'hint';

type Common = {
  /** `requests.balance`, `prose.claim`, `history.carried_over`, or the code of an issue. */
  rule: string;
  strength: Strength;
  /** What a dismissal is keyed on: where the rule, the cells or the numbers change, the finding is another. */
  key: string;
  /** Refs of the cells that it is about. */
  about: readonly string[];
  numbers: readonly (number | null)[];
  quote?: string;
  slot?: Slot;
  /** The person has set it aside: it stays in every list and export, and raises no alarm. */
  setAside?: { reason: DismissalReason; at: string };
  /** The person wants no alarm from its rule. */
  muted: boolean;
};

/** All that can be found in a report, whoever finds it. */
export type Finding = Common &
  (
    | { kind: 'identity'; check: Check }
    | { kind: 'claim'; claim: Claim }
    | { kind: 'statement'; statement: ProseFinding }
    | { kind: 'history'; relation: HistoryFinding }
    | ({ kind: 'total' } & TotalLine)
    | { kind: 'reading'; issue: Issue }
  );

/** `requests.balance@total` is a case of `requests.balance`. */
export const ruleOf = ({ id }: { id: string }): string => id.replace(/@.*/s, '');

/** The rule under which contradictions between text and tables stand. */
const claimRule = 'prose.claim';

/** The rule of what a text says against itself. */
export const statementRule = ({ kind }: Pick<ProseFinding, 'kind'>): string => `prose.${kind}`;

/** Is a statement of the text worth a look, though nobody can say that it is wrong? */
const isHinted = (statement: ProseFinding): boolean => 'hint' in statement && statement.hint === true;

/** Does a finding raise an alarm? */
export const isRaised = ({ strength, setAside, muted }: Finding): boolean =>
  strength === 'violated' && setAside === undefined && !muted;

/** A violation of which the person wants no alarm. */
export const isAside = ({ strength, setAside, muted }: Finding): boolean =>
  strength !== 'undetermined' && (setAside !== undefined || muted);

type FindingBasis = Pick<Common, 'rule' | 'strength' | 'key' | 'about' | 'numbers'> & {
  quote?: string;
  slot?: Slot;
};

const judged = (weighed: FindingBasis, { dismissals, quiet }: Judgement): Common => {
  const aside = Object.hasOwn(dismissals, weighed.key) ? dismissals[weighed.key] : undefined;
  return {
    ...weighed,
    ...(aside === undefined ? {} : { setAside: aside }),
    muted: quiet.includes(weighed.rule),
  };
};

/**
 * Everything about a report that needs a look, in the order in which it is told: identities, the text against the tables, the text against
 * itself, other years, totals of a page without a report, and what was not read. What holds is none; `verdict.ts` counts it.
 */
export const findingsOf = (told: Told, judgement: Judgement): Finding[] => {
  const { extraction, statements = [], history = [], tables = [] } = told;
  const totals = totalLines(tables);
  const found = (weighed: FindingBasis): Common => judged(weighed, judgement);
  return [
    ...extraction.checks.flatMap((check): Finding[] =>
      check.outcome === 'satisfied'
        ? []
        : [
            {
              kind: 'identity',
              check,
              ...found({
                rule: ruleOf(check),
                strength: check.outcome,
                key: checkKey(check, extraction),
                about: check.terms.map(({ ref }) => ref),
                numbers: check.terms.map(({ value }) => value),
              }),
            },
          ],
    ),
    ...extraction.claims.flatMap((claim): Finding[] =>
      claim.outcome === 'violated'
        ? [
            {
              kind: 'claim',
              claim,
              ...found({
                rule: claimRule,
                strength: 'violated',
                key: claimKey(claim, extraction),
                about: claim.about ?? [],
                numbers: [claim.value],
                quote: claim.quote,
              }),
            },
          ]
        : [],
    ),
    ...statements.flatMap((statement): Finding[] =>
      statement.outcome === 'violated' || isHinted(statement)
        ? [
            {
              kind: 'statement',
              statement,
              ...found({
                rule: statementRule(statement),
                strength: isHinted(statement) ? 'hint' : 'violated',
                key: statementKey(statement, extraction),
                about: [],
                numbers: numbersOf(statement),
                quote: statement.quote,
              }),
            },
          ]
        : [],
    ),
    ...history.flatMap((relation): Finding[] =>
      relation.outcome === 'violated'
        ? [
            {
              kind: 'history',
              relation,
              ...found({
                rule: ruleOf(relation),
                strength: relation.level === 'firm' ? 'violated' : 'hint',
                key: historyKey(relation),
                about: relation.terms.map(({ ref }) => ref),
                numbers: relation.terms.map(({ value }) => value),
              }),
            },
          ]
        : [],
    ),
    ...totals.flatMap((total): Finding[] =>
      total.line.outcome === 'satisfied'
        ? []
        : [
            {
              kind: 'total',
              ...total,
              ...found({
                rule: total.relation.rule ?? `total.${total.relation.cue}`,
                strength:
                  total.line.strength === 'hint' && total.line.outcome === 'violated'
                    ? 'hint'
                    : total.line.outcome,
                key: totalKey(total, extraction),
                about: cellsOf(total).map(({ ref }) => ref),
                numbers: cellsOf(total).map(({ value }) => value),
                slot: slotOfTotal(total),
              }),
            },
          ],
    ),
    ...extraction.issues.flatMap((issue): Finding[] =>
      severity[issue.code] === 'unread' && !(issue.code === 'no_report' && totals.length > 0)
        ? [
            {
              kind: 'reading',
              issue,
              ...found({
                rule: issue.code,
                strength: 'undetermined',
                key: issueKey(issue, extraction),
                about: 'ref' in issue ? [issue.ref] : [],
                numbers: [],
                ...('slot' in issue ? { slot: issue.slot } : {}),
              }),
            },
          ]
        : [],
    ),
  ];
};

/** The numbers that a statement of the text brings together, in the order of their parts. */
const numbersOf = (statement: ProseFinding): (number | null)[] => {
  switch (statement.kind) {
    case 'sum':
      return [statement.total, ...statement.parts.map(({ value }) => value)];
    case 'percentage':
      return [statement.printed, statement.part, statement.base];
    case 'period':
      return [statement.from, statement.to].flatMap(({ year, month, day }) => [year, month, day]);
    case 'balance':
      return [...statement.arrived, ...statement.left];
    case 'repeated':
      return [statement.value, statement.other.value];
    case 'year':
      return [Number(statement.named), statement.year];
  }
};
