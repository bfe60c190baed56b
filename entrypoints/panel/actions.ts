import type { PanelActions, TableCsvs } from '../../components/actions.ts';
import type { AttachmentOutcome, LinkOutcome } from '../../components/attachments.ts';
import type { KeepAnswer } from '../../components/shelf-context.ts';
import { copyTable, copyText, saveText } from '../wire/hand-over.ts';
import type { ShownMarks } from '../wire/page-schemas.ts';
import type { PanelMessage } from '../wire/protocol.ts';

/** How a panel reaches the background, and has itself drawn again. */
type BackgroundLink = {
  /** Null where it has failed, which the person is told. */
  tell: (message: PanelMessage) => Promise<unknown>;
  refresh: () => Promise<void>;
};

/** What the panel has the background do, of which it is said here what the answers are. */
export const actionsOver = ({
  tell,
  refresh,
}: BackgroundLink): Omit<PanelActions, 'placed' | 'move' | 'set' | 'readAgain'> => ({
  show: async (frame, cells) => asShown(await tell({ kind: 'show-cells', frame, cells })),
  showQuote: async (frame, { block, at, quote }) =>
    asShown(await tell({ kind: 'show-quote', frame, block, at, quote })),
  clear: () => void tell({ kind: 'clear-cells' }),
  follow: (frame, slots) => void tell({ kind: 'follow', frame, slots }),
  save: saveText,
  copy: copyText,
  copyTable,
  table: async (frame, attachment, table) => {
    const answer = await tell({ kind: 'table-wanted', frame, attachment, table });
    return isAnswer(answer, 'figures') ? (answer as TableCsvs) : null;
  },
  findings: async ({ frame, attachment, report }, language) => {
    const answer = await tell({ kind: 'findings-wanted', frame, attachment, report, language });
    return typeof answer === 'string' ? answer : null;
  },
  keep: async ({ frame, attachment, report }) =>
    keepAnswer(await tell({ kind: 'keep', frame, attachment, report })),
  note: async ({ frame, attachment, report }) =>
    (await tell({ kind: 'note-wanted', frame, attachment, report })) === true,
  nextTab: async () => (await tell({ kind: 'next-wanted' })) === true,
  readAttachment: async (frame, url) => {
    const outcome = asOutcome(await tell({ kind: 'attachment-wanted', frame, url }));
    if (outcome.kind === 'read') await refresh();
    return outcome;
  },
  readLinked: async (frame, url) => asLinkOutcome(await tell({ kind: 'linked-wanted', frame, url })),
  openLinked: async (frame, url) => {
    const there = (await tell({ kind: 'linked-opened', frame, url })) === true;
    await refresh();
    return there;
  },
  listMore: async (frame) => {
    const count = await tell({ kind: 'more-wanted', frame });
    await refresh();
    return typeof count === 'number' ? count : 0;
  },
  dismiss: async (key, reason) => {
    await tell({ kind: 'dismiss', key, reason });
    await refresh();
  },
  recall: async (key) => {
    await tell({ kind: 'recall', key });
    await refresh();
  },
  openPage: (page) => void tell({ kind: 'page-wanted', page }),
});

// The background has checked all this against its schemas; here only that an answer came at all.
export const isAnswer = (answer: unknown, part: string): boolean =>
  typeof answer === 'object' && answer !== null && part in answer;

const asShown = (answer: unknown): ShownMarks =>
  isAnswer(answer, 'found') ? (answer as ShownMarks) : { found: 0, span: null, shift: null };

const asOutcome = (answer: unknown): AttachmentOutcome =>
  isAnswer(answer, 'kind') ? (answer as AttachmentOutcome) : { kind: 'unfetched', why: 'gone' };

const asLinkOutcome = (answer: unknown): LinkOutcome =>
  isAnswer(answer, 'kind') ? (answer as LinkOutcome) : { kind: 'unfetched', why: 'gone' };

const keepAnswer = (answer: unknown): KeepAnswer => {
  if (!isAnswer(answer, 'kept')) return 'failed';
  const { kept, already } = answer as { kept: unknown; already?: unknown };
  return kept !== true ? 'failed' : already === true ? 'already' : 'kept';
};
