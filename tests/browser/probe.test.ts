import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBytes } from '../../cli/read.ts';
import { decode } from '../../parser/source/encoding.ts';
import { simplified } from '../../parser/text/traditional.ts';
import { browsersFrom, programOf } from './browsers.ts';
import { type Visit, visit } from './harness.ts';
import { scriptOf } from './script-of.ts';

const traditional = new Map([...simplified].map(([character, simple]) => [simple, character]));
const inTraditional = (text: string): string =>
  text.replace(/\p{Script=Han}/gu, (character) => traditional.get(character) ?? character);

const grid = (rows: readonly string[]): string =>
  `<table>${rows
    .map(
      (row) =>
        `<tr>${row
          .split('|')
          .map((cell) => `<td>${cell}</td>`)
          .join('')}</tr>`,
    )
    .join('')}</table>`;
const bodyOf = (html: string): string => `<!DOCTYPE html><title>一</title><body>${html}`;

/** Pages that state totals, and pages that do not, though they hold the words or figures of one. */
const stating: Readonly<Record<string, boolean>> = {
  [bodyOf(grid(['乡镇|户数|人数', '东乡|120|317', '西乡|31|78', '合计|151|395']))]: true,
  [bodyOf(grid(['乡镇|户数|人数', '总　计|151|395', '东乡|120|317', '西乡|31|78']))]: true,
  [bodyOf(grid(['鄉鎮|戶數|人數', '東鄉|1,120|317.5', '西鄉|31|78', '小計|1,151|395.5']))]: true,
  [bodyOf(grid(['部门|年度总计划|完成', '一处|3|4', '二处|5|6', '三处|7|8']))]: false,
  [bodyOf(grid(['科室|电话|房间', '综合科|6543210|301', '会计科|6543211|302', '统计科|6543212|303']))]: false,
  [bodyOf(grid(['栏目|链接', '合计划转|甲', '合计|乙', '总计|丙', '小计|丁']))]: false,
  [bodyOf(
    `<p>全年合计 12 件，共计 40 人。</p>${grid(['科室|电话|房间', '一科|1|2', '二科|3|4', '三科|5|6'])}`,
  )]: false,
};

/** Every page from which a file's reader reads a report, as it is and in traditional characters, and each of its tables alone where that is one. */
const pages = new Map<string, string>();
const enter = async (name: string, html: string): Promise<void> => {
  const extractions = await readBytes('page.html', new TextEncoder().encode(html));
  if (extractions.some(({ form }) => form !== null)) pages.set(name, html);
};
const gather = async (folder: URL): Promise<void> => {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.html')) continue;
    const { text } = await decode(readFileSync(new URL(name, folder)));
    await enter(name, text);
    await enter(`${name} in traditional characters`, inTraditional(text));
    const page = load(text);
    for (const [at, table] of page('table:not(:has(table))').toArray().entries()) {
      const alone = `<!DOCTYPE html><title>一</title><body>${page.html(table)}`;
      await enter(`table ${at} of ${name}`, alone);
      await enter(`table ${at} of ${name} in traditional characters`, inTraditional(alone));
    }
  }
};
await gather(new URL('../../samples/', import.meta.url));
await gather(new URL('../corpus/', import.meta.url));
await gather(new URL('../../../shared/corpus/', import.meta.url));

/** Not noticed: table four alone, each of its headings in two cells. Such a page is read when the person asks. */
const unnoticed = /^table 2 of table-four-scattered-words/;

describe.each(browsersFrom('chrome'))('in %s', (name) => {
  describe.skipIf(!programOf(name))('the probe', () => {
    let at: Visit;
    beforeAll(async () => {
      at = await visit(name);
    });
    afterAll(() => at?.close());

    it('notices tables that state totals, and no others', async () => {
      const page = await at.browser.newPage();
      const noticed = await page.evaluate(
        (source, sources) => {
          const run = new Function(`${source}; return gouji;`) as () => {
            worthIn: (page: Document) => 'report' | 'totals' | null;
          };
          const { worthIn } = run();
          return sources.map((html) => worthIn(new DOMParser().parseFromString(html, 'text/html')));
        },
        await scriptOf('parser/probe.ts'),
        Object.keys(stating),
      );
      expect(noticed).toEqual(Object.values(stating).map((is) => (is ? 'totals' : null)));
    });

    it('notices every page that is read from a file, also in traditional characters, also one table of it', async () => {
      const page = await at.browser.newPage();
      const noticed = await page.evaluate(
        (source, sources) => {
          const run = new Function(`${source}; return gouji;`) as () => {
            holdsReport: (page: Document) => boolean;
          };
          const { holdsReport } = run();
          return sources.map((html) => holdsReport(new DOMParser().parseFromString(html, 'text/html')));
        },
        await scriptOf('parser/probe.ts'),
        [...pages.values()],
      );
      expect(noticed.length).toBeGreaterThan(300);
      const names = [...pages.keys()];
      expect(names.filter((one, ordinal) => !noticed[ordinal] && !unnoticed.test(one))).toEqual([]);
    });
  });
});
