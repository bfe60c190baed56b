import { type Dirent, readdirSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, sep } from 'node:path';
import { chooserOf, type FileChoice } from './choice.ts';
import { endingOf, endings } from './endings.ts';
import { countKind, type FoundSource, linkedFolder, pathIssue } from './item.ts';

const isReadme = (name: string): boolean => /^readme\b/i.test(name);

type FolderEntry = Dirent<Buffer>;

const utf8 = new TextDecoder('utf-8', { fatal: true });
const gb18030 = new TextDecoder('gb18030');

/** A name as it was meant: archives from China unpack to names in GBK on systems that know UTF-8 only. */
const written = (name: Buffer): { text: string; other: boolean } => {
  try {
    return { text: utf8.decode(name), other: false };
  } catch {
    return { text: gb18030.decode(name), other: true };
  }
};

const lossy = new TextDecoder();

/**
 * What stands on the disk where a command line names something whose name is no UTF-8: it reaches this program with signs for what could
 * not be decoded. Null where nothing stands there, or more than one thing.
 */
export const meantBy = (path: string): { bytes: Buffer; shown: string } | null => {
  let bytes = Buffer.from(isAbsolute(path) ? sep : '');
  let shown = isAbsolute(path) ? sep : '';
  try {
    for (const step of path.split(sep).filter((one) => one !== '')) {
      const found = step.includes('\uFFFD')
        ? readdirSync(bytes.length > 0 ? bytes : '.', { encoding: 'buffer' }).filter(
            (name) => lossy.decode(name) === step,
          )
        : [Buffer.from(step)];
      const [only] = found;
      if (!only || found.length > 1) return null;
      const gap = Buffer.from(bytes.length === 0 || bytes.at(-1) === sep.charCodeAt(0) ? '' : sep);
      bytes = Buffer.concat([bytes, gap, only]);
      shown = join(shown, written(only).text);
    }
    return { bytes, shown };
  } catch {
    return null;
  }
};

/** One order on every machine, whatever the file system or the locale. */
const byName = (a: { text: string }, b: { text: string }): number =>
  a.text < b.text ? -1 : a.text > b.text ? 1 : 0;

/** Pipes, sockets and devices have no end that a reader could wait for. */
export const isEndless = (kind: {
  isFIFO(): boolean;
  isSocket(): boolean;
  isCharacterDevice(): boolean;
  isBlockDevice(): boolean;
}): boolean => kind.isFIFO() || kind.isSocket() || kind.isCharacterDevice() || kind.isBlockDevice();

/** How what has no end is named among what was passed over. */
const endless = 'FIFO/socket/device';

type Walk = {
  /** The folder given. */
  top: string;
  follow: boolean;
  wanted: (folder: string, path: string) => boolean;
  passedOver: Map<string, number>;
};

/** What a link leads to; a broken one is a file, since reading it will say so. */
const linkedKind = async (path: Buffer): Promise<'folder' | 'file' | 'endless'> => {
  try {
    const found = await stat(path);
    return found.isDirectory() ? 'folder' : isEndless(found) ? 'endless' : 'file';
  } catch {
    return 'file';
  }
};

/** A folder by the bytes of its path, and by how that is shown. */
type Folder = { bytes: Buffer; shown: string; other: boolean };

async function* below(folder: Folder, above: readonly string[], walk: Walk): AsyncGenerator<FoundSource> {
  let entries: FolderEntry[];
  let real: string;
  try {
    entries = await readdir(folder.bytes, { withFileTypes: true, encoding: 'buffer' });
    real = (await realpath(folder.bytes, 'buffer')).toString('latin1');
  } catch (error) {
    yield { kind: 'issue', key: folder.shown, path: folder.shown, issue: pathIssue(folder.shown, error) };
    return;
  }
  // A link to a folder above would lead round for ever.
  if (above.includes(real)) return;
  const named = entries.map((entry) => ({ entry, ...written(entry.name) }));
  for (const { entry, text, other } of named.sort(byName)) {
    if (text.startsWith('.')) continue;
    const path = join(folder.shown, text);
    const bytes = Buffer.concat([folder.bytes, Buffer.from(sep), entry.name]);
    const link = entry.isSymbolicLink() ? await linkedKind(bytes) : null;
    if (link === 'folder' && !walk.follow) countKind(walk.passedOver, linkedFolder);
    else if (link === 'folder' || entry.isDirectory())
      yield* below({ bytes, shown: path, other: folder.other || other }, [...above, real], walk);
    else if (!walk.wanted(walk.top, path)) continue;
    else if (!endings.includes(endingOf(text)) || isReadme(text))
      countKind(walk.passedOver, isReadme(text) ? text : endingOf(text));
    else if (link === 'endless' || isEndless(entry)) countKind(walk.passedOver, endless);
    else yield { kind: 'file', key: path, path, ...(folder.other || other ? { name: bytes } : {}) };
  }
}

/** The files of a folder and of all below it, by name. Says what it passed over for its kind; not what was not chosen. */
export async function* filesOf(
  folder: string,
  choice: FileChoice,
  bytes?: Buffer,
): AsyncGenerator<FoundSource> {
  const passedOver = new Map<string, number>();
  const walk = { top: folder, follow: choice.follow, wanted: await chooserOf(choice), passedOver };
  let found = false;
  for await (const source of below(
    { bytes: bytes ?? Buffer.from(folder), shown: folder, other: bytes !== undefined },
    [],
    walk,
  )) {
    found = true;
    yield source;
  }
  if (!found)
    yield {
      kind: 'issue',
      key: folder,
      path: folder,
      issue: { code: 'folder_empty', path: folder, endings: [...endings] },
    };
  if (passedOver.size > 0) yield { kind: 'passed_over', path: folder, kinds: passedOver };
}
