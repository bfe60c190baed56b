import { browser } from 'wxt/browser';
import type { NoteAnswer } from '../../components/open-note.ts';
import { addressOf, viewAt } from '../../components/shelf/address.ts';
import type { ExportFormat } from '../../components/shelf/words.ts';
import { shelfWordsIn } from '../../components/shelf/words-in.ts';
import { draftWordsIn, noteWordsIn } from '../../components/words-in.ts';
import type { Language } from '../../parser/messages/words.ts';
import { type PutTally, putBack, putOnShelf, shelfReports, takeOffShelf } from '../store/shelf.ts';
import { saveNote } from '../wire/note.ts';
import { keptTabsSchema } from '../wire/protocol.ts';
import { exportFindings, exportReports, exportWorkbook } from './exporting.ts';
import { recordsOf } from './files.ts';
import type { KeptRows } from './kept-rows.ts';
import type { Notice } from './notice.ts';
import { around } from './shelf-context.ts';
import { tell } from './tell.ts';

/** What the person has the shelf do, and what is said of it at the foot of the page. */

type Standing = Pick<KeptRows, 'stored' | 'judgement' | 'refresh'> & {
  language: Language;
  setNotice: (notice: Notice) => void;
  /** Has files read that are not kept, see `useDrafts`. */
  check: (files: readonly File[]) => Promise<string[]>;
};

/** All of them as controls want them: what fails is told. */
export const deedsOn = (at: Standing) => {
  const safely =
    <Args extends unknown[]>(deed: (at: Standing, ...args: Args) => Promise<void>) =>
    (...args: Args): void => {
      deed(at, ...args).catch((error: unknown) => {
        console.error('Gouji: the shelf could not do it.', error);
        say(at, shelfWordsIn(at.language).failed);
      });
    };
  return {
    exportThese: safely(exportThese),
    remove: safely(remove),
    undo: safely(undo),
    take: safely(take),
    keepTabs: safely(keepTabs),
    look: safely(look),
    noteOn: (id: string, note: string, before: string) => noteOn(at, id, note, before),
  };
};

const say = ({ setNotice }: Standing, ...lines: string[]): void => setNotice({ lines });

const exportThese = async (at: Standing, ids: readonly string[], format: ExportFormat): Promise<void> => {
  if (format === 'xlsx') return exportSheets(at, ids);
  const { stored, judgement, language } = at;
  const words = shelfWordsIn(language);
  say(at, words.exporting);
  const name =
    format === 'findings'
      ? exportFindings(await around(ids, stored ?? []), { ...judgement, quiet: [] }, language)
      : await exportReports(await shelfReports(ids), format);
  say(at, words.exported(name, ids.length));
};

const exportSheets = async (at: Standing, ids: readonly string[]): Promise<void> => {
  const words = shelfWordsIn(at.language);
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  const show = (done: number): void =>
    at.setNotice({ lines: [words.exporting], running: { done, of: ids.length, stop } });
  show(0);
  const byId = new Map(at.stored?.map((row) => [row.id, row]));
  const wanted = ids.flatMap((id) => byId.get(id) ?? []);
  const name = await exportWorkbook(wanted, show, stopping.signal);
  say(at, name === null ? words.exportStopped : words.exported(name, wanted.length));
};

const remove = async (at: Standing, ids: readonly string[]): Promise<void> => {
  const { view } = viewAt(location.hash);
  await takeOffShelf(ids);
  tell({ kind: 'shelf-written' });
  await at.refresh();
  at.setNotice({ lines: [shelfWordsIn(at.language).removed(ids.length)], undo: ids });
  if (view !== 'list') location.hash = '';
};

const undo = async (at: Standing, ids: readonly string[]): Promise<void> => {
  await putBack(ids);
  tell({ kind: 'shelf-written' });
  await at.refresh();
  say(at, shelfWordsIn(at.language).putBack(ids.length));
};

/** Keeps what files hold. */
const take = async (at: Standing, files: readonly File[]): Promise<void> => {
  const troubles: string[] = [];
  const sum: PutTally = { added: 0, already: 0, noted: 0, differing: 0 };
  for (const [nth, file] of files.entries()) {
    if (files.length > 1) say(at, shelfWordsIn(at.language).reading(nth + 1, files.length));
    const { records, troubles: told } = await recordsOf(file, at.language);
    troubles.push(...told);
    if (records.length === 0) continue;
    const tally = await putOnShelf(records);
    for (const name of ['added', 'already', 'noted', 'differing'] as const) sum[name] += tally[name];
  }
  if (sum.added + sum.noted > 0) tell({ kind: 'shelf-written' });
  await at.refresh();
  at.setNotice(noticeOf(sum, troubles, at.language));
};

const noticeOf = (
  { added, already, noted, differing }: PutTally,
  troubles: readonly string[],
  language: Language,
): Notice => {
  const words = shelfWordsIn(language);
  const lines = [
    ...(added + already > 0 ? [words.taken(added, already)] : []),
    ...(noted > 0 ? [words.notesTaken(noted)] : []),
    ...(differing > 0 ? [words.notesDiffer(differing)] : []),
    ...(troubles.length > 0 ? [words.troubles(troubles.length)] : []),
  ];
  return troubles.length > 0 ? { lines, troubles } : { lines };
};

/** Keeps what is open in the tabs of the browser. */
const keepTabs = async (at: Standing): Promise<void> => {
  const { kept, already } = keptTabsSchema.parse(await browser.runtime.sendMessage({ kind: 'keep-tabs' }));
  await at.refresh();
  const words = shelfWordsIn(at.language);
  say(at, kept + already > 0 ? words.taken(kept, already) : words.noTabs);
};

/** Has files read that are checked and not kept. */
const look = async (at: Standing, files: readonly File[]): Promise<void> => {
  location.hash = addressOf({ view: 'draft' });
  at.setNotice({ lines: [] });
  if (files.length === 0) return say(at, draftWordsIn(at.language).nothingPasted);
  const troubles = await at.check(files);
  if (troubles.length > 0)
    at.setNotice({ lines: [shelfWordsIn(at.language).troubles(troubles.length)], troubles });
};

/** Of a report that was left by the time the answer comes, what was not saved is told at the foot of the page. */
const noteOn = async (at: Standing, id: string, note: string, before: string): Promise<NoteAnswer> => {
  const answer = await saveNote(id, note, before);
  const open = viewAt(location.hash);
  if (open.view === 'report' && open.id === id) return answer;
  const words = noteWordsIn(at.language);
  if (answer.kind === 'differs') say(at, words.notSaved);
  else if (answer.kind !== 'saved') say(at, words[answer.kind]);
  return answer;
};
