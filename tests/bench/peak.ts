import { writeSync } from 'node:fs';

/** Imported before a program, tells at its end how much memory it had at most, in kilobytes, on file descriptor 3. */
process.on('exit', () => {
  writeSync(3, String(process.resourceUsage().maxRSS));
});
