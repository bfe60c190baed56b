import { type ComponentChildren, render } from 'preact';
import { browser } from 'wxt/browser';
import type { PanelActions } from '../../components/actions.ts';
import { Measured } from '../../components/measured.tsx';
import type { PanelProps } from '../../components/panel/standing.ts';
import { Panel } from '../../components/panel.tsx';
import { languageOf, type PanelSettings } from '../../components/settings.ts';
import { Boundary, type Trouble, TroubleCard } from '../../components/trouble.tsx';
import { withOwn } from '../../parser/forms/registry.ts';
import type { Language } from '../../parser/messages/words.ts';
import type { Slot } from '../../parser/source/blocks.ts';
import type { Measure } from '../../parser/table/measure.ts';
import { copyText } from '../wire/hand-over.ts';
import { isFailure } from '../wire/orders.ts';
import type { PanelMessage, PanelOrder, PanelPlace, PanelState } from '../wire/protocol.ts';
import { troubleOf } from '../wire/trouble.ts';
import { actionsOver, isAnswer } from './actions.ts';

/** Where a panel stands, and how it reaches the background from there. */
type PanelMount = {
  container: HTMLElement;
  /** How the panel is to look there. */
  props: () => Pick<PanelProps, 'stage' | 'movable' | 'place'>;
  /** Says it to the background. Rejects where nobody hears it. */
  send: (message: PanelMessage) => Promise<unknown>;
  /** Another has taken its place, or an update has cut it off, where not: then nothing is said or told. */
  isLive: () => boolean;
  /** Before anything is drawn. Answers what stands where there is nothing to say of the page. */
  prepare: (shown: {
    isEmpty: boolean;
    language: Language;
    settings: PanelSettings | null;
  }) => ComponentChildren;
  /** `asked`: the person has asked for the panel, so it must have come into sight. */
  drawn: (asked: boolean) => void;
  placed: (place: PanelPlace) => void;
  /** See `PanelActions`. */
  move: PanelActions['move'];
  /** The address of the page that it is about. */
  address: () => string;
};

type PanelSession = {
  /** Fetches what is to be shown, and shows it. */
  refresh: () => Promise<void>;
  obey: (order: PanelOrder) => void;
  /** The page is being left for another, which follows, or is not: then nothing was. */
  leavePage: () => Promise<void>;
  arrive: () => Promise<void>;
  /** Tells the person of what was thrown. */
  fail: (error: unknown) => void;
  tell: (message: PanelMessage) => Promise<unknown>;
  language: () => Language;
};

/** The panel of one tab, wherever it stands: asks the background what there is to show, and carries out what the person wants. */
export const panelSession = (home: PanelMount): PanelSession => {
  let state: PanelState | null = null;
  /** What went wrong here, beside what the background tells of. */
  let own: Trouble[] = [];
  let summoned = 0;
  let raised = 0;
  let goneOn = 0;
  let asked = false;
  let measuredAt = 0;
  let measured: { frame: number; of: Measure } | null = null;
  let picked: { frame: number; slot: Slot; count: number } | null = null;

  /** What was read of a page that is being left; and how many were, so that nothing that was looked at on one is looked for on the next. */
  let leaving: ReadonlySet<string> | null = null;
  let pages = 0;

  const fail = (error: unknown): void => {
    own = [...own, troubleOf('panel', error)].slice(-5);
    console.warn('Gouji: something went wrong in the panel, and the person is told.', error);
    draw();
  };
  const tell = async (message: PanelMessage): Promise<unknown> => {
    // Asking tells a script in a page, too, that it is cut off.
    if (!home.isLive()) return null;
    try {
      const answer: unknown = await home.send(message);
      if (!isFailure(answer)) return answer;
      own = [...own, answer.failed].slice(-5);
      draw();
    } catch (error) {
      if (home.isLive()) fail(error);
    }
    return null;
  };
  const language = () => languageOf(state?.settings.language ?? 'auto', navigator.language);
  const draw = (): void => {
    const troubles = [...own, ...(state?.troubles ?? [])];
    const isEmpty = (state?.readings.length ?? 0) === 0 && troubles.length === 0;
    const settings = state?.settings ?? null;
    const across = settings?.side === 'right' ? 'left' : 'right';
    const otherwise = home.prepare({ isEmpty, language: language(), settings });
    if (isEmpty) {
      render(otherwise, home.container);
      return;
    }
    render(
      <>
        {state && state.readings.length > 0 && (
          <Boundary onError={fail}>
            <Panel
              key={pages}
              {...state}
              {...home.props()}
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
            language={language()}
            side={across}
            onShow={(slots) => {
              const cells = slots.map((slot) => ({ slot, side: 'cell' as const }));
              void tell({ kind: 'show-cells', frame: measured?.frame ?? 0, cells });
            }}
            onCopy={(sum) => void copyText(sum)}
            onClose={() => {
              measured = null;
              void tell({ kind: 'clear-cells' });
              draw();
            }}
          />
        )}
        {troubles.length > 0 && (
          <TroubleCard
            troubles={troubles}
            language={language()}
            side={across}
            about={[`Gouji ${browser.runtime.getManifest().version}`, navigator.userAgent, home.address()]}
            onCopy={copyText}
            onReread={() => void readAgain()}
            onClose={() => void putAway()}
          />
        )}
      </>,
      home.container,
    );
    home.drawn(asked);
    asked = false;
  };
  const refresh = async () => {
    const answer = await tell({ kind: 'state-wanted' });
    if (!home.isLive()) return;
    if (isAnswer(answer, 'readings')) {
      state = answer as PanelState;
      withOwn(state.own);
      const names = namesIn(state);
      if (leaving && names.size > 0 && ![...names].some((name) => leaving?.has(name))) {
        pages += 1;
        leaving = null;
      }
    }
    draw();
  };
  const afresh = async (message: PanelMessage): Promise<void> => {
    own = [];
    await tell(message);
    await refresh();
  };
  const readAgain = () => afresh({ kind: 'read-again' });
  const putAway = () => afresh({ kind: 'trouble-seen' });
  const actions: PanelActions = {
    ...actionsOver({ tell, refresh }),
    placed: home.placed,
    move: home.move,
    readAgain,
    set: (settings) => {
      // At once, so that the panel does not wait for the store.
      if (state) state = { ...state, settings: { ...state.settings, ...settings } };
      draw();
      void tell({ kind: 'settings-changed', settings });
    },
  };
  const obey = (order: PanelOrder): void => {
    switch (order.kind) {
      case 'state-changed':
        void refresh();
        break;
      case 'panel-toggle':
        summoned += 1;
        asked = true;
        draw();
        break;
      case 'measured':
        if (order.at < measuredAt) break;
        measuredAt = order.at;
        measured = order.measured && { frame: order.frame, of: order.measured };
        draw();
        break;
      case 'panel-show':
        raised += 1;
        asked = true;
        draw();
        break;
      case 'go-on':
        goneOn += 1;
        draw();
        break;
      case 'cell-picked':
        picked = { frame: order.frame, slot: order.slot, count: (picked?.count ?? 0) + 1 };
        draw();
        break;
    }
  };
  const leavePage = (): Promise<void> => {
    own = [];
    measured = null;
    picked = null;
    leaving = state && namesIn(state);
    return refresh();
  };
  const arrive = async (): Promise<void> => {
    await refresh();
    leaving = null;
  };
  return { refresh, obey, leavePage, arrive, fail, tell, language };
};

const namesIn = ({ readings }: PanelState): Set<string> => new Set(readings.map(({ page }) => page));
