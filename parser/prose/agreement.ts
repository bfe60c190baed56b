import type { Claim } from '../extraction.ts';

/** A count as it was set against its cells, before the others of its paragraph were asked. */
export type Heard = {
  claim: Claim;
  /** All cells that its words may mean. */
  readings: string;
  /** Where its sentence begins. */
  sentence: number;
  /** Applications, or reviews and lawsuits. */
  family: 'requests' | 'disputes';
  /** What the cells say of the number, whatever the words leave open. */
  outcome: Claim['outcome'];
  /**
   * `none`: the frame is complete. `slight`: a slot of it (the body, the counter, what the number is a part of) is filled, but by a word that
   * might mean another. `open`: words stand in it that are not understood. `grave`: a slot is filled with something that the tables do not
   * count.
   */
  doubt: 'none' | 'slight' | 'open' | 'grave';
  /** Its own words say that it is about disclosure, or it counts applications. */
  tied: boolean;
};

/** A one agrees with one cell or another of most tables. */
const telling = 2;
/** So many others have to agree, by how great the doubt is. */
const needed = { slight: 1, open: 2 };

/**
 * Solves the counts of one paragraph together: where a doubt is not grave, a number is called wrong only if other counts of its kind agree with the
 * tables, which shows that the paragraph speaks of what they count, and no second one contradicts them.
 *
 * @returns the claims that are changed by that, with what they become.
 */
export const settled = (heard: readonly Heard[]): ReadonlyMap<Claim, Claim> => {
  const tallied = {
    requests: { agreeing: new Set<string>(), against: 0 },
    disputes: { agreeing: new Set<string>(), against: 0 },
  };
  /** Cells whose number the text has. */
  const taken = new Set<string>();
  /** What one sentence, and the paragraph, say of the same cells, where no doubt stands by. */
  const said = new Map<string, Set<number>>();
  for (const one of heard) {
    const { family, outcome, doubt, claim } = one;
    if (outcome === 'satisfied') taken.add(cellsOf(claim));
    if (outcome === 'satisfied' || doubt === 'none') {
      for (const place of [placeOf(one), one.readings])
        said.set(place, (said.get(place) ?? new Set()).add(claim.value));
    }
    if (doubt === 'grave') continue;
    if (outcome === 'satisfied' && claim.value >= telling)
      tallied[family].agreeing.add(`${cellsOf(claim)} ${claim.value}`);
    if (outcome === 'violated') tallied[family].against++;
  }
  const changed = new Map<Claim, Claim>();
  for (const one of heard) {
    const { claim, family, outcome, doubt } = one;
    if (doubt === 'grave' || outcome !== 'violated') continue;
    if (doubt === 'none') {
      // 政府信息公开行政诉讼10件，行政许可类行政诉讼9件: one sentence counts two things.
      // 政府信息公开行政复议14件。政府采购投诉2件，行政复议1件: the paragraph has counted those about disclosure.
      if (several(said, placeOf(one)) || (!one.tied && several(said, one.readings)))
        changed.set(claim, { ...claim, scope: 'unknown', outcome: 'undetermined' });
      continue;
    }
    // The cell has its number: 全市收到2204件，我区收到227件; 收到申请146件，申请事项180个.
    if (one.readings.split(' ').some((cells) => taken.has(cells))) continue;
    const { agreeing, against } = tallied[family];
    if (agreeing.size >= needed[doubt] && against === 1)
      changed.set(claim, { ...claim, scope: 'whole', outcome: 'violated' });
  }
  return changed;
};

const several = (said: ReadonlyMap<string, ReadonlySet<number>>, place: string): boolean =>
  (said.get(place)?.size ?? 0) > 1;
const cellsOf = ({ about }: Claim): string => about?.join() ?? '';
const placeOf = ({ sentence, readings }: Heard): string => `${sentence} ${readings}`;
