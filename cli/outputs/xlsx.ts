import { open as openFile } from 'node:fs/promises';
import { type CsvCell, csvColumns, factRows } from '../../parser/export/csv.ts';
import { type Column, mostRows, sharedTexts } from '../../parser/export/spreadsheet.ts';
import type { Told } from '../../parser/findings/finding.ts';
import { reasonsOf, verdictOn } from '../../parser/findings/verdict.ts';
import { headline } from '../../parser/messages/headline.ts';
import type { Language } from '../../parser/messages/words.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import { severity } from '../../parser/severity.ts';
import type { Output } from './output.ts';
import { writingTo } from './problem.ts';
import { openSheet, type SheetWriter } from './sheet.ts';
import { packWorkbook } from './workbook.ts';

/**
 * A workbook: one row for each report, each fact (in the columns of the CSV), each check and each issue. A sheet that is full goes on in
 * the next, `facts 2`, and the first sheet says what stands where.
 */

const column = (name: string, width: number, repeated?: true): Column => ({
  name,
  width,
  ...(repeated && { repeated }),
});

const repeatedFacts: ReadonlySet<string> = new Set([
  'report',
  'authority',
  'form',
  'table',
  'row',
  'row_label',
  'column',
  'column_label',
  'ref',
  'sha256',
  'state',
  'unit',
  'source',
]);
const wideFacts: Record<string, number> = {
  report: 20,
  authority: 28,
  row: 26,
  row_label: 34,
  column_label: 18,
  ref: 34,
  source: 40,
};

const kinds = {
  reports: [
    column('source', 40, true),
    column('authority', 28, true),
    column('year', 7),
    column('form', 18, true),
    column('verdict', 11, true),
    column('headline', 44),
    column('satisfied', 10),
    column('violated', 10),
    column('undetermined', 13),
    column('text_violated', 15),
    column('unread', 9),
    column('cells_read', 11),
    column('cells_expected', 14),
    column('sha256', 20),
  ],
  facts: csvColumns.map((name) =>
    column(name, wideFacts[name] ?? 12, repeatedFacts.has(name) ? true : undefined),
  ),
  checks: [
    column('authority', 28, true),
    column('year', 7),
    column('id', 40, true),
    column('outcome', 13, true),
    column('sentence', 80),
    column('left', 10),
    column('right', 10),
    column('difference', 11),
    column('source', 40, true),
  ],
  claims: [
    column('authority', 28, true),
    column('year', 7),
    column('outcome', 13, true),
    column('quote', 60),
    column('value', 10),
    column('cells', 50, true),
    column('scope', 14, true),
    column('source', 40, true),
  ],
  issues: [
    column('authority', 28, true),
    column('year', 7),
    column('code', 22, true),
    column('severity', 10, true),
    column('sentence', 80),
    column('source', 40, true),
  ],
} satisfies Record<string, Column[]>;

type KindName = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as KindName[];

/** The rows that a report adds to each kind of sheet. */
export const workbookRows = (told: Told, language: Language): Record<KindName, CsvCell[][]> => {
  const { extraction } = told;
  const { source, form, coverage, checks, claims, issues } = extraction;
  const about = wordsIn(language).about(extraction);
  const verdict = verdictOn(told);
  const reasons = reasonsOf(verdict);
  const path = source.path ?? source.url ?? null;
  const authority = extraction.authority?.value ?? null;
  const year = extraction.year?.value ?? null;
  return {
    reports: [
      [
        path,
        authority,
        year,
        form?.id ?? null,
        verdict.verdict,
        headline(reasons, language),
        reasons.satisfied,
        reasons.identities,
        reasons.undetermined,
        reasons.claims + reasons.statements,
        reasons.unread,
        coverage.read,
        coverage.expected,
        source.sha256,
      ],
    ],
    facts: factRows(extraction),
    checks: checks.map((check) => [
      authority,
      year,
      check.id,
      check.outcome,
      about.equation(check),
      check.left,
      check.right,
      check.difference,
      path,
    ]),
    claims: claims.map(({ outcome, quote, value, about: cells, scope }) => [
      authority,
      year,
      outcome,
      quote,
      value,
      cells?.join(' ') ?? null,
      scope,
      path,
    ]),
    issues: issues.map((issue) => [
      authority,
      year,
      issue.code,
      severity[issue.code],
      about.issue(issue),
      path,
    ]),
  };
};

const contentsColumns: Record<Language, Column[]> = {
  'zh-CN': [column('工作表', 16), column('行数', 12), column('内容', 90)],
  en: [column('sheet', 16), column('rows', 12), column('contents', 90)],
};

const contentsWords: Record<Language, { kinds: Record<KindName, string>; goesOn: (name: string) => string }> =
  {
    'zh-CN': {
      kinds: {
        reports: '每份报告一行：结论与各类数目',
        facts: '每个数字一行，各栏同 CSV；raw 为网页原文',
        checks: '每条勾稽关系一行：结果、式子与两边的数',
        claims: '正文中的每个数一行：是否与表格一致',
        issues: '每个未能读取或存疑之处一行',
      },
      goesOn: (name) => `续上表（一张工作表最多 ${mostRows} 行）：${name}`,
    },
    en: {
      kinds: {
        reports: 'one row for each report: the verdict and how many of each',
        facts: 'one row for each figure, in the columns of the CSV; raw is the text of the page',
        checks: 'one row for each identity checked: outcome, equation and both sides',
        claims: 'one row for each number of the text: does it agree with the tables?',
        issues: 'one row for each thing not read or in doubt',
      },
      goesOn: (name) => `goes on (a sheet holds ${mostRows} rows at most): ${name}`,
    },
  };

/** The columns of a kind of sheet. */
export const sheetColumns = (kind: KindName): string[] => kinds[kind].map(({ name }) => name);

/** What the first sheet says of each other: its name, its rows, what it holds. */
export const contentsOf = (
  sheets: readonly { kind: KindName; name: string; rows: number }[],
  language: Language,
): CsvCell[][] => {
  const words = contentsWords[language];
  return sheets.map(({ kind, name, rows }) => {
    const text = words.kinds[kind];
    return [name, rows, name === kind ? text : words.goesOn(text)];
  });
};

export const contentsHeads = (language: Language): string[] =>
  contentsColumns[language].map(({ name }) => name);

/** @param rowsPerSheet lower than Excel's in tests only. */
export const openXlsx = async (
  path: string,
  language: Language,
  rowsPerSheet: number = mostRows,
): Promise<Output> => {
  // What cannot be written is told of now, and not when all has been read.
  await writingTo(path, async () => (await openFile(`${path}.part`, 'w')).close());
  const shared = sharedTexts();
  const sheets: { kind: KindName; sheet: SheetWriter }[] = [];
  const open = (kind: KindName): SheetWriter => {
    const before = sheets.filter((one) => one.kind === kind).length;
    const name = before === 0 ? kind : `${kind} ${before + 1}`;
    const sheet = openSheet(name, `${path}.${name.replace(' ', '-')}.part`, kinds[kind], shared);
    sheets.push({ kind, sheet });
    return sheet;
  };
  const current = Object.fromEntries(kindNames.map((kind) => [kind, open(kind)])) as Record<
    KindName,
    SheetWriter
  >;
  return {
    write: (_key, reports) =>
      writingTo(path, async () => {
        for (const report of reports) {
          const rows = workbookRows(report, language);
          for (const kind of kindNames) {
            for (const row of rows[kind]) {
              if (current[kind].rows() >= rowsPerSheet) current[kind] = open(kind);
              await current[kind].add(row);
            }
          }
        }
      }),
    end: () =>
      writingTo(path, async () => {
        const ordered = kindNames.flatMap((kind) => sheets.filter((one) => one.kind === kind));
        const contents = openSheet('contents', `${path}.contents.part`, contentsColumns[language], shared);
        const told = ordered.map(({ kind, sheet }) => ({ kind, name: sheet.name, rows: sheet.rows() - 1 }));
        for (const row of contentsOf(told, language)) await contents.add(row);
        await packWorkbook(path, [contents, ...ordered.map(({ sheet }) => sheet)], shared);
      }),
  };
};
