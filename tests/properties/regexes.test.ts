import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { type Node, parseSync, type RegExpLiteral, Visitor } from 'oxc-parser';
import { checkSync } from 'recheck';
import { describe, expect, test } from 'vitest';

/**
 * No regular expression takes more than linear time, whatever text it meets. Proved, not tried: recheck builds the automaton of
 * the expression and measures how its matching grows. Sources are searched for literals; expressions put together at run time
 * are caught as they are made, and each place that makes one must have been caught.
 */

type Expression = { source: string; flags: string };
/** A place that puts an expression together, with its fixed parts in order. */
type Place = { file: string; parts: string[] };

const root = new URL('../../', import.meta.url);
/** What builds and documents the project reads nothing but the project. */
const exclude = ['cli/write-*.ts', 'cli/*.config.ts', 'cli/rules-markdown.ts'];
const files: string[] = [];
for await (const file of glob(['parser/**/*.ts', 'cli/**/*.ts', '{components,entrypoints}/**/*.{ts,tsx}'], {
  cwd: root,
  exclude,
}))
  files.push(file);

const literals: (Expression & { file: string })[] = [];
const places: Place[] = [];

const isRegExpLiteral = (node: Node): node is RegExpLiteral => node.type === 'Literal' && 'regex' in node;

const partsOf = (argument: Node | undefined): string[] => {
  if (argument?.type === 'TemplateLiteral') return argument.quasis.map((part) => part.value.cooked ?? '');
  return argument?.type === 'Literal' && typeof argument.value === 'string' ? [argument.value] : [];
};

for (const file of files.toSorted()) {
  const made = (node: { callee: Node; arguments: Node[] }): void => {
    if (node.callee.type === 'Identifier' && node.callee.name === 'RegExp')
      places.push({ file, parts: partsOf(node.arguments[0]) });
  };
  new Visitor({
    Literal: (node) => {
      if (isRegExpLiteral(node)) literals.push({ file, source: node.regex.pattern, flags: node.regex.flags });
    },
    NewExpression: made,
    CallExpression: made,
  }).visit(parseSync(file, readFileSync(new URL(file, root), 'utf8')).program);
}

/** Expressions made while the parser's modules are loaded and a page of several parts is read. */
const caught: Expression[] = await (async () => {
  const made: RegExp[] = [];
  const Real = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Real, {
    construct: (target, [pattern, flags], self) => {
      const expression: RegExp = Reflect.construct(target, [pattern, flags], self);
      made.push(expression);
      return expression;
    },
  });
  try {
    for (const file of files.filter((name) => name.startsWith('parser/'))) await import(`../../${file}`);
    const { htmlParts } = await import('../../parser/source/mhtml.ts');
    htmlParts(readFileSync(new URL('tests/corpus/mhtml-chromium/source.mhtml', root)));
  } finally {
    globalThis.RegExp = Real;
  }
  return made.map(({ source, flags }) => ({ source, flags }));
})();

/** Do the parts stand in the text in that order? */
const holds = (text: string, parts: readonly string[]): boolean => {
  let at = 0;
  return parts.every((part) => {
    const found = text.indexOf(part, at);
    at = found + part.length;
    return found >= 0;
  });
};

// The checker in JavaScript, which every machine can run.
process.env.RECHECK_SYNC_BACKEND = 'pure';

const growth = ({ source, flags }: Expression): string => {
  const limits = { maxNFASize: 1_000_000, maxPatternSize: 100_000, timeout: 60_000 };
  let proof = checkSync(source, flags, { checker: 'automaton', ...limits });
  // Automata know no look-ahead: such an expression is attacked with generated texts instead.
  if (proof.status === 'unknown' && proof.error.kind === 'unsupported')
    proof = checkSync(source, flags, { checker: 'fuzz', ...limits });
  if (proof.status === 'unknown') return `unknown (${proof.error.kind})`;
  return proof.complexity.type === 'safe' ? 'linear' : proof.complexity.summary;
};

test('the proof tells linear from worse', () => {
  expect(growth({ source: '^\\s*<', flags: '' })).toBe('linear');
  expect(growth({ source: '\\s+$', flags: '' })).toBe('2nd degree polynomial');
  expect(growth({ source: '^(?:a|a?)+$', flags: '' })).toBe('exponential');
});

test('expressions are found', () => {
  expect(literals.length).toBeGreaterThan(50);
  expect(places.length).toBeGreaterThan(5);
});

test.each(places)('$file: what it makes is caught', ({ parts }) => {
  expect(parts.join('')).not.toBe('');
  expect(caught.filter(({ source }) => holds(source, parts))).not.toEqual([]);
});

describe('linear time', () => {
  // The proof of a long expression takes ten seconds of a machine that has nothing else to do.
  test.each([...literals, ...caught])('/$source/$flags', { timeout: 120_000 }, (expression) => {
    expect(growth(expression)).toBe('linear');
  });
});
