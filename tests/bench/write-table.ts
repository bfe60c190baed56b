import { readFile, writeFile } from 'node:fs/promises';

/** Puts a bench's tables into a document, between `<!-- mark -->` and `<!-- /mark -->`. */
export const writeTable = async (document: string, mark: string, text: string): Promise<void> => {
  const file = new URL(`../../${document}`, import.meta.url);
  const before = await readFile(file, 'utf8').catch(() => '');
  const [opening, closing] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const [from, to] = [before.indexOf(opening), before.indexOf(closing)];
  if (from < 0 || to < from) {
    console.error(`${document}: no place between ${opening} and ${closing}, nothing written`);
    return;
  }
  await writeFile(file, `${before.slice(0, from)}${opening}\n${text}\n${before.slice(to)}`);
  console.error(`${document}: written`);
};
