import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

/**
 * Runs the program once for each line of its input, which holds its arguments and folder, and each time ends with a NUL on standard error
 * and on standard output, there with the exit code after it.
 */

type Order = { args: string[]; cwd: string };

const [program = ''] = process.argv.splice(2);
const entry = pathToFileURL(program).href;
let runs = 0;
/** After all that went before it, which a full pipe may have kept waiting. */
const written = (stream: NodeJS.WriteStream, text: string) => new Promise((done) => stream.write(text, done));
for await (const line of createInterface({ input: process.stdin })) {
  const { args, cwd }: Order = JSON.parse(line);
  process.chdir(cwd);
  process.argv.splice(2, Number.POSITIVE_INFINITY, ...args);
  process.exitCode = 0;
  // The file of the command starts it; what it imports is there already.
  await import(`${entry}?${runs++}`);
  await written(process.stderr, '\0');
  await written(process.stdout, `\0${process.exitCode}\n`);
}
