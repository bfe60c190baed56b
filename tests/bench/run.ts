import { inBrowser } from './browser.ts';
import { inChinese } from './in-chinese.ts';
import { measure } from './measure.ts';
import { startUp } from './start-up.ts';
import { writeTable } from './write-table.ts';

/**
 * `npm run bench`: what reading costs, beside what else turns pages into tables. `-- --write` puts the result into docs/speed.md,
 * between `<!-- bench -->` and `<!-- /bench -->`; `-- --quick` measures briefly.
 */
const quick = process.argv.includes('--quick');
const parts = [await measure(quick), await startUp(), await inBrowser()];
const text = parts.join('\n\n');
console.log(text);

if (process.argv.includes('--write')) {
  await writeTable('docs/speed.md', 'bench', text);
  await writeTable('docs/speed.zh-CN.md', 'bench', inChinese(text));
}
