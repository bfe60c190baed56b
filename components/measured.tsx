import type { Language } from '../parser/messages/words.ts';
import type { Slot } from '../parser/source/blocks.ts';
import type { Measure } from '../parser/table/measure.ts';
import type { Side } from './settings.ts';
import { measureWordsIn } from './words-in.ts';

type Props = {
  measured: Measure;
  language: Language;
  side: Side;
  onShow: (slots: Slot[]) => void;
  onCopy: (sum: string) => void;
  onClose: () => void;
};

/** What the chosen cells come to, beside the page for as long as they are marked. */
export const Measured = ({ measured, language, side, onShow, onCopy, onClose }: Props) => {
  const words = measureWordsIn(language);
  const { numbers, others, sum, least, most, equal } = measured;
  return (
    <div class={`gouji at-${side}`} lang={language}>
      <section class="measured" aria-label={words.title}>
        <div role="status">
          <p>{words.chosen(numbers, others)}</p>
          {sum !== null && (
            <dl>
              <dt>{words.sum}</dt>
              <dd class="measured-sum">{sum}</dd>
              <dt>{words.least}</dt>
              <dd>{least}</dd>
              <dt>{words.most}</dt>
              <dd>{most}</dd>
            </dl>
          )}
          {sum !== null && (
            <p class="hint">{words.equal(equal.map(({ slot, raw }) => words.place(slot, raw)))}</p>
          )}
        </div>
        <div class="exports">
          {sum !== null && (
            <button type="button" onClick={() => onCopy(sum)}>
              {words.copy}
            </button>
          )}
          {equal.length > 0 && (
            <button type="button" onClick={() => onShow(equal.map(({ slot }) => slot))}>
              {words.show}
            </button>
          )}
          <button type="button" onClick={onClose}>
            {words.close}
          </button>
        </div>
      </section>
    </div>
  );
};
