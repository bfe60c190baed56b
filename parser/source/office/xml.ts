import { Parser } from 'htmlparser2';

/** Parts of office packages as trees, or as a stream of elements where a tree would be too large. Names are the usual ones, whatever prefixes a writer chose. */

export type Element = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (Element | string)[];
};

/** Prefixes by which namespaces are called here; those of ISO 29500 strict mean the same as those of ECMA-376. */
const prefixes: readonly [address: RegExp, prefix: string][] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w:'],
  [/\/spreadsheetml\/(?:2006\/)?main$/, ''],
  [/\/officeDocument\/(?:2006\/)?relationships$/, 'r:'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm:'],
  [/\/drawingml\/(?:2006\/)?main$/, 'a:'],
  [/\/drawingml\/(?:2006\/)?wordprocessingDrawing$/, 'wp:'],
  [/\/drawingml\/(?:2006\/)?spreadsheetDrawing$/, 'xdr:'],
  [/\/markup-compatibility\/2006$/, 'mc:'],
  [/\/word\/2010\/wordml$/, 'w14:'],
  [/\/package\/2006\/relationships$/, ''],
  [/^urn:schemas-microsoft-com:office:spreadsheet$/, 'ss:'],
  [/^urn:schemas-microsoft-com:office:excel$/, 'x:'],
  [/^http:\/\/www\.w3\.org\/TR\/REC-html40$/, 'html:'],
  [/^https?:\/\/www\.ofdspec\.org(?:\/|$)/i, ''],
];

const prefixOf = (address: string): string | undefined =>
  prefixes.find(([pattern]) => pattern.test(address))?.[1];

type Prefixes = ReadonlyMap<string, string>;

const declaredIn = (attributes: Readonly<Record<string, string>>, names: Prefixes): Prefixes => {
  let declared: Map<string, string> | null = null;
  for (const [name, address] of Object.entries(attributes)) {
    if (!name.startsWith('xmlns')) continue;
    declared ??= new Map(names);
    const written = name === 'xmlns' ? '' : `${name.slice(6)}:`;
    declared.set(written, prefixOf(address) ?? written);
  }
  return declared ?? names;
};

const usual = (name: string, names: Prefixes): string => {
  const at = name.indexOf(':') + 1;
  const known = names.get(name.slice(0, at));
  return known === undefined ? name : known + name.slice(at);
};

/** Prefixes of what is read here of newer kinds; by convention every writer calls them so. */
const understood = /^(?:wp[sgci]|wp14|w14|w15|w16\w{0,6}|a14|cx\d?|v|o|m|r|wp|pic)$/;

/** Of parts written in several ways the first that is understood (ECMA-376 part 3, 9.3): what newer versions of Word show, else what all do. */
export const alternativeOf = (part: Element): Element | undefined =>
  elementsIn(part).find(
    ({ name, attributes }) =>
      name === 'mc:Choice' &&
      (attributes.Requires ?? '').split(/\s+/).every((prefix) => prefix === '' || understood.test(prefix)),
  ) ?? childOf(part, 'mc:Fallback');

type XmlSink = {
  open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text: (data: string) => void;
  close: (name: string) => void;
};

/** Goes through a part element by element. What is not well formed gives what its tags say. */
export const readXml = (xml: string, sink: XmlSink): void => {
  const scopes: Prefixes[] = [new Map()];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const names = declaredIn(attributes, scopes.at(-1) ?? new Map());
        scopes.push(names);
        const named: Record<string, string> = {};
        // An attribute without a prefix is in no namespace.
        for (const [key, value] of Object.entries(attributes))
          named[key.includes(':') ? usual(key, names) : key] = value;
        sink.open(usual(name, names), named);
      },
      ontext: (data) => sink.text(data),
      onclosetag: (name) => sink.close(usual(name, scopes.pop() ?? new Map())),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
};

/** A part as a tree; an element without content where the part is empty. */
export const treeOf = (xml: string): Element => {
  const top: Element = { name: '', attributes: {}, children: [] };
  const open = [top];
  readXml(xml, {
    open: (name, attributes) => {
      const element: Element = { name, attributes, children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    text: (data) => open.at(-1)?.children.push(data),
    close: () => void open.pop(),
  });
  return top.children.find((one): one is Element => typeof one !== 'string') ?? top;
};

export const elementsIn = (parent: Element | undefined): Element[] =>
  parent?.children.filter((one): one is Element => typeof one !== 'string') ?? [];

export const childOf = (parent: Element | undefined, name: string): Element | undefined =>
  parent?.children.find((one): one is Element => typeof one !== 'string' && one.name === name);

/** The attribute `w:val` of a child: how Word writes most properties. */
export const valIn = (parent: Element | undefined, name: string): string | undefined =>
  childOf(parent, name)?.attributes['w:val'];

/** Every element of a name below another, in document order. */
export function* descendants(parent: Element, name: string): Generator<Element> {
  for (const child of elementsIn(parent)) {
    if (child.name === name) yield child;
    yield* descendants(child, name);
  }
}

/** All text below an element. */
export const textIn = (parent: Element): string =>
  parent.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
