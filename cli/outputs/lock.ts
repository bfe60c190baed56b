import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { type Holder, holderSchema } from './holder.ts';
import { OutputProblem, writingNow } from './problem.ts';

/**
 * One run writes an output at a time. `FILE.lock` says which: it is there, whole, from the first moment on, since it is made under another
 * name and linked. Who finds it and can tell that its run is over takes it over; a run on another machine is over only when its person says so.
 */

export type Lock = {
  /** The run that was over and had left its lock; null where there was none. */
  takenOver: Holder | null;
  /** Throws where another run has taken the lock meanwhile: what was written then is not put in the place of anything. */
  mustBeHeld: () => void;
  release: () => void;
};

const lockPath = (output: string): string => `${output}.lock`;

/** Where a process says when it began (proc(5)): field 22, behind a name that may hold anything. */
const startOf = (pid: number): string => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').replace(/^.*\)/s, '').trim().split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    return `${boot}/${fields[19] ?? ''}`;
  } catch {
    return '';
  }
};

const isAlive = ({ pid, start }: Holder): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Of somebody else's process one is told that one may not.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return start === '' || startOf(pid) === '' || startOf(pid) === start;
};

const isOver = (holder: Holder): boolean => holder.host === hostname() && !isAlive(holder);

type There = { holder: Holder | null; ino: number };

/** Null where there is no lock; one that cannot be read is nobody's that can be asked. */
const there = (path: string): There | null => {
  let text: string;
  let ino: number;
  try {
    ino = statSync(path).ino;
    text = readFileSync(path, 'utf8');
  } catch {
    return null;
  }
  try {
    return { holder: holderSchema.parse(JSON.parse(text)), ino };
  } catch {
    return { holder: null, ino };
  }
};

const exists = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST';

const written = (path: string, holder: Holder): void => {
  const file = openSync(path, 'wx');
  try {
    writeSync(file, `${JSON.stringify(holder)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

/** A system without links has files that can be made only once, which is as good but for the moment between making and writing. */
const taken = (path: string, own: string, holder: Holder): boolean => {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (exists(error)) return false;
  }
  try {
    written(path, holder);
    return true;
  } catch (error) {
    if (exists(error)) return false;
    throw error;
  }
};

/** Removes the lock of a run that is over, and only that: whoever took it over meanwhile keeps it. */
const removed = (path: string, own: string, { ino }: There): void => {
  const aside = `${own}.over`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (statSync(aside).ino !== ino) {
    try {
      linkSync(aside, path);
    } catch {
      // A third has it by now; the second is told when it ends.
    }
  }
  rmSync(aside, { force: true });
};

/**
 * Takes the lock of an output.
 * @throws OutputProblem `output_locked` where another run has it, with its process, machine and beginning.
 */
export const lockOutput = (output: string): Lock => {
  const path = lockPath(output);
  const own = `${path}.${process.pid}`;
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
    start: startOf(process.pid),
  };
  const refuse = (other: Holder | null): never => {
    throw new OutputProblem({ code: 'output_locked', path: output, lock: path, holder: other });
  };
  let takenOver: Holder | null = null;
  writingNow(output, () => {
    rmSync(own, { force: true });
    written(own, holder);
    try {
      for (let tries = 0; !taken(path, own, holder); tries++) {
        const found = there(path);
        if (found === null) continue;
        if (tries > 8 || found.holder === null || !isOver(found.holder)) refuse(found.holder);
        takenOver = found.holder;
        removed(path, own, found);
      }
    } finally {
      rmSync(own, { force: true });
    }
  });
  const isHeld = (): boolean => {
    const now = there(path)?.holder;
    return now?.pid === holder.pid && now.since === holder.since && now.host === holder.host;
  };
  return {
    takenOver,
    mustBeHeld: () => {
      if (!isHeld()) refuse(there(path)?.holder ?? null);
    },
    release: () => {
      if (isHeld()) rmSync(path, { force: true });
    },
  };
};
