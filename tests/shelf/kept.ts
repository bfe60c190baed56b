import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Kept, type KeptReport, keptOf } from '../../parser/export/kept.ts';
import { proseFindings } from '../../parser/prose/prose-findings.ts';
import { readFile } from '../../parser/read.ts';

/** Kept reports as the shelf makes them, from what the parser really reads of the samples. */

const url = 'http://www.example.gov.cn/report.html';

/** @param change is given each extraction before it is kept. */
export const keptFrom = async (
  sample: string,
  change: (extraction: Kept['extraction']) => Kept['extraction'] = (extraction) => extraction,
): Promise<KeptReport> => {
  const bytes = readFileSync(`samples/${sample}`);
  const [reading] = await readFile({ path: sample }, bytes, createHash('sha256').update(bytes).digest('hex'));
  if (!reading) throw new Error('The parser always gives at least one reading.');
  const find = { report: 0, title: '年度报告', retrieved: '2026-02-01T08:00:00.000Z' };
  const { text, extraction, start } = reading;
  const statements = proseFindings(text, extraction, start);
  return keptOf({ ...find, extraction: change(extraction), statements }, '0.1.0', '2026-02-01T08:01:00.000Z');
};

/** As if it had been read from an open page. */
export const fromPage = (extraction: Kept['extraction']): Kept['extraction'] => ({
  ...extraction,
  source: { url, sha256: extraction.source.sha256, bytes: extraction.source.bytes, format: 'dom' },
});

export const bothSamples = async (): Promise<[KeptReport, KeptReport]> => [
  await keptFrom('consistent-2020.html'),
  await keptFrom('one-wrong-cell-2020.html', fromPage),
];
