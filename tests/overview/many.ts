import { readdirSync, readFileSync } from 'node:fs';
import { entryOf } from '../../cli/overview/entry.ts';
import { openReport } from '../../cli/overview/report.ts';
import type { BrokenOverYears, ReportEntry } from '../../overview/entry.ts';
import { extract } from '../../parser/extract.ts';
import type { Extraction } from '../../parser/extraction.ts';
import { readHtml } from '../../parser/source/html/html.ts';

/** Report pages of any size: real entries under invented names, drawn by a seed. */

/** Mulberry32: small, and the same on every machine. */
const random = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

/** No city is called so: what is said of these bodies is said of nobody. */
const cities = [...'甲乙丙丁戊己庚辛壬癸'].map((name) => `${name}市`);
const districts = [...'东西南北中前后左右上'].map((name) => `${name}区`);
const bodies = [
  '人民政府',
  '发展和改革局',
  '教育局',
  '公安局',
  '民政局',
  '财政局',
  '自然资源局',
  '卫生健康局',
  '市场监督管理局',
  '统计局',
];

const oneOf = <Item>(items: readonly Item[], draw: number): Item => {
  const item = items[Math.floor(draw * items.length)];
  if (item === undefined) throw new Error('There is nothing to draw from.');
  return item;
};

const read = (path: string): Extraction[] =>
  extract(readHtml(readFileSync(path, 'utf8')), { path, sha256: '', bytes: 0, format: 'html' });

/** What is really read of the samples and of the layouts of the corpus; the first is what most reports are like. */
export const models = (): Extraction[] => [
  ...read('samples/consistent-2020.html'),
  ...read('samples/one-wrong-cell-2020.html'),
  ...readdirSync('tests/corpus')
    .filter((slug) => /^(table|refused|layout)-/.test(slug))
    .flatMap((slug) => {
      const name = readdirSync(`tests/corpus/${slug}`).find((file) => file.endsWith('.html'));
      return name === undefined ? [] : read(`tests/corpus/${slug}/${name}`);
    }),
];

const drawn = (entries: readonly ReportEntry[], draw: () => number): ReportEntry => {
  const which = draw();
  if (which < 0.6) return oneOf(entries, 0);
  return which < 0.74 ? oneOf(entries.slice(1), 0) : oneOf(entries, draw());
};

/** @param models real extractions; more than half of the reports are like the first, one in seven like the second. */
export function* manyEntries(models: readonly Extraction[], count: number, seed = 1): Generator<ReportEntry> {
  const draw = random(seed);
  const entries = models.map((model) => entryOf(model));
  for (let at = 0; at < count; at += 1) {
    const { row, detail } = drawn(entries, draw);
    const authority = `${oneOf(cities, draw())}${oneOf(districts, draw())}${oneOf(bodies, draw())}`;
    const year = row.form === null ? null : 2019 + Math.floor(draw() * 7);
    const sha256 = Array.from({ length: 8 }, () =>
      Math.floor(draw() * 0xffffffff)
        .toString(16)
        .padStart(8, '0'),
    ).join('');
    yield {
      row: {
        ...row,
        authority: row.authority === null ? null : authority,
        year,
        path: `reports/${year ?? 'unsorted'}/${authority}-${at}.html`,
        received: row.received === null ? null : Math.floor(draw() ** 3 * 2000),
      },
      detail: { ...detail, sha256 },
    };
  }
}

export const overYears = (count: number): BrokenOverYears[] =>
  Array.from({ length: count }, (_, at) => ({
    id: 'history.carried_over@total',
    authority: oneOf(cities, ((at * 7) % 10) / 10) + oneOf(bodies, ((at * 3) % 10) / 10),
    level: at % 3 === 0 ? 'firm' : 'warning',
    said: {
      zh: `2021 年“二、上年结转”行“总计”列与 2020 年“四、结转下年度继续办理”行“总计”列：${at + 2} ≠ ${at + 1}（相差 1）`,
      en: `2021, carried over, total against 2020, carried forward, total: ${at + 2} ≠ ${at + 1} (difference 1)`,
    },
  }));

export const writeMany = async (
  path: string,
  entries: Iterable<ReportEntry>,
  found: readonly BrokenOverYears[] = [],
): Promise<void> => {
  const report = await openReport(path);
  for (const entry of entries) await report.write(entry);
  await report.end({ tool: 'gouji 0.1.0', made: '2026-03-31T08:00:00.000Z', overYears: found, remarks: [] });
};
