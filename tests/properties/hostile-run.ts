import { readFile } from 'node:fs/promises';
import { readBytes } from '../../cli/read.ts';
import { hostileInputs } from './hostile-inputs.ts';
import { stepsOf } from './steps.ts';

/**
 * Reads every hostile input, one after the other, and prints a line about each as soon as it is read. A process of its own, whose
 * heap can be bounded: what ends it, ended it at the input after the last line.
 */
export type Read = {
  name: string;
  steps: number;
  extractions: number;
  /** How many of them are of a form. */
  reports: number;
  issues: string[];
};

// What is made once, when the first page is read, belongs to no input.
await readBytes('page.html', await readFile(new URL('../../samples/consistent-2020.html', import.meta.url)));

for (const { name, file, make } of hostileInputs) {
  const bytes = new TextEncoder().encode(make());
  let extractions: Awaited<ReturnType<typeof readBytes>> = [];
  const steps = await stepsOf(async () => {
    extractions = await readBytes(file, bytes);
  });
  const read: Read = {
    name,
    steps,
    extractions: extractions.length,
    reports: extractions.filter(({ form }) => form !== null).length,
    issues: [...new Set(extractions.flatMap(({ issues }) => issues.map(({ code }) => code)))],
  };
  console.log(JSON.stringify(read));
}
