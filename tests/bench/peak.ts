import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Imported before a program, tells at its end how much memory it had at most, in kilobytes, and its CPU time in microseconds, on file descriptor 3. */
if (isMainThread)
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeSync(3, `${maxRSS} ${userCPUTime + systemCPUTime}`);
  });
