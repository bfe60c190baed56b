import type { ComponentChildren } from 'preact';
import type { Extraction } from '../../parser/extraction.ts';
import type { Issue } from '../../parser/issue.ts';
import type { Language } from '../../parser/messages/words.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';

type Props = {
  title: string;
  count: number;
  tone?: 'is-violated' | 'is-open';
  list: 'findings' | 'sentences';
  children: ComponentChildren;
};

/** A heading with how many there are, and what they are. */
export const CountedList = ({ title, count, tone, list, children }: Props) => (
  <section class="section">
    <h3>
      {title} <span class={tone ? `count ${tone}` : 'count'}>{count}</span>
    </h3>
    <ul class={list}>{children}</ul>
  </section>
);

type UnreadProps = { issues: readonly Issue[]; extraction: Extraction; language: Language };

/** What was not read, and why; nothing where all was. */
export const UnreadList = ({ issues, extraction, language }: UnreadProps) => {
  const { about, severity } = wordsIn(language);
  if (issues.length === 0) return null;
  return (
    <CountedList title={severity.unread} count={issues.length} list="sentences">
      {issues.map((issue) => (
        <li key={JSON.stringify(issue)}>{about(extraction).issue(issue)}</li>
      ))}
    </CountedList>
  );
};
