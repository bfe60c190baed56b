import type { Extraction } from '../extraction.ts';
import type { Form } from '../forms/schema.ts';
import type { Issue } from '../issue.ts';
import type { Block, SourceDocument } from '../source/blocks.ts';
import { tight } from '../text/label.ts';
import { announcements } from './announcement.ts';
import { sameName } from './body-name.ts';
import type { Evidenced } from './evidenced.ts';
import { notOneYear } from './part-of-year.ts';
import { publisherIn } from './publisher.ts';
import { openingYear, periodYear } from './report-period.ts';
import { folded, readTitle, type Title, type Wordings, wordingsOf } from './report-title.ts';
import { isGovernment, ownEndings } from './self-reference.ts';
import { filledIn, signatureIn } from './signature.ts';
import { titlesIn } from './title-texts.ts';

/** Who published the report and for which year, each with the phrase it was read from; null where that is missing or in conflict. */
export type Identification = Pick<Extraction, 'authority' | 'year'> & { issues: Issue[] };

/** A title that stands alone in a block, with its body and its year; null where the block is none. */
const titleOf = (block: Block, wordings: Wordings): Title | null => {
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return null;
  if (block.text.length > 60 || !wordings.end.test(folded(block.text).bare)) return null;
  const title = readTitle(block.text.replaceAll('\n', ''), wordings);
  return title?.authority != null && title.year !== null ? title : null;
};

/**
 * Does a title stand between two blocks that names another body or another year than the last one before them? A title that a page
 * repeats, at the head of each sheet for instance, begins nothing.
 */
export const isUnderAnotherTitle = (
  blocks: readonly Block[],
  form: Form,
  above: number,
  below: number,
): boolean => {
  const wordings = wordingsOf(form);
  const between = blocks.slice(above + 1, below).flatMap((block) => titleOf(block, wordings) ?? []);
  if (between.length === 0) return false;
  for (let at = above - 1; at >= 0; at--) {
    const block = blocks[at];
    const before = block ? titleOf(block, wordings) : null;
    if (before)
      return between.some(
        ({ authority, year }) => year !== before.year || !sameName(authority ?? '', before.authority ?? ''),
      );
  }
  return false;
};

/** Distinct values, the first evidence of each. */
const distinct = <Value>(found: readonly Evidenced<Value>[]): Evidenced<Value>[] =>
  found.filter((one, at) => found.findIndex((other) => other.value === one.value) === at);

const said = <Key extends 'authority' | 'year'>(
  from: readonly Title[],
  key: Key,
): Evidenced<NonNullable<Title[Key]>>[] =>
  distinct(
    from.flatMap((one) => {
      const value = one[key];
      return value === null ? [] : [{ value, evidence: one.evidence }];
    }),
  );

/** What was found out, and what is to be said where it was not. */
type Identified<Value> = { found: Evidenced<Value> | null; issues: Issue[] };

/** What the report goes by: its parts of the document, and what its titles and its sentences say. */
type SelfDescription = {
  document: SourceDocument;
  blocks: readonly Block[];
  whole: boolean;
  titles: readonly Title[];
  sentences: ReturnType<typeof announcements>;
};

/** The name of the site above a title without a body (甲县人民政府), where the report calls itself 我局. */
const isOfTheSite = ({ authority, apart }: Title, blocks: readonly Block[]): boolean => {
  if (apart === undefined || authority === null) return false;
  const name = folded(authority).bare;
  if (!isGovernment(name)) return false;
  const endings = ownEndings(
    blocks.flatMap((block) => (block.kind === 'paragraph' ? [folded(block.text).bare] : [])),
  );
  return endings.length > 0 && !endings.some((ending) => ending.test(name));
};

const whoIn = ({ document, blocks, whole, titles, sentences }: SelfDescription): Identified<string> => {
  const names = said(
    titles.filter((title) => !isOfTheSite(title, blocks)),
    'authority',
  );
  const told = said(sentences, 'authority');
  const [first] = names;
  if (!first) {
    const found = told[0] ?? filledIn(blocks) ?? signatureIn(blocks) ?? publisherIn(document, blocks, whole);
    return { found, issues: found ? [] : [{ code: 'authority_missing' }] };
  }
  const others = names.filter(({ value }) => !sameName(value, first.value));
  const chosen =
    others.length > 0 ? names.filter(({ value }) => told.some((one) => sameName(one.value, value))) : names;
  const longest = chosen.reduce<Evidenced<string> | null>(
    (best, one) => (one.value.length > (best?.value.length ?? 0) ? one : best),
    null,
  );
  if (
    longest !== null &&
    (others.length === 0 || chosen.every(({ value }) => sameName(value, longest.value)))
  )
    return { found: longest, issues: [] };
  return { found: null, issues: [{ code: 'authority_conflict', candidates: [first, ...others] }] };
};

const whenIn = ({ blocks, titles, sentences }: SelfDescription, body: string | null): Identified<number> => {
  const partly = titles.find(({ evidence }) => notOneYear.test(tight(evidence)));
  if (partly) return { found: null, issues: [{ code: 'part_of_year', evidence: partly.evidence }] };
  const years = said(titles, 'year');
  const period = periodYear(blocks);
  const texts = [...(period ? [period] : []), ...said(sentences, 'year')];
  const [first] = years;
  if (!first) {
    const found = texts[0] ?? openingYear(blocks, body);
    return { found, issues: found ? [] : [{ code: 'year_missing' }] };
  }
  const confirmed = years.filter(({ value }) => texts.some((one) => one.value === value));
  if (years.length > 1 && confirmed.length !== 1)
    return { found: null, issues: [{ code: 'year_conflict', candidates: years }] };
  return { found: confirmed[0] ?? first, issues: [] };
};

/**
 * What titles say goes before what sentences say, that before a signature, and that before a publisher. Where titles say several things,
 * the one that the text of the report says as well is taken; where it says none of them or more than one, it stays open.
 *
 * @param blocks the part of the document that belongs to the report.
 * @param form whose reports are called so.
 * @param whole true where the document holds one report only, so that its title and metas speak of it.
 */
export const identify = (
  document: SourceDocument,
  blocks: readonly Block[],
  form: Form,
  whole: boolean,
): Identification => {
  const titles = titlesIn(document, blocks, form, whole);
  const told = { document, blocks, whole, titles, sentences: announcements(blocks, wordingsOf(form)) };
  const who = whoIn(told);
  const when = whenIn(told, who.found?.value ?? null);
  return { year: when.found, authority: who.found, issues: [...when.issues, ...who.issues] };
};
