import { readFile, writeFile } from 'node:fs/promises';
import { inBrowser } from './browser.ts';
import { measure } from './measure.ts';
import { startUp } from './start-up.ts';

/**
 * `npm run bench`: what reading costs, beside what else turns pages into tables. `-- --write` puts the result into the readmes,
 * between `<!-- bench -->` and `<!-- /bench -->`; `-- --quick` measures briefly.
 */
const quick = process.argv.includes('--quick');
const parts = [await measure(quick), await startUp(), await inBrowser()];
const text = parts.join('\n\n');
console.log(text);

if (process.argv.includes('--write')) {
  for (const name of ['README.md', 'README.zh-CN.md']) {
    const file = new URL(`../../${name}`, import.meta.url);
    const readme = await readFile(file, 'utf8').catch(() => null);
    const pieces = readme?.split(/(<!-- bench -->)[\s\S]*?(<!-- \/bench -->)/) ?? [];
    if (pieces.length !== 4) {
      console.error(`${name}: nothing written, since it has no <!-- bench --> … <!-- /bench -->.`);
      continue;
    }
    const [before, open, close, after] = pieces;
    await writeFile(file, `${before}${open}\n${text}\n${close}${after}`);
    console.error(`${name}: written.`);
  }
}
