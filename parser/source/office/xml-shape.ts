/** Elements of an XML part, as far as their nesting goes: what reads it afterwards takes very long over parts that are cut or mixed up. */

/** No attribute's value holds a `<` (XML 1.0, 2.3), so a tag ends before the next one begins. */
const tag = /<(\/?)([^\s<>/!?"']+)((?:[\s/](?:[^<>"']|"[^<"]*"|'[^<']*')*)?)>/g;

const mostDeep = 200;

type Shape = { nested: boolean; elements: number };

/** How many elements a part has, and whether every start tag has its end tag, not too deep. */
export const shapeOf = (xml: string): Shape => {
  const open: string[] = [];
  let elements = 0;
  for (const [, end, name = '', rest = ''] of xml.matchAll(tag)) {
    if (end === '/') {
      if (open.pop() !== name) return { nested: false, elements };
      continue;
    }
    // Two elements side by side at the top are two documents.
    if (open.length === 0 && elements > 0) return { nested: false, elements };
    elements++;
    if (!rest.endsWith('/')) open.push(name);
    if (open.length > mostDeep) return { nested: false, elements };
  }
  return { nested: open.length === 0, elements };
};
