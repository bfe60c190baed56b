import { Bench } from 'tinybench';
import { type BenchPage, benchPages } from './pages.ts';
import { pandasReadings } from './pandas.ts';
import { others, own, type Reader, reference } from './readers.ts';
import { markdownTable } from './table.ts';

/** How often the readers take turns: what else the machine does then falls on all of them. The best turn of each counts. */
const turns = 3;

/** Median milliseconds of every reader on one page. */
const timesOn = async (
  page: BenchPage,
  readers: readonly Reader[],
  time: number,
): Promise<Map<string, number>> => {
  const best = new Map<string, number>();
  for (let turn = 0; turn < turns; turn++) {
    const bench = new Bench({
      time: time / turns,
      iterations: 2,
      warmupTime: turn === 0 ? time / 4 : 0,
      warmupIterations: 1,
    });
    for (const { name, read } of readers) bench.add(name, () => void read(page.html));
    for (const task of await bench.run()) {
      const { result } = task;
      if (result.state !== 'completed') throw new Error(`${task.name} on ${page.id}: ${result.state}`);
      best.set(task.name, Math.min(best.get(task.name) ?? Number.POSITIVE_INFINITY, result.latency.p50));
    }
  }
  return best;
};

const ratio = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));

const kilobytes = (page: BenchPage): string => `${Math.round(Buffer.byteLength(page.html) / 1000)} KB`;

/** Pages to grids and to extractions, as ratios to the reference; ✗ where the grids of the report are not what was read. */
export const measure = async (quick: boolean): Promise<string> => {
  const again: Reader = { ...reference, name: `${reference.name}, again` };
  const readers = [reference, ...own, ...others, again];
  const pandas = await pandasReadings(benchPages);
  // Every reader has seen every page before any is measured: the order of pages then makes no difference.
  for (const { html } of benchPages)
    for (const { read } of readers)
      for (let time = html.length < 500_000 ? 20 : 2; time > 0; time--) read(html);
  const lines = new Map<string, string[]>(readers.map(({ name }) => [name, []]));
  const byPandas: string[] = [];
  const units: string[] = [];
  for (const page of benchPages) {
    const times = await timesOn(page, readers, quick ? 60 : 900);
    const unit = times.get(reference.name) ?? 0;
    units.push(`${unit.toFixed(1)} ms`);
    for (const { name, read, isRight } of readers) {
      const right = isRight(read(page.html) as never, page);
      lines.get(name)?.push(`${ratio((times.get(name) ?? 0) / unit)}${right ? '' : ' ✗'}`);
    }
    const reading = pandas?.get(page.id);
    if (reading)
      byPandas.push(
        `${ratio(reading.ms / unit)}${reference.isRight(reading.grids as never, page) ? '' : ' ✗'}`,
      );
  }
  const heads = benchPages.map((page) => `${page.id}: ${kilobytes(page)}, ${page.what}`);
  const rows = [...lines].map(([name, cells]) => [name, ...cells]);
  rows.splice(1, 0, ['its time', ...units]);
  if (pandas) rows.push(['pandas.read_html', ...byPandas]);
  return `${markdownTable(['time / time of the reference', ...heads], rows)}${
    pandas ? '' : '\n\npandas.read_html was not measured: python3-pandas is not installed.'
  }`;
};
