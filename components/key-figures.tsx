import { keyFigures, overviewOf } from '../parser/check/key-figures.ts';
import type { Extraction } from '../parser/extraction.ts';
import { printed } from '../parser/messages/figure.ts';
import { overviewWords } from '../parser/messages/overview-words.ts';
import type { Language } from '../parser/messages/words.ts';
import { wordsIn } from '../parser/messages/words-in.ts';
import { panelWordsIn } from './words-in.ts';

type Tile = { id: string; label: string; value: string | null; formula?: string };

/** The figures one looks for first, line by line as the form lists them, as they are printed; nothing where the form lists none. */
export const KeyFigureTiles = ({ extraction, language }: { extraction: Extraction; language: Language }) => {
  const overview = overviewOf(extraction);
  if (!overview) return null;
  const { ui } = wordsIn(language);
  const { lines, rate, figure } = overviewWords(overview, language);
  const figures = keyFigures(extraction);
  const tileOf = (id: string): Tile => {
    const value = figures[id] ?? null;
    return { id, label: figure(id), value: value === null ? null : printed(value) };
  };
  const tiles = lines.flatMap((line): Tile[] => {
    if (line !== 'rate') return line.figures.map(tileOf);
    if (!rate || !overview.rate) return [];
    const { label, formula } = rate;
    return [tileOf(overview.rate.part), { id: line, label, value: rate.value(figures), formula }];
  });
  return (
    <section aria-label={panelWordsIn(language).keyFigures}>
      <dl class="tiles">
        {tiles.map(({ id, label, value, formula }) => (
          <div key={id} class={value === null ? 'tile empty' : 'tile'}>
            <dt>{label}</dt>
            <dd title={formula}>{value ?? ui.noFigure}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
