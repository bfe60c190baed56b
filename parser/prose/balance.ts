import type { Claim } from '../extraction.ts';
import type { ProseCells } from '../forms/schema.ts';
import type { Prose } from './clauses.ts';
import { placeOf, type TextPlace } from './counts.ts';
import type { Text } from './text.ts';

/** What a paragraph says came in and what became of it: 新收8件，上年结转783件，办结788件，结转下年度2件. */
export type StatedBalance = TextPlace & {
  /** New and carried over; nothing carried over where the text names none. */
  arrived: number[];
  /** Done and carried forward. */
  left: number[];
  outcome: 'satisfied' | 'violated' | 'undetermined';
  hint?: true;
};

/** 办结 ends an application in every way; what was answered leaves out those that were withdrawn. */
const ends = /办结|办毕|办理|处理|结案/;
const verbReach = 12;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const balanceOf = (prose: Prose, claims: readonly Claim[], ids: ProseCells): StatedBalance[] => {
  // What came in, what was done, what goes on.
  if (claims.length < 3) return [];
  const { requests } = ids;
  const ref = (row: string): string => `${requests.table}.${row}.${requests.total}`;
  const received = ref(requests.received);
  const carriedOver = ref(requests.carriedOver);
  const counted = claims.filter(({ about, scope }) => about !== null && scope !== 'other_period');
  // What speaks of parts of the body cannot be added up.
  if (counted.some(({ scope }) => scope === 'part')) return [];
  const of = (...cells: string[]): Claim[] => counted.filter(({ about }) => about?.join() === cells.join());
  const [news, both, olds, dones, nexts] = [
    of(received),
    of(received, carriedOver),
    of(carriedOver),
    of(ref(requests.processed)),
    of(ref(requests.carriedForward)),
  ];
  const arrivals = [...news, ...both];
  const [arrival] = arrivals;
  const [done] = dones;
  const [next] = nexts;
  if (!arrival || !done || !next || arrivals.length + dones.length + nexts.length !== 3 || olds.length > 1)
    return [];
  const arrived = [arrival.value, ...olds.map(({ value }) => value)];
  const left = [done.value, next.value];
  const goes = sum(left);
  // 收到 may hold those carried over, and a text may leave them out.
  const holds = sum(arrived) === goes || arrival.value === goes;
  const complete = olds.length === 1 || both.length === 1;
  const sure = complete && ends.test(prose.text.slice(Math.max(0, done.at - verbReach), done.at));
  const involved = [arrival, ...olds, done, next].map(({ at }) => at);
  const folded = (at: number): number => Math.max(0, prose.folded.at.indexOf(at));
  const from = folded(Math.min(...involved));
  const to = folded(Math.max(...involved));
  return [
    {
      ...placeOf(prose, from, to + 1, from),
      arrived,
      left,
      outcome: holds ? 'satisfied' : sure ? 'violated' : 'undetermined',
      ...(!holds && !sure && complete ? { hint: true as const } : {}),
    },
  ];
};

/** The balances that paragraphs of a text state, each on its own, whatever the tables say. */
export const statedBalances = (text: Text, claims: readonly Claim[], start: number): StatedBalance[] => {
  const byBlock = Map.groupBy(claims, ({ block }) => block - start);
  return text.flatMap((prose) =>
    prose.cells ? balanceOf(prose, byBlock.get(prose.index) ?? [], prose.cells) : [],
  );
};
