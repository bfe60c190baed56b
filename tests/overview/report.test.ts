import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { OutputProblem } from '../../cli/outputs/problem.ts';
import { entryOf } from '../../cli/overview/entry.ts';
import { openReport } from '../../cli/overview/report.ts';
import type { Closing, Detail, PackedRow } from '../../overview/entry.ts';
import { folder, hostile, sample } from '../outputs/reports.ts';
import { manyEntries, overYears, writeMany } from './many.ts';

const place = folder();
const models = [sample('consistent-2020'), sample('one-wrong-cell-2020')];

const pieces = (html: string, name: string): unknown[] =>
  [
    ...html.matchAll(
      new RegExp(`<script type="application/gzip" data-piece="${name}">([^<]*)</script>`, 'g'),
    ),
  ].map(([, base64 = '']) => JSON.parse(gunzipSync(Buffer.from(base64, 'base64')).toString()));

describe('the page', () => {
  test('holds every report once, in order, in bounded pieces', async () => {
    const path = join(place, 'many.html');
    const entries = [...manyEntries(models, 5000)];
    await writeMany(path, entries, overYears(3));
    const html = readFileSync(path, 'utf8');
    const rows = pieces(html, 'rows') as PackedRow[][];
    expect(rows.flat().map((row) => row[3])).toEqual(entries.map(({ row }) => row.path));
    expect(Math.max(...rows.map((piece) => piece.length))).toBeLessThan(5000);
    const details = pieces(html, 'details') as Detail[][];
    expect(details.flat().map(({ sha256 }) => sha256)).toEqual(entries.map(({ detail }) => detail.sha256));
    const [closing] = pieces(html, 'closing') as Closing[];
    expect(details.slice(0, -1).every((piece) => piece.length === closing?.perPiece)).toBe(true);
    expect(Object.keys(closing?.kinds ?? {}).toSorted()).toEqual([
      'history.carried_over',
      'requests.applicants_sum',
      'requests.balance',
      'requests.results_sum',
    ]);
  });

  test('runs one program only, the one whose hash it names, and loads nothing', async () => {
    const path = join(place, 'policy.html');
    await writeMany(path, [entryOf(hostile())]);
    const html = readFileSync(path, 'utf8');
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    const programs = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code = '']) => code);
    expect(programs.length).toBe(1);
    const hash = createHash('sha256')
      .update(programs[0] ?? '')
      .digest('base64');
    expect(policy).toContain(`script-src 'sha256-${hash}'`);
    expect(policy).toMatch(/^default-src 'none'/);
    expect(policy).not.toContain('unsafe');
    expect(html.match(/<script/g)?.length).toBe(1 + 3);
    expect(html).not.toContain('<img');
    expect(html).not.toMatch(/\b(?:src|href)="?https?:/);
  });

  test('leads to the sources that lie beside it, and to nothing else', async () => {
    mkdirSync(join(place, 'pages'), { recursive: true });
    const named = join(place, 'pages', '报告 #1 100%.html');
    writeFileSync(named, '');
    const at = (path: string) => {
      const entry = entryOf(sample('consistent-2020'));
      return { ...entry, row: { ...entry.row, path } };
    };
    const path = join(place, 'links.html');
    await writeMany(path, [at(named), at(join(place, 'gone.html')), at('javascript:alert(1)'), at('-')]);
    const [details = []] = pieces(readFileSync(path, 'utf8'), 'details') as Detail[][];
    expect(details.map(({ link }) => link)).toEqual([
      './pages/%E6%8A%A5%E5%91%8A%20%231%20100%25.html',
      null,
      null,
      null,
    ]);
  });

  test('stands beside its path until it is whole', async () => {
    const path = join(place, 'unfinished.html');
    writeFileSync(path, 'the page of last year');
    const report = await openReport(path);
    await report.write(entryOf(sample('consistent-2020')));
    expect(readFileSync(path, 'utf8')).toBe('the page of last year');
    await report.end({ tool: 'gouji', made: '2026-01-01T00:00:00Z', overYears: [], remarks: [] });
    expect(readFileSync(path, 'utf8')).toContain('<!doctype html>');
    expect(existsSync(`${path}.part`)).toBe(false);
  });

  test('a folder that is not there is told of', async () => {
    await expect(openReport(join(place, 'nowhere', 'a.html'))).rejects.toThrow(OutputProblem);
  });
});
