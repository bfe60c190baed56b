import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { decode } from '../../parser/source/encoding.ts';
import { htmlParts } from '../../parser/source/html/mhtml.ts';

/** One HTML page of the corpus, decoded. `name`: its case or file. */
export type Page = { name: string; html: string };

const root = new URL('../../', import.meta.url);
const shared = new URL('../shared/corpus/', root);

const isHtml = (file: string): boolean => /\.m?html$/.test(file);

const pagesOf = async (name: string, file: URL): Promise<Page[]> => {
  const bytes = readFileSync(file);
  const parts = htmlParts(bytes) ?? [{ bytes, charset: null }];
  return Promise.all(
    parts.map(async ({ bytes: part, charset }) => ({ name, html: (await decode(part, charset)).text })),
  );
};

const all = async (pages: readonly Promise<Page[]>[]): Promise<Page[]> => (await Promise.all(pages)).flat();

const inFolder = (folder: URL): Promise<Page[]> =>
  all(
    readdirSync(folder)
      .filter(isHtml)
      .toSorted()
      .map((file) => pagesOf(file, new URL(file, folder))),
  );

/** The cases of tests/corpus. */
export const casePages = (): Promise<Page[]> => {
  const corpus = new URL('tests/corpus/', root);
  return all(
    readdirSync(corpus)
      .toSorted()
      .flatMap((slug) =>
        readdirSync(new URL(`${slug}/`, corpus))
          .filter(isHtml)
          .map((file) => pagesOf(slug, new URL(`${slug}/${file}`, corpus))),
      ),
  );
};

export const samplePages = (): Promise<Page[]> => inFolder(new URL('samples/', root));

/** Published pages, which are not part of the repository: none where the folder is not beside it, and that is said aloud. */
export const publishedPages = async (): Promise<Page[]> => {
  if (existsSync(shared)) return inFolder(shared);
  console.warn('SKIPPED: ../shared/corpus is not here, so no published page is read by these tests.');
  return [];
};
