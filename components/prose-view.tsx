import type { Claim, Extraction } from '../parser/extraction.ts';
import { printed } from '../parser/messages/figure.ts';
import { type Language, wordsIn } from '../parser/messages/words.ts';
import { Dismiss } from './dismiss.tsx';
import { claimKey, type DismissalReason } from './dismissal.ts';
import type { PanelReader } from './settings.ts';
import { claimWarns, type Judgement } from './tally.ts';
import { panelWordsIn } from './words.ts';

type Props = {
  extraction: Extraction;
  language: Language;
  reader: PanelReader;
  judgement: Judgement;
  /** Key of what is marked on the page. */
  shown: string | null;
  onToggle: (claim: Claim) => void;
  onDismiss: (claim: Claim, reason: DismissalReason) => void;
  onRecall: (claim: Claim) => void;
};

/** Key under which a statement is marked on the page. */
export const shownKey = ({ block, at, quote }: Claim): string => `claim:${block}:${at}:${quote}`;

/** The numbers in the text: those that contradict the tables first, then those that agree, then those that nothing covers. */
export const ProseView = (props: Props) => {
  const { extraction, language, reader, judgement } = props;
  const words = panelWordsIn(language);
  const { claims } = extraction;
  if (claims.length === 0) return <p class="empty">{words.noClaims}</p>;
  const contradicted = claims.filter((claim) => claimWarns(claim, extraction, judgement));
  const rest = claims.filter((claim) => !contradicted.includes(claim));
  const groups = [
    { name: 'contradicted', open: true, claims: contradicted },
    { name: 'aside', open: false, claims: rest.filter(({ outcome }) => outcome === 'violated') },
    { name: 'agreed', open: true, claims: rest.filter(({ outcome }) => outcome === 'satisfied') },
    {
      name: 'undecided',
      open: false,
      claims: rest.filter(({ outcome, about }) => outcome === 'undetermined' && about !== null),
    },
    // A compiler wants to see what nothing covers.
    {
      name: 'uncovered',
      open: reader === 'compiling',
      claims: rest.filter(({ outcome, about }) => outcome === 'undetermined' && about === null),
    },
  ] as const;
  return (
    <>
      {groups
        .filter((group) => group.claims.length > 0)
        .map((group) => (
          <details key={group.name} class="section claims" open={group.open}>
            <summary>
              {words.claims[group.name]} <span class="count">{group.claims.length}</span>
            </summary>
            <ul>
              {group.claims.map((claim) => (
                <ClaimItem key={shownKey(claim)} {...props} claim={claim} />
              ))}
            </ul>
          </details>
        ))}
    </>
  );
};

const ClaimItem = (props: Props & { claim: Claim }) => {
  const { claim, extraction, language, judgement, shown, onToggle, onDismiss, onRecall } = props;
  const words = panelWordsIn(language);
  const about = wordsIn(language).about(extraction);
  const values = new Map(extraction.facts.map(({ ref, value }) => [ref, value]));
  const isShown = shown === shownKey(claim);
  const aside = judgement.dismissals[claimKey(claim, extraction)];
  return (
    <li class={isShown ? `claim ${claim.outcome} shown` : `claim ${claim.outcome}`}>
      <button type="button" aria-pressed={isShown} title={words.showText} onClick={() => onToggle(claim)}>
        <q>{claim.quote}</q>
        <span class="unseen"> </span>
        <span class="outcome">
          {words.outcomeSign[claim.outcome]} {printed(claim.value)} {words.claimOutcome(claim)}
        </span>
      </button>
      {claim.about && (
        <ul class="about">
          {claim.about.map((ref) => (
            <li key={ref}>
              {about.cell(ref)} <b>{values.get(ref) === null ? '—' : printed(values.get(ref) ?? 0)}</b>
            </li>
          ))}
        </ul>
      )}
      {claim.outcome === 'violated' &&
        (aside ? (
          <p class="aside">
            {words.dismissedAs(words.dismissalReason[aside.reason], aside.at.slice(0, 10))}{' '}
            <button type="button" class="quiet" onClick={() => onRecall(claim)}>
              {words.recall}
            </button>
          </p>
        ) : (
          <Dismiss language={language} about={claim.quote} onDismiss={(reason) => onDismiss(claim, reason)} />
        ))}
    </li>
  );
};
