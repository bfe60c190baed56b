import { besideCases } from './beside.ts';
import type { CorpusCase } from './case.ts';
import { correctedCases } from './corrected.ts';
import { encodingCases } from './encodings.ts';
import { figureCases } from './figures.ts';
import { joinedCases } from './joined.ts';
import { lineCases } from './lines.ts';
import { malformedCases } from './malformed.ts';
import { refusedCases } from './refused.ts';
import { spanCases } from './spans.ts';
import { strayCases } from './strays.ts';
import { tableCases } from './tables.ts';
import { takenCases } from './taken.ts';
import { textCases } from './texts.ts';

/** Every case that is printed from this folder. The corpus may hold others, which came from elsewhere. */
export const cases: readonly CorpusCase[] = [
  ...tableCases,
  ...figureCases,
  ...malformedCases,
  ...textCases,
  ...encodingCases,
  ...refusedCases,
  ...spanCases,
  ...strayCases,
  ...takenCases,
  ...joinedCases,
  ...besideCases,
  ...correctedCases,
  ...lineCases,
];

/** The files of a case: name → content. A source that was made elsewhere is not among them. */
export const filesOf = ({ about, file, content, expected }: CorpusCase): Map<string, Uint8Array> => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const files = new Map<string, Uint8Array>([
    ['about.md', bytes(`${about}\n`)],
    ['expected.json', bytes(`${JSON.stringify(expected, null, 1)}\n`)],
  ]);
  if (content !== null) files.set(file, typeof content === 'string' ? bytes(content) : content);
  return files;
};
