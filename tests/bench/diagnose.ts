import { performance } from 'node:perf_hooks';
import { diagnose } from '../../parser/check/diagnose.ts';
import { checkIdentities } from '../../parser/check/identities.ts';
import type { Diagnosis } from '../../parser/extraction.ts';
import { checkedRefs, type Density, factsOf, withMistakes } from '../check/mistakes.ts';
import { formFor, formIds, seeded } from '../corpus-pages/report.ts';
import { writeTable } from './write-table.ts';

/**
 * How often the wrong cells are found, on random reports with wrong figures in them, and how long it takes.
 * `npm run bench:diagnose -- --write` puts the table into docs/speed.md, between its markers.
 */

const reports = 1000;
const mistakes = [1, 2, 3, 5, 8];

type Score = {
  listed: number;
  first: number;
  unique: number;
  uniqueAndFirst: number;
  capped: number;
  times: number[];
};

/** Do these alternatives, one of each part, name all wrong cells and no other? */
const names = (diagnoses: readonly Diagnosis[], wrong: readonly string[], most: number): boolean => {
  const found = new Set<string>();
  for (const { alternatives } of diagnoses) {
    const hit = alternatives
      .slice(0, most)
      .find(({ changes }) => changes.every(({ ref }) => wrong.includes(ref)));
    if (!hit) return false;
    for (const { ref } of hit.changes) found.add(ref);
  }
  return found.size === wrong.length;
};

/** Milliseconds, the best of three: what else the machine does is not of interest. */
const timeOf = (work: () => unknown): number =>
  Math.min(
    ...[1, 2, 3].map(() => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );

const scoreOf = (count: number): Score => {
  const score: Score = { listed: 0, first: 0, unique: 0, uniqueAndFirst: 0, capped: 0, times: [] };
  for (let run = 0; run < reports; run += 1) {
    const random = seeded(run * 31 + count);
    const formId = formIds[run % 2] ?? formIds[0];
    const density: Density = run % 4 < 2 ? 'dense' : 'sparse';
    const right = factsOf(formId, run, density, random);
    const { facts, wrong } = withMistakes(right, checkedRefs(formId, right), count, random);
    const checks = checkIdentities(formFor({ formId }), facts);
    score.times.push(timeOf(() => diagnose(facts, checks)));
    const diagnoses = diagnose(facts, checks);
    const capped = diagnoses.some((one) => one.capped);
    const unique = !capped && diagnoses.every(({ alternatives }) => alternatives.length === 1);
    const first = names(diagnoses, wrong, 1);
    score.listed += Number(names(diagnoses, wrong, Number.POSITIVE_INFINITY));
    score.first += Number(first);
    score.unique += Number(unique);
    score.uniqueAndFirst += Number(unique && first);
    score.capped += Number(capped);
  }
  score.times.sort((a, b) => a - b);
  return score;
};

scoreOf(1); // Warms up what is measured.
const scores = mistakes.map((count) => [count, scoreOf(count)] as const);

const share = (part: number, of = reports): string =>
  of === 0 ? '–' : `${((100 * part) / of).toFixed(1)} %`;
const milliseconds = (time: number | undefined): string => `${(time ?? 0).toFixed(1)} ms`;

const table = (headings: readonly string[]): string =>
  [
    headings,
    headings.map(() => '--:'),
    ...scores.map(([count, score]) => [
      String(count),
      share(score.listed),
      share(score.first),
      share(score.unique),
      share(score.uniqueAndFirst, score.unique),
      milliseconds(score.times[reports >> 1]),
      milliseconds(score.times.at(-1)),
      share(score.capped),
    ]),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

const tables: Record<string, string> = {
  'docs/speed.md': table([
    'wrong cells',
    'true set listed',
    'listed first',
    'only one set possible',
    'of these right',
    'median',
    'worst',
    'ended by the bound',
  ]),
  'docs/speed.zh-CN.md': table([
    '错格数',
    '真正的错格在所列之中',
    '列在首位',
    '只有一种改法',
    '其中正确',
    '中位耗时',
    '最长耗时',
    '到达限度',
  ]),
};

console.log(`${reports} random reports for each line\n\n${tables['docs/speed.md']}`);

if (process.argv.includes('--write'))
  for (const [name, rows] of Object.entries(tables)) await writeTable(name, 'bench:diagnose', rows);
