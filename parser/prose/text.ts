import type { Form, ProseCells } from '../forms/schema.ts';
import { bodyOf } from './bodies.ts';
import { type Prose, type ProseSource, proseOf, type Sentence, sentencesOf, tokensOf } from './clauses.ts';
import { wordsOf } from './prose-words.ts';

/**
 * The text of one report, cut into words once, for all who look at its numbers: those who set them against the tables, and those who set them
 * against one another.
 */
export type Text = readonly (Prose & {
  readonly sentences: readonly Sentence[];
  /** Where the form counts what its words name. */
  readonly cells: ProseCells | null;
})[];

const sentenceEnd = /[。！？\n]/g;
/** A number, or a word that denies. A sentence with neither counts nothing; a short one may still name what the next ones count. */
const counts = /[0-9一二三四五六七八九十百千两零〇○]|[未无没]|不存在/;
const short = 30;

/** @param authority the body the report is about, as it names itself: its names and their shorter forms are words. */
export const textOf = (blocks: readonly ProseSource[], form: Form | null, authority: string | null): Text => {
  const words = wordsOf(form);
  const cells = form?.prose?.cells ?? null;
  const { names } = bodyOf(authority);
  return proseOf(blocks).map((prose) => {
    const { text } = prose.folded;
    const sentences: Sentence[] = [];
    let start = 0;
    const read = (end: number): void => {
      if (end - start <= short || counts.test(text.slice(start, end)))
        sentences.push(...sentencesOf(tokensOf(text, words, names, start, end)));
      else sentences.push({ segments: [], start, end });
      start = end;
    };
    for (const { index } of text.matchAll(sentenceEnd)) if (index >= start) read(index + 1);
    if (start < text.length) read(text.length);
    return { ...prose, sentences, cells };
  });
};
