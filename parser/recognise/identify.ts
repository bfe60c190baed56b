import type { Extraction } from '../extraction.ts';
import type { Form } from '../forms/schema.ts';
import type { Issue } from '../issue.ts';
import type { Block, SourceDocument } from '../source/blocks.ts';
import { tight } from '../text/label.ts';
import { announcements } from './announcement.ts';
import { partOfYear } from './part-of-year.ts';
import { openingYear, periodYear } from './report-period.ts';
import { folded, readTitle, type Title, type Wordings, wordingsOf } from './report-title.ts';
import { filledIn, signatureIn } from './signature.ts';
import { titlesIn } from './title-texts.ts';

/** Who published the report and for which year, each with the phrase it was read from; null where that is missing or in conflict. */
export type Identification = Pick<Extraction, 'authority' | 'year'> & { issues: Issue[] };

type Found<Value> = { value: Value; evidence: string };

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

/** Names of which one contains the other are one name, told at different length: 济宁市兖州区, 济宁市兖州区人民政府. */
const sameName = (a: string, b: string): boolean => a.includes(b) || b.includes(a);

/** Distinct values, the first evidence of each. */
const distinct = <Value>(found: readonly Found<Value>[]): Found<Value>[] =>
  found.filter((one, at) => found.findIndex((other) => other.value === one.value) === at);

const said = <Key extends 'authority' | 'year'>(
  from: readonly Title[],
  key: Key,
): Found<NonNullable<Title[Key]>>[] =>
  distinct(
    from.flatMap((one) => {
      const value = one[key];
      return value === null ? [] : [{ value, evidence: one.evidence }];
    }),
  );

/**
 * What titles say goes before what sentences say, and that before a signature. Where titles say several things, the one that the text
 * of the report says as well is taken; where it says none of them or more than one, it stays open.
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
  const issues: Issue[] = [];
  const titles = titlesIn(document, blocks, form, whole);
  const sentences = announcements(blocks, wordingsOf(form));

  const partly = titles.find(({ evidence }) => partOfYear.test(tight(evidence)));
  const years = said(titles, 'year');
  const period = periodYear(blocks);
  const texts = [...(period ? [period] : []), ...said(sentences, 'year')];
  const confirmed = years.filter(({ value }) => texts.some((one) => one.value === value));
  const year = years.length > 1 && confirmed.length !== 1 ? null : (confirmed[0] ?? years[0]);
  const stated = years.length > 0 ? year : (texts[0] ?? openingYear(blocks));
  if (partly) issues.push({ code: 'part_of_year', evidence: partly.evidence });
  else if (years.length > 1 && !year) issues.push({ code: 'year_conflict', candidates: years });
  else if (!stated) issues.push({ code: 'year_missing' });

  const names = said(titles, 'authority');
  const told = said(sentences, 'authority');
  const alike = (name: string): Found<string>[] => names.filter(({ value }) => sameName(value, name));
  const [first] = names;
  const split = first !== undefined && alike(first.value).length < names.length;
  const chosen = split ? names.filter(({ value }) => told.some((one) => sameName(one.value, value))) : names;
  const longest = chosen.reduce<Found<string> | null>(
    (best, one) => (one.value.length > (best?.value.length ?? 0) ? one : best),
    null,
  );
  const open = split && (longest === null || chosen.some(({ value }) => !sameName(value, longest.value)));
  const body = names.length > 0 ? longest : (told[0] ?? filledIn(blocks) ?? signatureIn(blocks));
  if (open) {
    const others = names.filter(({ value }) => !sameName(value, names[0]?.value ?? ''));
    issues.push({ code: 'authority_conflict', candidates: [...names.slice(0, 1), ...others] });
  } else if (!body) issues.push({ code: 'authority_missing' });

  return { year: partly ? null : (stated ?? null), authority: open ? null : body, issues };
};
