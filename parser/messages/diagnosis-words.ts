import type { Check, Diagnosis } from '../extraction.ts';
import { refParts } from '../text/ref.ts';
import type { Catalogue, GuessParts, Naming } from './catalogue.ts';
import { printed } from './figure.ts';
import type { DiagnosisText } from './words.ts';

type Changes = Diagnosis['alternatives'][number]['changes'];
type SaidChange = Changes[number];

/** What a diagnosis says in one language. `checks`: those of its report, to name the part that a total may have missed. */
export const diagnosisWords = (
  { explains, alternatives, capped }: Diagnosis,
  checks: readonly Check[],
  catalogue: Catalogue,
  naming: Naming,
): DiagnosisText => {
  const sentence = ({ changes, likely }: Diagnosis['alternatives'][number]): string =>
    catalogue.alternative(
      changes.map(({ ref, from, to }) =>
        catalogue.change(naming.cell(ref), from === null ? null : printed(from), printed(to)),
      ),
      explains.length,
      likely === null ? null : catalogue.guesses[likely](guessParts(changes, checks, naming)),
    );
  const alone = alternatives.length === 1 && !capped;
  return {
    alternatives: alternatives.map(sentence),
    remark:
      alternatives.length === 0
        ? catalogue.noAlternative
        : alone
          ? null
          : catalogue.otherAlternatives(alternatives.length, capped),
  };
};

const guessParts = (changes: Changes, checks: readonly Check[], naming: Naming): GuessParts => {
  const [change, ...more] = changes;
  if (!change) return { by: '0', grows: false, zero: false, part: null };
  const by = change.to - (change.from ?? 0);
  const part = more.length > 0 ? null : missedPart(change, checks);
  return {
    by: printed(Math.abs(by)),
    grows: by > 0,
    zero: change.from === 0,
    part: part === null ? null : lineOf(part, change.ref, naming),
  };
};

/**
 * The part that a total left out, or took twice: the only one whose figure is the whole difference.
 * null where none or several have it: then the figures do not tell which.
 */
const missedPart = ({ ref, from, to }: SaidChange, checks: readonly Check[]): string | null => {
  const difference = Math.abs(to - (from ?? 0));
  const found = checks.flatMap(({ terms }) => {
    const [total, ...others] = terms.filter(({ weight }) => weight === -1);
    if (total?.ref !== ref || others.length > 0) return [];
    return terms.filter(({ weight, value }) => weight === 1 && value === difference);
  });
  const [only, ...more] = found;
  return only && more.length === 0 ? only.ref : null;
};

/** A part as its row or its column, whichever tells it from its total. */
const lineOf = (part: string, total: string, naming: Naming): string => {
  const { table, row, column } = refParts(part);
  return row === refParts(total).row ? naming.column(table, column) : naming.row(table, row);
};
