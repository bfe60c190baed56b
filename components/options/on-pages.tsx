import { totalsShown } from '../settings.ts';
import { pageWordsIn } from '../words-in.ts';
import { Radios } from './radios.tsx';
import type { SetProps } from './set-props.ts';
import { Sites } from './sites.tsx';

/** On which pages something is read, and what is said there. */
export const OnPages = ({ settings, language, change }: SetProps) => {
  const words = pageWordsIn(language).options;
  return (
    <>
      <Radios
        title={words.start}
        name="start"
        chosen={settings.start}
        of={['always', 'click'] as const}
        label={(value) => words.starts[value]}
        onChoose={(start) => change({ start })}
      />
      <p class="note">{words.startNote}</p>

      <Radios
        title={words.totals}
        name="totals"
        chosen={settings.totals}
        of={totalsShown}
        label={(value) => words.totalsShown[value]}
        onChoose={(totals) => change({ totals })}
      />
      <p class="note">{words.totalsNote}</p>

      <Sites sites={settings.spared} language={language} onSites={(spared) => change({ spared })} />
    </>
  );
};
