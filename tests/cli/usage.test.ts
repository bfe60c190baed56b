import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gouji, root } from './gouji.ts';

describe('help', () => {
  test.each([
    ['zh-CN', '例：', '退出码：'],
    ['en', 'Examples:', 'Exit codes:'],
  ])('%s, with examples and exit codes', async (language, examples, exitCodes) => {
    const { code, stdout, stderr } = await gouji(['--help', '--lang', language]);
    expect(stdout).toContain(examples);
    expect(stdout).toContain('gouji extract report.html --format csv > report.csv');
    expect(stdout).toContain(exitCodes);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const owns = await Promise.all(
      ['check', 'extract'].map((command) => gouji([command, '--help', '--lang', language])),
    );
    for (const own of owns) {
      expect(own.stdout).toContain('--lang');
      expect(own.stdout).toContain('.shtml');
      expect(own.code).toBe(0);
    }
  });

  test('Chinese help has no English heading', async () => {
    for (const args of [['--help'], ['check', '--help'], ['extract', '--help']]) {
      expect((await gouji(args)).stdout).not.toMatch(/Usage|Options|Commands|Arguments|display help/);
    }
  });

  test('each command names its own default of --jobs', async () => {
    const helps = ['check', 'worker'].map((command) => gouji([command, '--help', '--lang', 'en']));
    const [check, worker] = (await Promise.all(helps)).map(({ stdout }) => stdout.replace(/\s+/g, ' '));
    expect(check).toContain('by default as many as there are processor cores');
    expect(worker).toContain(
      'Usage: gouji worker [--jobs N] < pages.ndjson > answers.ndjson read pages line by line (NDJSON) and answer line by line, driven by GNU parallel, Spark and the like Each line in is a JSON object: {"url", "html"}, {"url", "base64", "charset"} or {"path"}, with an "id" if you like. For each line in there is one line out, in the same order: {"schema": "gouji/answer/1", "line", "id", "extractions"}. A line that cannot be understood has its answer too, with the reason in its issues; the exit code is always 0. The line ping is answered with version, forms and schema in "about". Options: -j, --jobs <count> threads that read at the same time; default 1: let the scheduler start one worker per core --lang <language> language: zh-CN or en; default: the system’s -h, --help show help ',
    );
  });

  test('--version is the package’s', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(await gouji(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe('a wrong command line is exit 2 and says what is allowed', () => {
  test.each([
    [['check'], /给出要读取的文件/, /--files-from/],
    [['audit', 'x'], /没有这个命令/, /audit/],
    [['check', '--strict', 'x'], /没有这个选项/, /--strict/],
    [['extract', 'x'], /--format/, /--format/],
    [['extract', '--format', 'pdf', 'x'], /json、ndjson、csv、xlsx/, /json, ndjson, csv, xlsx/],
    [['check', '--lang', 'fr', 'x'], /--lang <language> 不接受“fr”，可用的是 zh-CN、en）/, /zh-CN, en/],
    [['check', '--jobs', '0', 'x'], /--jobs <count> 不接受“0”，应为不小于 1 的整数）/, /a whole number/],
    [['chek', 'x'], /（chek，相近的有 check）/, /Did you mean check/],
    [['check', '-o'], /选项缺少取值（-o, --output <file>）/, /argument missing/],
    [['compare', 'x'], /缺少参数（b）/, /'b'/],
    [['compare', 'x', 'y', 'z'], /参数过多（compare）/, /too many arguments/],
    [['check', 'x', '--report', 'x.html', '--resume'], /--report 的网页只能一次写完/, /--report or --resume/],
  ])('%j', async (args, chinese, english) => {
    const [zh, en] = await Promise.all([gouji(args), gouji(args, { environment: { LANG: 'en_US.UTF-8' } })]);
    expect(zh).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(chinese) });
    expect(zh.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(en).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(english) });
    expect(en.stderr).not.toMatch(/[\u4E00-\u9FFF]/);
  });

  test('no argument at all shows the help', async () => {
    const { code, stdout, stderr } = await gouji([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('例：');
  });
});
