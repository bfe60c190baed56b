import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import {
  type Closing,
  type Detail,
  type PackedRow,
  packRow,
  type ReportEntry,
  type ReportSummary,
} from '../../overview/entry.ts';
import { formOf } from '../../parser/forms/registry.ts';
import { writingTo } from '../outputs/problem.ts';
import { partPath, takePlace } from '../outputs/whole.ts';
import { kindsOf } from './kinds.ts';
import { foot, head, piece } from './shell.ts';

/** Writes the report page piece by piece: however many reports come, only the last few are held. */

/** Reports in one piece: the page unpacks all rows at once, and details with the first report of theirs that is opened. */
const perPiece = { rows: 2048, details: 128 };

const compressed = promisify(gzip);

/** The address of a source as seen from the page; null where there is no such file beside it, as for a member of an archive. */
const linkFrom = (page: string, path: string): string | null => {
  if (path === '' || path === '-' || !existsSync(path)) return null;
  const steps = relative(dirname(page), path).split(sep).map(encodeURIComponent);
  return `./${steps.join('/')}`;
};

/** What each form calls the parts into which the cases of a report fall. */
const outcomeNamesOf = (forms: ReadonlySet<string>): Closing['outcomeNames'] =>
  Object.fromEntries(
    [...forms].map((id) => [
      id,
      (formOf(id)?.overview?.outcomes?.parts ?? []).map(({ zh, en }) => ({ zh, en })),
    ]),
  );

/** `write` takes the entries in the order in which the list first shows equals; `end` makes the page whole. */
export const openReport = (
  path: string,
): Promise<{ write(entry: ReportEntry): Promise<void>; end(summary: ReportSummary): Promise<void> }> =>
  writingTo(path, async () => {
    const { pageCode } = await import('./page-code.ts');
    const code = await pageCode();
    const part = partPath(path);
    const file = await open(part, 'w');
    const kinds = new Set<string>();
    const forms = new Set<string>();
    let rows: PackedRow[] = [];
    let details: Detail[] = [];
    const put = async (name: Parameters<typeof piece>[0], data: unknown): Promise<void> => {
      const bytes = await compressed(JSON.stringify(data));
      await file.write(piece(name, bytes.toString('base64')));
    };
    const putRows = async (): Promise<void> => {
      const ready = rows;
      rows = [];
      if (ready.length > 0) await put('rows', ready);
    };
    const putDetails = async (): Promise<void> => {
      const ready = details;
      details = [];
      if (ready.length > 0) await put('details', ready);
    };
    await file.write(head(code));
    return {
      write: ({ row, detail }) =>
        writingTo(path, async () => {
          for (const kind of row.kinds) kinds.add(kind);
          if (row.form !== null) forms.add(row.form);
          rows.push(packRow(row));
          details.push({ ...detail, link: linkFrom(path, row.path) });
          if (rows.length >= perPiece.rows) await putRows();
          if (details.length >= perPiece.details) await putDetails();
        }),
      end: (summary) =>
        writingTo(path, async () => {
          await putRows();
          await putDetails();
          for (const { id } of summary.overYears) kinds.add(id.replace(/@.*/s, ''));
          const closing: Closing = {
            summary,
            kinds: kindsOf(kinds),
            perPiece: perPiece.details,
            outcomeNames: outcomeNamesOf(forms),
          };
          await put('closing', closing);
          await file.write(foot(code));
          await file.close();
          takePlace(part, path);
        }),
    };
  });
