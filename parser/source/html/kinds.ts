/** Elements by what tree construction (HTML Standard 13.2.6) does with them, and by what they change of what is seen. */

export const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Block elements whose end tag counts where one is open in scope. */
export const blocks = setOf(
  'address article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer header hgroup ' +
    'listing main menu nav ol pre search section summary ul',
);
export const markers = setOf('applet marquee object');
export const headingNames = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
export const headings: ReadonlySet<string> = new Set(headingNames);
/** Elements without content, or whose whole content the tokenizer passes over. */
export const empty = setOf(
  'area base basefont bgsound br embed hr image img input keygen link meta param source track wbr style script iframe noembed noframes noscript textarea',
);
const beyond = setOf('template math frameset plaintext xmp canvas video audio datalist dialog');
const tableParts = setOf('caption col colgroup tbody td tfoot th thead tr');
export const rowGroups = setOf('tbody thead tfoot');

/** What is to be known of an element by its name. */
export const ofGrid = 1;
export const cell = 2;
export const onStack = 4;
export const doubtful = 8;
export const read = 16;
export const looked = 32;
export const kinds = new Map<string, number>();
const isKind = (kind: number, names: Iterable<string>): void => {
  for (const name of names) kinds.set(name, (kinds.get(name) ?? 0) | kind);
};
/** The parts of a table, of which it does not matter how they stand in a line. */
isKind(ofGrid | onStack, setOf('table tbody thead tfoot tr td th caption col colgroup'));
isKind(cell, ['td', 'th']);
isKind(onStack, [...blocks, ...headings, ...markers, 'form', 'li', 'dd', 'dt', 'button']);
/** They change what is seen of a figure by their name alone, or their content is not looked into here. */
isKind(
  doubtful,
  setOf(
    'sup sub s strike del small big ruby rt rp bdo object embed meter progress textarea ol marquee details select svg iframe',
  ),
);
isKind(read, ['img', 'image', 'input', 'meta', 'object']);
/** Not on the stack, but looked at everywhere. */
isKind(looked, ['span', 'font', 'p']);
/** Elements whose attributes are looked at outside of cells too. */
export const attended = ofGrid | cell | onStack | doubtful | read | looked;
/** What starts in the body and does something there. */
const inBody = 64;
isKind(inBody, [...empty, ...beyond, 'title', 'sup', 's', 'strike', 'del']);
export const inTable = 128;
isKind(inTable, tableParts);
/** What needs the whole algorithm. */
export const whole = 256;
isKind(whole, beyond);
