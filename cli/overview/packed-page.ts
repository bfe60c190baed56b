import type { Plugin } from 'vite';
import { pageCode } from './page-code.ts';

/** Puts the page's program and style sheet into the package as they are now: where it is used there is no Vite to make them. */
export const packedPage: Plugin = {
  name: 'report-page',
  load: async (id) =>
    id.endsWith('/cli/overview/page-code.ts')
      ? `export const pageCode = async () => (${JSON.stringify(await pageCode())});`
      : null,
};
