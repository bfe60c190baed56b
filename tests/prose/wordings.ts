import { readFileSync } from 'node:fs';
import type { Claim, Fact } from '../../parser/extraction.ts';
import { disclosure2021 } from '../../parser/forms/disclosure/edition-2021.ts';
import { readProse } from '../../parser/prose/prose.ts';
import { reportOf, route } from '../check/figures.ts';
import { type Piece, piecesOf, written } from './pieces.ts';

/**
 * Ways in which reports put their numbers, in `wordings.txt`: `{N}` is a number of the tables below, `{?40}` one that they do not hold, `[未收到|N]`
 * denies what they hold. `@bureau` names the body that speaks in the lines after it. Each number is tried as it stands and changed.
 */

const requests: Record<string, number> = {
  received_new: 58,
  carried_over: 3,
  total_processed: 55,
  carried_forward: 6,
  granted: 20,
  partially_granted: 9,
  denied_state_secret: 1,
  denied_internal_affairs: 2,
  denied_process_information: 4,
  unavailable_not_held: 7,
  unavailable_requires_creation: 3,
  unavailable_unclear_after_correction: 2,
  not_processed_petition_or_complaint: 2,
  not_processed_repeated: 1,
  other_not_corrected_in_time: 3,
  other_other: 1,
};

const facts: readonly Fact[] = reportOf(
  disclosure2021,
  {
    ...Object.fromEntries(
      Object.entries(requests).flatMap(([row, value]) => [
        [`requests.${row}.total`, value],
        [`requests.${row}.natural_person`, value],
      ]),
    ),
    'requests.received_new.natural_person': 50,
    'requests.received_new.commercial_enterprise': 5,
    'requests.received_new.other_organisation': 3,
    ...route('reconsideration', 5, 2, 1, 3, 11),
    ...route('litigation_direct', 2, 1, 0, 1, 4),
    ...route('litigation_after_reconsideration', 3, 1, 1, 1, 6),
  },
  '0',
);

/** Rows 一 二 三（七） 四, 一 + 二, groups （一）–（六） and rows of them; applicants of row 一; reviews and lawsuits with their outcomes. */
const values: Record<string, number> = {
  ...{ N: 58, C: 3, T: 55, F: 6, NC: 61, G: 20, P: 9, D: 7, D1: 1, D5: 2, D6: 4, U: 12, U1: 7, U2: 3, U3: 2 },
  ...{ X: 3, X1: 2, X2: 1, O: 4, O1: 3, 'N.n': 50, 'N.b': 5, 'N.o': 3, 'N.org': 8 },
  ...{ K: 11, L: 10, Ku: 5, Kc: 2, Ko: 1, Kp: 3, L1: 4, L2: 6 },
};

const bodies: Record<string, string> = {
  bureau: '白石市城市管理局',
  county: '白石县人民政府',
  street: '白石区石口街道办事处',
};

type Line = { body: string; pieces: Piece[] };

const lines = (): Line[] => {
  let body = bodies.bureau ?? '';
  return readFileSync(new URL('wordings.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .flatMap((line): Line[] => {
      if (!line.startsWith('@')) return [{ body, pieces: piecesOf(line, values) }];
      body = bodies[line.slice(1).replace(/-deny$|^trap$/, '')] ?? bodies.bureau ?? '';
      return [];
    });
};

type Reading = { text: string; at: number[]; claims: Claim[] };

const readingOf = ({ body, pieces }: Line, wrong: number | null): Reading => {
  const { text, at } = written(pieces, wrong);
  const blocks = [
    { kind: 'heading', text: '（二）依申请公开情况' },
    { kind: 'paragraph', text },
  ];
  return {
    text,
    at,
    claims: readProse(blocks, disclosure2021, facts, 2022, body).filter(({ block }) => block === 1),
  };
};

export type Tried = {
  /** Numbers as they stand: how many agree. */
  agreeing: [number, number];
  /** Changed numbers: how many are called wrong. */
  wrong: [number, number];
  denials: [number, number];
  /** Numbers called wrong that are right, or that no table holds. */
  alarms: string[];
  missed: string[];
};

const tally = (ratio: [number, number], right: boolean, missed: string[], what: string): void => {
  ratio[1]++;
  if (right) ratio[0]++;
  else missed.push(what);
};

/** Reads every wording, as it stands and with each of its numbers changed. */
export const triedWordings = (): Tried => {
  const tried: Tried = { agreeing: [0, 0], wrong: [0, 0], denials: [0, 0], alarms: [], missed: [] };
  for (const line of lines()) {
    const plain = readingOf(line, null);
    const denies = line.pieces.some(({ kind }) => kind === 'denial');
    const alarm = ({ text, claims }: Reading, but: number | null): void => {
      for (const { at, outcome, value } of claims)
        if (outcome === 'violated' && at !== but && !(denies && value === 0))
          tried.alarms.push(`${value}: ${text}`);
    };
    alarm(plain, null);
    line.pieces.forEach(({ kind, text: words }, position) => {
      const at = plain.at[position] ?? 0;
      if (kind === 'denial')
        tally(
          tried.denials,
          plain.claims.some(
            (one) =>
              one.value === 0 &&
              one.outcome === 'violated' &&
              one.at >= at - 2 &&
              one.at <= at + words.length + 2,
          ),
          tried.missed,
          `denial ${words}: ${plain.text}`,
        );
      if (kind !== 'number') return;
      tally(
        tried.agreeing,
        plain.claims.some((one) => one.at === at && one.outcome === 'satisfied'),
        tried.missed,
        `agreeing ${words}: ${plain.text}`,
      );
      const reading = readingOf(line, position);
      tally(
        tried.wrong,
        reading.claims.some((one) => one.at === at && one.outcome === 'violated'),
        tried.missed,
        `wrong ${words}: ${reading.text}`,
      );
      alarm(reading, at);
    });
  }
  return tried;
};
