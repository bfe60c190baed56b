import { parseArgs } from 'node:util';
import { readCases } from './cases.ts';
import { type Judgement, judge } from './judge.ts';

/** `npm run score:printed`: what is read of files that other programs made. `--show told` lists the cases of one outcome; a word chooses cases by their names. */

const { values, positionals } = parseArgs({ options: { show: { type: 'string' } }, allowPositionals: true });

const tallies = new Map<string, Record<Judgement['outcome'], number>>();
const all = { right: 0, told: 0, wrong: 0, blank: 0 };
for (const one of readCases()) {
  if (positionals.length > 0 && !positionals.some((word) => one.file.includes(word))) continue;
  const { outcome, why } = await judge(one);
  const kind = `${one.file.slice(0, one.file.indexOf('-'))} as ${one.file.slice(one.file.lastIndexOf('.') + 1)}`;
  const tally = tallies.get(kind) ?? { right: 0, told: 0, wrong: 0, blank: 0 };
  tallies.set(kind, tally);
  tally[outcome]++;
  all[outcome]++;
  if (outcome === values.show || outcome === 'wrong' || outcome === 'blank')
    console.log(`${outcome.padEnd(6)} ${one.file.padEnd(40)} ${why}`);
}
console.table(Object.fromEntries([...tallies, ['all', all]]));
process.exitCode = all.wrong + all.blank > 0 ? 1 : 0;
