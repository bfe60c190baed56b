import { extract } from '../../parser/extract.ts';
import type { Extraction } from '../../parser/extraction.ts';
import { readHtml } from '../../parser/source/html/html.ts';
import { renderHtml } from '../corpus-pages/layouts.ts';
import type { Report } from '../corpus-pages/report.ts';

/** What is read of a report that was printed as a page. */
export const readReport = (report: Report, path = `${report.authority}-${report.year}.html`): Extraction => {
  const [extraction] = extract(readHtml(renderHtml(report, {})), {
    path,
    sha256: '',
    bytes: 0,
    format: 'html',
  });
  if (!extraction) throw new Error(`Nothing was read of ${path}`);
  return extraction;
};
