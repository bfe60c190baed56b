import { browser } from 'wxt/browser';
import type { PanelActions } from '../../components/actions.ts';
import { Measured } from '../../components/measured.tsx';
import type { PanelProps } from '../../components/panel/standing.ts';
import { Panel } from '../../components/panel.tsx';
import { Boundary, type Trouble, TroubleCard } from '../../components/trouble.tsx';
import type { Language } from '../../parser/messages/words.ts';
import type { Slot } from '../../parser/source/blocks.ts';
import type { Measure } from '../../parser/table/measure.ts';
import { copyText } from '../wire/hand-over.ts';
import type { PanelState } from '../wire/reading.ts';

/** What is on show. */
export type Shown = {
  /** As the background tells it; null before the first answer. */
  state: PanelState | null;
  /** What went wrong here, beside what the background tells of. */
  own: readonly Trouble[];
  /** See `PanelProps`. */
  summoned: number;
  raised: number;
  goneOn: number;
  picked: { frame: number; slot: Slot; count: number } | null;
  measured: { frame: number; of: Measure } | null;
  /** Pages gone by: nothing that was looked at on one is looked for on the next. */
  pages: number;
};

export const troublesIn = ({ own, state }: Shown): Trouble[] => [...own, ...(state?.troubles ?? [])];

type DrawnProps = {
  shown: Shown;
  language: Language;
  /** How the panel is to look where it stands. */
  props: Pick<PanelProps, 'stage' | 'movable' | 'place'>;
  address: string;
  actions: PanelActions;
  onError: (error: unknown) => void;
  onShowMeasured: (slots: readonly Slot[]) => void;
  onCloseMeasured: () => void;
  onPutAway: () => void;
};

/** The panel, what chosen cells come to, and what went wrong. */
export const Drawn = ({
  shown,
  language,
  props,
  address,
  actions,
  onError,
  onShowMeasured,
  onCloseMeasured,
  onPutAway,
}: DrawnProps) => {
  const { state, summoned, raised, goneOn, picked, measured, pages } = shown;
  const troubles = troublesIn(shown);
  const across = state?.settings.side === 'right' ? 'left' : 'right';
  return (
    <>
      {state && state.readings.length > 0 && (
        <Boundary onError={onError}>
          <Panel
            key={pages}
            {...state}
            {...props}
            browserLanguage={navigator.language}
            summoned={summoned}
            raised={raised}
            goneOn={goneOn}
            picked={picked}
            actions={actions}
          />
        </Boundary>
      )}
      {measured && state && (
        <Measured
          measured={measured.of}
          language={language}
          side={across}
          onShow={onShowMeasured}
          onCopy={(sum) => void copyText(sum)}
          onClose={onCloseMeasured}
        />
      )}
      {troubles.length > 0 && (
        <TroubleCard
          troubles={troubles}
          language={language}
          side={across}
          about={[`Gouji ${browser.runtime.getManifest().version}`, navigator.userAgent, address]}
          onCopy={copyText}
          onReread={() => void actions.readAgain()}
          onClose={onPutAway}
        />
      )}
    </>
  );
};
