import type { HistoryFinding } from '../parser/compare/history.ts';
import type { Extraction } from '../parser/extraction.ts';
import { ruleOf } from '../parser/findings/finding.ts';
import type { DismissalReason, Judgement } from '../parser/findings/judgement.ts';
import { historyKey } from '../parser/findings/key.ts';
import { historySentence } from '../parser/messages/history.ts';
import type { Language } from '../parser/messages/words.ts';
import { Dismiss } from './dismiss.tsx';
import { panelWordsIn } from './words-in.ts';

type Props = {
  extraction: Pick<Extraction, 'year'>;
  history: readonly HistoryFinding[];
  language: Language;
  judgement: Judgement;
  onDismiss: (key: string, reason: DismissalReason) => void;
};

const levels: readonly HistoryFinding['level'][] = ['firm', 'warning', 'hint'];

/** What does not fit between two reports of one body, the surest first. */
const inOrder = (history: readonly HistoryFinding[]): HistoryFinding[] =>
  levels.flatMap((level) => history.filter((found) => found.level === level));

/** More doubts than this are folded: what is sure must stay in sight. */
const mostOpen = 3;

/** How a report fits those of the years beside it: what does not, then how much does. Nothing where there are none. */
export const History = (props: Props) => {
  const { extraction, history, language, judgement } = props;
  const { history: words } = panelWordsIn(language);
  const standing = inOrder(history).filter((found) => {
    const { dismissals, quiet } = judgement;
    return (
      found.outcome === 'violated' &&
      !quiet.includes(ruleOf(found)) &&
      !Object.hasOwn(dismissals, historyKey(found))
    );
  });
  const firm = standing.filter(({ level }) => level === 'firm');
  const folds = standing.length - firm.length > mostOpen;
  const held = history.filter(({ outcome }) => outcome === 'satisfied').length;
  const others = new Set(
    history.flatMap(({ years }) => years).filter((year) => year !== extraction.year?.value),
  );
  if (history.length === 0) return null;
  return (
    <section class="section over-years">
      <h3>
        {words.title} {standing.length > 0 && <Count found={standing} />}
      </h3>
      <List {...props} found={folds ? firm : standing} />
      {folds && (
        <details>
          <summary>{words.doubts(standing.length - firm.length)}</summary>
          <List {...props} found={standing.slice(firm.length)} />
        </details>
      )}
      <p class="hint">
        {[...(held > 0 ? [words.hold(held)] : []), words.source([...others].toSorted())].join(' · ')}
      </p>
    </section>
  );
};

const List = ({
  found,
  language,
  onDismiss,
}: Pick<Props, 'language' | 'onDismiss'> & { found: readonly HistoryFinding[] }) =>
  found.length === 0 ? null : (
    <ul class="relations">
      {found.map((one) => (
        <li key={historyKey(one)} class={`is-${one.level}`}>
          <p>
            <b class={`level at-${one.level}`}>{panelWordsIn(language).history.levels[one.level]}</b>{' '}
            {historySentence(one, language)}
          </p>
          <Dismiss
            language={language}
            about={historySentence(one, language)}
            onDismiss={(reason) => onDismiss(historyKey(one), reason)}
          />
        </li>
      ))}
    </ul>
  );

const Count = ({ found }: { found: readonly HistoryFinding[] }) => (
  <span class={found.some(({ level }) => level === 'firm') ? 'count is-violated' : 'count is-open'}>
    {found.length}
  </span>
);
