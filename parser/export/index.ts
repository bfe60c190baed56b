/** The public entry `gouji/export`: extractions as text. */
export { toCsv } from './csv.ts';
export { toJson, toNdjsonLine } from './json.ts';
