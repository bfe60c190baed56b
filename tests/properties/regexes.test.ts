import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { type Node, parseSync, type RegExpLiteral, Visitor } from 'oxc-parser';
import { checkSync } from 'recheck';
import { version } from 'recheck/package.json' with { type: 'json' };
import { afterAll, describe, expect, test, vi } from 'vitest';
import { full } from './seed.ts';

/**
 * No regular expression takes more than linear time, whatever text it meets. Proved, not tried: recheck builds the automaton of
 * the expression and measures how its matching grows. Sources are searched for literals; expressions put together at run time
 * are caught as they are made, and each place that makes one must have been caught.
 */

type Expression = { source: string; flags: string };
/** A place that puts an expression together, with its fixed parts in order. */
type Place = { file: string; parts: string[] };

const root = new URL('../../', import.meta.url);
const files: string[] = [];
for await (const file of glob(['parser/**/*.ts', 'cli/**/*.ts', '{components,entrypoints}/**/*.{ts,tsx}'], {
  cwd: root,
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
  // Modules that another test file has loaded are loaded anew.
  vi.resetModules();
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
    const { htmlParts } = await import('../../parser/source/html/mhtml.ts');
    htmlParts(readFileSync(new URL('tests/corpus/mhtml-chromium/source.mhtml', root)));
    const { identify } = await import('../../parser/imprint/identify.ts');
    const { forms } = await import('../../parser/forms/registry.ts');
    for (const form of forms) identify({ title: null, metas: [], blocks: [] }, [], form, true);
    const { citedForms } = await import('../../parser/recognise/why-missing.ts');
    citedForms([], forms);
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

/** The alternatives of a choice that is no part of anything: a|b(?:c|d) → a, b(?:c|d). */
const alternatives = (source: string): string[] => {
  const found = [''];
  let depth = 0;
  for (const [piece] of source.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|./gs)) {
    if (piece === '(') depth++;
    if (piece === ')') depth--;
    if (piece === '|' && depth === 0) found.push('');
    else found.push(found.pop() + piece);
  }
  return found;
};

/** A choice is tried one alternative after the other: it grows like the worst of them, and each has a much smaller automaton. */
const growth = ({ source, flags }: Expression): string => {
  const grown = alternatives(source).map((one) => growthOf({ source: one, flags }));
  return grown.find((one) => one !== 'linear') ?? 'linear';
};

const growthOf = ({ source, flags }: Expression): string => {
  const limits = {
    maxNFASize: 1_000_000,
    maxPatternSize: 100_000,
    timeout: null,
    // An attack is judged by its steps alone: by the clock, a busy machine would find expressions slow.
    incubationTimeout: null,
    attackTimeout: null,
  };
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
  expect(growth({ source: '[|(]|b|^(?:a|a?)+$', flags: '' })).toBe('exponential');
});

test('expressions are found', () => {
  expect(literals.length).toBeGreaterThan(50);
  expect(places.length).toBeGreaterThan(5);
});

test.each(places)('$file: what it makes is caught', ({ parts }) => {
  expect(parts.join('')).not.toBe('');
  expect(caught.filter(({ source }) => holds(source, parts))).not.toEqual([]);
});

/**
 * What was proved stays proved: the digests of expressions that were, with the checker's version. A full run proves all of them
 * anew, and where a person runs it, writes the list; any other run proves what is not on it.
 */
const list = new URL('proven.txt', import.meta.url);
const digestOf = ({ source, flags }: Expression): string =>
  createHash('sha256').update(`${version} ${flags}/${source}`).digest('hex').slice(0, 16);

describe('linear time', () => {
  const different = new Map([...literals, ...caught].map((one) => [digestOf(one), one]));
  const before = new Set(existsSync(list) ? readFileSync(list, 'utf8').split('\n') : []);
  const proven: string[] = [];
  afterAll(() => {
    if (full && !process.env.CI && proven.length === different.size)
      writeFileSync(list, `${proven.toSorted().join('\n')}\n`);
  });
  /** Milliseconds for one of them; only a proof that never ends takes that long. */
  const patience = 600_000;
  const open = [...different].filter(([digest]) => full || !before.has(digest));
  test.each(open.map(([digest, one]) => ({ digest, ...one })))(
    '/$source/$flags',
    ({ digest, source, flags }) => {
      expect(growth({ source, flags })).toBe('linear');
      proven.push(digest);
    },
    patience,
  );
  test('each is proved, now or before', () =>
    expect([...different.keys()].filter((digest) => !before.has(digest) && !proven.includes(digest))).toEqual(
      [],
    ));
});
