import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import puppeteer from 'puppeteer-core';
import { installCommand, programOf } from '../browser/browsers.ts';
import { type Case, existsCases, readCases, writeCases } from './cases.ts';
import { flatSheet, sheetPhenomena } from './flat-sheets.ts';
import { flatText, textPhenomena } from './flat-texts.ts';
import { type Phenomenon, seenIn } from './phenomenon.ts';
import { savedPage, savedPages } from './saved-pages.ts';
import { webPage, webPhenomena } from './web-pages.ts';
import { wordFile, wordPhenomena } from './word-files.ts';

/**
 * Makes the files of the cases anew: `node tests/printed/make.ts`, or only some kinds of them:
 * `node tests/printed/make.ts word saved`. It needs Chromium, LibreOffice Writer and Calc, and a Chinese font.
 * What they make of the same cases differs from version to version; the score over it should not.
 */

const office = spawnSync('soffice', ['--version']);
const chromium = programOf('chrome');
if (office.error || !chromium) {
  console.error(`The cases are made with Chromium and LibreOffice:
  ${installCommand}
  apt-get install -y --no-install-recommends libreoffice-writer libreoffice-calc`);
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'gouji-printed-'));

/** What is packed in itself, unpacked: alike files pack well together only so. */
const unpacked = (format: string, bytes: Uint8Array): Uint8Array =>
  /^(?:docx|xlsx|odt|ods)$/.test(format)
    ? zipSync(unzipSync(bytes), { level: 0, mtime: new Date(2023, 0, 20) })
    : bytes;

type Source = { name: string; seen: Case['seen']; source: string };

/** All sources into one format at a time: a program that is started once for all is faster by far. */
const converted = (ending: string, sources: readonly Source[], formats: readonly string[]): Case[] => {
  for (const { name, source } of sources) writeFileSync(join(folder, `${name}.${ending}`), source);
  return formats.flatMap((format) => {
    const out = join(folder, format);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const paths = sources.map(({ name }) => join(folder, `${name}.${ending}`));
    spawnSync('soffice', ['--headless', profile, '--convert-to', format, '--outdir', out, ...paths]);
    return sources.map(({ name, seen }) => ({
      file: `${name}.${format}`,
      seen,
      bytes: unpacked(format, readFileSync(join(out, `${name}.${format}`))),
    }));
  });
};

/** Cases as the sources of a format, where it keeps them. */
const sourcesFor = <Kind extends Phenomenon>(
  kind: string,
  format: string,
  cases: readonly Kind[],
  write: (one: Kind) => string,
): Source[] =>
  cases.flatMap((one) => {
    const seen = seenIn(one, format);
    return seen === null ? [] : [{ name: `${kind}-${one.name}`, seen, source: write(one) }];
  });

/** Of printed pages only those that print what the others do not say: each holds its fonts. */
const printed =
  /raised$|lowered$|struck-(?:part|by-x)|hidden-part|white-part|list-number|box-|ruby|override|spaced-over|drop-cap|footnote|line-through|symbols/;

const texts = (): Case[] => {
  const sources = (format: string) => sourcesFor('text', format, textPhenomena, flatText);
  const inPrint = sources('pdf').filter(({ name }) => printed.test(name));
  return [
    ...['docx', 'doc', 'html'].flatMap((format) => converted('fodt', sources(format), [format])),
    ...converted('fodt', inPrint, ['pdf']),
    ...converted('fodt', sources('odt').slice(0, 2), ['odt', 'rtf']),
  ];
};

const sheets = (): Case[] => {
  const sources = (format: string) => sourcesFor('sheet', format, sheetPhenomena, flatSheet);
  return [
    ...['xlsx', 'xls', 'html'].flatMap((format) => converted('fods', sources(format), [format])),
    ...converted('fods', sources('ods').slice(0, 2), ['ods', 'pdf']),
  ];
};

const pages = async (): Promise<Case[]> => {
  const made: Case[] = [];
  const browser = await puppeteer.launch({
    executablePath: chromium,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    protocolTimeout: 600_000,
  });
  try {
    for (const one of webPhenomena) {
      const page = await browser.newPage();
      await page.setContent(webPage(one));
      const session = await page.createCDPSession();
      const { data } = await session.send('Page.captureSnapshot', { format: 'mhtml' });
      const files: [format: string, bytes: Uint8Array][] = [
        ['mhtml', Buffer.from(data, 'latin1')],
        ['html', Buffer.from(await page.content())],
        ['pdf', await page.pdf({ format: 'A4' })],
      ];
      for (const [format, bytes] of files) {
        const seen = seenIn(one, format);
        if (seen !== null) made.push({ file: `page-${one.name}.${format}`, seen, bytes });
      }
      await page.close();
    }
  } finally {
    await browser.close();
  }
  return made;
};

const makers: Readonly<Record<string, () => Case[] | Promise<Case[]>>> = {
  text: texts,
  sheet: sheets,
  page: pages,
  word: () =>
    wordPhenomena.map((one) => ({ file: `word-${one.name}.docx`, seen: one.seen, bytes: wordFile(one) })),
  saved: () =>
    savedPages.map((one) => ({ file: `saved-${one.name}.html`, seen: one.seen, bytes: savedPage(one) })),
};

const named = process.argv.slice(2);
const wanted = named.length > 0 ? named : Object.keys(makers);
const made = existsCases()
  ? readCases().filter(({ file }) => !wanted.includes(file.slice(0, file.indexOf('-'))))
  : [];
try {
  for (const kind of wanted) made.push(...((await makers[kind]?.()) ?? []));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
made.sort((one, other) => (one.file < other.file ? -1 : 1));
console.log(`${made.length} files, ${writeCases(made)} bytes`);
