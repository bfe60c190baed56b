import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { gouji, source } from './gouji.ts';

const logger = fileURLToPath(new URL('log-loaded.ts', import.meta.url));

const loadedBy = async (args: readonly string[]): Promise<Set<string>> => {
  const { stderr } = await gouji(args, { script: source, nodeOptions: ['--import', logger] });
  return new Set([...stderr.matchAll(/^loaded (.+)$/gm)].flatMap(([, name]) => name ?? []));
};

test('checking a page loads no package that it does not need', async () => {
  const loaded = await loadedBy(['check', '--all', 'samples/consistent-2020.html']);
  expect(loaded).toContain('commander');
  // A charset that the page says plainly needs no prescan.
  for (const heavy of ['zod', 'papaparse', 'cheerio', 'parse5', 'encoding-sniffer'])
    expect(loaded).not.toContain(heavy);
});

test('without options not even the parser of the command line is loaded', async () => {
  expect(await loadedBy(['check', 'samples/consistent-2020.html'])).not.toContain('commander');
});

test('each format loads its own writer only', async () => {
  const [csv, json] = await Promise.all(
    ['csv', 'json'].map((format) =>
      loadedBy(['extract', '--format', format, 'samples/consistent-2020.html']),
    ),
  );
  expect(csv).toContain('papaparse');
  expect(json).not.toContain('papaparse');
  expect(csv).not.toContain('zod');
  expect(json).not.toContain('zod');
});

test('help loads the argument parser, and no reader', async () => {
  const loaded = await loadedBy(['--help']);
  expect(loaded).not.toContain('encoding-sniffer');
  expect(loaded).not.toContain('cheerio');
});

/** The files of the packed command that one brings with it, by imports at its top. */
const broughtBy = (file: string, known = new Set<string>()): Set<string> => {
  if (known.has(file)) return known;
  known.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^"]*"(\.[^"]+)";$/gm))
    broughtBy(join(file, '..', path), known);
  return known;
};

const packed = fileURLToPath(new URL('../../.output/command/', import.meta.url));

test.each(['gouji.js', 'thread.js'])('%s, as it is packed, starts without schemas', (name) => {
  const start = readFileSync(join(packed, name), 'utf8');
  const [, own = ''] = /import\("(\.[^"]+)"\)/.exec(start) ?? [];
  const brought = [...broughtBy(join(packed, own))];
  expect(brought.length).toBeGreaterThan(2);
  for (const file of brought) expect(readFileSync(file, 'utf8'), file).not.toMatch(/ZodType|from "zod"/);
});
