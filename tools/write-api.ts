import { readFileSync, writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';

/**
 * Writes docs/api.md from the docstrings behind the public entries: `npm run api`. A declaration is shown as it stands in the source;
 * of a function only its signature, of a type that follows from a schema the schema.
 */

const root = new URL('../', import.meta.url);
const entries = [
  { module: 'gouji', file: 'cli/index.ts' },
  { module: 'gouji/dom', file: 'parser/dom.ts' },
  { module: 'gouji/export', file: 'parser/export/index.ts' },
  { module: 'gouji/forms', file: 'parser/forms/index.ts' },
];

type Declared = { text: string; doc: string };

/** Every exported declaration of a file, by name. */
const declaredIn = (file: string): Map<string, Declared> => {
  const source = readFileSync(new URL(file, root), 'utf8');
  const { program, comments } = parseSync(file, source);
  const found = new Map<string, Declared>();
  for (const node of program.body) {
    if (node.type !== 'ExportNamedDeclaration' || !node.declaration) continue;
    const { declaration } = node;
    const comment = comments.findLast(
      (one) =>
        one.type === 'Block' &&
        one.value.startsWith('*') &&
        one.end <= node.start &&
        /^\s*$/.test(source.slice(one.end, node.start)),
    );
    const doc = (comment?.value ?? '')
      .replace(/^\*/, '')
      .replace(/^\s*\* ?/gm, '')
      .trim();
    const whole = source.slice(declaration.start, declaration.end);
    if (declaration.type === 'TSTypeAliasDeclaration') found.set(declaration.id.name, { text: whole, doc });
    if (declaration.type !== 'VariableDeclaration') continue;
    for (const { id, init } of declaration.declarations) {
      if (id.type !== 'Identifier') continue;
      const body = init?.type === 'ArrowFunctionExpression' ? init.body.start : null;
      const text =
        body === null
          ? whole
          : `${source
              .slice(declaration.start, body)
              .replace(/=>\s*$/, '')
              .trim()}`;
      found.set(id.name, { text, doc });
    }
  }
  return found;
};

/** What an entry exports, by name, with the file that declares it; what it passes on from another entry too. */
const exportedBy = (file: string): { name: string; as: string; from: string }[] => {
  const source = readFileSync(new URL(file, root), 'utf8');
  const beside = (from: string): string => posix.join(posix.dirname(file), from);
  const named = [...source.matchAll(/export (?:type )?\{([^}]*)\} from '([^']+)'/g)].flatMap(
    ([, names = '', from = '']) =>
      names
        .split(',')
        .map((name) => name.replace('type ', '').trim())
        .filter((name) => name !== '')
        .map((name) => {
          const [own = '', as = own] = name.split(' as ');
          return { name: own, as, from: beside(from) };
        }),
  );
  const passedOn = [...source.matchAll(/export \* from '([^']+)'/g)].flatMap(([, from = '']) =>
    exportedBy(beside(from)),
  );
  return [...named, ...passedOn];
};

const inferred = /^type \w+ = z\.infer<typeof (\w+)>;?$/;

const section = (name: string, as: string, declared: ReadonlyMap<string, Declared>): string => {
  const own = declared.get(name);
  if (!own) throw new Error(`${name} is exported by a public entry, but not declared where that entry says`);
  const schema = declared.get(inferred.exec(own.text)?.[1] ?? '');
  const doc = [own.doc, schema?.doc].filter((text) => text).join('\n\n');
  return `### \`${as}\`\n\n${doc === '' ? '' : `${doc}\n\n`}\`\`\`ts\n${schema ? `${own.text}\n\n${schema.text}` : own.text}\n\`\`\`\n`;
};

/** The documentation of every public entry, as Markdown. */
export const apiDocumentation = (): string => {
  const parts = entries.map(({ module, file }) => {
    const source = readFileSync(new URL(file, root), 'utf8');
    const sections = exportedBy(file).map(({ name, as, from }) => section(name, as, declaredIn(from)));
    const about = /^\/\*\*\s*([\s\S]*?)\s*\*\//.exec(source)?.[1] ?? '';
    return `## \`${module}\`\n\n${about}\n\n${sections.join('\n')}`;
  });
  return `# The library\n\nWritten from the sources by \`npm run api\`.\n\n${parts.join('\n')}`;
};

if (import.meta.main) writeFileSync(new URL('docs/api.md', root), apiDocumentation());
