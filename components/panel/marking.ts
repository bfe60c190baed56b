import { useState } from 'preact/hooks';
import type { Check } from '../../parser/extraction.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import { cellsAt, cellsOf, type MarkCell, type ShownCells } from '../cells.ts';
import type { Side } from '../settings.ts';
import type { Passage, Statement } from '../statements.ts';
import type { OpenReport } from './reports.ts';
import type { PanelStanding } from './standing.ts';

/** Cells, or words of the text, are marked on the page, or in the tables of a draft; the panel makes way for them. */

export type PanelMarks = {
  /** Key of what is marked. */
  shown: string | null;
  /** The cell of the tables that is looked at. */
  cell: string | null;
  /** Of a draft, whose tables are the page. */
  marks: readonly MarkCell[];
  /** Where the panel stands for the moment: beside the cells it marks, whatever side the person has chosen. */
  yielding: Side | null;
  setShown: (key: string | null) => void;
  setCell: (ref: string | null) => void;
  setMarks: (marks: readonly MarkCell[]) => void;
  yieldTo: (side: Side | null) => void;
  clear: () => void;
};

export const useMarking = ({ actions }: PanelStanding): PanelMarks => {
  const [yielding, yieldTo] = useState<Side | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const [cell, setCell] = useState<string | null>(null);
  const [marks, setMarks] = useState<readonly MarkCell[]>([]);
  const clear = (): void => {
    setShown(null);
    setCell(null);
    setMarks([]);
    yieldTo(null);
    actions.clear();
  };
  return { shown, cell, marks, yielding, setShown, setCell, setMarks, yieldTo, clear };
};

export type Marker = {
  /** Marks cells, or words of the text, or takes the marks away where they are marked already. */
  toggle: (key: string, cells: MarkCell[], passage?: Passage | null) => Promise<void>;
  toggleCheck: (check: Check) => Promise<void>;
  toggleStatement: (statement: Statement) => Promise<void>;
  /** Looks at one cell of the tables, and marks it on the page. */
  look: (ref: string) => Promise<void>;
};

/**
 * @param box where the panel is now.
 * @param beside the tables stand beside the findings.
 */
export const markerOf = (
  { over, alone, settings, language, words, ofFiles, ofDraft, actions }: PanelStanding,
  marking: PanelMarks,
  { extraction, frame, attachment }: OpenReport,
  box: () => DOMRect | undefined,
  beside: boolean,
  say: (notice: string) => void,
): Marker => {
  // Of an attachment nothing stands on the page.
  const onPage = attachment === null;
  const makeWay = (span: ShownCells['span']): void => {
    const now = box();
    if (over && span && now) marking.yieldTo(sideBeside(span, now, marking.yielding ?? settings.side));
  };
  const toggle: Marker['toggle'] = async (key, cells, passage = null) => {
    if (marking.shown === key) {
      marking.clear();
      return say(words.cleared);
    }
    marking.setShown(key);
    if (alone) {
      marking.setCell(null);
      marking.setMarks(cells);
      return say(cells.length > 0 && beside ? ofDraft.marked(cells.length) : '');
    }
    if (!onPage) return say(ofFiles.noMarks);
    const { found, span } = await (passage ? actions.showQuote(frame, passage) : actions.show(frame, cells));
    makeWay(span);
    say(found === 0 ? words.notFound : passage ? words.markedText : words.marked(found));
  };
  const look: Marker['look'] = async (ref) => {
    marking.setCell(ref);
    marking.setShown(null);
    marking.setMarks([]);
    const about = wordsIn(language).about(extraction);
    if (alone) return say(about.cell(ref));
    if (!onPage) return say(`${about.cell(ref)}：${ofFiles.noMarks}`);
    const { found, span } = await actions.show(frame, cellsAt([ref], extraction));
    makeWay(span);
    say(found > 0 ? `${about.cell(ref)}：${words.marked(found)}` : words.notFound);
  };
  return {
    toggle,
    look,
    toggleCheck: (check) => toggle(check.id, cellsOf(check, extraction)),
    toggleStatement: ({ shownAs, about, place }) => toggle(shownAs, cellsAt(about ?? [], extraction), place),
  };
};

/** The side of the window on which the panel hides less of what is marked; the side where it is, if there is no difference. */
const sideBeside = (span: { left: number; right: number }, box: DOMRect, now: Side): Side => {
  const margin = now === 'right' ? innerWidth - box.right : box.left;
  const hidden = {
    left: Math.max(0, margin + box.width - span.left),
    right: Math.max(0, span.right - (innerWidth - margin - box.width)),
  };
  const other: Side = now === 'right' ? 'left' : 'right';
  return hidden[other] < hidden[now] ? other : now;
};
