import { readFileSync, writeFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';

/**
 * The published types without zod, with the docstrings of their fields: what the compiler makes of `z.infer` needs zod's own types, which need
 * those of the DOM, and has lost every comment. Run behind the compiler, by `npm run build:package`.
 */

const root = new URL('../', import.meta.url);
const files = ['parser/issue.ts', 'parser/extraction.ts', 'parser/tabulation.ts'];

/** A node of the syntax tree, of which only what is asked for is looked at. */
type Node = { type: string; start: number; end: number } & Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
const node = (value: unknown): Node => {
  if (!isNode(value)) throw new Error('a node of the syntax tree is missing');
  return value;
};
const nodes = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

type Module = {
  source: string;
  comments: { value: string; start: number; end: number; type: string }[];
  body: Node[];
};

const moduleAt = (file: string): Module => {
  const source = readFileSync(new URL(file, root), 'utf8');
  const { program, comments } = parseSync(file, source);
  return { source, comments: [...comments], body: nodes(program.body) };
};

const docBefore = ({ source, comments }: Module, start: number): string => {
  const found = comments.findLast(
    (one) =>
      one.type === 'Block' &&
      one.value.startsWith('*') &&
      one.end <= start &&
      /^\s*$/.test(source.slice(one.end, start)),
  );
  return found ? `/*${found.value}*/\n` : '';
};

/** Where a schema is declared, and by which name its type is published. */
type Declared = { module: Module; value: Node };

const declared = new Map<string, Declared>();
const typeNames = new Map<string, string>();

const nameOf = (value: unknown): string => String(node(value).name ?? '');

/** `z.string().min(1)` is, without what only narrows it, `z.string()`; what is optional or may be null is said. */
type Unwrapped = { value: Node; optional: boolean; exact: boolean; nullable: boolean };

const unwrap = (value: Node): Unwrapped => {
  if (value.type === 'CallExpression') {
    const callee = node(value.callee);
    if (callee.type === 'MemberExpression') {
      const inner = node(callee.object);
      const method = nameOf(callee.property);
      if (!(inner.type === 'Identifier' && inner.name === 'z')) {
        const below = unwrap(inner);
        return {
          value: below.value,
          optional: below.optional || method === 'optional' || method === 'exactOptional',
          exact: below.exact || method === 'exactOptional',
          nullable: below.nullable || method === 'nullable',
        };
      }
    }
  }
  return { value, optional: false, exact: false, nullable: false };
};

const literal = (value: Node): string => {
  if (value.type === 'UnaryExpression') return `-${literal(node(value.argument))}`;
  return JSON.stringify(value.value);
};

const typeOf = (value: Node, module: Module): string => {
  const { value: bare, nullable } = unwrap(value);
  const type = bareType(bare, module);
  return nullable ? `${type} | null` : type;
};

const several = (types: readonly string[]): string => types.join(' | ');
const inBrackets = (type: string): string => (type.includes('|') ? `(${type})` : type);

const bareType = (value: Node, module: Module): string => {
  if (value.type === 'Identifier') {
    const name = nameOf(value);
    const published = typeNames.get(name);
    if (published) return published;
    const own = declared.get(name);
    if (!own) throw new Error(`${name} is no schema that is known here`);
    return typeOf(own.value, own.module);
  }
  if (value.type !== 'CallExpression')
    throw new Error(`${module.source.slice(value.start, value.end)} is no schema`);
  const callee = node(value.callee);
  const [first, second] = nodes(value.arguments);
  if (callee.type === 'Identifier' && callee.name === 'issue')
    return objectType(second ?? node(null), module, `code: ${literal(node(first))};\n`);
  switch (nameOf(callee.property)) {
    case 'string':
    case 'base64':
      return 'string';
    case 'number':
    case 'int':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'unknown':
      return 'unknown';
    case 'literal':
      return literal(node(first));
    case 'enum':
      return several(nodes(node(first).elements).map(literal));
    case 'array':
      return `${inBrackets(typeOf(node(first), module))}[]`;
    case 'union':
      return several(nodes(node(first).elements).map((one) => typeOf(one, module)));
    case 'discriminatedUnion':
      return several(nodes(node(second).elements).map((one) => typeOf(one, module)));
    case 'tuple':
      return `[${nodes(node(first).elements)
        .map((one) => typeOf(one, module))
        .join(', ')}]`;
    case 'object':
      return objectType(node(first), module);
    default:
      throw new Error(
        `z.${nameOf(callee.property)} is not known to tools/plain-types.ts: say what type it gives`,
      );
  }
};

const objectType = (value: Node, module: Module, before = ''): string => {
  const fields = nodes(value.properties).map((property) => {
    const own = node(property.value);
    const { optional: may, exact } = unwrap(own);
    const optional = may ? '?' : '';
    const undefinable = may && !exact ? ' | undefined' : '';
    return `${docBefore(module, property.start)}${nameOf(property.key)}${optional}: ${typeOf(own, module)}${undefinable};\n`;
  });
  return `{\n${before}${fields.join('')}}`;
};

const inferred = (declaration: Node, { source }: Module): string | null =>
  /^type \w+ = z\.infer<typeof (\w+)>/.exec(source.slice(declaration.start, declaration.end))?.[1] ?? null;

/** The declarations of one file, in the compiler's place. */
const plain = (file: string): string => {
  const module = moduleAt(file);
  const imports: string[] = [];
  const written: string[] = [];
  const pending: { name: string; schema: string; doc: string }[] = [];
  for (const statement of module.body) {
    if (statement.type === 'ImportDeclaration') {
      const from = String(node(statement.source).value);
      if (from === 'zod') continue;
      const names = nodes(statement.specifiers)
        .map((one) => typeNames.get(nameOf(one.imported)))
        .filter((name) => name !== undefined);
      if (names.length > 0)
        imports.push(`import type { ${names.join(', ')} } from '${from.replace(/\.ts$/, '.js')}';`);
      continue;
    }
    const exported = statement.type === 'ExportNamedDeclaration';
    const declaration = exported ? statement.declaration : statement;
    if (!isNode(declaration)) continue;
    if (declaration.type === 'VariableDeclaration')
      for (const { id, init } of nodes(declaration.declarations))
        if (isNode(init)) declared.set(nameOf(id), { module, value: init });
    if (declaration.type !== 'TSTypeAliasDeclaration') continue;
    const name = nameOf(declaration.id);
    const doc = docBefore(module, statement.start);
    const schema = inferred(declaration, module);
    if (schema) pending.push({ name, schema, doc });
    else written.push(`${doc}export ${module.source.slice(declaration.start, declaration.end)}`);
  }
  for (const { name, schema, doc } of pending) {
    const own = declared.get(schema);
    if (!own) throw new Error(`${schema} is not declared in ${file}`);
    const about = doc || docOfSchema(module, schema);
    written.push(`${about}export type ${name} = ${typeOf(own.value, own.module)};`);
    typeNames.set(schema, name);
  }
  return [...imports, ...written, 'export {};', ''].join('\n');
};

const docOfSchema = (module: Module, schema: string): string => {
  const at = module.source.indexOf(`export const ${schema} `);
  return at < 0 ? '' : docBefore(module, at);
};

/** @param folder where the compiler has put the declarations. */
export const writePlainTypes = (folder: URL): void => {
  for (const file of files) writeFileSync(new URL(file.replace(/\.ts$/, '.d.ts'), folder), plain(file));
};

if (import.meta.main) writePlainTypes(new URL('../dist/types/', import.meta.url));
