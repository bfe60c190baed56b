import { readFile } from 'node:fs/promises';
import { readBytes } from '../../cli/read.ts';
import { hostileInputs } from './hostile-inputs.ts';

/**
 * `node hostile-run.ts ORDINAL`: reads one hostile input in a process of its own and prints what it took. An ordinary page is
 * read before, so that loading the parser is not counted.
 */
export type Cost = {
  /** Milliseconds of processor time, of all threads. */
  cpu: number;
  /** Bytes by which the process grew beyond its size with the input in memory. */
  memory: number;
  extractions: number;
  /** How many of them are of a form. */
  reports: number;
  issues: string[];
};

const input = hostileInputs[Number(process.argv[2])];
if (!input) throw new Error(`No hostile input ${process.argv[2]}`);

const page = new URL('../../samples/consistent-2020.html', import.meta.url);
await readBytes('page.html', await readFile(page));
const bytes = new TextEncoder().encode(input.make());

const before = process.resourceUsage().maxRSS;
const start = process.cpuUsage();
const extractions = await readBytes(input.file, bytes);
const { user, system } = process.cpuUsage(start);
const cost: Cost = {
  cpu: (user + system) / 1000,
  memory: (process.resourceUsage().maxRSS - before) * 1024,
  extractions: extractions.length,
  reports: extractions.filter(({ form }) => form !== null).length,
  issues: [...new Set(extractions.flatMap(({ issues }) => issues.map(({ code }) => code)))],
};
console.log(JSON.stringify(cost));
