import type { Dismissals, Judgement } from '../../parser/findings/judgement.ts';
import type { Language } from '../../parser/messages/words.ts';
import type { Slot } from '../../parser/source/blocks.ts';
import type { PanelActions } from '../actions.ts';
import { languageOf, type PanelSettings, type PanelView } from '../settings.ts';
import { attachmentWordsIn, columnWordsIn, draftWordsIn, panelWordsIn } from '../words-in.ts';
import type { FrameReading } from './reports.ts';

export type PanelProps = {
  /** At least one. */
  readings: readonly FrameReading[];
  settings: PanelSettings;
  dismissals: Dismissals;
  /** The language that the browser names first. */
  browserLanguage: string;
  /** Counts up each time the toolbar's button or the shortcut asks for the panel: opens it, or closes it. */
  summoned?: number;
  /** Counts up each time it is to be open, whatever it was. */
  raised?: number;
  /** Counts up each time the shortcut of the whole browser asks to keep the report and to go on. */
  goneOn?: number;
  /** As the person has left it on the page before. */
  place?: { open: boolean; view: PanelView } | null;
  /** Over a page, opened by its chip; beside it, in the browser's own side panel; or by itself, in a page of ours, with a file that is only checked. */
  stage?: 'over' | 'beside' | 'draft';
  /** Can the browser be asked from here to show it over the page or beside it? */
  movable?: boolean;
  /** A panel stands beside the page: then none is to be over it. */
  stands?: boolean;
  /** The cell that was clicked in the page last; `count` tells two clicks on one cell apart. */
  picked?: { frame: number; slot: Slot; count: number } | null;
  actions: PanelActions;
};

/** Where a panel stands, what the person wants of it, and in which words it speaks. */
export type PanelStanding = {
  stage: 'over' | 'beside' | 'draft';
  /** By itself: the tables of a draft are the page. */
  alone: boolean;
  over: boolean;
  /** A panel stands beside the page. */
  stands: boolean;
  settings: PanelSettings;
  judgement: Judgement;
  language: Language;
  words: ReturnType<typeof panelWordsIn>;
  ofFiles: ReturnType<typeof attachmentWordsIn>;
  ofDraft: ReturnType<typeof draftWordsIn>;
  ofColumn: ReturnType<typeof columnWordsIn>;
  actions: PanelActions;
};

export const standingOf = ({
  stage = 'over',
  stands = false,
  settings,
  dismissals,
  browserLanguage,
  actions,
}: PanelProps): PanelStanding => {
  const language = languageOf(settings.language, browserLanguage);
  return {
    stage,
    alone: stage === 'draft',
    over: stage === 'over',
    stands,
    settings,
    judgement: { dismissals, quiet: settings.quiet },
    language,
    words: panelWordsIn(language),
    ofFiles: attachmentWordsIn(language),
    ofDraft: draftWordsIn(language),
    ofColumn: columnWordsIn(language),
    actions,
  };
};
