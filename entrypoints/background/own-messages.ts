import { writeNote } from '../store/shelf.ts';
import type { OwnMessage } from '../wire/protocol.ts';
import { dismiss, recall } from '../wire/stored.ts';
import { eraseAll } from './erase.ts';
import { type Handlers, handledBy } from './handlers.ts';
import { keepAllTabs } from './next-tab.ts';
import { openNote } from './note.ts';
import { topFrame } from './pages.ts';
import { panelHandlers } from './panel-messages.ts';
import { redrawEverywhere } from './redraw.ts';
import { lookAround } from './shelf-context.ts';
import { keepHomeAtHand } from './side.ts';
import { sideGone } from './side-gone.ts';
import { forgetTroubles } from './troubles.ts';

/** What pages of the extension say: shelf, settings, the panel beside a page. */

export const ownHandlers: Handlers<OwnMessage> = {
  'from-side': ({ message, tab }) =>
    handledBy(panelHandlers, message, { tab, frame: topFrame, url: '', beside: true }),
  'side-stands': async () => {
    await redrawEverywhere();
    return true;
  },
  'side-left': async ({ window }) => {
    await sideGone(window);
    return true;
  },
  'page-left': async ({ tab }) => {
    await forgetTroubles(tab);
    return true;
  },
  'settings-written': async () => {
    await keepHomeAtHand();
    await redrawEverywhere();
    return true;
  },
  'shelf-written': async () => {
    await lookAround();
    return true;
  },
  dismiss: async ({ key, reason }) => {
    await dismiss(key, reason);
    await redrawEverywhere();
    return true;
  },
  recall: async ({ key }) => {
    await recall(key);
    await redrawEverywhere();
    return true;
  },
  'note-written': async ({ id, note, before }) => {
    const answer = await writeNote(id, note, before);
    // The one who writes does not wait for the panels to hear of it.
    if (answer.kind === 'saved') void lookAround();
    return answer;
  },
  'note-opened': ({ id }) => openNote(id),
  'keep-tabs': async () => {
    const tally = await keepAllTabs();
    await lookAround();
    return tally;
  },
  erase: async () => {
    await eraseAll();
    await keepHomeAtHand();
    await redrawEverywhere();
    return true;
  },
};
