import type { SourceDocument } from '../../parser/source/blocks.ts';
import type { NearbyFound } from '../wire/page-schemas.ts';
import { linkedReports, nextPageOf } from './links.ts';

/** What else is on a page: said where its tables could not be read, since the report may be there. Reads only. */

const kinds = /\.(pdf|docx?|wps|xlsx?|et|zip|rar|ofd)$/i;
/** Values of a query. Read from the text of the address: to a content script of Firefox a `URL` shows its parameters, but not how to go through them. */
const valuesOf = (query: string): string[] =>
  query
    .replace(/^\?/, '')
    .split('&')
    .map((pair) => decoded(pair.slice(pair.indexOf('=') + 1).replaceAll('+', ' ')));

/** A viewer names its file in the query, by its path; what gives out files names them there too, and gives them itself. */
const inQuery = (url: URL): { kind: string; url: URL } | undefined => {
  for (const value of valuesOf(url.search)) {
    const kind = kinds.exec(value)?.[1];
    if (!kind) continue;
    return { kind, url: value.includes('/') && URL.canParse(value, url.href) ? new URL(value, url) : url };
  }
  return undefined;
};
const most = 20;

const fileOf = (page: Document, address: string, text: string): NearbyFound['files'] => {
  const named = URL.canParse(address, page.baseURI) ? new URL(address, page.baseURI) : null;
  if (!named || !/^(https?|file):$/.test(named.protocol)) return [];
  const kindOf = (name: string): { kind: string; url: URL } | undefined => {
    const kind = kinds.exec(name)?.[1];
    return kind ? { kind, url: named } : undefined;
  };
  const file = kindOf(named.pathname) ?? inQuery(named) ?? kindOf(text.trim());
  return file ? [described(page, file.url, file.kind, text)] : [];
};

const described = (page: Document, url: URL, kind: string, text: string): NearbyFound['files'][number] => {
  const name = text.trim() || decoded(url.pathname.split('/').at(-1) ?? '') || url.host;
  const own = url.protocol !== 'file:' && url.origin === page.defaultView?.origin;
  url.hash = '';
  return { url: url.href, kind: kind.toLowerCase(), name: name.slice(0, 120), own };
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

/** Frames of other sites that are large enough to hold a report. */
const foreignFrames = (page: Document): string[] => {
  const addresses = [...page.querySelectorAll<HTMLIFrameElement>('iframe[src]')].flatMap((frame) => {
    const src = frame.getAttribute('src') ?? '';
    const url = URL.canParse(src, page.baseURI) ? new URL(src, page.baseURI) : null;
    const { width, height } = frame.getBoundingClientRect();
    const isForeign = url && /^https?:$/.test(url.protocol) && url.origin !== page.defaultView?.origin;
    return isForeign && width >= 300 && height >= 150 ? [url.href] : [];
  });
  return [...new Set(addresses)].slice(0, 5);
};

export const nearbyOf = (page: Document, read: SourceDocument): NearbyFound => {
  const links = [...page.querySelectorAll<HTMLAnchorElement>('a[href]')].flatMap((link) =>
    fileOf(page, link.getAttribute('href') ?? '', link.textContent ?? ''),
  );
  const embedded = [...page.querySelectorAll('iframe[src], embed[src], object[data]')].flatMap((element) =>
    fileOf(page, element.getAttribute('src') ?? element.getAttribute('data') ?? '', ''),
  );
  const isFile = page.contentType === 'application/pdf';
  // The browser's own viewer: what it shows is the file at this very address.
  const files = isFile ? [described(page, new URL(page.URL), 'pdf', '')] : [...embedded, ...links];
  return {
    files: files
      .filter(({ url }, index) => files.findIndex((file) => file.url === url) === index)
      .slice(0, most),
    links: linkedReports(page, page.baseURI, page.defaultView?.origin ?? ''),
    next: nextPageOf(page, page.baseURI, page.defaultView?.origin ?? ''),
    frames: foreignFrames(page),
    pictures: [...page.images].filter(isLarge).length,
    loading: page.readyState !== 'complete' || (page.scripts.length > 0 && read.blocks.length < 3),
    isFile,
  };
};
