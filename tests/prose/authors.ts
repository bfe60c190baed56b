import { readFileSync } from 'node:fs';
import type { Claim, Fact } from '../../parser/extraction.ts';
import { disclosure2021 } from '../../parser/forms/disclosure/edition-2021.ts';
import { readProse } from '../../parser/prose/prose.ts';
import { type ProseFinding, proseFindings } from '../../parser/prose/prose-findings.ts';
import { textOf } from '../../parser/prose/text.ts';
import { type Printed, reportOf, route } from '../check/figures.ts';
import { type Piece, piecesOf, written } from './pieces.ts';

/**
 * Sentences in as many hands as there are, in `authors.json`, `provinces.json`, `offices.json`, `clerks.json` and `counties.json`, by what they put into words. They were written before anything read them; those
 * under `held` are no example for anybody who mends the reading. `¶` parts paragraphs; `@body@` in front names the body that speaks,
 * `@body|2024|small@` also its year and which of the two reports it is read against.
 */

const requests: Record<string, number> = {
  received_new: 146,
  carried_over: 9,
  total_processed: 148,
  carried_forward: 7,
  granted: 61,
  partially_granted: 19,
  denied_state_secret: 2,
  denied_third_party_rights: 6,
  denied_internal_affairs: 5,
  denied_process_information: 7,
  denied_enforcement_case_file: 3,
  unavailable_not_held: 21,
  unavailable_requires_creation: 4,
  unavailable_unclear_after_correction: 3,
  not_processed_petition_or_complaint: 6,
  not_processed_repeated: 4,
  other_not_corrected_in_time: 4,
  other_other: 3,
};

const applicants = [
  'natural_person',
  'commercial_enterprise',
  'research_institution',
  'public_interest_organisation',
  'legal_service_institution',
  'other_organisation',
];
const applicantsOf = (row: string, numbers: readonly number[]): Printed =>
  Object.fromEntries(applicants.map((column, at) => [`requests.${row}.${column}`, numbers[at] ?? 0]));

type Tables = { facts: readonly Fact[]; values: Readonly<Record<string, number>> };

const largeFacts: readonly Fact[] = reportOf(disclosure2021, {
  ...Object.fromEntries(Object.entries(requests).map(([row, value]) => [`requests.${row}.total`, value])),
  ...applicantsOf('received_new', [121, 17, 2, 1, 3, 2]),
  ...applicantsOf('carried_over', [6, 3, 0, 0, 0, 0]),
  ...applicantsOf('total_processed', [121, 19, 2, 1, 3, 2]),
  ...applicantsOf('carried_forward', [6, 1, 0, 0, 0, 0]),
  ...route('reconsideration', 8, 3, 1, 2, 14),
  ...route('litigation_direct', 3, 0, 1, 1, 5),
  ...route('litigation_after_reconsideration', 2, 1, 0, 1, 4),
});

/** Named as in `wordings.ts`; D4 is the third party's rights, D7 the case file. */
const largeValues: Record<string, number> = {
  ...{ N: 146, C: 9, T: 148, F: 7, NC: 155, G: 61, P: 19, GP: 80, D: 23, D1: 2, D4: 6, D5: 5, D6: 7, D7: 3 },
  ...{ U: 28, U1: 21, U2: 4, U3: 3, X: 10, X1: 6, X2: 4, O: 7, O1: 4 },
  ...{ 'N.n': 121, 'N.b': 17, 'N.r': 2, 'N.s': 1, 'N.l': 3, 'N.o': 2, 'N.org': 25 },
  ...{ K: 14, Ku: 8, Kc: 3, Ko: 1, Kp: 2, L: 9, L1: 5, L2: 4, Lu: 5, Lc: 1, Lo: 1, Lp: 2 },
};

/** An office to which hardly anybody wrote. */
const smallFacts: readonly Fact[] = reportOf(
  disclosure2021,
  Object.assign(
    Object.fromEntries(
      Object.entries({
        ...{ received_new: 6, carried_over: 1, total_processed: 5, carried_forward: 2 },
        ...{ granted: 2, partially_granted: 1, denied_internal_affairs: 1, unavailable_not_held: 1 },
      }).map(([row, value]) => [`requests.${row}.total`, value]),
    ),
    applicantsOf('received_new', [4, 2]),
    applicantsOf('carried_over', [1]),
    applicantsOf('total_processed', [4, 1]),
    applicantsOf('carried_forward', [1, 1]),
    route('reconsideration', 1, 0, 0, 0, 1),
    route('litigation_direct', 0, 0, 0, 0, 0),
    route('litigation_after_reconsideration', 0, 0, 0, 0, 0),
  ),
);

const smallValues: Record<string, number> = {
  ...{ N: 6, C: 1, T: 5, F: 2, NC: 7, G: 2, P: 1, D: 1, D5: 1, U: 1, U1: 1, X: 0, O: 0 },
  ...{ 'N.n': 4, 'N.b': 2, 'N.org': 2, K: 1, Ku: 1, L: 0 },
};

const tables: Readonly<Record<'large' | 'small', Tables>> = {
  large: { facts: largeFacts, values: largeValues },
  small: { facts: smallFacts, values: smallValues },
};

const kinds = ['lists', 'free', 'denials', 'sums', 'shares', 'twice', 'traps'] as const;
type Kind = (typeof kinds)[number];
type Half = Record<Kind, readonly string[]>;

type Author = { body: string; year: number; tables: Tables };

const ourselves: Author = { body: '白石市城市管理局', year: 2022, tables: tables.large };

type Reading = { text: string; claims: Claim[]; found: ProseFinding[] };

/** What is read of a line of this body. Offsets of claims are those of the line. */
const readingOf = (text: string, { body, year, tables: { facts } }: Author): Reading => {
  const starts: number[] = [];
  let start = 0;
  const paragraphs = text.split('¶');
  for (const paragraph of paragraphs) {
    starts.push(start);
    start += paragraph.length + 1;
  }
  const blocks = [
    { kind: 'heading', text: '（二）依申请公开情况' },
    ...paragraphs.map((words) => ({ kind: 'paragraph', text: words })),
  ];
  const words = textOf(blocks, disclosure2021, body);
  const claims = readProse(blocks, disclosure2021, facts, year, body, words);
  const found = proseFindings(words, { year: { value: year, evidence: '' }, claims, facts: [...facts] });
  return {
    text,
    claims: claims.map((claim) => ({ ...claim, at: claim.at + (starts[claim.block - 1] ?? 0) })),
    found: found.filter(({ outcome }) => outcome === 'violated'),
  };
};

type Ratio = [right: number, of: number];
export type AuthorsTried = {
  sentences: number;
  agreeing: Ratio;
  free: Ratio;
  within: Ratio;
  denials: Ratio;
  sums: Ratio;
  shares: Ratio;
  twice: Ratio;
  /** What is called wrong and is right, or in no table, each with its sentence. */
  alarms: string[];
  /** What is wrong and was not found, or agrees and was not seen. */
  missed: string[];
};

const opensList = /其中|包括|[（(：]|含/;

export const provinces = new URL('provinces.json', import.meta.url);
export const offices = new URL('offices.json', import.meta.url);
export const clerks = new URL('clerks.json', import.meta.url);
export const counties = new URL('counties.json', import.meta.url);

/** Reads every sentence of one half as it stands, and with each of its numbers changed. */
export const triedAuthors = (
  half: 'tuned' | 'held',
  file = new URL('authors.json', import.meta.url),
): AuthorsTried => {
  const sentences = (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Half>)[half];
  const tried: AuthorsTried = {
    sentences: 0,
    ...{ agreeing: [0, 0], free: [0, 0], within: [0, 0], denials: [0, 0] },
    ...{ sums: [0, 0], shares: [0, 0], twice: [0, 0], alarms: [], missed: [] },
  };
  for (const kind of kinds)
    for (const line of sentences?.[kind] ?? []) {
      const { author, words } = authorOf(line);
      tryLine(kind, author, piecesOf(words, author.tables.values), tried);
    }
  return tried;
};

const authorOf = (line: string): { author: Author; words: string } => {
  const [, name, words] = /^@([^@]+)@(.*)$/.exec(line) ?? [];
  if (name === undefined || words === undefined) return { author: ourselves, words: line };
  const [body = name, year, size] = name.split('|');
  return {
    author: {
      body,
      year: year === undefined ? ourselves.year : Number(year),
      tables: size === 'small' ? tables.small : tables.large,
    },
    words,
  };
};

const tryLine = (kind: Kind, author: Author, pieces: readonly Piece[], tried: AuthorsTried): void => {
  tried.sentences++;
  const plain = written(pieces, null);
  const reading = readingOf(plain.text, author);
  const denies = kind === 'denials';
  const alarm = ({ claims, found, text }: Reading, but: number | null): void => {
    const wrong = claims.filter(
      ({ at, outcome, value }) => outcome === 'violated' && at !== but && !(denies && value === 0),
    );
    for (const { value, about } of wrong) tried.alarms.push(`${value} → ${about}: ${text}`);
    if (but === null) for (const one of found) tried.alarms.push(`${one.kind} ${one.quote}: ${text}`);
  };
  const tally = (ratio: Ratio, right: boolean, what: string): void => {
    ratio[1]++;
    if (right) ratio[0]++;
    else tried.missed.push(what);
  };
  alarm(reading, null);
  pieces.forEach((piece, position) => {
    const at = plain.at[position] ?? 0;
    if (piece.kind === 'denial') {
      const found = reading.claims.some(
        (one) =>
          one.value === 0 &&
          one.outcome === 'violated' &&
          one.at >= at - 2 &&
          one.at <= at + piece.text.length + 2,
      );
      tally(tried.denials, found, `denial ${piece.text}: ${plain.text}`);
    }
    if (piece.kind === 'number' && kind !== 'twice')
      tally(
        tried.agreeing,
        reading.claims.some((one) => one.at === at && one.outcome === 'satisfied'),
        `agreeing ${piece.text}: ${plain.text}`,
      );
    if (piece.wrong === null) return;
    const changed = readingOf(written(pieces, position).text, author);
    const seen = changed.claims.some((one) => one.at === at && one.outcome === 'violated');
    alarm(changed, at);
    if (kind === 'sums' || kind === 'shares') {
      tally(tried[kind], changed.found.length > 0, `${kind} ${piece.wrong}: ${changed.text}`);
    } else if (kind === 'twice') {
      // Only what is said in both paragraphs.
      const told = pieces.filter(({ text, kind: of }) => of === piece.kind && text === piece.text).length;
      if (told > 1) tally(tried.twice, changed.found.length > 0, `twice ${piece.wrong}: ${changed.text}`);
    } else if (piece.kind === 'number') {
      const within = kind === 'lists' && opensList.test(plain.text.slice(0, at));
      tally(
        within ? tried.within : tried.free,
        seen,
        `${within ? 'within' : 'free'} ${piece.wrong}: ${changed.text}`,
      );
    }
  });
};
