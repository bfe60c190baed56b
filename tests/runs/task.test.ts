import { describe, expect, test } from 'vitest';
import { formats, isTable } from '../../cli/runs/formats.ts';
import { type Asked, asking, wantedBy } from '../../cli/runs/request.ts';
import { differing, taskOf } from '../../cli/runs/task.ts';
import { disclosure2021 } from '../../parser/forms/disclosure/edition-2021.ts';

test('only what needs a file is no text', () => {
  expect(formats.filter(isTable)).toEqual(['xlsx', 'parquet', 'sqlite']);
  expect(isTable('summary')).toBe(false);
});

describe('what is asked of every source', () => {
  test('is what is named, and nothing besides', () => {
    expect(asking('en', { past: true, text: 'csv' })).toEqual({
      text: 'csv',
      reports: false,
      entries: false,
      rows: false,
      past: true,
      notes: false,
      colours: false,
      all: false,
      forms: [],
      language: 'en',
    });
  });

  const wanted = (asked: Partial<Asked>) => wantedBy(asking('en', asked));
  const nothing = { summed: false, tables: false, totals: false, depth: 'all' };

  test('needs the sum of a source wherever the sum is written', () => {
    expect(wanted({})).toEqual(nothing);
    expect(wanted({ text: 'summary' })).toEqual(nothing);
    const summed = { ...nothing, summed: true };
    for (const asked of [
      { noted: true },
      { reports: true },
      { rows: true },
      { entries: true },
      { facts: true },
      { text: 'json' },
      { text: 'csv' },
    ] as const)
      expect(wanted(asked), JSON.stringify(asked)).toEqual(summed);
  });

  test('needs all of its tables for a data set, and those of a page without a report for their totals', () => {
    expect(wanted({ dataset: true })).toEqual({ ...nothing, summed: true, tables: true });
    expect(wanted({ totals: true })).toEqual({ ...nothing, totals: true });
    expect(wanted({ depth: 'facts' })).toEqual({ ...nothing, depth: 'facts' });
  });
});

describe('two runs of one task', () => {
  const choice = { include: ['*.html'], exclude: ['old*'], follow: true };
  const task = (asked: Partial<Asked>, named: Parameters<typeof taskOf>[2] = { paths: ['reports'] }) =>
    taskOf(asking('en', asked), 'csv', named);

  test('are told by the options of the command line', () => {
    expect(task({ text: 'csv', all: true, forms: [disclosure2021] })).toEqual({
      command: ['extract', 'csv', false],
      '--format': 'csv',
      '--lang': 'en',
      '--all': true,
      '--form': [disclosure2021],
      '--only': 'all',
      PATH: ['reports'],
      '--files-from': null,
      '--include': [],
      '--exclude': [],
      '--follow': false,
    });
    expect(
      taskOf(asking('zh-CN', { past: true, rows: true, depth: 'facts' }), 'xlsx', {
        paths: [],
        list: '-',
        choice,
      }),
    ).toMatchObject({
      command: ['check', null, true],
      '--format': 'xlsx',
      '--lang': 'zh-CN',
      '--all': false,
      '--only': 'facts',
      '--files-from': '-',
      '--include': ['*.html'],
      '--exclude': ['old*'],
      '--follow': true,
    });
  });

  test('differ in nothing, or in options that are named', () => {
    expect(differing(task({}), task({}))).toEqual([]);
    expect(differing(task({}), task({ past: true, all: true }))).toEqual(['command', '--all']);
    expect(differing(task({}), task({}, { paths: ['others'], choice }))).toEqual([
      'PATH',
      '--include',
      '--exclude',
      '--follow',
    ]);
    expect(differing(task({}), task({ depth: 'facts', forms: [disclosure2021] }))).toEqual([
      '--form',
      '--only',
    ]);
    expect(
      differing(task({}), taskOf(asking('zh-CN', {}), 'json', { paths: ['reports'], list: '-' })),
    ).toEqual(['--format', '--lang', '--files-from']);
  });
});
