import { type Language, wordsIn } from '../parser/messages/words.ts';
import { Sign } from './sign.tsx';
import { type Judgement, type Told, tallyOf, verdictOf } from './tally.ts';
import { panelWordsIn } from './words.ts';

type Props = { report: Told; language: Language; judgement: Judgement };

/** The verdict on one report, in words, with the share of each outcome as a bar. */
export const VerdictBanner = ({ report, language, judgement }: Props) => {
  const tally = tallyOf([report], judgement);
  const verdict = verdictOf(tally);
  const words = panelWordsIn(language);
  return (
    <div class={`verdict is-${verdict}`}>
      <Sign verdict={verdict} />
      <div class="verdict-words">
        <p>
          {verdict === 'none' ? words.nothingRecognised : words.verdict(tally, wordsIn(language).verdict)}
        </p>
        {tally.contradicted > 0 && <p class="verdict-unread">{words.contradicted(tally.contradicted)}</p>}
        {tally.overYears + tally.doubts > 0 && (
          <p class="verdict-unread">{words.differsOverYears(tally.overYears, tally.doubts)}</p>
        )}
        {tally.aside > 0 && <p class="verdict-unread">{words.setAside(tally.aside)}</p>}
        {tally.unread > 0 && verdict !== 'none' && <p class="verdict-unread">{words.unread(tally.unread)}</p>}
      </div>
      {verdict !== 'none' && (
        <div class="shares" aria-hidden="true">
          {(['violated', 'undetermined', 'satisfied'] as const)
            .filter((outcome) => tally[outcome] > 0)
            .map((outcome) => (
              <i key={outcome} class={outcome} style={{ flexGrow: tally[outcome] }} />
            ))}
        </div>
      )}
    </div>
  );
};
