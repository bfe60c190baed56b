import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { gouji } from './gouji.ts';

const logger = fileURLToPath(new URL('log-loaded.ts', import.meta.url));

const loadedBy = async (args: readonly string[]): Promise<Set<string>> => {
  const { stderr } = await gouji(args, { nodeOptions: ['--import', logger] });
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
