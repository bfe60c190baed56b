import { readingsOf } from '../../parser/extract.ts';
import { forms } from '../../parser/forms/registry.ts';
import { readProse } from '../../parser/prose/prose.ts';
import { proseFindings } from '../../parser/prose/prose-findings.ts';
import { readHtml } from '../../parser/source/html/html.ts';
import { wordPageOf } from './pages.ts';

/** `npm run bench:prose`: the CPU of a page with its text, claims and statements, over that of its tables alone; one thread, warmed up. */

const pages = [1000, 1001, 1002, 1003].map((seed) => String(wordPageOf(seed)));
const warmUps = 10;
const rounds = 30;
const spent = { extraction: 0, statements: 0, claims: 0 };

for (let round = 0; round < warmUps + rounds; round++)
  for (const html of pages) {
    const cpu = () => process.cpuUsage().user;
    const begun = cpu();
    const readings = readingsOf(readHtml(html), { path: 'page', sha256: '', bytes: 0, format: 'html' });
    const extracted = cpu();
    for (const { extraction, start, text } of readings) proseFindings(text, extraction, start);
    const stated = cpu();
    for (const { blocks, extraction } of readings)
      readProse(
        blocks,
        forms.find(({ id }) => id === extraction.form?.id) ?? null,
        extraction.facts,
        extraction.year?.value ?? null,
        extraction.authority?.value ?? null,
      );
    if (round < warmUps) continue;
    spent.extraction += extracted - begun;
    spent.statements += stated - extracted;
    spent.claims += cpu() - stated;
  }

const { extraction, statements, claims } = spent;
console.info(`with prose ÷ without: ${((extraction + statements) / (extraction - claims)).toFixed(2)}`);
