import { existsSync, statSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { programOf } from '../browser/browsers.ts';
import { type Visit, visitWith } from '../browser/harness.ts';
import { type BenchPage, benchPages } from './pages.ts';
import { markdownTable } from './table.ts';

/**
 * What the extension costs a page in real Chromium: the processor time of its script on the page's main thread, each time in a process
 * that has not seen it. Chromium first makes a world for the script, which an empty script costs as well: the difference is ours.
 */

const folder = '.output/chrome-mv3';
const script = 'probe.js';
const loads = 15;

type TraceEvent = { name: string; tdur?: number; args?: { data?: { url?: string } } };

/** Milliseconds of the page's main thread that one of the extension's scripts took, its world and compiling included. */
const costOf = (events: readonly TraceEvent[], name: string): number =>
  events.reduce((sum, { name: kind, tdur = 0, args }) => {
    const own = args?.data?.url?.startsWith('chrome-extension://') && args.data.url.endsWith(`/${name}`);
    return own && (kind === 'EvaluateScript' || kind === 'FunctionCall') ? sum + tdur / 1000 : sum;
  }, 0);

const load = async ({ browser, site }: Visit, address: string, html: string): Promise<number> => {
  site.serve({ [address]: html });
  const page = await browser.newPage();
  await page.tracing.start({ categories: ['devtools.timeline'] });
  await page.goto(address, { waitUntil: 'load' });
  // The scripts run once the page is idle.
  await new Promise((idle) => setTimeout(idle, 700));
  const trace = JSON.parse(new TextDecoder().decode(await page.tracing.stop())) as {
    traceEvents: TraceEvent[];
  };
  await page.close();
  return costOf(trace.traceEvents, script);
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Median milliseconds on each page with each of the extensions, which take turns: a machine is not always equally fast. */
const costsWith = async (folders: readonly string[], pages: readonly BenchPage[]): Promise<number[][]> => {
  const visits = await Promise.all(folders.map((from) => visitWith('chrome', resolve(from))));
  try {
    const costs = visits.map(() => pages.map((): number[] => []));
    for (let turn = 0; turn < loads; turn++)
      for (const [at, { id, html }] of pages.entries())
        for (const [extension, visited] of visits.entries()) {
          // Each host has a process of its own.
          const address = `http://www.${id.toLowerCase()}${turn}.gov.cn/report.html`;
          costs[extension]?.[at]?.push(await load(visited, address, html));
        }
    return costs.map((ofEach) => ofEach.map(median));
  } finally {
    await Promise.all(visits.map((visited) => visited.close()));
  }
};

/** The extension as it is, but for the script, which does nothing. */
const withEmptyScript = async (): Promise<string> => {
  const empty = await mkdtemp(join(tmpdir(), 'gouji-empty-'));
  await cp(folder, empty, { recursive: true });
  await writeFile(join(empty, script), '');
  return empty;
};

export const inBrowser = async (): Promise<string> => {
  if (!programOf('chrome')) return 'The content script was not measured: no Chromium is installed.';
  if (!existsSync(`${folder}/${script}`))
    return 'The content script was not measured: it is not built (`npm run build`).';
  const pages = benchPages.filter(({ id }) => ['S', 'M', 'L', 'X'].includes(id));
  const empty = await withEmptyScript();
  try {
    const [whole = [], world = []] = await costsWith([folder, empty], pages);
    const size = (statSync(`${folder}/${script}`).size / 1000).toFixed(1);
    const row = (name: string, values: readonly number[]): string[] => [
      name,
      ...values.map((value) => value.toFixed(2)),
    ];
    return markdownTable(
      [
        `content script in Chromium (${size} KB), milliseconds of the main thread, cold`,
        ...pages.map(({ id, report }) => `${id}${report ? '' : ', no report'}`),
      ],
      [
        row('all, with the world that Chromium makes for it', whole),
        row('an empty script', world),
        row(
          'ours, the difference',
          whole.map((all, at) => all - (world[at] ?? 0)),
        ),
      ],
    );
  } finally {
    await rm(empty, { recursive: true, force: true });
  }
};
