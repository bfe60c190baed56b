import type { ComponentChildren } from 'preact';
import type { Language } from '../../parser/messages/words.ts';
import { addressOf } from './address.ts';
import { shelfWordsIn } from './words-in.ts';

type Props = {
  title: string;
  /** What it is, in a line. */
  line: ComponentChildren;
  /** What can be done with it. */
  children: ComponentChildren;
  language: Language;
};

/** The head of a page beside the list, with the way back to it. */
export const PageHead = ({ title, line, children, language }: Props) => (
  <header class="report-head">
    <a class="back" href={addressOf({ view: 'list' })}>
      <span aria-hidden="true">←</span> {shelfWordsIn(language).back}
    </a>
    <h2 tabIndex={-1}>{title}</h2>
    <p>{line}</p>
    <div class="doings">{children}</div>
  </header>
);
