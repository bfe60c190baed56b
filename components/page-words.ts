import type { Language } from '../parser/messages/words.ts';
import type { PanelHome, TotalsShown } from './settings.ts';

/** What the browser can be asked for by a shortcut, wherever it is. */
export type ShortcutName = 'open' | 'keep';

/** Words of the options page and of the small window of refusal. */
export type OptionsWords = {
  options: {
    title: string;
    saved: string;
    start: string;
    starts: Record<'always' | 'click', string>;
    startNote: string;
    totals: string;
    totalsShown: Record<TotalsShown, string>;
    totalsNote: string;
    spared: string;
    sparedNote: string;
    language: string;
    languages: Record<'auto' | Language, string>;
    home: string;
    homes: Record<PanelHome, string>;
    /** By what a press opens it beside the page. */
    homeNote: Record<'anywhere' | 'button', string>;
    side: string;
    sides: Record<'left' | 'right', string>;
    warnings: string;
    warningsNote: string;
    shortcut: string;
    shortcuts: Record<ShortcutName, string>;
    noShortcut: string;
    changeShortcut: string;
    shortcutNote: string;
    data: string;
    dataNote: string;
    openShelf: string;
    erase: string;
    eraseSure: string;
    eraseYes: string;
    eraseNo: string;
    erased: string;
    eraseFailed: string;
    rules: string;
    forms: {
      title: string;
      note: string;
      choose: string;
      imported: (file: string) => string;
      /** `why`: a sentence, or nothing where what is wrong follows. */
      refused: (file: string, why: string) => string;
      why: Record<'no_json' | 'too_large' | 'too_many', string>;
      moreProblems: (count: number) => string;
      unreadable: string;
      remove: string;
    };
  };
  refusal: { title: string; reasons: readonly string[] };
  /** Said by the toolbar's button. */
  undone: string;
};
