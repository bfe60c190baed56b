import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * `npm run lint:firefox`: Mozilla's own linter over the packed build, without the network. Fails on every error, and on every warning
 * that is not explained here.
 */

type Finding = { code: string; message: string; file?: string };
type Answer = { errors: Finding[]; warnings: Finding[]; notices: Finding[] };

const explained: Readonly<Record<string, string>> = {
  DANGEROUS_EVAL:
    'zod can compile its schemas with new Function. It is told not to (entrypoints/wire/jitless.ts), and the policy of the extension forbids it. What pdfjs-dist brings along (core-js) does without in the same way.',
  UNSAFE_VAR_ASSIGNMENT:
    'preact knows dangerouslySetInnerHTML, which is used nowhere here: tests/browser/hostile.test.ts holds it to text. The shelf imports attachment.js of the package; pdfjs would import its worker, but has it.',
};

const lint = async (): Promise<Answer> => {
  const given = ['lint', '--source-dir', '.output/firefox-mv3', '--output', 'json', '--no-config-discovery'];
  const { stdout } = await promisify(execFile)('web-ext', given, { maxBuffer: 64 << 20 }).catch(
    // It ends with 1 where it finds errors, and has said what they are.
    (failure: { stdout: string }) => failure,
  );
  return JSON.parse(stdout) as Answer;
};

const { errors, warnings, notices } = await lint();
const unexplained = [...errors, ...warnings.filter(({ code }) => !(code in explained)), ...notices];
for (const code of new Set(warnings.map((warning) => warning.code))) {
  if (code in explained) console.log(`${code}: ${explained[code]}`);
}
for (const { code, message, file } of unexplained) console.error(`${code} ${file ?? ''}: ${message}`);
console.log(`${errors.length} errors, ${unexplained.length} unexplained, ${warnings.length} warnings in all`);
process.exitCode = unexplained.length > 0 ? 1 : 0;
