import type { Block } from '../blocks.ts';
import { readText } from '../plain-text/text.ts';
import { layoutText } from './layout.ts';
import { blocksOf, layOut } from './pages.ts';
import { withDoubts } from './seen.ts';
import type { PageContent } from './shapes.ts';

const holdsTable = (blocks: readonly Block[]): boolean => blocks.some(({ kind }) => kind === 'table');

/** Printed pages into blocks. Tables without ruled lines are read from the places of their words, as in plain text. */
export const blocksIn = (contents: readonly PageContent[]): Block[] => {
  const ruled = blocksOf(contents.map(layOut));
  if (holdsTable(ruled)) return ruled;
  const aligned = readText(layoutText(contents.map(withDoubts))).blocks;
  return holdsTable(aligned) ? aligned : ruled;
};
