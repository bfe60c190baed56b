import { type ComponentChildren, render } from 'preact';
import type { PanelActions } from '../../components/actions.ts';
import type { PanelProps } from '../../components/panel/standing.ts';
import { languageOf, type PanelSettings } from '../../components/settings.ts';
import { withOwn } from '../../parser/forms/registry.ts';
import type { Language } from '../../parser/messages/words.ts';
import { isFailure } from '../wire/orders.ts';
import type { PanelMessage, PanelOrder } from '../wire/protocol.ts';
import type { PanelPlace, PanelState } from '../wire/reading.ts';
import { troubleOf } from '../wire/trouble.ts';
import { actionsOver, isAnswer } from './actions.ts';
import { Drawn, type Shown, troublesIn } from './drawn.tsx';

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

/** Troubles of its own that a panel tells of at most: the last ones. */
const mostOwn = 5;

/** The panel of one tab, wherever it stands: asks the background what there is to show, and carries out what the person wants. */
export class PanelSession {
  readonly #mount: PanelMount;
  readonly #actions: PanelActions;
  #shown: Shown = {
    state: null,
    own: [],
    summoned: 0,
    raised: 0,
    goneOn: 0,
    picked: null,
    measured: null,
    pages: 0,
  };
  /** The person has asked for the panel since it was drawn last. */
  #asked = false;
  #measuredAt = 0;
  /** What was read of a page that is being left. */
  #leaving: ReadonlySet<string> | null = null;

  constructor(mount: PanelMount) {
    this.#mount = mount;
    this.#actions = {
      ...actionsOver({ tell: this.tell, refresh: this.refresh }),
      placed: mount.placed,
      move: mount.move,
      readAgain: () => this.#afresh({ kind: 'read-again' }),
      set: (settings) => {
        // At once, so that the panel does not wait for the store.
        const { state } = this.#shown;
        this.#show({ state: state && { ...state, settings: { ...state.settings, ...settings } } });
        void this.tell({ kind: 'settings-changed', settings });
      },
    };
  }

  language(): Language {
    return languageOf(this.#shown.state?.settings.language ?? 'auto', navigator.language);
  }

  #show(changed: Partial<Shown>): void {
    this.#shown = { ...this.#shown, ...changed };
    this.#draw();
  }

  #addTrouble(trouble: Shown['own'][number]): void {
    this.#show({ own: [...this.#shown.own, trouble].slice(-mostOwn) });
  }

  /** Tells the person of what was thrown. */
  readonly fail = (error: unknown): void => {
    console.warn('Gouji: something went wrong in the panel, and the person is told.', error);
    this.#addTrouble(troubleOf('panel', error));
  };

  /** Says it to the background. Null where that has failed, which the person is told. */
  readonly tell = async (message: PanelMessage): Promise<unknown> => {
    // Asking tells a script in a page, too, that it is cut off.
    if (!this.#mount.isLive()) return null;
    try {
      const answer: unknown = await this.#mount.send(message);
      if (!isFailure(answer)) return answer;
      this.#addTrouble(answer.failed);
    } catch (error) {
      if (this.#mount.isLive()) this.fail(error);
    }
    return null;
  };

  #draw(): void {
    const { state, measured } = this.#shown;
    const isEmpty = (state?.readings.length ?? 0) === 0 && troublesIn(this.#shown).length === 0;
    const language = this.language();
    const otherwise = this.#mount.prepare({ isEmpty, language, settings: state?.settings ?? null });
    if (isEmpty) {
      render(otherwise, this.#mount.container);
      return;
    }
    render(
      <Drawn
        shown={this.#shown}
        language={language}
        props={this.#mount.props()}
        address={this.#mount.address()}
        actions={this.#actions}
        onError={this.fail}
        onShowMeasured={(slots) => {
          const cells = slots.map((slot) => ({ slot, side: 'cell' as const }));
          void this.tell({ kind: 'show-cells', frame: measured?.frame ?? 0, cells });
        }}
        onCloseMeasured={() => {
          void this.tell({ kind: 'clear-cells' });
          this.#show({ measured: null });
        }}
        onPutAway={() => void this.#afresh({ kind: 'trouble-seen' })}
      />,
      this.#mount.container,
    );
    this.#mount.drawn(this.#asked);
    this.#asked = false;
  }

  /** Fetches what is to be shown, and shows it. */
  readonly refresh = async (): Promise<void> => {
    const answer = await this.tell({ kind: 'state-wanted' });
    if (!this.#mount.isLive()) return;
    this.#show(isAnswer(answer, 'readings') ? this.#arrived(answer as PanelState) : {});
  };

  #arrived(state: PanelState): Partial<Shown> {
    withOwn(state.own);
    const names = [...namesIn(state)];
    const left = this.#leaving;
    if (!left || names.length === 0 || names.some((name) => left.has(name))) return { state };
    this.#leaving = null;
    return { state, pages: this.#shown.pages + 1 };
  }

  async #afresh(message: PanelMessage): Promise<void> {
    this.#shown = { ...this.#shown, own: [] };
    await this.tell(message);
    await this.refresh();
  }

  obey(order: PanelOrder): void {
    const { summoned, raised, goneOn, picked } = this.#shown;
    switch (order.kind) {
      case 'state-changed':
        void this.refresh();
        break;
      case 'panel-toggle':
        this.#asked = true;
        this.#show({ summoned: summoned + 1 });
        break;
      case 'panel-show':
        this.#asked = true;
        this.#show({ raised: raised + 1 });
        break;
      case 'go-on':
        this.#show({ goneOn: goneOn + 1 });
        break;
      case 'measured':
        if (order.at < this.#measuredAt) break;
        this.#measuredAt = order.at;
        this.#show({ measured: order.measured && { frame: order.frame, of: order.measured } });
        break;
      case 'cell-picked':
        this.#show({ picked: { frame: order.frame, slot: order.slot, count: (picked?.count ?? 0) + 1 } });
        break;
    }
  }

  /** The page is being left for another, which follows, or is not: then nothing was. */
  leavePage(): Promise<void> {
    const { state } = this.#shown;
    this.#shown = { ...this.#shown, own: [], measured: null, picked: null };
    this.#leaving = state && namesIn(state);
    return this.refresh();
  }

  async arrive(): Promise<void> {
    await this.refresh();
    this.#leaving = null;
  }
}

const namesIn = ({ readings }: PanelState): Set<string> => new Set(readings.map(({ page }) => page));
