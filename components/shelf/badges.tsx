import type { Outcome, Reasons } from '../../parser/findings/verdict.ts';
import type { Language } from '../../parser/messages/words.ts';
import { Sign } from '../sign.tsx';
import { shelfWordsIn } from './words-in.ts';

type Props = { verdict: Outcome; reasons: Reasons; language: Language };

const named = ['identities', 'claims', 'statements', 'undetermined', 'unread', 'aside', 'hints'] as const;

/** The verdict on a kept report and its reasons, in a word or two each: sign, colour and words say the same. */
export const Badges = ({ verdict, reasons, language }: Props) => {
  const words = shelfWordsIn(language);
  return (
    <span class={`badges is-${verdict}`}>
      <Sign verdict={verdict} />
      {verdict === 'unread' && <span class="badge">{words.notRecognised}</span>}
      {verdict === 'holds' && <span class="badge holds">{words.allHold}</span>}
      {verdict !== 'unread' &&
        named
          .filter((name) => reasons[name] > 0)
          .map((name) => (
            <span key={name} class={`badge ${name}`}>
              {words.badges[name](reasons[name])}
            </span>
          ))}
    </span>
  );
};
