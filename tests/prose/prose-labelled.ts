import { readFileSync } from 'node:fs';
import type { Claim, Fact } from '../../parser/extraction.ts';
import { formOf } from '../../parser/forms/registry.ts';
import type { Form } from '../../parser/forms/schema.ts';
import { readProse } from '../../parser/prose/prose.ts';
import { type Printed, reportOf, route } from '../check/figures.ts';

/** The labelled sentences of `prose-sentences.json`, and the tables they are read against. */

type ReportData = {
  form: string;
  year: number;
  authority: string;
  rest: string;
  requests: Record<string, number>;
  review_litigation: Record<string, [number, number, number, number, number]>;
};

type Mark = { at: number; sign: '=' | '!' | '?'; about: string };
export type Labelled = { report: string; text: string; marks: Mark[] };
export type TestReport = { form: Form; year: number; authority: string; facts: Fact[] };

const data = JSON.parse(readFileSync(new URL('../check/prose-sentences.json', import.meta.url), 'utf8')) as {
  reports: Record<string, ReportData>;
  sentences: Record<string, string[]>;
};

export const reports: ReadonlyMap<string, TestReport> = new Map(
  Object.entries(data.reports).map(([name, report]) => {
    const form = formOf(report.form);
    if (!form) throw new Error(`${name}: no form ${report.form}`);
    const printed: Printed = Object.assign(
      Object.fromEntries(
        Object.entries(report.requests).map(([row, value]) => [`requests.${row}.total`, value]),
      ),
      ...Object.entries(report.review_litigation).map(([row, values]) => route(row, ...values)),
    );
    return [
      name,
      { form, year: report.year, authority: report.authority, facts: reportOf(form, printed, report.rest) },
    ];
  }),
);

/** `共{227=received_new}件` → the plain sentence, and where each marked number stands in it. */
const unmarked = (report: string, line: string): Labelled => {
  const marks: Mark[] = [];
  let text = '';
  for (const part of line.split(/(\{[^}]*\})/)) {
    const mark = /^\{(.*)([=!?])([a-z_+]*)\}$/.exec(part);
    if (!mark) {
      text += part;
      continue;
    }
    marks.push({ at: text.length, sign: mark[2] as Mark['sign'], about: mark[3] ?? '' });
    text += mark[1];
  }
  return { report, text, marks };
};

export const labelled: readonly Labelled[] = Object.entries(data.sentences).flatMap(([report, lines]) =>
  lines.map((line) => unmarked(report, line)),
);

export const claimsOf = ({ report, text }: Labelled): Claim[] => {
  const found = reports.get(report);
  if (!found) throw new Error(`no report ${report}`);
  return readProse([{ kind: 'paragraph', text }], found.form, found.facts, found.year, found.authority);
};

/** `requests.received_new.total` → `received_new`. */
export const shortRefs = (claim: Claim): string =>
  (claim.about ?? []).map((ref) => ref.split('.')[1] ?? '').join('+');
