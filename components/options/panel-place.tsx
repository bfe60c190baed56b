import { languages } from '../../parser/messages/words.ts';
import { panelHomes } from '../settings.ts';
import { pageWordsIn } from '../words-in.ts';
import { Radios } from './radios.tsx';
import type { SetProps } from './set-props.ts';

/** What opens the panel beside the page: any press, or only one of the toolbar's button; null where the browser has no place for it. */
export type SideBy = 'anywhere' | 'button' | null;

/** How the panel speaks, and where it stands. */
export const PanelPlace = ({ settings, language, change, sideBy }: SetProps & { sideBy: SideBy }) => {
  const words = pageWordsIn(language).options;
  return (
    <>
      <Radios
        title={words.language}
        name="language"
        chosen={settings.language}
        of={['auto', ...languages] as const}
        label={(value) => words.languages[value]}
        onChoose={(chosen) => change({ language: chosen })}
      />
      {sideBy !== null && (
        <>
          <Radios
            title={words.home}
            name="home"
            chosen={settings.home}
            of={panelHomes}
            label={(value) => words.homes[value]}
            onChoose={(home) => change({ home })}
          />
          <p class="note">{words.homeNote[sideBy]}</p>
        </>
      )}
      <Radios
        title={words.side}
        name="side"
        chosen={settings.side}
        of={['right', 'left'] as const}
        label={(value) => words.sides[value]}
        onChoose={(side) => change({ side })}
      />
    </>
  );
};
