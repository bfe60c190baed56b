import type { Ref } from 'preact';
import type { Language } from '../parser/messages/words.ts';
import { Sign } from './sign.tsx';
import { type Tally, verdictOf } from './tally.ts';
import { panelWordsIn } from './words.ts';

type Props = { tally: Tally; language: Language; onOpen: () => void; button: Ref<HTMLButtonElement> };

/** The verdict at the edge of the page, in as little room as it takes. */
export const Chip = ({ tally, language, onOpen, button }: Props) => {
  const words = panelWordsIn(language);
  const verdict = verdictOf(tally);
  return (
    <button ref={button} type="button" class={`chip is-${verdict}`} aria-haspopup="dialog" onClick={onOpen}>
      <Sign verdict={verdict} />
      <span class="chip-verdict">{words.chip(tally)}</span>
      <span class="unseen"> · {words.open}</span>
    </button>
  );
};
