import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import axe from 'axe-core';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser as Extension } from 'wxt/browser';
import { browsersFrom, programOf } from './browsers.ts';
import { type Visit, visit } from './harness.ts';
import { click, eventually, opened, openPanel } from './panel.ts';
import { beyondItsEdge, sizesIn } from './widths.ts';

/** Keep, find again, compare, export, prove, delete, undo and import, in real browsers. */

const wrong = await readFile('samples/one-wrong-cell-2020.html', 'utf8');
const right = await readFile('samples/consistent-2020.html', 'utf8');
const old = await readFile('tests/shelf/old/shelf-1.json', 'utf8');
const address = 'http://www.yanzhou.gov.cn/art/2021/report.html';
const nextYear = 'http://www.yanzhou.gov.cn/art/2022/report.html';
const note = '来函已复：情况属实';

const textOf = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (element) => element.textContent ?? '');
const textsOf = (page: Page, selector: string): Promise<string[]> =>
  page.$$eval(selector, (elements) => elements.map((element) => element.textContent ?? ''));
const says = (page: Page, words: string) =>
  page.waitForFunction(
    (expected) => document.querySelector('.notice')?.textContent?.includes(expected),
    {},
    words,
  );
/** So many are counted, and stand in the list: all of them, or as many as there is room for. */
const listed = (page: Page, count: number) =>
  page.waitForFunction(
    (expected) => {
      const rows = document.querySelectorAll('.line.row').length;
      const lines = document.querySelector('.lines');
      const longer = lines !== null && lines.scrollHeight > lines.clientHeight;
      const counted = Number.parseInt(document.querySelector('.counted p')?.textContent ?? '', 10);
      return counted === expected && (rows === expected || (longer && rows > 0 && rows < expected));
    },
    {},
    count,
  );
const press = async (page: Page, selector: string, words: string): Promise<void> => {
  const found = await page.waitForFunction(
    (within, text) =>
      [...document.querySelectorAll<HTMLElement>(within)].find(
        (element) => element.textContent?.includes(text) && element.checkVisibility(),
      ),
    {},
    selector,
    words,
  );
  await (found.asElement() as Awaited<ReturnType<Page['$']>>)?.click();
};
const chooseFormat = async (page: Page, menu: string, words: string): Promise<void> => {
  await (await page.waitForSelector(`${menu} summary`))?.click();
  expect(await beyondItsEdge(page)).toEqual([]);
  await press(page, `${menu} button`, words);
};

/** As if these files were dropped onto the page. */
const drop = (page: Page, files: { name: string; base64: string }[]) =>
  page.evaluate((given) => {
    const data = new DataTransfer();
    for (const { name, base64 } of given) {
      data.items.add(new File([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], name));
    }
    for (const kind of ['dragover', 'drop'] as const) {
      document.body.dispatchEvent(
        new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }),
      );
    }
  }, files);
const fileOf = async (path: string, name = path.replace(/^.*\//, '')) => ({
  name,
  base64: (await readFile(path)).toString('base64'),
});
const textFile = (name: string, text: string) => ({ name, base64: Buffer.from(text).toString('base64') });

const eraseDatabase = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done, failed) => {
        const request = indexedDB.deleteDatabase('gouji-shelf');
        request.onsuccess = () => done();
        request.onerror = () => failed(request.error);
      }),
  );

/** Firefox does not answer when one of its own pages is asked to load again. */
const reload = async (page: Page): Promise<void> => {
  await page.evaluate(() => {
    document.documentElement.dataset.stale = '';
    setTimeout(() => location.reload());
  });
  await page.waitForFunction(() => !('stale' in document.documentElement.dataset), { polling: 100 });
};

const objections = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
};

describe.each(browsersFrom('chrome'))('in %s', (name) => {
  describe.skipIf(!programOf(name))('the shelf', () => {
    let at: Visit;
    beforeAll(async () => {
      at = await visit(name);
      at.site.serve({ [address]: wrong, [nextYear]: right.replaceAll('2020年', '2021年') });
    });
    afterAll(() => at?.close());

    describe.each(sizesIn(name))('at $width px', (size) => {
      let shelf: Page;
      /** Nothing of it is wider than the window, and nothing is objected to. */
      const sound = async (): Promise<void> => {
        expect(await beyondItsEdge(shelf)).toEqual([]);
        expect(await objections(shelf)).toEqual([]);
      };
      // The next window begins with an empty shelf.
      afterAll(async () => {
        await eraseDatabase(shelf);
        await shelf.close();
      });

      const keep = async (url: string): Promise<void> => {
        const page = await opened(at, url, size);
        await openPanel(page);
        await click(page, '.keep');
        await eventually(page, '[role=status]', '收藏');
        await page.close();
      };

      it('is empty at first, and says how it is filled', async () => {
        shelf = await at.openOwn('shelf.html', size);
        await shelf.waitForSelector('.state b');
        expect(await textOf(shelf, '.state')).toContain('还没有收藏报告');
        await sound();
      });

      it('gets what is kept in the panel, while it is open', async () => {
        await keep(address);
        await listed(shelf, 1);
        expect(await textOf(shelf, '.line.row')).toContain('3 条不成立');
        expect(await beyondItsEdge(shelf)).toEqual([]);
        // The same page again, unchanged, is the same record.
        await keep(address);
        await keep(nextYear);
        await listed(shelf, 2);
        expect(await textsOf(shelf, '.line.row b')).toEqual(['2021 年', '2020 年']);
      });

      it('keeps a changed page as a new version', async () => {
        at.site.serve({ [address]: right });
        await keep(address);
        at.site.serve({ [address]: wrong });
        await shelf.waitForFunction(() => document.body.textContent?.includes('第 2 版，共 2 版'));
        await listed(shelf, 2);
        await press(shelf, '.check', '显示旧版本');
        await listed(shelf, 3);
        await press(shelf, '.check', '显示旧版本');
        await listed(shelf, 2);
      });

      it('opens a report: history, years, provenance, and the way back', async () => {
        await shelf.focus('.line.row a');
        await shelf.keyboard.press('Enter');
        await shelf.waitForSelector('.opened h2');
        expect(await shelf.evaluate(() => document.activeElement?.localName)).toBe('h2');
        const text = await textOf(shelf, '.opened');
        expect(text).toContain('济宁市兖州区人民政府 2021 年');
        expect(text).toContain(nextYear);
        // 2 were carried forward in 2020, and none carried over in 2021.
        expect(text).toMatch(/跨年核对.*列为 0，.*列为 2，相差 2/s);
        expect(await textsOf(shelf, '.trend figcaption')).toHaveLength(3);
        await sound();
        await press(shelf, '.back', '返回列表');
        await shelf.waitForFunction(() => !document.querySelector('.opened'));
      });

      it('takes a note on a report: saved without a button, there again, in the list, and found', async () => {
        await shelf.focus('.line.row a');
        await shelf.keyboard.press('Enter');
        await shelf.waitForSelector('.own-note textarea');
        await shelf.type('.own-note textarea', note);
        await shelf.waitForFunction(
          () => document.querySelector('.own-note .told')?.textContent === '已保存',
        );
        await sound();
        await reload(shelf);
        await shelf.waitForFunction(
          (expected) => document.querySelector<HTMLTextAreaElement>('.own-note textarea')?.value === expected,
          {},
          note,
        );
        if (name === 'chrome') {
          await shelf.emulateMediaType('print');
          const onPaper = await shelf.$$eval('.own-note *, .top, .doings', (elements) =>
            elements.filter((one) => one.checkVisibility()).map((one) => one.textContent),
          );
          expect(onPaper).toEqual(['备注', note]);
          await shelf.emulateMediaType();
        }
        await press(shelf, '.back', '返回列表');
        await listed(shelf, 2);
        expect(await textsOf(shelf, '.line.row .noted')).toEqual([`✎ 备注 ${note}`]);
        await sound();
        await shelf.type('input[type=search]', '情况属实');
        await listed(shelf, 1);
        await shelf.$eval('input[type=search]', (field) => field.select());
        await shelf.keyboard.press('Backspace');
        await listed(shelf, 2);
      });

      it('writes no note over what another window has written, and lets the person choose', async () => {
        await shelf.focus('.line.row a');
        await shelf.keyboard.press('Enter');
        await shelf.waitForSelector('.own-note textarea');
        const id = await shelf.evaluate(() => decodeURIComponent(location.hash.replace('#report/', '')));
        const elsewhere = (words: string, before: string) =>
          shelf.evaluate(
            (given) =>
              (globalThis as unknown as { chrome: typeof Extension }).chrome.runtime.sendMessage(given),
            { kind: 'note-written', id, note: words, before },
          );
        expect(await elsewhere('盖过', '')).toEqual({ kind: 'differs', note });
        await shelf.type('.own-note textarea', '一');
        await shelf.waitForFunction(
          () => document.querySelector('.own-note .told')?.textContent === '已保存',
        );
        const here = await shelf.$eval('.own-note textarea', (field) => (field as HTMLTextAreaElement).value);
        expect(await elsewhere(note, here)).toEqual({ kind: 'saved' });
        await shelf.keyboard.type('二');
        await shelf.keyboard.press('Tab');
        await shelf.waitForSelector('.own-note .differs');
        expect(await textOf(shelf, '.differs blockquote')).toBe(note);
        await sound();
        await shelf.focus('.differs button:last-child');
        await shelf.keyboard.press('Enter');
        await shelf.waitForFunction(
          (expected) => document.querySelector<HTMLTextAreaElement>('.own-note textarea')?.value === expected,
          {},
          note,
        );
        await press(shelf, '.back', '返回列表');
        await listed(shelf, 2);
      });

      it('compares two', async () => {
        await (await shelf.waitForSelector('.heads input'))?.click();
        await shelf.waitForSelector('.actions');
        expect(await beyondItsEdge(shelf)).toEqual([]);
        await press(shelf, '.actions a', '比较');
        await shelf.waitForSelector('.compared');
        expect(await textsOf(shelf, '.compared:not(.cells) thead a')).toEqual([
          '济宁市兖州区人民政府 2020 年',
          '济宁市兖州区人民政府 2021 年',
        ]);
        await sound();
        await press(shelf, '.back', '返回列表');
      });

      it('puts the years side by side, copies them as a table and exports them as shown', async () => {
        await press(shelf, '.actions button', '历年数据');
        await shelf.waitForSelector('.by-year');
        expect(await textsOf(shelf, '.by-year thead a')).toEqual(['2020', '2021']);
        expect(await textOf(shelf, '.by-year tbody tr')).toContain('92');
        await sound();
        await press(shelf, '.chooser summary', '选择指标');
        await sound();
        // What the page gives to the clipboard.
        await shelf.evaluate(() => {
          const write = async ([item]: ClipboardItem[]) => {
            const html = await item?.getType('text/html');
            document.documentElement.dataset.copied = await html?.text();
          };
          Object.defineProperty(navigator, 'clipboard', { value: { write } });
        });
        await press(shelf, '.doings button', '复制表格');
        await says(shelf, '已复制 1 张表');
        const copied = await shelf.evaluate(() => document.documentElement.dataset.copied ?? '');
        expect(copied).toMatch(/<th>机关<\/th><th>指标<\/th><th>2020<\/th><th>2020 增减<\/th><th>2021<\/th>/);
        await press(shelf, '.doings button', '导出所列');
        const { name: file, bytes } = await at.downloaded();
        expect(file).toMatch(/^gouji-years-.*\.csv$/);
        const [head, first] = bytes.toString('utf8').split('\r\n');
        expect(head).toBe('\uFEFF机关,指标,2020,2020 增减,2021,2021 增减');
        expect(first).toBe('济宁市兖州区人民政府,一、本年新收政府信息公开申请数量,92,,92,0');
        await shelf.select('.years-page select', 'years');
        await shelf.waitForFunction(() => document.querySelectorAll('.by-year').length === 2);
        await sound();
        await press(shelf, '.back', '返回列表');
      });

      it('exports CSV that is proven from the saved page', async () => {
        const folder = await mkdtemp(join(tmpdir(), 'gouji-verify-'));
        try {
          await chooseFormat(shelf, '.actions .menu', 'CSV');
          const { name: file, bytes } = await at.downloaded();
          expect(file).toMatch(/^gouji-2-.*\.csv$/);
          // The bytes are the same in any window.
          if (size.width === 380) return;
          const [csv, one, other] = ['export.csv', 'one.html', 'other.html'].map((part) =>
            join(folder, part),
          ) as [string, string, string];
          await writeFile(csv, bytes);
          await writeFile(one, right);
          await writeFile(other, right.replaceAll('2020年', '2021年'));
          const run = promisify(execFile);
          const { stdout } = await run(process.execPath, ['cli/gouji.ts', 'verify', csv, one, other]);
          expect(stdout.match(/198 行全部与网页一致/g)).toHaveLength(2);
        } finally {
          await rm(folder, { recursive: true });
        }
      });

      it('exports the findings of a selection, and a row for each report without any', async () => {
        await chooseFormat(shelf, '.actions .menu', '问题清单');
        const { name: file, bytes } = await at.downloaded();
        expect(file).toMatch(/^gouji-2-.*\.findings\.csv$/);
        const [head, ...rows] = bytes.toString('utf8').trimEnd().split('\r\n');
        expect(head).toMatch(/^\uFEFFauthority,year,form,verdict,kind,rule,strength,sentence/);
        expect(rows.length).toBeGreaterThanOrEqual(2);
        for (const year of [2020, 2021])
          expect(rows.some((row) => row.startsWith(`济宁市兖州区人民政府,${year},`))).toBe(true);
        for (const row of rows) expect(row.includes(`,${note},`), row).toBe(row.includes(',2021,'));
      });

      it('reads what is dropped onto it, and says why what it does not read', async () => {
        await drop(shelf, [
          await fileOf('tests/corpus/mhtml-chromium/source.mhtml', 'page.mhtml'),
          await fileOf('tests/corpus/encoding-gb18030-undeclared/source.html', 'gb.html'),
          await fileOf('samples/plain-text-2020.txt'),
          await fileOf('tests/corpus/text-markdown-pipes/source.md', 'pipes.md'),
          await fileOf('tests/corpus/docx-word-processor/source.docx', 'word.docx'),
          await fileOf('tests/corpus/xlsx-workbook/source.xlsx', 'book.xlsx'),
          await fileOf('tests/corpus/refused-scanned-pdf/source.pdf', 'scan.pdf'),
          await fileOf('public/icon/48.png'),
          textFile('other.json', '{}'),
        ]);
        await says(shelf, '已收藏 6 份报告');
        const troubles = await textsOf(shelf, '.troubles li');
        expect(troubles).toHaveLength(3);
        expect(await beyondItsEdge(shelf)).toEqual([]);
        expect(troubles[0]).toMatch(/^scan\.pdf：.*扫描件/);
        expect(troubles[1]).toMatch(/^48\.png：.*PNG/);
        expect(troubles[2]).toBe('other.json：是 JSON 文件，但不是从这里导出的，没有导入');
        await press(shelf, '.foot button', '关闭');
        await listed(shelf, 8);
      });

      it('finds, filters and orders', async () => {
        await shelf.type('input[type=search]', '兖州 2022');
        await listed(shelf, 1);
        await shelf.$eval('input[type=search]', (field) => field.select());
        await shelf.keyboard.press('Backspace');
        await listed(shelf, 8);
        await shelf.select('.choice:nth-of-type(4) select', 'violated');
        await shelf.waitForFunction(() =>
          [...document.querySelectorAll('.line.row')].every((row) =>
            /不成立|不一致/.test(row.textContent ?? ''),
          ),
        );
        await shelf.select('.choice:nth-of-type(4) select', '');
        await listed(shelf, 8);
      });

      let exported = '';

      it('exports JSON, a workbook and a data package of all', async () => {
        await press(shelf, '.actions button', '取消选择');
        await press(shelf, '.check', '显示旧版本');
        await listed(shelf, 9);
        await chooseFormat(shelf, '.counted .menu', 'JSON');
        exported = (await at.downloaded()).bytes.toString('utf8');
        expect(JSON.parse(exported).reports).toHaveLength(9);
        expect(exported.split(`"note":"${note}"`)).toHaveLength(2);

        await chooseFormat(shelf, '.counted .menu', 'ZIP');
        const files = unzipSync((await at.downloaded()).bytes);
        expect(Object.keys(files).sort()).toEqual([
          'datapackage.json',
          'figures.csv',
          'provenance.csv',
          'reports.csv',
          'shelf.json',
        ]);
        expect(strFromU8(files['shelf.json'] ?? new Uint8Array())).toBe(exported);

        // So large that its writer would compress it in workers of its own.
        await chooseFormat(shelf, '.counted .menu', 'Excel');
        const sheets = unzipSync((await at.downloaded()).bytes);
        const figures = strFromU8(sheets['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
        expect(figures.length).toBeGreaterThan(160_000);
        const provenance = strFromU8(sheets['xl/worksheets/sheet2.xml'] ?? new Uint8Array());
        expect(strFromU8(sheets['xl/worksheets/sheet3.xml'] ?? new Uint8Array())).toContain(note);
        expect(provenance.match(/<row /g)?.length).toBe(figures.match(/<row /g)?.length);
        expect(strFromU8(sheets['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain(nextYear);
      });

      it('deletes, and undoes it', async () => {
        await (await shelf.waitForSelector('.heads input'))?.click();
        await press(shelf, '.actions button', '删除');
        await says(shelf, '已删除 9 份报告');
        await shelf.waitForSelector('.state b');
        await press(shelf, '.foot button', '撤销');
        await listed(shelf, 9);
        // What was put back is there for good.
        await reload(shelf);
        await shelf.waitForSelector('.line.row');
        expect(await textOf(shelf, '.counted p')).toContain('/ 9 份报告');
      });

      it('is filled again from its own JSON, to the last byte', async () => {
        await eraseDatabase(shelf);
        await reload(shelf);
        await shelf.waitForSelector('.state b');
        await drop(shelf, [textFile('shelf.json', exported)]);
        await says(shelf, '已收藏 9 份报告');
        await drop(shelf, [textFile('shelf.json', exported)]);
        await says(shelf, '9 份报告早已收藏，没有变化');
        // Another note than the one here is told, and not taken.
        await drop(shelf, [textFile('shelf.json', exported.replace(note, '另写的'))]);
        await says(shelf, '1 条备注与这里的不同，保留了这里的');
        await press(shelf, '.check', '显示旧版本');
        await listed(shelf, 9);
        await chooseFormat(shelf, '.counted .menu', 'JSON');
        expect((await at.downloaded()).bytes.toString('utf8')).toBe(exported);
      });

      it('brings a database of an earlier version over, and strands nothing unseen', async () => {
        const { reports } = JSON.parse(old);
        await eraseDatabase(shelf);
        await shelf.evaluate(
          (records) =>
            new Promise<void>((done, failed) => {
              const request = indexedDB.open('gouji-shelf', 1);
              request.onupgradeneeded = () => request.result.createObjectStore('reports', { keyPath: 'id' });
              request.onerror = () => failed(request.error);
              request.onsuccess = () => {
                const transaction = request.result.transaction('reports', 'readwrite');
                records.forEach((record, index) => {
                  transaction.objectStore('reports').put({ ...record, id: `${index} old` });
                });
                transaction.objectStore('reports').put({ id: 'damaged', kept: 'once' });
                transaction.oncomplete = () => {
                  request.result.close();
                  done();
                };
              };
            }),
          reports as object[],
        );
        await reload(shelf);
        await listed(shelf, reports.length);
        await chooseFormat(shelf, '.counted .menu', 'JSON');
        const now = JSON.parse((await at.downloaded()).bytes.toString('utf8')).reports;
        const facts = (list: { extraction: { facts: unknown } }[]) =>
          list.map(({ extraction }) => JSON.stringify(extraction.facts)).sort();
        expect(facts(now)).toEqual(facts(reports));
        const stranded = await shelf.evaluate(
          () =>
            new Promise<unknown[]>((done, failed) => {
              const request = indexedDB.open('gouji-shelf');
              request.onerror = () => failed(request.error);
              request.onsuccess = () => {
                const all = request.result.transaction('stranded').objectStore('stranded').getAll();
                all.onsuccess = () => {
                  request.result.close();
                  done(all.result);
                };
              };
            }),
        );
        expect(stranded).toEqual([{ id: 'damaged', kept: 'once' }]);
      });

      it('runs nothing of what a file says', async () => {
        const file = JSON.parse(exported);
        const bait = '<img src=x onerror="window.caught=1"><script>window.caught=1</script>';
        for (const report of file.reports) {
          report.title = bait;
          report.extraction.authority = { value: bait, evidence: bait };
          report.extraction.source = { ...report.extraction.source, url: 'javascript:window.caught=1' };
        }
        await drop(shelf, [textFile('bait.json', JSON.stringify(file))]);
        await says(shelf, '已收藏');
        await shelf.type('input[type=search]', 'onerror');
        await shelf.waitForFunction(() => document.querySelector('.line.row')?.textContent?.includes('<img'));
        await (await shelf.waitForSelector('.line.row a'))?.click();
        await shelf.waitForSelector('.provenance');
        expect(await shelf.$$('.provenance a, .opened img')).toEqual([]);
        expect(await shelf.evaluate(() => 'caught' in window)).toBe(false);
      });

      it('fits its window, in the dark too', async () => {
        const page = await at.openOwn('shelf.html', size);
        if (name === 'chrome')
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
        await page.waitForSelector('.line.row');
        expect(await beyondItsEdge(page)).toEqual([]);
        expect(await objections(page)).toEqual([]);
        await (await page.waitForSelector('.line.row a'))?.click();
        await page.waitForSelector('.opened h2');
        expect(await beyondItsEdge(page)).toEqual([]);
        expect(await objections(page)).toEqual([]);
        await page.close();
      });
    });

    it('has asked for nothing in all this', () => {
      const own =
        /^https?:\/\/([^/]+\.)?(mozilla\.(org|com|net)|firefox\.com|google\.com|googleapis\.com|gvt1\.com)[:/]/;
      const others = at.site.requested.filter(
        (asked) =>
          ![address, nextYear].includes(asked) && !own.test(asked) && !asked.endsWith('/favicon.ico'),
      );
      expect(others).toEqual([]);
    });
  });
});
