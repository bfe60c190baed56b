import { existsSync, statSync } from 'node:fs';
import { programOf } from '../browser/browsers.ts';
import { type Visit, visit } from '../browser/harness.ts';
import { benchPages } from './pages.ts';
import { markdownTable } from './table.ts';

/** What the extension costs a page in real Chromium: the processor time of its scripts, each time in a process that has not seen them. */

const folder = '.output/chrome-mv3';
const script = 'probe.js';
const loads = 5;

type TraceEvent = { name: string; tdur?: number; args?: { data?: { url?: string } } };

/** Milliseconds of the page's main thread that one of the extension's scripts took, compiling included. */
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
  await new Promise((idle) => setTimeout(idle, 1500));
  const trace = JSON.parse(new TextDecoder().decode(await page.tracing.stop())) as {
    traceEvents: TraceEvent[];
  };
  await page.close();
  return costOf(trace.traceEvents, script);
};

export const inBrowser = async (): Promise<string> => {
  if (!programOf('chrome')) return 'The content script was not measured: no Chromium is installed.';
  if (!existsSync(`${folder}/${script}`))
    return 'The content script was not measured: it is not built (`npm run build`).';
  const pages = benchPages.filter(({ id }) => ['S', 'M', 'L', 'X'].includes(id));
  const visited = await visit('chrome', 'packed');
  try {
    const costs = new Map<string, number[]>(pages.map(({ id }) => [id, []]));
    for (let turn = 0; turn < loads; turn++)
      for (const { id, html } of pages) {
        // Each host has a process of its own.
        const address = `http://www.${id.toLowerCase()}${turn}.gov.cn/report.html`;
        costs.get(id)?.push(await load(visited, address, html));
      }
    const median = (values: readonly number[]): string =>
      (values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0).toFixed(2);
    const size = (statSync(`${folder}/${script}`).size / 1000).toFixed(1);
    return markdownTable(
      [
        `content script in Chromium (${size} KB)`,
        ...pages.map(({ id, report }) => `${id}${report ? '' : ', no report'}`),
      ],
      [['milliseconds of the main thread, cold', ...pages.map(({ id }) => median(costs.get(id) ?? []))]],
    );
  } finally {
    await visited.close();
  }
};
