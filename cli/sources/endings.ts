import { extname } from 'node:path';

/** Files that a walk through a folder reads. A file named outright is read whatever its ending. */
export const endings: readonly string[] = [
  '.html',
  '.htm',
  '.shtml',
  '.xhtml',
  '.mhtml',
  '.mht',
  '.txt',
  '.md',
  '.pdf',
  '.docx',
  '.doc',
  '.xlsx',
  '.xls',
  '.ofd',
  '.wps',
  '.et',
  '.csv',
  '.tsv',
  '.warc',
  '.warc.gz',
  '.wacz',
];

/** `.gz` alone says nothing. */
export const endingOf = (name: string): string =>
  /\.warc\.gz$/i.exec(name)?.[0].toLowerCase() ?? extname(name).toLowerCase();
