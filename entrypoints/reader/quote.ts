/**
 * Finds words that were read back in the page. What was read has its white space changed, and a stroke
 * behind each character that is struck out, so both are compared without any.
 */

const unshown = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TEXTAREA', 'SELECT', 'SVG', 'MATH']);
const isLeftOut = (character: string): boolean => /[\s\u200b\ufeff]|\u0336/.test(character);
const unspaced = (text: string): string => Array.from(text, (one) => (isLeftOut(one) ? '' : one)).join('');

/** All text of the page without white space, and where each UTF-16 unit of it stands. */
const lettersOf = (page: Document): { text: string; nodes: Text[]; offsets: number[] } => {
  const walker = page.createTreeWalker(page.body ?? page, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  const offsets: number[] = [];
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const data = (node as Text).data;
    if (unshown.has(node.parentElement?.tagName.toUpperCase() ?? '')) continue;
    for (let at = 0; at < data.length; at++) {
      const letter = data[at] ?? '';
      if (isLeftOut(letter)) continue;
      text += letter;
      nodes.push(node as Text);
      offsets.push(at);
    }
  }
  return { text, nodes, offsets };
};

/**
 * The range of `quote` in the page, or null where it is not there any more.
 *
 * @param block the text of the block that holds the quote.
 * @param at where the number that the quote holds begins in it, in UTF-16 units.
 */
export const rangeOf = (page: Document, block: string, quote: string, at: number): Range | null => {
  const { text, nodes, offsets } = lettersOf(page);
  const wanted = unspaced(quote);
  if (wanted === '') return null;
  const home = text.indexOf(unspaced(block));
  const number = unspaced(block.slice(0, at)).length;
  const from = home < 0 ? text.indexOf(wanted) : text.lastIndexOf(wanted, home + number);
  // Found by its own words alone, it must be the only one.
  if (from < Math.max(home, 0) || (home < 0 && text.includes(wanted, from + 1))) return null;
  const [first, last] = [nodes[from], nodes[from + wanted.length - 1]];
  const [start, end] = [offsets[from], offsets[from + wanted.length - 1]];
  if (!first || !last || start === undefined || end === undefined) return null;
  const range = page.createRange();
  range.setStart(first, start);
  range.setEnd(last, end + 1);
  return range;
};
