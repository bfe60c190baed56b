import { open as openFile } from 'node:fs/promises';
import type { CsvCell } from '../../parser/export/csv.ts';
import { type Column, mostRows, sharedTexts } from '../../parser/export/spreadsheet.ts';
import { findingColumns } from '../../parser/export/verdict.ts';
import type { Language } from '../../parser/messages/words.ts';
import { writingTo } from './problem.ts';
import { openSheet, type SheetWriter } from './sheet.ts';
import { packWorkbook } from './workbook.ts';

/** A workbook of findings: a row for each, in the columns of `gouji check --format csv`, headed in the person's language. */

type Name = (typeof findingColumns)[number];

const heads: Record<Language, Record<Name, string>> = {
  'zh-CN': {
    authority: '机关',
    year: '年度',
    form: '表样',
    verdict: '结论',
    kind: '类别',
    rule: '规则',
    strength: '程度',
    sentence: '说明',
    equation: '算式',
    cells: '所涉各格',
    quote: '原文',
    set_aside: '不计理由',
    set_aside_at: '不计时间',
    note: '备注',
    source: '来源',
    sha256: '校验值',
  },
  en: {
    authority: 'authority',
    year: 'year',
    form: 'form',
    verdict: 'verdict',
    kind: 'kind',
    rule: 'rule',
    strength: 'strength',
    sentence: 'sentence',
    equation: 'equation',
    cells: 'cells',
    quote: 'quote',
    set_aside: 'set aside',
    set_aside_at: 'set aside at',
    note: 'note',
    source: 'source',
    sha256: 'sha256',
  },
};

const widths: Record<Name, number> = {
  authority: 28,
  year: 7,
  form: 18,
  verdict: 11,
  kind: 11,
  rule: 28,
  strength: 13,
  sentence: 80,
  equation: 30,
  cells: 40,
  quote: 50,
  set_aside: 24,
  set_aside_at: 22,
  note: 40,
  source: 40,
  sha256: 20,
};

const repeated: ReadonlySet<Name> = new Set([
  'authority',
  'form',
  'verdict',
  'kind',
  'rule',
  'strength',
  'source',
  'sha256',
]);

const sheetName: Record<Language, string> = { 'zh-CN': '核对结果', en: 'findings' };

/** Rows go on in a further sheet where one is full. What is not finished by `end` stands beside the path as `….part`. */
export const openFindings = async (
  path: string,
  language: Language,
): Promise<{ write: (rows: readonly (readonly CsvCell[])[]) => Promise<void>; end: () => Promise<void> }> => {
  // What cannot be written is told of now, and not when all has been read.
  await writingTo(path, async () => (await openFile(`${path}.part`, 'w')).close());
  const columns = findingColumns.map(
    (name): Column => ({
      name: heads[language][name],
      width: widths[name],
      ...(repeated.has(name) && { repeated: true }),
    }),
  );
  const shared = sharedTexts();
  const sheets: SheetWriter[] = [];
  const next = (): SheetWriter => {
    const name = sheets.length === 0 ? sheetName[language] : `${sheetName[language]} ${sheets.length + 1}`;
    const sheet = openSheet(name, `${path}.findings-${sheets.length + 1}.part`, columns, shared);
    sheets.push(sheet);
    return sheet;
  };
  let current = next();
  return {
    write: (rows) =>
      writingTo(path, async () => {
        for (const row of rows) {
          if (current.rows() >= mostRows) current = next();
          await current.add(row);
        }
      }),
    end: () => writingTo(path, () => packWorkbook(path, sheets, shared)),
  };
};
