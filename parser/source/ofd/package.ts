import { type Package, packageOf, withinPackage } from '../office/ooxml.ts';
import { childOf, descendants, type Element, elementsIn, textIn, treeOf } from '../office/xml.ts';
import type { Box } from '../pdf/shapes.ts';

/** OFD (GB/T 33190-2016): a ZIP of XML parts (6, 7). Each document has pages, templates that lie under or over them, and resources. */

/** One millimetre, the unit of the standard (7.3), in points. */
export const millimetre = 72 / 25.4;

const limits = { bytes: 128 * 2 ** 20, elements: 2_000_000 };

type OfdPage = {
  id: string;
  /** In millimetres. */
  area: Box;
  /** Layers in the order of painting: the templates in the background, the page itself, the templates in the foreground, what is laid over. */
  layers: Layer[];
  /** Seals that are set on the page (18.2.3), in millimetres. */
  seals: Box[];
};

/** Objects to paint, moved by so many millimetres. */
export type Layer = { objects: readonly Element[]; x: number; y: number; drawParam: string | null };

export type Resources = {
  drawParams: ReadonlyMap<string, Element>;
  /** Composite units (13), which objects refer to. */
  composites: ReadonlyMap<string, Element>;
};

export type OfdDocument = { pages: number; page: (at: number) => OfdPage; resources: Resources };

export const numbersIn = (text: string | undefined): number[] =>
  (text ?? '').trim().split(/\s+/).filter(Boolean).map(Number);

/** `ST_Box`: x, y, width and height. */
export const boxIn = (text: string | undefined): Box | null => {
  const [x, y, width, height] = numbersIn(text);
  if (x === undefined || y === undefined || width === undefined || height === undefined) return null;
  return [x, y, width, height].every(Number.isFinite)
    ? { left: x, top: y, right: x + width, bottom: y + height }
    : null;
};

class Parts {
  readonly #package: Package;

  constructor(found: Package) {
    this.#package = found;
  }

  /** The part at an address that another part names; null where there is none. */
  at(base: string, address: string): { path: string; tree: Element } | null {
    const path = withinPackage(base.slice(0, base.lastIndexOf('/') + 1), address.trim());
    const xml = this.#package.xml.get(path);
    return xml === undefined ? null : { path, tree: treeOf(xml) };
  }
}

/** A4. */
const usual: Box = { left: 0, top: 0, right: 210, bottom: 297 };

const areaOf = (area: Element | undefined): Box | null => {
  const named = (name: string) => boxIn(area && textIn(childOf(area, name) ?? area));
  return area ? (named('PhysicalBox') ?? named('CropBox') ?? named('ApplicationBox')) : null;
};

const layersOf = (content: Element | undefined): Layer[] =>
  elementsIn(content)
    .filter(({ name }) => name === 'Layer')
    .map((layer) => ({
      objects: elementsIn(layer),
      x: 0,
      y: 0,
      drawParam: layer.attributes.DrawParam ?? null,
    }));

const byId = (elements: Iterable<Element>): Map<string, Element> =>
  new Map([...elements].map((one) => [one.attributes.ID ?? '', one]));

/** What the annotations of a document lay over its pages (15.2): watermarks, notes, stamps. */
const annotationsOf = (parts: Parts, path: string, document: Element): Map<string, Layer[]> => {
  const found = new Map<string, Layer[]>();
  const list = childOf(document, 'Annotations');
  const index = list && parts.at(path, textIn(list));
  for (const page of index ? elementsIn(index.tree) : []) {
    const file = childOf(page, 'FileLoc');
    const part = index && file && parts.at(index.path, textIn(file));
    const layers = (part ? elementsIn(part.tree) : [])
      .filter(({ name, attributes }) => name === 'Annot' && attributes.Visible !== 'false')
      .flatMap((annot): Layer[] => {
        const appearance = childOf(annot, 'Appearance');
        const box = boxIn(appearance?.attributes.Boundary);
        return appearance
          ? [{ objects: elementsIn(appearance), x: box?.left ?? 0, y: box?.top ?? 0, drawParam: null }]
          : [];
      });
    found.set(page.attributes.PageID ?? '', layers);
  }
  return found;
};

/** Where seals are set (18.2.3). */
const sealsOf = (parts: Parts, body: Element): Map<string, Box[]> => {
  const found = new Map<string, Box[]>();
  const list = childOf(body, 'Signatures');
  const index = list && parts.at('', textIn(list));
  for (const { name, attributes } of index ? elementsIn(index.tree) : []) {
    const part = name === 'Signature' && index ? parts.at(index.path, attributes.BaseLoc ?? '') : null;
    for (const stamp of part ? descendants(part.tree, 'StampAnnot') : []) {
      const box = boxIn(stamp.attributes.Boundary);
      const page = stamp.attributes.PageRef ?? '';
      if (box) found.set(page, [...(found.get(page) ?? []), box]);
    }
  }
  return found;
};

const documentIn = (parts: Parts, body: Element): OfdDocument | null => {
  const root = childOf(body, 'DocRoot');
  const document = root && parts.at('', textIn(root));
  if (!document) return null;
  const { path, tree } = document;
  const common = childOf(tree, 'CommonData');
  const named = (name: string) => elementsIn(common).filter((one) => one.name === name);
  const resources = [...named('PublicRes'), ...named('DocumentRes')].flatMap(
    (one) => parts.at(path, textIn(one))?.tree ?? [],
  );
  const templates = byId(named('TemplatePage'));
  const pages = elementsIn(childOf(tree, 'Pages'));
  const annotations = annotationsOf(parts, path, tree);
  const seals = sealsOf(parts, body);
  const page = (at: number): OfdPage => {
    const { ID: id = '', BaseLoc = '' } = pages[at]?.attributes ?? {};
    const content = parts.at(path, BaseLoc)?.tree;
    const laid = (background: boolean) =>
      elementsIn(content)
        .filter(
          ({ name, attributes }) =>
            name === 'Template' && (attributes.ZOrder !== 'Foreground') === background,
        )
        .flatMap(({ attributes }) => {
          const template = templates.get(attributes.TemplateID ?? '');
          const part = template && parts.at(path, template.attributes.BaseLoc ?? '');
          return part ? layersOf(childOf(part.tree, 'Content')) : [];
        });
    return {
      id,
      area: areaOf(childOf(content, 'Area')) ?? areaOf(childOf(common, 'PageArea')) ?? usual,
      layers: [
        ...laid(true),
        ...layersOf(childOf(content, 'Content')),
        ...laid(false),
        ...(annotations.get(id) ?? []),
      ],
      seals: seals.get(id) ?? [],
    };
  };
  return {
    pages: pages.length,
    page,
    resources: {
      drawParams: byId(resources.flatMap((one) => [...descendants(one, 'DrawParam')])),
      composites: byId(resources.flatMap((one) => [...descendants(one, 'CompositeGraphicUnit')])),
    },
  };
};

/** The documents of a package; pages are parsed one by one, as they are asked for. */
export const documentsIn = (
  bytes: Uint8Array,
): { documents: OfdDocument[] } | Extract<ReturnType<typeof packageOf>, { issue: unknown }> => {
  const found = packageOf(bytes, 'OFD', limits);
  if ('issue' in found) return found;
  const parts = new Parts(found);
  const entry = parts.at('', 'OFD.xml');
  const bodies = elementsIn(entry?.tree).filter(({ name }) => name === 'DocBody');
  return { documents: bodies.flatMap((body) => documentIn(parts, body) ?? []) };
};
