import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BenchPage, Grid } from './pages.ts';

const run = promisify(execFile);

type Reading = { ms: number; grids: Grid[] };

/** A Python that has pandas: the first on the path may be another than that of the system's packages. */
export const pandasPython = async (): Promise<string | null> => {
  for (const python of ['python3', '/usr/bin/python3'])
    try {
      await run(python, ['-c', 'import pandas, lxml']);
      return python;
    } catch {
      // Not this one.
    }
  return null;
};

/** What pandas reads of each page, by page id, and how long it takes; null where pandas is not installed. */
export const pandasReadings = async (
  pages: readonly BenchPage[],
): Promise<ReadonlyMap<string, Reading> | null> => {
  const python = await pandasPython();
  if (python === null) return null;
  const folder = await mkdtemp(join(tmpdir(), 'gouji-bench-'));
  try {
    const files = pages.map((_, at) => join(folder, `${at}.html`));
    for (const [at, page] of pages.entries()) await writeFile(files[at] ?? '', page.html);
    const script = join(import.meta.dirname, 'read_with_pandas.py');
    const { stdout } = await run(python, [script, ...files], { maxBuffer: 1 << 28 });
    const readings = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Reading);
    return new Map(pages.flatMap((page, at) => (readings[at] ? [[page.id, readings[at]] as const] : [])));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
