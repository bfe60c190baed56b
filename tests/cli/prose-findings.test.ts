import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exitCodeOf } from '../../cli/exit.ts';
import { summaryOf } from '../../cli/summary.ts';
import { paintFor } from '../../cli/terminal.ts';
import { commandWordsIn } from '../../cli/words-in.ts';
import { readingsOf } from '../../parser/extract.ts';
import { verdictOn } from '../../parser/findings/verdict.ts';
import type { Language } from '../../parser/messages/words.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import { proseFindings } from '../../parser/prose/prose-findings.ts';
import { readHtml } from '../../parser/source/html/html.ts';
import { root } from './gouji.ts';

const sound = readFileSync(join(root, 'samples/consistent-2020.html'), 'utf8');
const paint = paintFor(process.stdout, { NO_COLOR: '1' });

/** The summary and the exit code of the sound sample with a sentence more in its text. */
const checked = (sentence: string, language: Language = 'zh-CN') => {
  const html = sound.replace('</h1>', `</h1><p>${sentence}</p>`);
  const [reading] = readingsOf(readHtml(html), { path: 'page.html', sha256: '', bytes: 0, format: 'html' });
  if (!reading) throw new Error('There is always a reading.');
  const { extraction, text, start } = reading;
  const verdict = verdictOn({ extraction, statements: proseFindings(text, extraction, start) });
  const voice = { words: wordsIn(language), phrases: commandWordsIn(language), paint };
  return {
    lines: summaryOf(extraction, verdict, voice)
      .split('\n')
      .filter((line) => line.startsWith('  ✗')),
    exit: exitCodeOf(verdict),
  };
};

describe('what the text says against itself is one line with the words that say it, and exit 1', () => {
  test.each<[string, Language, string, string]>([
    [
      'a sum',
      'zh-CN',
      '举办培训公开课4次，其中甲1次、乙5次。',
      '  ✗ 所列各项合计 6，正文总数为 4，相差 2（1 + 5）（原文：举办培训公开课4次，其中甲1次、乙5次）',
    ],
    [
      'a sum, in English',
      'en',
      '举办培训公开课4次，其中甲1次、乙5次。',
      '  ✗ The parts listed add up to 6, but the total stated is 4, difference 2 (1 + 5) (in the report: 举办培训公开课4次，其中甲1次、乙5次)',
    ],
    [
      'the period',
      'zh-CN',
      '统计期限自2019年1月1日起至2019年12月31日止。',
      '  ✗ 统计期限写为 2019 年 1 月 1 日至 2019 年 12 月 31 日，报告年度为 2020 年（原文：统计期限自2019年1月1日起至2019年12月31日）',
    ],
  ])('%s', (_, language, sentence, line) => {
    expect(checked(sentence, language)).toEqual({ lines: [line], exit: 1 });
  });
});

test('a sum that holds or is undecided is not mentioned and changes nothing', () => {
  expect(checked('举办培训公开课6次，其中甲1次、乙5次。')).toEqual({ lines: [], exit: 0 });
  expect(checked('举办培训公开课9次，其中甲1次、乙5次。')).toEqual({ lines: [], exit: 0 });
});

test('more than six are counted, not listed', () => {
  const many = Array.from({ length: 8 }, (_, at) => `举办培训公开课4次，其中甲${at + 1}次、乙5次。`);
  const { lines } = checked(many.join(''));
  expect(lines).toHaveLength(7);
  expect(lines.at(-1)).toContain('另有 2 处');
});
