import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { readingsOf } from '../../parser/extract.ts';
import type { Claim } from '../../parser/extraction.ts';
import { proseFindings } from '../../parser/prose/prose-findings.ts';
import { readHtml } from '../../parser/source/html/html.ts';
import { clerks, counties, offices, provinces, triedAuthors } from './authors.ts';
import { claimsOf, labelled } from './prose-labelled.ts';
import { triedWordings } from './wordings.ts';

/**
 * `npm run score:prose`: how well the text is read, on sentences that were labelled before anything read them.
 *
 * Of each set a part is held back: words and ways of reading are mended on the other. The parts are cut by the words of the sentence, so that
 * one sentence with different numbers is wholly in one of them. `--show PART` lists what failed in that part.
 */

type Ratio = [right: number, of: number];
type Score = {
  alarms: number;
  sentences: number;
  free: Ratio;
  within: Ratio;
  denials: Ratio;
  counts: Ratio;
  findings: Map<string, { found: number; wrong: number; alarms: number; right: number }>;
};

const { values } = parseArgs({ options: { show: { type: 'string' } } });

const emptyScore = (): Score => ({
  alarms: 0,
  sentences: 0,
  free: [0, 0],
  within: [0, 0],
  denials: [0, 0],
  counts: [0, 0],
  findings: new Map(),
});

/** One of five parts of a set, by the words of a sentence without its numbers. */
const fifthOf = (sentence: string): number => {
  let hash = 7;
  for (const character of sentence.replaceAll(/[0-9.%+]+/g, '').slice(0, 24))
    hash = (hash * 31 + character.charCodeAt(0)) % 1_000_003;
  return hash % 5;
};

const tally = (ratio: Ratio, right: boolean): void => {
  ratio[1]++;
  if (right) ratio[0]++;
};

type Expected = {
  url: string;
  kind: 'agrees' | 'contradicts' | 'denies' | 'trap' | 'finding' | 'no_finding';
  of?: string;
  sentence: string;
  counts?: { n: number; label: string }[];
  changed?: number;
  label?: string;
  within?: boolean;
  unscored?: number[];
};

const shared = new URL('../../../shared/prose/', import.meta.url);

const scoreShared = (belongs: (sentence: string) => boolean, show: (text: string) => void): Score => {
  const lines = (text: string) => text.trim().split('\n');
  const pages = new Map(
    lines(gunzipSync(readFileSync(new URL('pages.ndjson.gz', shared))).toString())
      .map((line) => JSON.parse(line) as { url: string; html: string })
      .map(({ url, html }) => [url, html]),
  );
  const score = emptyScore();
  for (const line of lines(readFileSync(new URL('expected.jsonl', shared), 'utf8'))) {
    const one = JSON.parse(line) as Expected;
    if (!belongs(one.sentence)) continue;
    score.sentences++;
    const document = readHtml(pages.get(one.url) ?? '');
    const [reading] = readingsOf(document, { url: one.url, sha256: '', bytes: 0, format: 'html' });
    if (!reading) continue;
    const { claims } = reading.extraction;
    const violated = claims.filter(
      ({ outcome, value }) => outcome === 'violated' && !one.unscored?.includes(value),
    );
    const alarm = (wrong: readonly Claim[]): void => {
      if (wrong.length === 0) return;
      score.alarms++;
      show(
        `ALARM ${one.sentence}\n   ${wrong.map(({ quote, value, about }) => `${value} ${quote} → ${about}`).join(' | ')}`,
      );
    };
    const missed = (what: string): void => show(`missed ${what}: ${one.sentence}`);
    if (one.kind === 'agrees' || one.kind === 'trap') {
      alarm(violated);
      for (const { n, label } of one.counts ?? []) {
        const seen = claims.some(({ value, outcome }) => value === n && outcome === 'satisfied');
        tally(score.counts, seen);
        if (!seen) missed(`agreeing ${n} (${label})`);
      }
    } else if (one.kind === 'denies') {
      tally(score.denials, violated.length > 0);
      if (violated.length === 0) missed('denial');
    } else if (one.kind === 'contradicts') {
      const hit = violated.some(({ value }) => value === one.changed);
      tally(one.within ? score.within : score.free, hit);
      if (!hit) missed(`${one.within ? 'within ' : ''}${one.changed} (${one.label})`);
      alarm(violated.filter(({ value }) => value !== one.changed));
    } else {
      const found = proseFindings(reading.text, reading.extraction, reading.start).filter(
        ({ outcome }) => outcome === 'violated',
      );
      const of = one.of ?? '';
      const row = score.findings.get(of) ?? { found: 0, wrong: 0, alarms: 0, right: 0 };
      score.findings.set(of, row);
      if (one.kind === 'finding') {
        row.wrong++;
        if (found.length > 0) row.found++;
        else missed(of);
      } else {
        row.right++;
        if (found.length > 0) {
          row.alarms++;
          show(`ALARM ${of} ${one.sentence}\n   ${JSON.stringify(found[0]).slice(0, 300)}`);
        }
      }
    }
  }
  return score;
};

const scoreOwn = (belongs: (sentence: string) => boolean, show: (text: string) => void): Score => {
  const score = emptyScore();
  for (const one of labelled) {
    if (!belongs(one.text)) continue;
    score.sentences++;
    const claims = claimsOf(one);
    for (const { at, sign } of one.marks) {
      const claim = claims.find((said) => said.at === at);
      if (sign === '!') tally(score.free, claim?.outcome === 'violated');
      if (sign === '=') tally(score.counts, claim?.outcome === 'satisfied');
      const right = sign === '!' ? 'violated' : sign === '=' ? 'satisfied' : null;
      if (right !== null && claim?.outcome !== right)
        show(`missed ${sign} ${one.text.slice(at, at + 6)}: ${one.text}`);
    }
    const wrong = claims.filter(
      ({ at, outcome }) =>
        outcome === 'violated' && !one.marks.some((mark) => mark.at === at && mark.sign === '!'),
    );
    if (wrong.length > 0) {
      score.alarms++;
      show(`ALARM ${one.text}\n   ${wrong.map(({ value, about }) => `${value} → ${about}`).join(' | ')}`);
    }
  }
  return score;
};

const rate = (name: string, [right, of]: Ratio): string =>
  of === 0 ? '' : ` | ${name} ${(right / of).toFixed(3)} (${right}/${of})`;

const print = (name: string, score: Score): void => {
  const findings = [...score.findings].map(
    ([of, { found, wrong, alarms, right }]) => ` | ${of} ${found}/${wrong}, alarms ${alarms}/${right}`,
  );
  console.info(
    `${name}: ${score.sentences} sentences, alarms ${score.alarms}${rate('free', score.free)}${rate('behind 其中', score.within)}` +
      `${rate('denials', score.denials)}${rate('agreeing', score.counts)}${findings.join('')}`,
  );
};

const heldBack = (sentence: string, fifths: number): boolean => fifthOf(sentence) < fifths;
const parts: [string, (show: (text: string) => void) => Score][] = [
  ['own', (show) => scoreOwn((sentence) => !heldBack(sentence, 1), show)],
  ['own-held', (show) => scoreOwn((sentence) => heldBack(sentence, 1), show)],
];
if (existsSync(shared))
  parts.unshift(
    ['shared', (show) => scoreShared((sentence) => !heldBack(sentence, 2), show)],
    ['shared-held', (show) => scoreShared((sentence) => heldBack(sentence, 2), show)],
  );
for (const [name, score] of parts) print(name, score(values.show === name ? console.info : () => {}));

const { agreeing, wrong, denials, alarms, missed } = triedWordings();
console.info(
  `wordings: alarms ${alarms.length}${rate('free and behind 其中', wrong)}${rate('denials', denials)}${rate('agreeing', agreeing)}`,
);

if (values.show === 'wordings') console.info([...alarms.map((one) => `ALARM ${one}`), ...missed].join('\n'));
const hands = (['tuned', 'held'] as const).flatMap((half) => [
  { name: `authors-${half}`, tried: triedAuthors(half) },
  { name: `provinces-${half}`, tried: triedAuthors(half, provinces) },
  { name: `offices-${half}`, tried: triedAuthors(half, offices) },
  { name: `clerks-${half}`, tried: triedAuthors(half, clerks) },
  { name: `counties-${half}`, tried: triedAuthors(half, counties) },
]);
for (const { name, tried } of hands) {
  console.info(
    `${name}: ${tried.sentences} sentences, alarms ${tried.alarms.length}${rate('free', tried.free)}${rate('behind 其中', tried.within)}` +
      `${rate('denials', tried.denials)}${rate('sums', tried.sums)}${rate('shares', tried.shares)}${rate('twice', tried.twice)}${rate('agreeing', tried.agreeing)}`,
  );
  if (values.show === name)
    console.info([...tried.alarms.map((one) => `ALARM ${one}`), ...tried.missed].join('\n'));
}
