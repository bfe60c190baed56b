import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { forms } from '../parser/forms/registry.ts';
import { issueSchema } from '../parser/issue.ts';
import { en } from '../parser/messages/words-en.ts';
import { zhCN } from '../parser/messages/words-zh.ts';
import { severity } from '../parser/severity.ts';

/** The rules of the house. What a test prints when it fails says what to do. */

const root = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

const filesIn = (folder: string): string[] =>
  readdirSync(new URL(folder, root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(fileURLToPath(root), join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .toSorted();

const codeIn = (folder: string): string[] => filesIn(folder).filter((path) => /\.tsx?$/.test(path));
const products = ['parser', 'cli', 'components', 'overview', 'entrypoints', 'tools'];
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
  table: { uses: ['grid', 'text'], knows: ['source/blocks', 'issue'] },
  source: { uses: ['grid', 'text'], knows: ['issue'] },
  imprint: { uses: ['forms', 'text'], knows: ['source/blocks', 'issue', 'extraction'] },
  recognise: { uses: ['table', 'forms', 'imprint', 'text'], knows: ['source/blocks', 'issue', 'extraction'] },
  check: { uses: ['text', 'forms'], knows: ['extraction'] },
  prose: { uses: ['text'], knows: ['forms', 'extraction'] },
  compare: {
    uses: ['check/doubts', 'check/key-figures', 'forms', 'text'],
    knows: ['extraction', 'tabulation'],
  },
  findings: {
    uses: ['severity', 'extraction'],
    knows: ['issue', 'source/blocks', 'compare', 'prose', 'tabulation'],
  },
  messages: {
    uses: ['forms', 'severity', 'text'],
    knows: ['issue', 'extraction', 'tabulation', 'source/blocks', 'check', 'prose', 'compare', 'findings'],
  },
  export: {
    uses: ['forms', 'extraction', 'tabulation', 'findings', 'messages', 'severity', 'text'],
    knows: ['issue', 'source/blocks', 'grid', 'prose'],
  },
  'issue.ts': {},
  'severity.ts': { knows: ['issue'] },
  'extraction.ts': { uses: ['issue'] },
  'probe.ts': { uses: ['forms/probe-signs'] },
  'reading.ts': { knows: ['extraction', 'source/blocks', 'prose'] },
  'unread.ts': { uses: ['severity'], knows: ['issue', 'extraction'] },
  'extract.ts': {
    uses: ['recognise', 'imprint', 'check', 'prose', 'forms', 'reading', 'unread'],
    knows: ['source/blocks', 'issue', 'extraction'],
  },
  totals: { uses: ['table', 'text', 'check'], knows: ['forms', 'extraction'] },
  'documents.ts': { uses: ['source'], knows: ['issue', 'extraction'] },
  'read.ts': {
    uses: ['documents', 'source', 'extract', 'forms', 'reading', 'unread'],
    knows: ['issue', 'extraction'],
  },
  'tabulation.ts': { uses: ['extraction', 'issue'] },
  'relations.ts': { uses: ['totals'], knows: ['table', 'tabulation'] },
  'tables.ts': {
    uses: ['table', 'totals', 'form-tables', 'cut-tables', 'forms', 'relations', 'tabulation'],
    knows: ['source/blocks', 'issue', 'extraction'],
  },
  'form-tables.ts': { uses: ['table', 'text'], knows: ['forms', 'source/blocks', 'totals'] },
  'cut-tables.ts': {
    uses: ['form-tables', 'text'],
    knows: ['forms', 'source/blocks', 'tabulation'],
  },
  'form-relations.ts': { knows: ['extraction', 'tabulation', 'source/blocks'] },
  'read-tables.ts': {
    uses: ['documents', 'source', 'tables', 'extract', 'forms', 'form-relations'],
    knows: ['issue', 'tabulation'],
  },
  'dom.ts': { uses: ['source'] },
  'index.ts': {
    uses: ['source', 'extract', 'tables', 'findings', 'check', 'compare', 'severity'],
    knows: ['issue', 'extraction', 'tabulation'],
  },
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
      /^(cli|parser)\/|^package\.json$|^overview\/entry\.ts$/,
      'The command line uses the parser, what the report page is given, and nothing of the extension.',
    ],
    [
      'overview',
      /^(overview|components)\/|^parser\/findings\//,
      'The report page shows what it is given: cli/overview words it, components lend charts and lists.',
    ],
    [
      'components',
      /^components\/|^parser\/(messages|forms|findings)\/|^parser\/(severity|check\/key-figures|compare\/(differences|table-editions)|export\/kept|export\/note|export\/over-years|text\/ref)\.ts$/,
      'Components take data and words: of the parser they use messages, forms, findings, key figures, differences, figures by year, what a shelf keeps and the parts of a ref, and know the types of the rest.',
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

  test('only what reads forms that people write imports the zod shape of forms: it would make the extension larger', () => {
    const wrong = product
      .flatMap(importsOf)
      .filter(
        ({ from, to, typeOnly }) =>
          /\/(form-shape|own-open-form)\.ts$/.test(to) && !typeOnly && !/\/own-(open-)?form\.ts$/.test(from),
      );
    expect(
      wrong.map(shown),
      'Trust the compiler: import parser/forms/schema.ts; a form that a person has written is read by own-form.ts',
    ).toEqual([]);
  });
});

describe('files do not go round in circles', () => {
  test('nor do their types', () => {
    const to = new Map(
      product.map((path) => [
        path,
        importsOf(path).flatMap((one) => (product.includes(one.to) ? one.to : [])),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, way: readonly string[]): void => {
      const at = way.indexOf(path);
      if (at >= 0) circles.push([...way.slice(at), path].join(' → '));
      if (at >= 0 || done.has(path)) return;
      for (const next of to.get(path) ?? []) visit(next, [...way, path]);
      done.add(path);
    };
    for (const path of product) visit(path, []);
    expect(
      circles,
      'Move what two files need of each other, a type for instance, into a file of its own',
    ).toEqual([]);
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

  test('the probe, which runs on every page, needs nothing but the signs of the forms', () => {
    expect(
      importsOf('parser/probe.ts').map(({ to }) => to),
      'parser/probe.ts may import parser/forms/probe-signs.ts alone',
    ).toEqual(['parser/forms/probe-signs.ts']);
  });

  test('the walker of the live page stays small: no package, and of the parser only grid and source', () => {
    const seen = new Set<string>();
    const visit = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const { to, typeOnly } of importsOf(path)) if (!typeOnly) visit(to);
    };
    visit('parser/source/html/dom.ts');
    const wrong = [...seen].filter((path) => !/^parser\/(source|grid)\//.test(path));
    expect(
      wrong,
      'parser/source/html/dom.ts runs in the page: what it imports is shipped to the page',
    ).toEqual([]);
  });
});

describe('scripts in pages', () => {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const { to, typeOnly } of importsOf(path)) if (!typeOnly && /\.tsx?$/.test(to)) visit(to);
  };
  for (const entry of ['probe/index.ts', 'reader/index.ts', 'panel.content/index.tsx'])
    visit(`entrypoints/${entry}`);

  test('bring no schemas along, which would be half their size again', () => {
    const wrong = [...seen].flatMap(importsOf).filter(({ to, typeOnly }) => to === 'zod' && !typeOnly);
    expect(
      wrong.map(shown),
      'Move what they need of the file into one that does not import zod; the background checks what crosses',
    ).toEqual([]);
  });

  test('go through no list of pairs that the page’s window has made', () => {
    const pairs =
      /\.searchParams\b|\bnew (?:URLSearchParams|FormData|Headers)\b|\b(?:headers|highlights|formData)\.(?:entries|keys|values|forEach)\(|\bof [\w.]*\b(?:headers|highlights|formData)\)/;
    const wrong = [...seen].flatMap((path) => {
      const hit = pairs.exec(withoutComments(read(path)));
      return hit ? [`${path}: ${hit[0]}`] : [];
    });
    expect(
      wrong,
      'Firefox shows a content script what the window has made through X-ray wrappers, and such lists cannot be gone through there. ' +
        'Take plain strings first (url.search, headers.get(name)), and hold it to a page in tests/browser/served.test.ts',
    ).toEqual([]);
  });
});

describe('every issue', () => {
  const codes = issueSchema.options.map((option) => option.shape.code.value).toSorted();

  test.each([
    ['zh-CN', zhCN.issues],
    ['en', en.issues],
  ])('has words in %s', (language, words) => {
    expect(
      Object.keys(words).toSorted(),
      `Word the new code in parser/messages/words-${language === 'en' ? 'en' : 'zh'}.ts`,
    ).toEqual(codes);
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

  test('is named by its folder alone: no other file knows which forms there are', () => {
    const wrong = product
      .filter((path) => !path.startsWith('parser/forms/'))
      .flatMap((path) => {
        const code = withoutComments(read(path));
        return forms.flatMap(({ id }) => (code.includes(id) ? [`${path}: ${id}`] : []));
      });
    expect(wrong, 'Put what is peculiar to a form into its folder, and read it from there').toEqual([]);
  });

  test('has its own names: the grammar of texts knows no table, row or column', () => {
    const ids = new Set(
      forms
        .filter(({ prose }) => prose)
        .flatMap(({ tables }) =>
          tables.flatMap(({ id, bands }) => [
            id,
            ...bands.flatMap(({ rows, columns }) => [...rows, ...columns].map((one) => one.id)),
          ]),
        ),
    );
    // Words of the grammar's own: what a sentence is about, and what a per cent is of.
    for (const word of ['requests', 'other', 'change']) ids.delete(word);
    const wrong = codeIn('parser/prose').flatMap((path) =>
      [...withoutComments(read(path)).matchAll(/(['`])((?:(?!\1)[^\\\n]|\\.)*)\1/g)].flatMap(
        ([, , words = '']) =>
          words
            .replaceAll(/\$\{[^}]*\}/g, ' ')
            .split(/[^\w*]+/)
            .some((word) => ids.has(word.replace('*', ''))) && /^[\w.*$@{}]+$/.test(words)
            ? [`${path}: ${words}`]
            : [],
      ),
    );
    expect(wrong, 'Name it in the prose.cells of its form, and read it from there').toEqual([]);
  });

  test('names cells in its prose that it has', () => {
    for (const { id, tables, prose } of forms) {
      if (!prose) continue;
      const { requests, applicants, disputes } = prose.cells;
      const within = (name: string) => {
        const table = tables.find((one) => one.id === name);
        const bands = table?.bands ?? [];
        return {
          rows: bands.flatMap(({ rows }) => rows.map((row) => row.id)),
          columns: bands.flatMap(({ columns }) => columns.map((column) => column.id)),
        };
      };
      const asked = within(requests.table);
      const disputed = within(disputes.table);
      const { total, table, groups, unanswered, ...rows } = requests;
      expect(asked.rows, id).toEqual(expect.arrayContaining(Object.values(rows)));
      expect(asked.columns, id).toEqual(
        expect.arrayContaining([total, applicants.person, applicants.remaining, ...applicants.organisations]),
      );
      for (const group of [...groups, ...unanswered])
        expect(
          asked.rows.some((row) => `${row}_`.startsWith(group.replace('*', ''))),
          `${id}: ${group} of ${table}`,
        ).toBe(true);
      expect(disputed.rows, id).toEqual(expect.arrayContaining([...disputes.review, ...disputes.litigation]));
      expect(disputed.columns, id).toEqual(expect.arrayContaining([disputes.total, disputes.remaining]));
    }
  });

  test('is only data', () => {
    const files = codeIn('parser/forms').filter((path) => path.split('/').length === 4);
    const wrong = files.filter((path) => /=>|\bfunction\b|\bif\b|\.map\(/.test(withoutComments(read(path))));
    expect(wrong, 'A form is data: what needs logic belongs in recognise/ or check/').toEqual([]);
  });
});

describe('code that a newcomer can read', () => {
  /** Lines. A form is a list and may be long; these few follow a standard's steps and would not gain by being cut. */
  const longest = 300;
  const longer: Record<string, string> = {
    'parser/source/builder.ts': 'one state: what is open while a page goes by',
    'parser/source/html/tree.ts': "the standard's tree construction, as far as tables need it",
  };

  test('no file of the parser is longer than four screens', () => {
    const wrong = codeIn('parser')
      .filter((path) => !/^parser\/forms\/\w[\w-]*\//.test(path) && read(path).split('\n').length > longest)
      .toSorted();
    expect(
      wrong,
      `Cut it by meaning, not by size. More than ${longest} lines are granted only to those listed in ${thisFile}`,
    ).toEqual(Object.keys(longer).toSorted());
  });

  test('folders of the parser are one deep, but for the rooms of the sources and of the forms', () => {
    const deep = codeIn('parser').filter(
      (path) => path.split('/').length > (/^parser\/(source|forms)\//.test(path) ? 4 : 3),
    );
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

  test('one name, one meaning: a type that a file exports is called as no other type is', () => {
    const declared = product.flatMap((path) =>
      [
        ...withoutComments(read(path)).matchAll(/^(export )?(?:declare )?(?:type|interface|class) (\w+)/gm),
      ].map(([, exported, name = '']) => ({ path, name, exported: exported !== undefined })),
    );
    const exported = declared.filter((one) => one.exported);
    expect(exported.length).toBeGreaterThan(300);
    const wrong = exported.flatMap(({ path, name }) =>
      declared.flatMap((other) =>
        other.name === name && other.path !== path && (!other.exported || path < other.path)
          ? [`${name}: ${path} and ${other.path}`]
          : [],
      ),
    );
    expect(wrong, 'Call it by what it is of, or import the other where both are the same').toEqual([]);
  });

  test('no barrels but the public entries that package.json exports', () => {
    const published = read('package.json');
    const isEntry = (path: string) =>
      path === 'parser/index.ts' || published.includes(path.replace(/^(.*)\.ts$/, './dist/types/$1.d.ts'));
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

  test('the address of a file is no path: a space in it would be %20', () => {
    const wrong = everything
      .filter((path) => /^(?:cli|tools|tests)\//.test(path) && path !== thisFile)
      .filter((path) => /\.pathname\b/.test(withoutComments(read(path))));
    expect(wrong, 'Write fileURLToPath(new URL(…, import.meta.url))').toEqual([]);
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

describe('words for people', () => {
  const spoken = ['cli', 'components', 'overview', 'entrypoints'].flatMap(codeIn);

  test('stand in one shape: what can be said in words.ts, and each language in a file beside it', () => {
    const bases = spoken.flatMap((path) => /^(.*[-/]words)(?:-zh|-en)?\.ts$/.exec(path)?.[1] ?? []);
    expect(new Set(bases).size).toBeGreaterThan(10);
    const missing = [...new Set(bases)].flatMap((base) =>
      ['', '-zh', '-en'].map((ending) => `${base}${ending}.ts`).filter((path) => !spoken.includes(path)),
    );
    expect(missing, 'Split it into words.ts, words-zh.ts and words-en.ts; words-in.ts chooses').toEqual([]);
  });

  test('stand in no file for both languages', () => {
    const wrong = spoken.filter((path) =>
      /^(?:export )?const zhCN\b[\s\S]*^(?:export )?const en\b/m.test(read(path)),
    );
    expect(wrong, 'Split it into words.ts, words-zh.ts and words-en.ts; words-in.ts chooses').toEqual([]);
  });
});

describe('the glossary', () => {
  const rows = [...read('docs/glossary.md').matchAll(/^\|(.+)\|(.+)\|(.+)\|$/gm)].slice(2);
  const avoided = rows.flatMap(([, , , words = '']) =>
    words
      .split(/[,，]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  );
  const spoken = product.filter(
    (path) =>
      !path.startsWith('parser/prose/') &&
      /(?:^|[-/])(?:words|phrases|kinds|zh-CN|en)[\w-]*\.ts$|^components\/.*\.tsx$/.test(path),
  );

  /** What stands in quotes, without what is filled in. */
  const sentencesIn = (code: string): string[] =>
    [...withoutComments(code).matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map(
      ([, plain, filled]) =>
        (plain ?? filled ?? '').replace(/\$\{[^}]*\}|\bviolated (?=[=>])|'violated'/g, '…'),
    );

  test('is kept: nothing is said in another word', () => {
    expect(avoided.length).toBeGreaterThan(20);
    const wrong = spoken.flatMap((path) =>
      sentencesIn(read(path)).flatMap((sentence) => {
        // A single English word in quotes is a name in the code, of an outcome or a class.
        if (!/\s|\p{Script=Han}/u.test(sentence) || /^(?:count )?is-|^sample /.test(sentence)) return [];
        const word = avoided.find((one) => sentence.toLowerCase().includes(one.toLowerCase()));
        return word === undefined ? [] : [`${path}: ${word}: ${sentence.slice(0, 60)}`];
      }),
    );
    expect(wrong, 'Say it as docs/glossary.md does').toEqual([]);
  });
});

describe('what the documents name', () => {
  const paths = ['.', 'docs'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root))
      .filter((name) => existsSync(new URL(`${folder}/${name}`, root)))
      .map((name) => (folder === '.' ? name : `${folder}/${name}`)),
  );
  const files = [
    ...everything,
    ...filesIn('tests'),
    ...filesIn('docs'),
    ...filesIn('samples'),
    ...filesIn('public'),
    ...paths,
  ];

  test.each(['ARCHITECTURE.md', 'CONTRIBUTING.md'])('every file that %s names exists', (document) => {
    const named = [...read(document).matchAll(/`([\w@.*/-]+)`/g)].flatMap(([, name = '']) =>
      /^[\w./-]+\.(?:tsx?|html|md|sh)$/.test(name) ||
      /^(?:parser|cli|tools|tests|components|entrypoints|overview|docs)\//.test(name)
        ? [name.replace(/\/$/, '')]
        : [],
    );
    expect(named.length).toBeGreaterThan(5);
    const missing = named.filter(
      (name) =>
        !files.some(
          (path) =>
            path === name ||
            path.endsWith(`/${name}`) ||
            path.includes(`${name}/`) ||
            path.endsWith(`${name}.ts`),
        ),
    );
    // Made by a command, and not there before it has run.
    expect(
      missing.filter(
        (name) =>
          !/^(?:dist|out|\.output)\b|^shelf\.html$|enforcement-statistics|table-three-cut|^saved-page|^source\./.test(
            name,
          ),
      ),
      `Say in ${document} what is there now`,
    ).toEqual([]);
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
