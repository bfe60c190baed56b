import { type KeyFigures, keyFigures } from '../parser/check/key-figures.ts';
import type { Extraction } from '../parser/extraction.ts';
import { printed } from '../parser/messages/figure.ts';
import { type Language, wordsIn } from '../parser/messages/words.ts';
import { panelWordsIn } from './words.ts';

const order: readonly (keyof KeyFigures | 'rate')[] = [
  'received',
  'carriedOver',
  'processed',
  'carriedForward',
  'granted',
  'rate',
  'reviews',
  'lawsuits',
];

/** The figures one looks for first, from the column of totals, as they are printed. */
export const KeyFigureTiles = ({ extraction, language }: { extraction: Extraction; language: Language }) => {
  const words = wordsIn(language);
  const figures = keyFigures(extraction);
  const shown = (name: keyof KeyFigures | 'rate'): { label: string; value: string | null } => {
    if (name === 'rate') return { label: words.rate.label, value: words.rate.value(figures) };
    const value = figures[name];
    return { label: words.keyFigure[name], value: value === null ? null : printed(value) };
  };
  return (
    <section aria-label={panelWordsIn(language).keyFigures}>
      <dl class="tiles">
        {order.map((name) => {
          const { label, value } = shown(name);
          return (
            <div key={name} class={value === null ? 'tile empty' : 'tile'}>
              <dt>{label}</dt>
              <dd title={name === 'rate' ? words.rate.formula : undefined}>{value ?? words.ui.noFigure}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
};
