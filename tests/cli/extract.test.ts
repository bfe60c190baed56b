import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../../cli/read.ts';
import { toCsv } from '../../parser/export/csv.ts';
import { toJson, toNdjsonLine } from '../../parser/export/json.ts';
import { extractionSchema } from '../../parser/extraction.ts';
import { entry, gouji, root } from './gouji.ts';

const paths = ['samples/consistent-2020.html', 'samples/one-wrong-cell-2020.html'];
const extractions = (
  await Promise.all(paths.map((path) => readBytes(path, readFileSync(join(root, path)))))
).flat();

describe('what is written piece by piece is what the library writes whole', () => {
  test.each([
    ['csv', toCsv(extractions)],
    ['json', toJson(extractions)],
    ['ndjson', extractions.map(toNdjsonLine).join('')],
  ])('%s', async (format, expected) => {
    const { code, stdout, stderr } = await gouji(['extract', '--format', format, ...paths]);
    expect(stdout).toBe(expected);
    expect(stderr).toBe('samples/one-wrong-cell-2020.html: 3 条不成立 · 37 条成立\n');
    // What is violated is not an export's to say.
    expect(code).toBe(0);
  });

  test('JSON of nothing found is an array all the same', async () => {
    const { stdout } = await gouji(['extract', '--format', 'json', 'samples/none.html']);
    expect(JSON.parse(stdout)).toHaveLength(1);
  });
});

test('the extraction fits the schema and names its bytes', async () => {
  const { stdout } = await gouji(['extract', '--format', 'json', ...paths]);
  const written = JSON.parse(stdout).map((one: unknown) => extractionSchema.parse(one));
  const bytes = readFileSync(join(root, 'samples/consistent-2020.html'));
  expect(written[0].source).toEqual({
    path: paths[0],
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    format: 'html',
  });
});

test('the same bytes in give the same bytes out', async () => {
  const [first, second] = await Promise.all(
    [1, 2].map(() => gouji(['extract', '--format', 'json', ...paths])),
  );
  expect(first?.stdout).toBe(second?.stdout);
});

test('a reader that goes away ends the run without a word', () => {
  const command = `set -o pipefail; "${process.execPath}" "${entry}" extract tests/corpus --format csv 2>/dev/null | head -c 10`;
  const { status, stdout } = spawnSync('bash', ['-c', command], { cwd: root, encoding: 'utf8' });
  expect(stdout).toHaveLength(8);
  expect(status).toBe(0);
  const errors = spawnSync(
    'bash',
    [
      '-c',
      `"${process.execPath}" "${entry}" extract tests/corpus/two-reports-on-one-page/source.html --format json | head -c 10`,
    ],
    { cwd: root, encoding: 'utf8' },
  );
  expect(errors.stderr).not.toContain('EPIPE');
});
