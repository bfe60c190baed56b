import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Imported before a program, tells at its end how much memory it had at most, in kilobytes, on file descriptor 3. */
if (isMainThread)
  process.on('exit', () => {
    writeSync(3, String(process.resourceUsage().maxRSS));
  });
