import { ownCopy } from '../../text/remembered.ts';
import { attributeIn } from './attributes.ts';
import { type Telling, tellingAttributes } from './telling.ts';

/** Elements whose content is text up to their own end tag (rawtext, with scripting on as in a browser), and those whose references count. */
const rawText: ReadonlySet<string> = new Set([
  'style',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  'noscript',
  'script',
  'title',
  'textarea',
]);

/** The names that nearly all tags have, as they are printed: to find one is cheaper than to put it into small letters anew. */
const usualNames: ReadonlyMap<string, string> = new Map(
  'a b br div em font h1 h2 h3 h4 img li link meta o:p p script span strong style table tbody td th thead tr u ul'
    .split(' ')
    .flatMap((name) => [[name, name] as const, [name.toUpperCase(), name] as const]),
);

export const nameOf = (printed: string): string => usualNames.get(printed) ?? printed.toLowerCase();

/** The name of a usual end tag, of which nothing but the name is printed; undefined for any other. */
export const usualName = (printed: string): string | undefined => usualNames.get(printed);

/** A start tag, and what its print says: the same few stand on a page a thousand times, and on the next page of the same system. */
export class Tag {
  readonly name: string;
  /** Its attributes, as printed. */
  readonly attributes: string;
  /** Is its content raw text? */
  readonly raw: boolean;
  /** What its attributes tell by themselves, without the style sheets of the page. */
  readonly telling: Telling;
  readonly #values = new Map<string, string | null>();
  #selectors: readonly string[] | null = null;

  constructor(name: string, attributes: string) {
    this.name = name;
    this.attributes = attributes;
    this.raw = rawText.has(name);
    this.telling = tellingAttributes(name, attributes);
  }

  /** The value of an attribute; null where it is absent. */
  readonly attribute = (wanted: string): string | null => {
    const known = this.#values.get(wanted);
    if (known !== undefined) return known;
    const value = attributeIn(this.attributes, wanted);
    this.#values.set(wanted, value);
    return value;
  };

  /** The simplest selectors that mean it: `*`, `td`, `#id`, `.class`. */
  get selectors(): readonly string[] {
    this.#selectors ??= selectorsOf(this);
    return this.#selectors;
  }
}

const selectorsOf = ({ name, attributes, attribute }: Tag): string[] => {
  const selectors = ['*', name];
  if (attributes.length <= 4) return selectors;
  const id = attribute('id');
  if (id !== null) selectors.push(`#${id}`);
  const classes = attribute('class');
  if (classes !== null) for (const one of classes.split(/\s+/)) selectors.push(`.${one}`);
  return selectors;
};

/** What is longer is hardly printed twice. */
export const longestKnown = 600;
/** Each of these has an address or a text of its own. */
const seldomTwice: ReadonlySet<string> = new Set(['a', 'img', 'meta', 'link', 'script', 'input', 'option']);
const mostKnown = 2_000;

/** By what is printed between < and >. What was not asked for while the newer half filled is forgotten. */
let newer = new Map<string, Tag>();
let older = new Map<string, Tag>();

/** The tag that was printed so before; undefined where none is known. */
export const knownTag = (printed: string): Tag | undefined => {
  const tag = newer.get(printed);
  if (tag) return tag;
  const before = older.get(printed);
  if (before) keep(printed, before);
  return before;
};

const keep = (printed: string, tag: Tag): void => {
  if (newer.size >= mostKnown) {
    older = newer;
    newer = new Map();
  }
  newer.set(printed, tag);
};

/** @param printed what stands between < and >. @param nameEnd where in it the name ends. */
export const tagOf = (printed: string, nameEnd: number): Tag => {
  const name = nameOf(printed.slice(0, nameEnd));
  if (printed.length > longestKnown || seldomTwice.has(name)) return new Tag(name, printed.slice(nameEnd));
  const own = ownCopy(printed);
  const tag = new Tag(nameOf(own.slice(0, nameEnd)), own.slice(nameEnd));
  keep(own, tag);
  return tag;
};
