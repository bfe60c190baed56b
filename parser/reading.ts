import type { Extraction } from './extraction.ts';
import type { Text } from './prose/text.ts';
import type { Block } from './source/blocks.ts';

/**
 * One report as it was read: the extraction, and the report's own blocks, from which `proseFindings` tells what its text says of itself.
 * `text` is their prose, cut into words. `start` is the ordinal of the first of them among all blocks of the source, from which claims count.
 */
export type Reading = { extraction: Extraction; blocks: readonly Block[]; start: number; text: Text };

/** The reading of a source in which there is no report, and so no text of one. */
export const withoutText = (extraction: Extraction): Reading => ({
  extraction,
  blocks: [],
  start: 0,
  text: [],
});
