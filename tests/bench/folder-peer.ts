import { readFileSync } from 'node:fs';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { saxGrid } from './sax-grid.ts';

/** What a folder costs at least: two threads that read each file, or read it and make the grids of its tables by the reference. */

type Work = { job: string; files: string[] };

const threads = 2;

const doWork = ({ job, files }: Work): void => {
  for (const file of files) {
    const bytes = readFileSync(file);
    if (job === 'grids') saxGrid(bytes.toString('utf8'));
  }
};

if (isMainThread) {
  const [job = '', list = ''] = process.argv.slice(2);
  const files = readFileSync(list, 'utf8').trim().split('\n');
  for (let at = 0; at < threads; at++) {
    const share = files.filter((_, nth) => nth % threads === at);
    new Worker(new URL(import.meta.url), { workerData: { job, files: share } satisfies Work });
  }
} else doWork(workerData as Work);
