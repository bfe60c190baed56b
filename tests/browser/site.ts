import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Pages, files and redirections, to be served under addresses such as `http://www.yanzhou.gov.cn/report.html`. */
/** `after`: milliseconds that the answer takes; `status`: what it says instead of 200. */
type Pages = Record<
  string,
  string | Uint8Array | { goTo: string } | { body: string; after?: number; status?: number }
>;

export type Site = {
  port: number;
  /** Adds pages or replaces them. */
  serve(pages: Pages): void;
  /** Every address that anything in the browser has asked for since the start, in order. */
  requested: readonly string[];
  close(): Promise<void>;
};

const binaryType = 'application/octet-stream';

/**
 * A proxy through which the whole browser goes: it answers for any host with the pages it was given, reaches no network,
 * and so sees every request that is made.
 */
export const openSite = async (): Promise<Site> => {
  const pages = new Map<string, Pages[string]>();
  const requested: string[] = [];
  const server = createServer((request, response) => {
    const { href } = new URL(request.url ?? '/', `http://${request.headers.host ?? 'nowhere.invalid'}`);
    requested.push(href);
    const page = pages.get(href);
    if (typeof page === 'object' && 'goTo' in page) {
      response.writeHead(302, { location: page.goTo }).end();
      return;
    }
    const {
      body,
      after = 0,
      status = 200,
    } = typeof page === 'object' && 'body' in page ? page : { body: page };
    const type = /\.pdf$/.test(href) ? 'application/pdf' : binaryType;
    const textType = /\.xhtml$/.test(href) ? 'application/xhtml+xml' : 'text/html';
    setTimeout(() => {
      response.writeHead(body === undefined ? 404 : status, {
        'content-type': body instanceof Uint8Array ? type : `${textType}; charset=utf-8`,
      });
      response.end(body ?? '');
    }, after);
  });
  // A secure request asks the proxy for a tunnel first. There is none to be had, but it is written down.
  server.on('connect', (request, socket) => {
    // A browser that ends breaks off what it asks for.
    socket.on('error', () => {});
    requested.push(`https://${request.url}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    serve: (more) => {
      for (const [address, body] of Object.entries(more)) pages.set(address, body);
    },
    requested,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
};
