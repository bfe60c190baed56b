import { tables } from '../../parser/tables.ts';
import { type Score, scoreOf, sumOf, tiersOf } from '../tables/found.ts';
import { type Invented, invent, random } from '../tables/invented.ts';
import { isHeldBack, layouts } from '../tables/layouts.ts';
import { type Plant, plant } from '../tables/plant.ts';
import { drawLayout } from '../tables/random.ts';

/** `npm run bench:tables [seed]`: precision and recall of the totals found in invented tables, digits planted in them, and time. */

const seed = Number(process.argv[2] ?? 20190415);
const rate = (a: number, b: number): string => (b === 0 ? 'n/a' : (a / b).toFixed(4));

const said = (name: string, tablesOf: readonly Invented[]): void => {
  const score: Score = sumOf(tablesOf.map(scoreOf));
  const next = random(seed);
  const plants = tablesOf.flatMap((one) =>
    [plant(one, next), plant(one, next)].flatMap((each): Plant[] => (each ? [each] : [])),
  );
  const found = (support: Plant['support']): string => {
    const those = plants.filter((one) => one.support === support);
    return `${those.filter((one) => one.found).length}/${those.length}`;
  };
  const accused = plants.reduce((sum, one) => sum + one.accused, 0);
  const hits = plants.filter((one) => one.found).length;
  console.log(
    `${name}: ${tablesOf.length} tables | equations P ${rate(score.right, score.predicted)} (${score.right}/${score.predicted}) R ${rate(score.found, score.known)} (${score.found}/${score.known}) | asserted without an error ${score.asserted} | planted digits: precision ${rate(hits, hits + accused)}, found with two lines more ${found('more')}, one ${found('one')}, none ${found('none')}, hidden by rounding ${found('hidden')}`,
  );
  for (const [tier, { predicted, right }] of Object.entries(tiersOf(tablesOf)))
    console.log(
      `  ${tier}: P ${rate(right, predicted)} (${right}/${predicted}), ${rate(right, score.known)} of all that is known`,
    );
};

const drawnFrom = (choice: (at: number) => boolean): Invented[] =>
  layouts.flatMap((layout, at) =>
    choice(at) ? [1, 2, 3].map((turn) => invent(layout, seed + at * 10 + turn)) : [],
  );

said(
  'layouts',
  drawnFrom((at) => !isHeldBack(at)),
);
said('layouts held back', drawnFrom(isHeldBack));
said(
  'random',
  Array.from({ length: 400 }, (_, at) => invent(drawLayout(seed + at), seed + at)),
);

const source = { path: '', sha256: '', bytes: 0, format: 'html' as const };
const page = drawnFrom(() => true)
  .slice(0, 50)
  .map(({ table }, index) => ({ ...table, index }));
const turns = Array.from({ length: 21 }, () => {
  const before = process.cpuUsage();
  tables({ title: null, metas: [], blocks: page }, source);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}).sort((a, b) => a - b);
console.log(
  `a page of ${page.length} tables: ${turns[10]?.toFixed(1)} ms of CPU, median of ${turns.length}; ${((turns[10] ?? 0) / page.length).toFixed(2)} ms a table`,
);
