import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { inBrackets } from './tools/eager-functions.ts';

const reportHosts = '*://*.gov.cn/*';

/** What a browser does itself, or its policy forbids: packages that bring their own get these instead. */
const standIns = [
  { wanted: 'whatwg-encoding', by: '/encoding-sniffer/', use: 'entrypoints/attachment/label-to-name.ts' },
  { wanted: 'stream', by: '/word-extractor/', use: 'entrypoints/attachment/sectors.ts' },
  { wanted: 'buffer', by: '', use: 'node_modules/buffer/index.js' },
];

const standIn = {
  name: 'gouji:stand-in',
  enforce: 'pre' as const,
  resolveId: (source: string, importer = '') => {
    const found = standIns.find(({ wanted, by }) => source === wanted && importer.includes(by));
    return found ? fileURLToPath(new URL(found.use, import.meta.url)) : null;
  },
  // What a package takes from around it as a global, it asks for like any other package.
  transform: (code: string, id: string) => {
    // Schemas may be made before an entry has said that nothing is compiled: the extension's policy forbids the attempt, and Firefox reports it.
    if (id.includes('/zod/v4/core/util.js'))
      return code.replace('new F("");\n        return true;', 'return false;');
    if (id.includes('/word-extractor/')) return `const { Buffer } = require('buffer');\n${code}`;
    if (!id.includes('/pdfjs-dist/')) return null;
    const apart = fileURLToPath(new URL('entrypoints/attachment/pdf-globals.ts', import.meta.url));
    const given = `import { document, FontFace, ReadableStream } from '${apart}';\n`;
    return given + code.replaceAll('globalThis.document', 'document');
  },
};

/** The probe runs on every page, once. What it calls at once is compiled with it, and not what waits for the page to change, which stands within. */
const calledAtOnce = 2;

const eagerProbe: Plugin = {
  name: 'gouji:eager-probe',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk' && chunk.fileName === 'probe.js')
        chunk.code = inBrackets(chunk.code, (text) => this.parse(text), calledAtOnce);
  },
};

/**
 * What lies in the folder and is no part of the sources: a shop is sent nothing of it. The sources as a shop unpacks them are no
 * repository; there all that is there is theirs.
 */
const untracked = (): string[] => {
  try {
    const given = ['ls-files', '--others', '--directory', '-z'];
    const listed = execFileSync('git', given, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const paths = listed.split('\0').filter((path) => path !== '');
    return paths.map((path) => (path.endsWith('/') ? `${path}**` : path));
  } catch {
    return [];
  }
};

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  vite: () => ({ plugins: [standIn, eagerProbe] }),
  zip: { excludeSources: ['out/**', 'docs/**', 'dist/**', 'coverage/**', 'tests/corpus/**', ...untracked()] },
  manifest: ({ browser, command }) => ({
    default_locale: 'zh_CN',
    name: '__MSG_extName__',
    short_name: '__MSG_extShortName__',
    description: '__MSG_extDescription__',
    // `scripting` puts reader and panel into a page that holds a report, and into no other; `activeTab` lets a click on the
    // toolbar's button do so on any one page. None raises a warning of its own.
    permissions: ['storage', 'scripting', 'activeTab'],
    host_permissions: [reportHosts],
    // Declared here because a WXT content script announces itself to the page by an event; the probe must be silent.
    content_scripts: [
      {
        matches: [reportHosts],
        all_frames: true,
        // Frames without an address of their own, filled in by the page around them.
        match_origin_as_fallback: true,
        run_at: 'document_idle',
        js: ['probe.js'],
      },
    ],
    action: { default_title: '__MSG_actionTitle__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+G' } },
      'keep-and-go-on': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_commandKeep__' },
    },
    // The development server needs its connection; a build that leaves the house makes none.
    ...(command === 'build' && {
      content_security_policy: {
        extension_pages:
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; object-src 'none'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      },
    }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: '{b1f5a9d2-3c64-4f0e-9a57-6f2d0c7e1a11}',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
        // The first for Android that knows the line above.
        gecko_android: { strict_min_version: '142.0' },
      },
    }),
    ...(browser === 'chrome' && { minimum_chrome_version: '120' }),
  }),
});
