import type { Language } from '../parser/messages/words.ts';
import { panelWordsIn } from './words-in.ts';

type Props = {
  /** Place of the finding that is marked on the page, from 0; -1 where none is. */
  at: number;
  of: number;
  language: Language;
  onStep: (by: 1 | -1) => void;
};

/** From one finding to the next, and back. */
export const Stepper = ({ at, of, language, onStep }: Props) => {
  const words = panelWordsIn(language);
  return (
    <fieldset class="stepper">
      <legend class="unseen">{words.findings}</legend>
      <button type="button" aria-keyshortcuts="p" title={`${words.previous}（P）`} onClick={() => onStep(-1)}>
        {words.previous}
      </button>
      <span>
        {at < 0 ? '–' : at + 1} / {of}
      </span>
      <button type="button" aria-keyshortcuts="n" title={`${words.next}（N）`} onClick={() => onStep(1)}>
        {words.next}
      </button>
    </fieldset>
  );
};

/** The place that is reached by a step from `at` among `of`, round the ends; from nowhere to the first or the last. */
export const stepped = (at: number, by: 1 | -1, of: number): number =>
  at < 0 ? (by === 1 ? 0 : of - 1) : (at + by + of) % of;
