import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forms } from '../parser/forms/registry.ts';
import { issueSchema } from '../parser/issue.ts';
import { en } from '../parser/messages/en.ts';
import { zhCN } from '../parser/messages/zh-CN.ts';
import { severity } from '../parser/severity.ts';

/** The rules of the house. What a test prints when it fails says what to do. */

const root = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

const filesIn = (folder: string): string[] =>
  readdirSync(new URL(folder, root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      posix.join(entry.parentPath.slice(root.pathname.length - 1), entry.name).replace(/^\//, ''),
    )
    .toSorted();

const codeIn = (folder: string): string[] => filesIn(folder).filter((path) => /\.tsx?$/.test(path));
const products = ['parser', 'cli', 'components', 'report', 'entrypoints'];
const product = products.flatMap(codeIn);
const everything = [...product, ...codeIn('tests')];
const thisFile = 'tests/house.test.ts';

const withoutComments = (code: string): string =>
  code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1');

type Import = { from: string; to: string; typeOnly: boolean };

const importsOf = (path: string): Import[] => {
  const code = withoutComments(read(path));
  const found: Import[] = [];
  const add = (to: string | undefined, typeOnly: boolean) => {
    if (to !== undefined) found.push({ from: path, to: resolved(path, to), typeOnly });
  };
  for (const [, clause = '', to] of code.matchAll(
    /^(?:import|export)\s+([\w$*{},\s]+?)\s+from\s+['"]([^'"]+)['"]/gm,
  )) {
    const names = clause
      .replace(/[{}]/g, '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    add(
      to,
      clause.startsWith('type ') ||
        (clause.startsWith('{') && names.every((name) => name.startsWith('type '))),
    );
  }
  for (const [, to] of code.matchAll(/^import\s+['"]([^'"]+)['"]/gm)) add(to, false);
  for (const [, to] of code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)) add(to, false);
  return found;
};

/** A file of the project by its path from the root, a package by its name. */
const resolved = (path: string, to: string): string =>
  to.startsWith('.') ? posix.join(posix.dirname(path), to).replace(/\?\w+$/, '') : to;

const isOurs = (to: string): boolean => [...products, 'tests'].some((folder) => to.startsWith(`${folder}/`));
const shown = ({ from, to, typeOnly }: Import): string => `${from} → ${to}${typeOnly ? ' (types)' : ''}`;

/** Which rooms of the parser a room may use, and of which it may know the types only. A room may always use itself. */
const arrows: Record<string, { uses?: string[]; knows?: string[] }> = {
  text: {},
  forms: {},
  grid: { knows: ['source/blocks'] },
  source: { uses: ['grid', 'text'], knows: ['issue'] },
  recognise: { uses: ['grid', 'forms', 'text'], knows: ['source/blocks', 'issue', 'extraction'] },
  check: { uses: ['text'], knows: ['forms', 'extraction'] },
  messages: {
    uses: ['forms', 'severity'],
    knows: ['issue', 'extraction', 'source/blocks', 'check'],
  },
  export: { uses: ['forms', 'extraction', 'messages/names'], knows: ['issue', 'source/blocks'] },
  'issue.ts': {},
  'severity.ts': { knows: ['issue'] },
  'extraction.ts': { uses: ['issue'] },
  'probe.ts': {},
  'reading.ts': { knows: ['extraction', 'source/blocks'] },
  'unread.ts': { knows: ['issue', 'extraction'] },
  'extract.ts': {
    uses: ['recognise', 'check', 'forms', 'reading', 'unread'],
    knows: ['source/blocks', 'issue', 'extraction'],
  },
  'read.ts': { uses: ['source', 'extract', 'reading', 'unread'], knows: ['issue', 'extraction'] },
  'index.ts': { uses: ['source', 'extract', 'check', 'severity'], knows: ['issue', 'extraction'] },
};

describe('imports follow the arrows', () => {
  test.each(readdirSync(new URL('parser/', root)).toSorted())('parser/%s', (room) => {
    const arrow = arrows[room];
    expect(
      arrow,
      `parser/${room} is new: say in the arrows of ${thisFile} and in ARCHITECTURE.md what it may use`,
    ).toBeDefined();
    const within = (to: string, allowed: readonly string[] = []) =>
      allowed.some((one) => to === `parser/${one}.ts` || to.startsWith(`parser/${one}/`));
    const own = codeIn('parser').filter(
      (path) => path === `parser/${room}` || path.startsWith(`parser/${room}/`),
    );
    const wrong = own
      .flatMap(importsOf)
      .filter(({ to, typeOnly }) => {
        if (!isOurs(to) || to.startsWith(`parser/${room}/`)) return false;
        return !within(to, arrow?.uses) && !(typeOnly && within(to, arrow?.knows));
      })
      .map(shown);
    expect(
      wrong,
      `parser/${room} may use ${arrow?.uses?.join(', ') || 'nothing'} and know the types of ${arrow?.knows?.join(', ') || 'nothing'}. ` +
        'Pass the data in, or move the code to the room where it belongs.',
    ).toEqual([]);
  });

  test.each<[room: string, mayUse: RegExp, why: string]>([
    [
      'cli',
      /^(cli|parser)\/|^package\.json$|^report\/entry\.ts$/,
      'The command line uses the parser, what the report page is given, and nothing of the extension.',
    ],
    [
      'report',
      /^(report|components)\//,
      'The report page shows what it is given: cli/report words it, components lend charts and lists.',
    ],
    [
      'components',
      /^components\/|^parser\/(messages|forms)\/|^parser\/(severity|check\/(?:key-figures|differences))\.ts$/,
      'Components take data and words: of the parser they use messages, forms, key figures and differences, and know the types of the rest.',
    ],
    ['entrypoints', /^(entrypoints|components|parser)\//, 'Entrypoints wire components and parser together.'],
  ])('%s', (room, mayUse, why) => {
    const wrong = codeIn(room)
      .flatMap(importsOf)
      .filter(({ to, typeOnly }) => isOurs(to) && !mayUse.test(to) && !(typeOnly && to.startsWith('parser/')))
      .map(shown);
    expect(wrong, why).toEqual([]);
  });

  test('entrypoints never import one another: what two of them share is a room of its own without an entry', () => {
    const roomOf = (path: string) => path.split('/').slice(0, 2).join('/');
    const isEntry = (path: string) =>
      filesIn(roomOf(path)).some((file) => /\/index\.(ts|tsx|html)$/.test(file));
    const wrong = codeIn('entrypoints')
      .flatMap(importsOf)
      .filter(({ from, to }) => to.startsWith('entrypoints/') && roomOf(from) !== roomOf(to) && isEntry(to))
      .map(shown);
    expect(wrong, 'Move what is shared to entrypoints/wire').toEqual([]);
  });

  test('nothing that is shipped imports tests', () => {
    const wrong = product.flatMap(importsOf).filter(({ to }) => to.startsWith('tests/'));
    expect(wrong.map(shown), 'Move the code out of tests/').toEqual([]);
  });

  test('only tests and tools import the zod shape of forms: it would make the extension larger', () => {
    const wrong = product.flatMap(importsOf).filter(({ to }) => to === 'parser/forms/form-shape.ts');
    expect(wrong.map(shown), 'Trust the compiler: import parser/forms/schema.ts').toEqual([]);
  });
});

describe('the parser is pure', () => {
  test('no module of Node, of the browser or of the extension', () => {
    const wrong = codeIn('parser')
      .flatMap(importsOf)
      .filter(({ to }) =>
        /^node:|^wxt|^preact|^webextension|^(fs|path|crypto|buffer|stream|url|util)$/.test(to),
      );
    expect(
      wrong.map(shown),
      'Take bytes or strings as parameters; let cli/ or entrypoints/ read them',
    ).toEqual([]);
  });

  test('no global of Node, of the browser or of the extension', () => {
    const globals =
      /\b(?:process|Buffer|require|window|globalThis|navigator|localStorage|sessionStorage|indexedDB|XMLHttpRequest|WebSocket)\b(?=[.([])|\b(?:browser|chrome)\.\w|\bfetch\(|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bconsole\./;
    const wrong = codeIn('parser').flatMap((path) => {
      const hit = globals.exec(withoutComments(read(path)));
      return hit ? [`${path}: ${hit[0]}`] : [];
    });
    expect(wrong, 'The parser must give the same for the same input everywhere: pass it in').toEqual([]);
  });

  test('the probe, which runs on every page, needs nothing', () => {
    expect(importsOf('parser/probe.ts').map(shown), 'parser/probe.ts may not import anything').toEqual([]);
  });

  test('the walker of the live page stays small: no package, and of the parser only grid and source', () => {
    const seen = new Set<string>();
    const visit = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const { to, typeOnly } of importsOf(path)) if (!typeOnly) visit(to);
    };
    visit('parser/source/dom.ts');
    const wrong = [...seen].filter((path) => !/^parser\/(source|grid)\//.test(path));
    expect(wrong, 'parser/source/dom.ts runs in the page: what it imports is shipped to the page').toEqual(
      [],
    );
  });
});

describe('every issue', () => {
  const codes = issueSchema.options.map((option) => option.shape.code.value).toSorted();

  test.each([
    ['zh-CN', zhCN.issues],
    ['en', en.issues],
  ])('has words in %s', (language, words) => {
    expect(Object.keys(words).toSorted(), `Word the new code in parser/messages/${language}.ts`).toEqual(
      codes,
    );
  });

  test('has a severity', () => {
    expect(
      Object.keys(severity).toSorted(),
      'Say in parser/severity.ts what the new code costs its reader',
    ).toEqual(codes);
  });

  /** Declared before the code that raises them. */
  const awaited: readonly string[] = [];

  test('is raised somewhere', () => {
    const code = product.map(read).join('\n');
    const raised = codes.filter((one) => new RegExp(`code: ['"]${one}['"]`).test(code));
    expect(
      codes.filter((one) => !raised.includes(one)),
      `Raise the code or take it out of parser/issue.ts; take a code that is raised now off the list in ${thisFile}`,
    ).toEqual(awaited);
  });

  test('is never told by its words: logic looks at the code', () => {
    const wrong = product.filter((path) =>
      /\.message\.(includes|match|startsWith)|\.test\(\w*\.message\)/.test(read(path)),
    );
    expect(wrong, 'Branch on issue.code or error.code').toEqual([]);
  });
});

describe('every form', () => {
  const corpus = readdirSync(new URL('tests/corpus/', root)).flatMap((slug) => {
    const path = `tests/corpus/${slug}/expected.json`;
    return existsSync(new URL(path, root)) ? [read(path)] : [];
  });

  test.each(forms.map((form) => form.id))('%s has cases in tests/corpus', (id) => {
    const cases = corpus.filter((text) => new RegExp(`"form":\\s*"${id}"`).test(text));
    expect(cases.length, `Print a case of ${id} into tests/corpus`).toBeGreaterThan(0);
  });

  test('is only data', () => {
    const files = codeIn('parser/forms').filter(
      (path) => !/\/(index|schema|registry|form-shape)\.ts$/.test(path),
    );
    const wrong = files.filter((path) => /=>|\bfunction\b|\bif\b|\.map\(/.test(withoutComments(read(path))));
    expect(wrong, 'A form is one file of data: what needs logic belongs in recognise/ or check/').toEqual([]);
  });
});

describe('code that a newcomer can read', () => {
  /** Lines. A form is a list and may be long; these few follow a standard's steps and would not gain by being cut. */
  const longest = 300;
  const longer: Record<string, string> = {
    'parser/source/builder.ts': 'one state: what is open while a page goes by',
    'parser/source/tree.ts': "the standard's tree construction, as far as tables need it",
  };

  test('no file of the parser is longer than four screens', () => {
    const wrong = codeIn('parser')
      .filter(
        (path) => !path.startsWith('parser/forms/disclosure-') && read(path).split('\n').length > longest,
      )
      .toSorted();
    expect(
      wrong,
      `Cut it by meaning, not by size. More than ${longest} lines are granted only to those listed in ${thisFile}`,
    ).toEqual(Object.keys(longer).toSorted());
  });

  test('folders of the parser are one deep', () => {
    const deep = codeIn('parser').filter((path) => path.split('/').length > 3);
    expect(deep, 'Make it a room of its own, or a file').toEqual([]);
  });

  test('the compiler is never silenced', () => {
    const wrong = everything
      .filter((path) => path !== thisFile)
      .flatMap((path) => {
        const code = read(path);
        const bare = withoutComments(code);
        const hits = [
          /@ts-(?:ignore|nocheck)/.exec(code),
          /biome-ignore(?!.*:\s*\S)/.exec(code),
          /(?::|<|\bas)\s*any\b|\bany\[\]/.exec(bare),
        ];
        return hits.flatMap((hit) => (hit ? [`${path}: ${hit[0]}`] : []));
      });
    expect(wrong, 'Use unknown and narrow it; where a type is wrong, mend the type').toEqual([]);
  });

  test('an expected compiler error says which', () => {
    const wrong = everything
      .filter((path) => path !== thisFile)
      .filter((path) => /@ts-expect-error(?![^\n]*\w{4})/.test(read(path)));
    expect(wrong, 'Write behind @ts-expect-error what the compiler must refuse').toEqual([]);
  });

  test('names say what a thing is', () => {
    const empty = /(?:^|[-./])(?:utils?|helpers?|managers?|services?|misc|common|stuff)(?:[-./]|$)/i;
    const files = everything.filter((path) => empty.test(path));
    const declared = everything
      .filter((path) => path !== thisFile)
      .flatMap((path) =>
        [
          ...read(path).matchAll(
            /\b(?:const|let|class|type|function)\s+(\w*(?:Utils?|Helpers?|Managers?|Services?))\b/g,
          ),
        ].map(([, name]) => `${path}: ${name}`),
      );
    expect(
      [...files, ...declared],
      'Name it by what it is in the field: slot, label, fact, identity, term, outcome …',
    ).toEqual([]);
  });

  test('no barrels but the public entries that package.json exports', () => {
    const published = read('package.json');
    const isEntry = (path: string) =>
      path === 'parser/index.ts' ||
      published.includes(path.replace(/^parser\/(.*)\.ts$/, './dist/types/$1.d.ts'));
    const wrong = product
      .filter((path) => !isEntry(path))
      .filter((path) => /^export\s+(?:type\s+)?(?:\*|\{[^}]*\})\s*from/m.test(read(path)));
    expect(wrong, 'Import from the file that declares it').toEqual([]);
  });

  test('imports name the file, with its ending', () => {
    const wrong = everything
      .flatMap(importsOf)
      .filter(({ to }) => isOurs(to) && !/\.(?:tsx?|json|css)$/.test(to))
      .map(shown);
    expect(wrong, 'Write the .ts: Node runs the sources as they are').toEqual([]);
  });

  test('no path or host of somebody’s machine', () => {
    const machine = /(?:^|[\s'"`(=])\/(?:home|root|Users|work|tmp)\/|\blocalhost:\d{4,5}\/|registry\.npm/m;
    const wrong = [
      ...everything.filter((path) => path !== thisFile),
      ...filesIn('samples').filter((path) => path.endsWith('.md')),
    ].filter((path) => machine.test(read(path)));
    expect(wrong, 'Use paths relative to the file, and os.tmpdir() for what is thrown away').toEqual([]);
  });
});

describe('the two READMEs', () => {
  const both = existsSync(new URL('README.md', root)) && existsSync(new URL('README.zh-CN.md', root));

  test.runIf(both)('tell the same: as many headings, commands and pictures', () => {
    const parts = (text: string) => {
      const blocks = text.match(/^```[\s\S]*?^```/gm) ?? [];
      const prose = text.replace(/^```[\s\S]*?^```/gm, '');
      return {
        headings: (prose.match(/^#{1,6} /gm) ?? []).map((heading) => heading.trim().length),
        blocks: blocks.length,
        pictures: (prose.match(/!\[[^\]]*\]\(/g) ?? []).length,
      };
    };
    expect(parts(read('README.zh-CN.md')), 'Bring README.zh-CN.md and README.md to the same parts').toEqual(
      parts(read('README.md')),
    );
  });
});
