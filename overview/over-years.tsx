import { useState } from 'preact/hooks';
import type { BrokenOverYears } from './entry.ts';
import type { PageLanguage, PageWords } from './words.ts';

type Props = { found: readonly BrokenOverYears[]; language: PageLanguage; words: PageWords };

const step = 100;

/** What the reports of one body say of each other, body by body. */
export const OverYearsList = ({ found, language, words }: Props) => {
  const [shown, setShown] = useState(step);
  if (found.length === 0) return null;
  const left = found.length - shown;
  return (
    <section class="over-years">
      <details>
        <summary>
          <h2>{words.overYears(found.length)}</h2>
        </summary>
        <p class="soft">{words.overYearsAbout}</p>
        <ul class="findings">
          {found.slice(0, shown).map(({ authority, level, said }, at) => (
            <li key={at} class={level === 'firm' ? 'violated' : 'open'}>
              <b>{authority}</b> <small>{words.level[level]}</small>
              <br />
              {said[language]}
            </li>
          ))}
        </ul>
        {left > 0 && (
          <button type="button" class="plain" onClick={() => setShown(shown + step)}>
            {words.more(Math.min(step, left))}
          </button>
        )}
      </details>
    </section>
  );
};
