import type { SourceDocument } from '../../parser/source/blocks.ts';
import type { Nearby } from '../wire/protocol.ts';

/** What else is on a page: said where its tables could not be read, since the report may be there. Reads only. */

const kinds = /\.(pdf|docx?|wps|xlsx?|et|zip|rar|ofd)$/i;
/** A viewer inside the page names its file in the query. */
const kindInQuery = (url: URL): string | undefined => {
  for (const value of url.searchParams.values()) {
    const kind = kinds.exec(value)?.[1];
    if (kind) return kind;
  }
  return undefined;
};
const most = 20;

const fileOf = (page: Document, address: string, text: string): Nearby['files'] => {
  const url = URL.canParse(address, page.baseURI) ? new URL(address, page.baseURI) : null;
  if (!url || !/^(https?|file):$/.test(url.protocol)) return [];
  const kind = kinds.exec(url.pathname)?.[1] ?? kindInQuery(url);
  if (!kind) return [];
  const name = decoded(url.pathname.split('/').at(-1) ?? '');
  return [{ url: url.href, kind: kind.toLowerCase(), name: (text.trim() || name).slice(0, 120) }];
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** A picture too small to be a table is an ornament. */
const isLarge = ({ width, height }: HTMLImageElement): boolean => width >= 300 && height >= 120;

export const nearbyOf = (page: Document, read: SourceDocument): Nearby => {
  const links = [...page.querySelectorAll<HTMLAnchorElement>('a[href]')].flatMap((link) =>
    fileOf(page, link.getAttribute('href') ?? '', link.textContent ?? ''),
  );
  const embedded = [...page.querySelectorAll('iframe[src], embed[src], object[data]')].flatMap((element) =>
    fileOf(page, element.getAttribute('src') ?? element.getAttribute('data') ?? '', ''),
  );
  const files = [...embedded, ...links];
  return {
    files: files
      .filter(({ url }, index) => files.findIndex((file) => file.url === url) === index)
      .slice(0, most),
    pictures: [...page.images].filter(isLarge).length,
    loading: page.readyState !== 'complete' || (page.scripts.length > 0 && read.blocks.length < 3),
    isFile: page.contentType === 'application/pdf',
  };
};
