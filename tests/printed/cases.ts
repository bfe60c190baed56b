import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Seen } from './phenomenon.ts';

/** The cases as their files: all in one archive, since they are alike and small only together. */

export type Case = { readonly file: string; readonly seen: Seen; readonly bytes: Uint8Array };

const archive = new URL('files.zip.br', import.meta.url);
const list = 'seen.json';
/** Alike are files far from one another in the archive. */
const window = 26;
const quality = 9;

/** @returns how many bytes the archive has. */
export const writeCases = (cases: readonly Case[]): number => {
  const seen = Object.fromEntries(cases.map((one) => [one.file, one.seen]));
  const files = Object.fromEntries(cases.map((one) => [one.file, one.bytes]));
  const zip = zipSync(
    { [list]: strToU8(JSON.stringify(seen)), ...files },
    { level: 0, mtime: new Date(2023, 0, 20) },
  );
  const packed = brotliCompressSync(zip, {
    params: {
      [constants.BROTLI_PARAM_LARGE_WINDOW]: 1,
      [constants.BROTLI_PARAM_LGWIN]: window,
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: zip.length,
    },
  });
  writeFileSync(archive, packed);
  return packed.length;
};

export const existsCases = (): boolean => existsSync(archive);

export const readCases = (): Case[] => {
  const files = unzipSync(
    brotliDecompressSync(readFileSync(archive), {
      params: { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 1 },
    }),
  );
  const seen = JSON.parse(strFromU8(files[list] ?? new Uint8Array())) as Record<string, Seen>;
  return Object.entries(seen).map(([file, one]) => ({
    file,
    seen: one,
    bytes: files[file] ?? new Uint8Array(),
  }));
};
