import { surelyRead } from '../../parser/check/doubts.ts';
import type { Extraction } from '../../parser/extraction.ts';
import { reasonsOf, type Verdict, verdictOn } from '../../parser/findings/verdict.ts';
import { headline } from '../../parser/messages/headline.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import { proseFindings } from '../../parser/prose/prose-findings.ts';
import { severity } from '../../parser/severity.ts';
import { exitCodeOf } from '../exit.ts';
import { packRows } from '../outputs/packed-rows.ts';
import type { SourceRead } from '../read.ts';
import { summaryOf } from '../summary.ts';
import { paintIn, printable } from '../terminal.ts';
import { commandWordsIn } from '../words-in.ts';
import type { Answer, Asked, Lack, Past } from './request.ts';

const utf8 = new TextEncoder();

/** One report as an output has it. */
type ReportWriter = (extraction: Extraction, verdict: Verdict) => string;

/** Each format loads its own writer only. */
const textOf = async ({ text, language, colours, all }: Asked): Promise<ReportWriter | null> => {
  switch (text) {
    case null:
      return null;
    case 'summary': {
      const voice = {
        words: wordsIn(language),
        phrases: commandWordsIn(language),
        paint: paintIn(colours),
        all,
      };
      return (extraction, verdict) => printable(summaryOf(extraction, verdict, voice));
    }
    case 'csv':
      return (await import('../../parser/export/csv.ts')).csvRows;
    case 'json':
      return (await import('../../parser/export/json.ts')).jsonOf;
    case 'ndjson':
      return (await import('../../parser/export/json.ts')).toNdjsonLine;
    case 'verdict-json': {
      const { verdictJson } = await import('../../parser/export/verdict.ts');
      return (_extraction, verdict) => verdictJson(verdict);
    }
    case 'verdict-ndjson': {
      const { verdictLine } = await import('../../parser/export/verdict.ts');
      return (_extraction, verdict) => verdictLine(verdict);
    }
    case 'findings-csv': {
      const { findingLines } = await import('../../parser/export/verdict.ts');
      return (extraction, verdict) => findingLines(verdict, extraction, language);
    }
  }
};

const notesOf = (extraction: Extraction, verdict: Verdict, { language }: Asked): string[] => {
  const about = wordsIn(language).about(extraction);
  const byTotals = extraction.form === null && verdict.verdict !== 'unread';
  const unread = extraction.issues
    .filter(({ code }) => severity[code] === 'unread' && !(byTotals && code === 'no_report'))
    .map(about.issue);
  const lines = verdict.verdict === 'violated' ? [...unread, headline(reasonsOf(verdict), language)] : unread;
  return lines.map((line) => `${nameOf(extraction.source)}: ${line}`);
};

const nameOf = ({ path, url }: Extraction['source']): string => path ?? url ?? '';

const pastOf = ({ source, authority, year, form, facts, issues }: Extraction): Past[] =>
  authority && year && form
    ? [
        {
          source: nameOf(source),
          authority: authority.value,
          year: year.value,
          form: form.id,
          facts: surelyRead({ facts, issues }).map(({ ref, value, state }) => ({ ref, value, state })),
        },
      ]
    : [];

const lacksOf = (extraction: Extraction): Lack[] => {
  const missing = (['form', 'authority', 'year'] as const).filter((part) => extraction[part] === null);
  const issues = extraction.issues.filter((issue) => severity[issue.code] === 'unread');
  if (missing.length === 0 && issues.length === 0) return [];
  return [{ source: nameOf(extraction.source), form: extraction.form?.id ?? null, missing, issues }];
};

const none = { tables: [], relations: [] };

/** Answers for one source, after what is asked of all of them. */
export const answerer = async (asked: Asked): Promise<(read: SourceRead) => Answer> => {
  const text = await textOf(asked);
  const rowsOf = asked.rows ? (await import('../../parser/export/verdict.ts')).findingRows : null;
  const csv = asked.facts ? await import('../../parser/export/csv.ts') : null;
  const entryOf = asked.entries ? (await import('../overview/entry.ts')).entryOf : null;
  const dataset = asked.dataset ? await import('../../parser/export/dataset-rows.ts') : null;
  return ({ readings, file, tables, tabulation }) => {
    const answer: Answer = {
      file,
      texts: [],
      counted: [],
      notes: [],
      past: [],
      lacks: [],
      reports: [],
      facts: [],
      entries: [],
      rows: [],
      dataset: [],
    };
    for (const { extraction, start, text: prose } of readings) {
      const statements = proseFindings(prose, extraction, start);
      const verdict = verdictOn({ extraction, statements, ...(tables === undefined ? {} : { tables }) });
      if (text) answer.texts.push(utf8.encode(text(extraction, verdict)));
      answer.counted.push({ exit: exitCodeOf(verdict), violated: verdict.verdict === 'violated' });
      if (asked.notes) answer.notes.push(...notesOf(extraction, verdict, asked));
      if (rowsOf) answer.rows.push(...rowsOf(verdict, extraction, asked.language));
      if (asked.past) answer.past.push(...pastOf(extraction));
      if (asked.lacks) answer.lacks.push(...lacksOf(extraction));
      if (asked.reports) answer.reports.push({ extraction, statements });
      if (csv) answer.facts.push(packRows(csv.factRows(extraction), csv.csvColumns.length));
      if (dataset) {
        const whole = tabulation && answer.dataset.length === 0 ? dataset.tabulationRows(tabulation) : none;
        answer.dataset.push({ ...dataset.reportRows({ extraction, statements }), ...whole });
      }
      if (entryOf) answer.entries.push(entryOf(extraction, verdict));
    }
    return answer;
  };
};
