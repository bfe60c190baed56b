import type { ComponentChildren } from 'preact';
import type { Check, Extraction } from '../parser/extraction.ts';
import { formOf } from '../parser/forms/registry.ts';
import { printed } from '../parser/messages/figure.ts';
import { namesOf } from '../parser/messages/names.ts';
import type { Language } from '../parser/messages/words.ts';
import { wordsIn } from '../parser/messages/words-in.ts';
import { refParts } from '../parser/text/ref.ts';
import { sideOf } from './cells.ts';
import { useInSight } from './in-sight.ts';
import { panelWordsIn } from './words-in.ts';

type Props = {
  check: Check;
  extraction: Extraction;
  language: Language;
  /** Its cells are marked on the page: then the terms are listed too. */
  shown: boolean;
  onToggle: () => void;
  /** What can be done with the finding. */
  children?: ComponentChildren;
};

type Term = Check['terms'][number];

/** One violated identity: where, which, and the equation with the numbers printed. */
export const Finding = ({ check, extraction, language, shown, onToggle, children }: Props) => {
  const form = extraction.form ? formOf(extraction.form.id) : null;
  const about = wordsIn(language).about({ form, issues: extraction.issues });
  const words = panelWordsIn(language);
  const item = useInSight<HTMLLIElement>(shown);
  const difference = check.difference ?? 0;
  const by = printed(Math.abs(difference));
  return (
    <li ref={item} class={shown ? 'finding shown' : 'finding'}>
      <button type="button" aria-expanded={shown} title={words.show} onClick={onToggle}>
        {/* The spaces part the words for those who hear them. */}
        <span class="where">{about.where(check)}</span>{' '}
        <span class="surplus">{difference > 0 ? words.surplus(by) : words.shortfall(by)}</span>{' '}
        <span class="identity">{about.identity(check)}</span>{' '}
        <span class="equation">
          <Sum check={check} side="left" /> <b class="differs">≠</b> <Sum check={check} side="right" />
        </span>
      </button>
      {shown && (
        <div class="account">
          <Account check={check} extraction={extraction} language={language} side="left" />
          <Account check={check} extraction={extraction} language={language} side="right" />
        </div>
      )}
      {children}
    </li>
  );
};

type EquationSide = 'left' | 'right';

const termsOn = (check: Check, side: EquationSide): Term[] =>
  check.terms.filter((term) => sideOf(term) === side);

/** More terms than this on a side, and only their sum stands in the headline. */
const shortSum = 3;

const Sum = ({ check, side }: { check: Check; side: EquationSide }) => {
  const terms = termsOn(check, side);
  const total = side === 'left' ? check.left : check.right;
  return (
    <span class={`sum ${side}`}>
      {terms.length > shortSum
        ? `${sigma} ${printed(total ?? 0)}`
        : terms.map(({ value }) => printed(value ?? 0)).join(' + ')}
    </span>
  );
};

// The mathematician's sign is understood in both languages.
const sigma = 'Σ';

type AccountProps = Omit<Props, 'shown' | 'onToggle' | 'children'> & { side: EquationSide };

/** The terms of one side as an account: label, figure. Zeros of a long sum are counted, not listed. */
const Account = ({ check, extraction, language, side }: AccountProps) => {
  const words = panelWordsIn(language);
  const all = termsOn(check, side);
  const assumed = new Set(check.assumedZero);
  const listed = all.length > shortSum ? all.filter(({ value }) => value !== 0 && value !== null) : all;
  const zeros = all.length - listed.length;
  return (
    <dl class={`side ${side}`} aria-label={words[side]}>
      {listed.map((term) => (
        <div key={term.ref}>
          <dt>{labelOf(term, check, extraction, language)}</dt>
          <dd title={assumed.has(term.ref) ? words.countedAsZero : undefined}>
            {printed(term.value ?? 0)}
            {assumed.has(term.ref) && <small>{words.countedAsZero}</small>}
          </dd>
        </div>
      ))}
      {zeros > 0 && (
        <div class="zeros">
          <dt>{words.zeros(zeros)}</dt>
          <dd />
        </div>
      )}
    </dl>
  );
};

/** What tells a term from its fellows: the row where the identity runs down a column, else the column. */
const labelOf = ({ ref }: Term, check: Check, extraction: Extraction, language: Language): string => {
  const form = extraction.form ? formOf(extraction.form.id) : null;
  const names = namesOf({ form, issues: extraction.issues });
  const { table, row, column } = refParts(ref);
  const label =
    names.identity(check.id).identity?.over === 'rows' ? names.column(table, column) : names.row(table, row);
  return language === 'zh-CN' ? label.zh : label.en;
};
