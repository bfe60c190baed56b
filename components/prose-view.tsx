import type { ProseFinding } from '../parser/prose/prose-findings.ts';
import type { PanelReader } from './settings.ts';
import { StatementItem, type StatementProps } from './statement.tsx';
import { coveredBy, type Passage, type Statement, statementsOf } from './statements.ts';
import type { PanelWords } from './words.ts';
import { panelWordsIn } from './words-in.ts';

type Props = StatementProps & { findings: readonly ProseFinding[]; reader: PanelReader };

/** The numbers in the text: those that contradict the tables or one another first, then those that agree, then those that nothing covers. */
export const ProseView = (props: Props) => {
  const { extraction, findings, language, reader, judgement } = props;
  const words = panelWordsIn(language);
  const statements = statementsOf({ extraction, statements: findings }, language, judgement);
  if (statements.length === 0) return <p class="empty">{words.noClaims}</p>;
  const compiling = reader === 'compiling';
  const covered = coveredBy(findings, extraction.claims);
  const groups = groupNames(compiling).map((name) => ({
    name,
    own: statements.filter((one) => groupOf(one, covered) === name),
  }));
  const uncovered = groups.find(({ name }) => name === 'uncovered');
  return (
    <>
      {groups
        .filter(({ own }) => own.length > 0)
        .map(({ name, own }) => (
          <details key={`${name} ${compiling}`} class="section claims" open={opened[reader].has(name)}>
            <summary>
              {words.claims[name]} <span class="count">{own.length}</span>
            </summary>
            {name === 'uncovered' && <p class="hint">{words.uncoveredHint}</p>}
            <ul>
              {own.map((statement) => (
                <StatementItem key={statement.shownAs} {...props} statement={statement} />
              ))}
            </ul>
          </details>
        ))}
      {compiling && uncovered?.own.length === 0 && <p class="empty">{words.nothingUncovered}</p>}
    </>
  );
};

type GroupName = keyof PanelWords['claims'];

/** What does not hold comes first. Next a compiler wants to see what nothing covers. */
const groupNames = (compiling: boolean): GroupName[] =>
  compiling
    ? ['contradicted', 'inconsistent', 'uncovered', 'aside', 'agreed', 'consistent', 'undecided']
    : ['contradicted', 'inconsistent', 'aside', 'agreed', 'consistent', 'undecided', 'uncovered'];

const opened: Record<PanelReader, ReadonlySet<GroupName>> = {
  reading: new Set(['contradicted', 'inconsistent', 'agreed']),
  compiling: new Set(['contradicted', 'inconsistent', 'agreed', 'uncovered']),
};

/** Null where a sum, a share or a change speaks for the number. */
const groupOf = (
  { against, outcome, about, place, warns }: Statement,
  covered: (place: Passage) => boolean,
): GroupName | null => {
  const tables = against === 'tables';
  switch (outcome) {
    case 'violated':
      return !warns ? 'aside' : tables ? 'contradicted' : 'inconsistent';
    case 'satisfied':
      return tables ? 'agreed' : 'consistent';
    case 'undetermined':
      if (!tables || about !== null) return 'undecided';
      return covered(place) ? null : 'uncovered';
  }
};
