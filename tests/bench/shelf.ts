import { rowOf } from '../../entrypoints/store/row.ts';
import build from '../browser/build.ts';
import { visit } from '../browser/harness.ts';
import { keptFrom } from '../shelf/kept.ts';

/**
 * How the shelf bears thousands of reports, in a real Chromium: `npm run bench:shelf`, `-- 20000` for as many, `-- --built` with the
 * build that is there. Whole records are written, as large as real ones.
 */

const count = Number(process.argv.find((argument) => /^\d+$/.test(argument)) ?? 5000);

if (!process.argv.includes('--built')) await build();
const template = await keptFrom('consistent-2020.html');
const chrome = await visit('chrome');
try {
  const page = await chrome.openOwn('shelf.html');
  await page.waitForSelector('.state b');
  const seeded = await page.evaluate(fill, { record: template, row: rowOf(template), count });
  // The first opening after a great change may tidy the database: what counts is the second.
  await page.reload();
  await page.waitForSelector('.line.row');
  await page.evaluateOnNewDocument(() => {
    new MutationObserver((_changes, observer) => {
      if (!document.querySelector('.line.row')) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        document.documentElement.dataset.listed = String(performance.now());
      });
    }).observe(document, { childList: true, subtree: true });
  });
  const loads: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    await page.reload();
    const listed = await page.waitForFunction(() => document.documentElement.dataset.listed);
    loads.push(Number(await listed.jsonValue()));
  }
  const scroll = await page.evaluate(scrollThrough);
  const steps = await page.evaluate(answers);

  const workbook = await page.evaluate(writesWorkbook);

  const print = (name: string, value: string): void => console.log(`${name.padEnd(44)} ${value}`);
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  print(
    `records written (${(seeded.bytes / 1e6).toFixed(0)} MB of JSON)`,
    `${count} in ${(seeded.took / 1000).toFixed(1)} s`,
  );
  print('from opening the page to the first lines', `${ms(middle(loads))} (${loads.map(ms).join(', ')})`);
  print('lines in the document at once', String(scroll.most));
  print(
    'scrolling, frame time',
    `median ${ms(at(scroll.frames, 0.5))}, 95 % ${ms(at(scroll.frames, 0.95))}, longest ${ms(at(scroll.frames, 1))}`,
  );
  print('scrolling, frames without a line in view', `${scroll.empty} of ${scroll.frames.length}`);
  for (const [name, took] of Object.entries(steps)) print(name, ms(took));
  print(
    `a workbook of ${count} reports`,
    `${ms(workbook.took)}, longest frame meanwhile ${ms(workbook.longest)}`,
  );
} finally {
  await chrome.close();
}

function middle(values: readonly number[]): number {
  return at(values, 0.5);
}

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Runs in the page: writes so many records, each of another body or year. */
async function fill({
  record,
  row,
  count,
}: {
  record: typeof template;
  row: ReturnType<typeof rowOf>;
  count: number;
}) {
  const started = performance.now();
  const database = await new Promise<IDBDatabase>((done, failed) => {
    const request = indexedDB.open('gouji-shelf');
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const places = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];
  const bytes = JSON.stringify(record).length * count;
  for (let from = 0; from < count; from += 250) {
    const transaction = database.transaction(['reports', 'rows'], 'readwrite');
    for (let index = from; index < Math.min(count, from + 250); index += 1) {
      const body = Math.floor(index / 5);
      const authority = `${places[body % 10]}${places[Math.floor(body / 10) % 10]}市第${body}人民政府`;
      const year = 2019 + (index % 5);
      const id = `${index}/${record.id}`;
      const place = `http://www.body${body}.gov.cn/${year}/report.html`;
      const source = { ...record.extraction.source, url: place };
      const extraction = {
        ...record.extraction,
        source,
        authority: { value: authority, evidence: authority },
        year: { value: year, evidence: `${year}年` },
      };
      transaction.objectStore('reports').put({ ...record, id, extraction });
      const reasons = {
        ...row.reasons,
        identities: index % 7 === 0 ? 3 : 0,
        undetermined: index % 11 === 0 ? 8 : 0,
      };
      transaction.objectStore('rows').put({ ...row, id, place, authority, year, reasons });
    }
    await new Promise<void>((done, failed) => {
      transaction.oncomplete = () => done();
      transaction.onerror = () => failed(transaction.error);
    });
  }
  database.close();
  return { took: performance.now() - started, bytes };
}

/** Runs in the page: scrolls quickly down for some seconds and looks at every frame. */
async function scrollThrough() {
  const scroller = document.querySelector('.lines');
  if (!scroller) throw new Error('There is no list.');
  const frames: number[] = [];
  let empty = 0;
  let most = 0;
  let before = performance.now();
  for (const end = before + 5000; before < end; ) {
    scroller.scrollTop += 90;
    const now = await new Promise<number>((done) => requestAnimationFrame(done));
    frames.push(now - before);
    before = now;
    most = Math.max(most, document.querySelectorAll('.room > .line').length);
    const box = scroller.getBoundingClientRect();
    const middle = document.elementFromPoint(box.left + 200, box.top + box.height / 2);
    if (!middle?.closest('.line')) empty += 1;
  }
  return { frames: frames.slice(1), empty, most };
}

/** Runs in the page: exports all that is selected as a workbook, and looks at every frame until it is there. */
async function writesWorkbook() {
  const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
  document.querySelector<HTMLElement>('.actions .menu summary')?.click();
  await frame();
  const button = [...document.querySelectorAll<HTMLElement>('.actions .menu button')].find((one) =>
    /Excel/.test(one.textContent ?? ''),
  );
  if (!button) throw new Error('Nothing is selected.');
  const started = performance.now();
  button.click();
  let longest = 0;
  for (let before = started; ; ) {
    const now = await frame();
    longest = Math.max(longest, now - before);
    before = now;
    if (/已导出|Exported/.test(document.querySelector('.notice')?.textContent ?? '')) break;
    if (now - started > 600_000) throw new Error('No workbook came.');
  }
  return { took: performance.now() - started, longest };
}

/** Runs in the page: from a wish to the frame that shows it. */
async function answers() {
  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const timed = async (act: () => void): Promise<number> => {
    await frame();
    const started = performance.now();
    act();
    await frame();
    return performance.now() - started;
  };
  const field = document.querySelector<HTMLInputElement>('input[type=search]');
  const scroller = document.querySelector('.lines');
  const order = [...document.querySelectorAll('select')].at(-1);
  const all = document.querySelector<HTMLInputElement>('.heads input');
  if (!field || !scroller || !order || !all) throw new Error('The page is not the shelf.');
  const type = (words: string) => () => {
    field.value = words;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const sort = (value: string) => () => {
    order.value = value;
    order.dispatchEvent(new Event('change', { bubbles: true }));
  };
  return {
    'jump to the end of the list': await timed(() => {
      scroller.scrollTop = scroller.scrollHeight;
    }),
    'a letter of a search': await timed(type('甲')),
    'a search of two words': await timed(type('甲丁 2021')),
    'clearing the search': await timed(type('')),
    'another order': await timed(sort('violated')),
    'back to authority and year': await timed(sort('authority')),
    'selecting all': await timed(() => all.click()),
  };
}
