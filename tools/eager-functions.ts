import type { Plugin } from 'vite';

/**
 * Puts functions in brackets. V8 compiles a function in brackets together with its file, and any other when it is first called; and
 * Node's cache of compiled code keeps only what was compiled with the file. So a second run of the packed command compiles hardly anything.
 */

type Node = { type: string; start: number; end: number };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

/** A method is no expression: it cannot stand in brackets. */
const holdsMethod = (node: Node): boolean =>
  node.type === 'MethodDefinition' ||
  (node.type === 'Property' &&
    (('method' in node && node.method === true) || ('kind' in node && node.kind !== 'init')));

/** Every function below `value` that is an expression, down to so many levels of functions within functions. */
function* functionsIn(value: unknown, levels: number, isMethod = false): Generator<Node> {
  if (levels === 0) return;
  if (Array.isArray(value)) for (const one of value) yield* functionsIn(one, levels);
  if (!isNode(value)) return;
  const isFunction = /^(?:Arrow)?FunctionExpression$/.test(value.type);
  if (isFunction && !isMethod) yield value;
  for (const [key, child] of Object.entries(value))
    yield* functionsIn(child, isFunction ? levels - 1 : levels, key === 'value' && holdsMethod(value));
}

/**
 * @param parse of the bundler, to the end of a program.
 * @param levels how deep in one another functions are put in brackets.
 */
export const inBrackets = (
  code: string,
  parse: (code: string) => unknown,
  levels = Number.POSITIVE_INFINITY,
): string => {
  const functions = [...functionsIn(parse(code), levels)];
  const brackets = [
    ...functions.map(({ start }) => ({ at: start, sign: '(' })),
    ...functions.map(({ end }) => ({ at: end, sign: ')' })),
  ].sort((a, b) => a.at - b.at);
  let bracketed = '';
  let last = 0;
  for (const { at, sign } of brackets) {
    bracketed += code.slice(last, at) + sign;
    last = at;
  }
  return bracketed + code.slice(last);
};

export const eagerFunctions: Plugin = {
  name: 'gouji:eager-functions',
  renderChunk(code) {
    return { code: inBrackets(code, (text) => this.parse(text)), map: null };
  },
};
