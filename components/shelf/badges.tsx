import type { Language } from '../../parser/messages/words.ts';
import { Sign } from '../sign.tsx';
import { type Tally, verdictOf } from '../tally.ts';
import { shelfWordsIn } from './words.ts';

/** The verdict on a kept report in a word or two: sign, colour and words say the same. */
export const Badges = ({ tally, language }: { tally: Tally; language: Language }) => {
  const words = shelfWordsIn(language);
  const verdict = verdictOf(tally);
  const counted = (['violated', 'contradicted', 'undetermined', 'unread', 'aside'] as const).filter(
    (name) => tally[name] > 0,
  );
  return (
    <span class={`badges is-${verdict}`}>
      <Sign verdict={verdict} />
      {verdict === 'none' && <span class="badge">{words.notRecognised}</span>}
      {verdict === 'right' && <span class="badge right">{words.allHold}</span>}
      {verdict !== 'none' &&
        counted.map((name) => (
          <span key={name} class={`badge ${name}`}>
            {words.badges[name](tally[name])}
          </span>
        ))}
    </span>
  );
};
