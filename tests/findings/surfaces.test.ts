import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { answerer } from '../../cli/runs/answer.ts';
import { asking } from '../../cli/runs/request.ts';
import { badgeOf } from '../../entrypoints/background/badge.ts';
import { findingsCsv } from '../../entrypoints/background/findings.ts';
import { rowOf } from '../../entrypoints/store/row.ts';
import type { PageReading as OpenReading } from '../../entrypoints/wire/reading.ts';
import { toldIn } from '../../entrypoints/wire/told.ts';
import { keptOf } from '../../parser/export/kept.ts';
import { findingColumns } from '../../parser/export/verdict.ts';
import { unjudged } from '../../parser/findings/judgement.ts';
import { verdictSchema } from '../../parser/findings/schema.ts';
import { reasonsOf, verdictOn } from '../../parser/findings/verdict.ts';
import { headline } from '../../parser/messages/headline.ts';
import { proseFindings } from '../../parser/prose/prose-findings.ts';
import { readFile } from '../../parser/read.ts';
import type { Reading } from '../../parser/reading.ts';
import { renderHtml } from '../corpus-pages/layouts.ts';
import { formIds, inventReport, withFacts } from '../corpus-pages/report.ts';
import { runs, seeded } from '../properties/seed.ts';

/** One report has one verdict: the command, its JSON and CSV, the report page, the panel, its badge and the shelf all say the same. */

const text = new TextDecoder();
const answers = {
  summary: await answerer(asking('zh-CN', { text: 'summary', entries: true })),
  json: await answerer(asking('zh-CN', { text: 'verdict-ndjson' })),
  csv: await answerer(asking('zh-CN', { text: 'findings-csv' })),
};

/** What each surface says of one report: the outcome, the line that says why, and the findings by rule and strength. */
const surfacesOf = (reading: Reading) => {
  const { extraction, text: prose, start } = reading;
  const statements = proseFindings(prose, extraction, start);
  const read = { readings: [reading], file: null };
  const said = answers.summary(read);
  const json = verdictSchema.parse(JSON.parse(text.decode(answers.json(read).texts[0])));
  const csv = Papa.parse<string[]>(text.decode(answers.csv(read).texts[0]), {
    skipEmptyLines: true,
  }).data;
  const entry = said.entries[0];
  const find = { extraction, statements, report: 0, title: null, retrieved: '2026-02-01T08:00:00.000Z' };
  const row = rowOf(keptOf(find, '0.1.0', '2026-02-01T08:00:00.000Z'));
  const open: OpenReading = {
    frame: 0,
    page: 'page',
    attachment: null,
    extractions: [extraction],
    findings: [statements],
    csv: '',
    nearby: { files: [], links: [], next: null, frames: [], pictures: 0, loading: false, isFile: false },
    title: null,
    retrieved: '2026-02-01T08:00:00.000Z',
  };
  const [told = { extraction }] = toldIn(open);
  const panel = verdictOn(told, unjudged);
  const panelCsv = Papa.parse<string[]>(findingsCsv(told, unjudged, 'zh-CN').replace(/^\uFEFF/, ''), {
    skipEmptyLines: true,
  }).data.slice(1);
  const at = (name: (typeof findingColumns)[number]): number => findingColumns.indexOf(name);
  const listed = (rows: readonly string[][]): string[] =>
    rows.flatMap((cells) => (cells[at('kind')] ? [`${cells[at('rule')]} ${cells[at('strength')]}`] : []));
  return {
    outcomes: {
      json: json.verdict,
      entry: entry?.row.verdict,
      row: row.verdict,
      panel: panel.verdict,
      csv: csv[0]?.[at('verdict')],
      panelCsv: panelCsv[0]?.[at('verdict')],
    },
    lines: {
      entry: entry?.detail.verdict.zh,
      row: headline(row.reasons, 'zh-CN'),
      panel: headline(reasonsOf(panel), 'zh-CN'),
    },
    summary: text.decode(said.texts[0]),
    findings: {
      json: json.findings.map(({ rule, strength }) => `${rule} ${strength}`),
      csv: listed(csv),
      panel: panel.findings.map(({ rule, strength }) => `${rule} ${strength}`),
      panelCsv: listed(panelCsv),
    },
    counts: { json: json.counts, panel: panel.counts, entry: entry && countsOf(entry.row.counts) },
    badge: badgeOf([panel]).text,
    exit: said.counted[0]?.exit,
    hasForm: extraction.form !== null,
  };
};

const countsOf = ({ satisfied, violated, undetermined, hints }: Record<string, number>) => ({
  satisfied,
  violated,
  undetermined,
  hints,
});

const agree = (reading: Reading): void => {
  const { outcomes, lines, summary, findings, counts, badge, exit, hasForm } = surfacesOf(reading);
  expect(new Set(Object.values(outcomes)), JSON.stringify(outcomes)).toHaveLength(1);
  expect(new Set(Object.values(lines)), JSON.stringify(lines)).toHaveLength(1);
  if (hasForm) expect(summary).toContain(`  ${lines.panel}`);
  expect(findings.csv).toEqual(findings.json);
  expect(findings.panel).toEqual(findings.json);
  expect(findings.panelCsv).toEqual(findings.json);
  expect(counts.panel).toEqual(counts.json);
  expect(counts.entry).toEqual(counts.json);
  const { violated } = counts.json;
  expect(outcomes.json === 'violated').toBe(violated > 0);
  // The badge has the number, and only a violation ends the command with 1.
  expect(badge).toBe(violated > 0 ? String(violated) : outcomes.json === 'open' ? '?' : '');
  if (exit === 1) expect(violated).toBeGreaterThan(0);
  if (violated > 0) expect(exit).not.toBe(0);
};

const readAll = async (folder: string): Promise<[string, Reading[]][]> => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:html?|txt|md)$/.test(name) && !/README/.test(name))
    .toSorted();
  return Promise.all(
    names.map(async (name): Promise<[string, Reading[]]> => {
      const bytes = readFileSync(`${folder}/${name}`);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return [name, await readFile({ path: name }, bytes, sha256)];
    }),
  );
};

describe.each([
  ['the corpus', fileURLToPath(new URL('../corpus', import.meta.url))],
  ['the shared corpus', fileURLToPath(new URL('../../../shared/corpus', import.meta.url))],
])('one verdict for every page of %s', (name, folder) => {
  if (!existsSync(folder)) {
    console.warn(`SKIPPED: ${name} is not there, its pages are not shown on every surface`);
    test.skip(`${name} is not there`, () => {});
    return;
  }
  test('on every surface', async () => {
    const pages = await readAll(folder);
    expect(pages.length).toBeGreaterThan(3);
    for (const [, readings] of pages) for (const reading of readings) agree(reading);
  });
});

test(`one verdict for any report, whatever is wrong with it (${seeded})`, async () => {
  const sentences = fc.constantFrom(
    '',
    '<p>全年公开4件，其中甲类1件、乙类5件。</p>',
    '<p>2021年新收政府信息公开申请1件。</p>',
    '<p>统计期限自2018年1月1日起至2018年12月31日止。</p>',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...formIds),
      fc.nat(),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom('7', '', '/', '十二', '12 34')), { maxLength: 4 }),
      sentences,
      async (form, seed, changes, sentence) => {
        const report = inventReport(form, seed);
        const refs = Object.keys(report.facts);
        const changed = Object.fromEntries(
          changes.map(([pick, printed]) => [refs[pick % refs.length] ?? '', printed]),
        );
        const html = renderHtml(withFacts(report, changed), {}).replace('</h1>', `</h1>${sentence}`);
        for (const reading of await readFile(
          { path: 'page.html' },
          new TextEncoder().encode(html),
          'ab'.repeat(32),
        ))
          agree(reading);
      },
    ),
    runs(200),
  );
});
