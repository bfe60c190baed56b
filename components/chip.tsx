import type { Ref } from 'preact';
import type { Outcome } from '../parser/findings/verdict.ts';
import type { Language } from '../parser/messages/words.ts';
import type { KeptState } from './shelf-context.ts';
import { Sign } from './sign.tsx';
import { panelWordsIn } from './words-in.ts';

type Props = {
  verdict: Outcome;
  /** What the verdict says in one line. */
  said: string;
  language: Language;
  /** The panel stands beside the page and says all of it: only the sign is left, so that no cell is covered. */
  stands: boolean;
  onOpen: () => void;
  /** Whether the report is kept; null where there is none to keep. */
  keep: KeptState | null;
  onKeep: () => void;
  button: Ref<HTMLButtonElement>;
};

/** The verdict at the edge of the page, in as little room as it takes. */
export const Chip = ({ verdict, said, language, stands, onOpen, keep, onKeep, button }: Props) => {
  const words = panelWordsIn(language);
  return (
    <div class="chips">
      <button
        ref={button}
        type="button"
        class={stands ? `chip folded is-${verdict}` : `chip is-${verdict}`}
        aria-haspopup={stands ? undefined : 'dialog'}
        title={stands ? `${said} · ${words.standsBeside}` : undefined}
        onClick={onOpen}
      >
        <Sign verdict={verdict} />
        <span class={stands ? 'chip-verdict unseen' : 'chip-verdict'}>{said}</span>
        <span class="unseen"> · {stands ? words.standsBeside : words.open}</span>
      </button>
      {keep !== null && !stands && (
        <button
          type="button"
          class={`chip-keep is-${keep}`}
          aria-label={keep === 'same' ? words.keepTitle.same : words.keepFromChip}
          title={keep === 'same' ? words.keepTitle.same : words.keepFromChip}
          onClick={onKeep}
        >
          {keep === 'same' ? '✓' : '＋'}
        </button>
      )}
    </div>
  );
};
