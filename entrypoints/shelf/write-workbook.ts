import { readOwnForms } from '../wire/own-forms.ts';
import type { WorkbookAnswer, WorkbookWanted } from './workbook-worker.ts';

/**
 * Has a worker write the workbook, so that the page goes on answering.
 * @param onProgress how many reports are written.
 * @param signal ends the worker; then the answer is null.
 */
export const writeWorkbook = async (
  ids: readonly string[],
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<Blob | null> => {
  const own = await readOwnForms();
  if (signal.aborted) return null;
  const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<Blob | null>((resolve, reject) => {
      signal.addEventListener('abort', () => resolve(null), { once: true });
      worker.addEventListener('error', (event) => reject(new Error(event.message)));
      worker.addEventListener('message', ({ data }: MessageEvent<WorkbookAnswer>) => {
        if ('done' in data) onProgress(data.done);
        else if ('file' in data) resolve(data.file);
        else reject(new Error(data.failed));
      });
      worker.postMessage({ ids, own } satisfies WorkbookWanted);
    });
  } finally {
    worker.terminate();
  }
};
