import { proseFindings } from '../../parser/check/prose-findings.ts';
import type { Extraction } from '../../parser/extraction.ts';
import { tallyOf, wordsIn } from '../../parser/messages/words.ts';
import type { Reading } from '../../parser/reading.ts';
import { severity } from '../../parser/severity.ts';
import { exitCodeOf } from '../exit.ts';
import { phrasesIn } from '../phrases.ts';
import { summaryOf } from '../summary.ts';
import { paintIn } from '../terminal.ts';
import type { Answer, Asked, Lack, Past } from './asked.ts';

const utf8 = new TextEncoder();

type Findings = ReturnType<typeof proseFindings>;
type Text = (extraction: Extraction, findings: Findings) => string;

/** Each format loads its own writer only. */
const textOf = async ({ text, language, colours, all }: Asked): Promise<Text | null> => {
  switch (text) {
    case null:
      return null;
    case 'summary': {
      const voice = { words: wordsIn(language), phrases: phrasesIn(language), paint: paintIn(colours), all };
      return (extraction, findings) => summaryOf(extraction, voice, findings);
    }
    case 'csv':
      return (await import('../../parser/export/csv.ts')).csvRows;
    case 'json':
      return (await import('../../parser/export/json.ts')).jsonOf;
    case 'ndjson':
      return (await import('../../parser/export/json.ts')).toNdjsonLine;
  }
};

const notesOf = ({ issues, source, checks, ...extraction }: Extraction, { language }: Asked): string[] => {
  const words = wordsIn(language);
  const about = words.about({ issues, ...extraction });
  const lines = issues.filter((issue) => severity[issue.code] === 'unread').map(about.issue);
  const tally = tallyOf(checks);
  if (tally.violated > 0) lines.push(words.verdict(tally));
  return lines.map((line) => `${nameOf(source)}: ${line}`);
};

const nameOf = ({ path, url }: Extraction['source']): string => path ?? url ?? '';

const pastOf = ({ source, authority, year, form, facts }: Extraction): Past[] =>
  authority && year && form
    ? [
        {
          source: nameOf(source),
          authority: authority.value,
          year: year.value,
          form: form.id,
          facts: facts.map(({ ref, value, state }) => ({ ref, value, state })),
        },
      ]
    : [];

const lacksOf = (extraction: Extraction): Lack[] => {
  const missing = (['form', 'authority', 'year'] as const).filter((part) => extraction[part] === null);
  const issues = extraction.issues.filter((issue) => severity[issue.code] === 'unread');
  if (missing.length === 0 && issues.length === 0) return [];
  return [{ source: nameOf(extraction.source), form: extraction.form?.id ?? null, missing, issues }];
};

/** Answers for one source, after what is asked of all of them. */
export const answerer = async (asked: Asked): Promise<(readings: readonly Reading[]) => Answer> => {
  const text = await textOf(asked);
  const entryOf = asked.entries ? (await import('../report/entry.ts')).entryOf : null;
  return (readings) => {
    const answer: Answer = {
      texts: [],
      counted: [],
      notes: [],
      past: [],
      lacks: [],
      extractions: [],
      entries: [],
    };
    for (const { extraction, blocks, start } of readings) {
      const findings = proseFindings(blocks, extraction, start);
      if (text) answer.texts.push(utf8.encode(text(extraction, findings)));
      answer.counted.push({
        exit: exitCodeOf(extraction, findings),
        violated: tallyOf(extraction.checks).violated > 0,
      });
      if (asked.notes) answer.notes.push(...notesOf(extraction, asked));
      if (asked.past) answer.past.push(...pastOf(extraction));
      if (asked.lacks) answer.lacks.push(...lacksOf(extraction));
      if (asked.extractions) answer.extractions.push(extraction);
      if (entryOf) answer.entries.push(entryOf(extraction, findings));
    }
    return answer;
  };
};
