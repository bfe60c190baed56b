/** The public entry `gouji`: bytes in, checked reports out; and the steps between, for who has text, blocks or a page of a browser. */

export * from '../parser/index.ts';
export { type From, type ReadOptions, type Report, read, tables } from './library.ts';
