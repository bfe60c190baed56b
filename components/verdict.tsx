import type { Told } from '../parser/findings/finding.ts';
import type { Judgement } from '../parser/findings/judgement.ts';
import { reasonsOf, verdictOn } from '../parser/findings/verdict.ts';
import { headline } from '../parser/messages/headline.ts';
import type { Language } from '../parser/messages/words.ts';
import { Sign } from './sign.tsx';
import { panelWordsIn } from './words-in.ts';

type Props = { report: Told; language: Language; judgement: Judgement };

/** The verdict on one report and why it is that one, in a line; with the share of each outcome as a bar. */
export const VerdictBanner = ({ report, language, judgement }: Props) => {
  const on = verdictOn(report, judgement);
  const { verdict, counts } = on;
  return (
    <div class={`verdict is-${verdict}`}>
      <Sign verdict={verdict} />
      <div class="verdict-words">
        <p>
          {verdict === 'unread'
            ? panelWordsIn(language).nothingRecognised
            : headline(reasonsOf(on), language)}
        </p>
      </div>
      {verdict !== 'unread' && (
        <div class="shares" aria-hidden="true">
          {(['violated', 'undetermined', 'satisfied'] as const)
            .filter((outcome) => counts[outcome] > 0)
            .map((outcome) => (
              <i key={outcome} class={outcome} style={{ flexGrow: counts[outcome] }} />
            ))}
        </div>
      )}
    </div>
  );
};
