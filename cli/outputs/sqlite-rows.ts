import type { DatabaseSync } from 'node:sqlite';
import { reportIdOf } from '../../parser/export/csv.ts';
import type { Extraction } from '../../parser/extraction.ts';
import type { Told } from '../../parser/findings/finding.ts';
import { verdictOn } from '../../parser/findings/verdict.ts';
import { findingWords } from '../../parser/messages/finding-words.ts';
import { namesOf } from '../../parser/messages/names.ts';
import type { ReportWords } from '../../parser/messages/words.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import { severity } from '../../parser/severity.ts';
import { refParts } from '../../parser/text/ref.ts';

/** What one source puts into each table of the database. */

const json = (value: unknown): string => JSON.stringify(value);

const insertsOf = (database: DatabaseSync) => {
  const into = (table: string, columns: readonly string[]) =>
    database.prepare(
      `INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
  return {
    source: into('sources', ['key']),
    report: into(
      'reports',
      'source ordinal report path url sha256 bytes format form form_title issued_as authority authority_evidence year year_evidence cells_read cells_expected verdict satisfied violated undetermined hints'.split(
        ' ',
      ),
    ),
    cell: into('cells', 'form ref table row column row_label column_label'.split(' ')),
    fact: into(
      'facts',
      'report ordinal cell value state unit raw slot_table slot_row slot_column'.split(' '),
    ),
    check: into(
      'checks',
      'report id rule place outcome left right difference terms assumed_zero reason reason_refs sentence_zh sentence_en'.split(
        ' ',
      ),
    ),
    diagnosis: into(
      'diagnoses',
      'report ordinal alternative rank likely explains changes capped sentence_zh sentence_en'.split(' '),
    ),
    finding: into(
      'findings',
      'report ordinal kind rule strength key about numbers quote sentence_zh sentence_en'.split(' '),
    ),
    claim: into('claims', 'report ordinal quote value about scope outcome block at'.split(' ')),
    issue: into(
      'issues',
      'report ordinal code severity slot_table slot_row slot_column params sentence_zh sentence_en'.split(
        ' ',
      ),
    ),
  };
};

type Inserts = ReturnType<typeof insertsOf>;

type RowNumber = number | bigint;

const mostKnown = 20_000;

/** Numbers of `cells` by what they are called; a few hundred for each form, and one for each local row. */
class CellNumbers {
  readonly #known = new Map<string, number>();
  readonly #find: ReturnType<DatabaseSync['prepare']>;
  readonly #into: Inserts['cell'];

  constructor(database: DatabaseSync, into: Inserts['cell']) {
    this.#into = into;
    this.#find = database.prepare(
      'SELECT id FROM cells WHERE ref = ? AND form = ? AND row_label = ? AND column_label = ?',
    );
  }

  /** The number of the cell with this reference, which is entered where it is new. */
  in(extraction: Extraction): (ref: string) => number {
    const names = namesOf(extraction);
    const form = extraction.form?.id ?? '';
    return (ref) => {
      const { table, row, column } = refParts(ref);
      const labels = [names.row(table, row).zh, names.column(table, column).zh] as const;
      const key = [ref, form, ...labels].join('\n');
      let cell = this.#known.get(key);
      if (cell === undefined) {
        const there = this.#find.get(ref, form, ...labels);
        cell = Number(there?.id ?? this.#into.run(form, ref, table, row, column, ...labels).lastInsertRowid);
        if (this.#known.size < mostKnown) this.#known.set(key, cell);
      }
      return cell;
    };
  }

  /** Those that were entered last are gone. */
  forget(): void {
    this.#known.clear();
  }
}

const insertReport = (
  source: RowNumber,
  ordinal: number,
  told: Told,
  into: Inserts,
  cells: CellNumbers,
): void => {
  const { extraction } = told;
  const verdict = verdictOn(told);
  const report = reportRow(source, ordinal, extraction, verdict, into.report);
  const cellOf = cells.in(extraction);
  for (const [at, { ref, value, state, unit, raw, slot }] of extraction.facts.entries())
    into.fact.run(report, at, cellOf(ref), value, state, unit, raw, slot.table, slot.row, slot.column);
  const words: Both = [wordsIn('zh-CN').about(extraction), wordsIn('en').about(extraction)];
  insertChecks(report, extraction, words, into.check);
  insertDiagnoses(report, extraction, words, into.diagnosis);
  insertFindings(report, extraction, verdict.findings, into.finding);
  for (const [at, claim] of extraction.claims.entries()) {
    const { quote, value, about, scope, outcome, block, at: offset } = claim;
    into.claim.run(report, at, quote, value, about && json(about), scope, outcome, block, offset);
  }
  insertIssues(report, extraction, words, into.issue);
};

type VerdictOn = ReturnType<typeof verdictOn>;

/** Words about one report in Chinese and in English, as every table of sentences has them. */
type Both = readonly [zh: ReportWords, en: ReportWords];

const reportRow = (
  source: RowNumber,
  ordinal: number,
  extraction: Extraction,
  { verdict, counts }: VerdictOn,
  into: Inserts['report'],
): RowNumber => {
  const { source: from, form, authority, year, coverage } = extraction;
  return into.run(
    source,
    ordinal,
    reportIdOf(extraction),
    from.path ?? null,
    from.url ?? null,
    from.sha256,
    from.bytes,
    from.format,
    form?.id ?? null,
    form?.title ?? null,
    form?.issuedAs ?? null,
    authority?.value ?? null,
    authority?.evidence ?? null,
    year?.value ?? null,
    year?.evidence ?? null,
    coverage.read,
    coverage.expected,
    verdict,
    counts.satisfied,
    counts.violated,
    counts.undetermined,
    counts.hints,
  ).lastInsertRowid;
};

const insertChecks = (
  report: RowNumber,
  extraction: Extraction,
  words: Both,
  into: Inserts['check'],
): void => {
  for (const check of extraction.checks) {
    const [rule = check.id, place = ''] = check.id.split(/@(.*)/s);
    const isSatisfied = check.outcome === 'satisfied';
    const [zh, en] = isSatisfied ? [null, null] : words.map((one) => one.equation(check));
    into.run(
      report,
      check.id,
      rule,
      place,
      check.outcome,
      check.left,
      check.right,
      check.difference,
      isSatisfied ? null : json(check.terms),
      json(check.assumedZero),
      check.reason?.code ?? null,
      check.reason ? json(check.reason.refs) : null,
      zh ?? null,
      en ?? null,
    );
  }
};

const insertDiagnoses = (
  report: RowNumber,
  extraction: Extraction,
  words: Both,
  into: Inserts['diagnosis'],
): void => {
  const { checks, diagnoses } = extraction;
  for (const [at, diagnosis] of diagnoses.entries()) {
    const [zh, en] = words.map((one) => one.diagnosis(diagnosis, checks).alternatives);
    // That no change of few cells explains it is also a result.
    const none = { rank: 0, likely: null, changes: [] };
    const alternatives = diagnosis.alternatives.length === 0 ? [none] : diagnosis.alternatives;
    for (const [index, { rank, likely, changes }] of alternatives.entries()) {
      into.run(
        report,
        at,
        index,
        rank,
        likely,
        json(diagnosis.explains),
        json(changes),
        Number(diagnosis.capped),
        zh?.[index] ?? null,
        en?.[index] ?? null,
      );
    }
  }
};

const insertFindings = (
  report: RowNumber,
  extraction: Extraction,
  findings: VerdictOn['findings'],
  into: Inserts['finding'],
): void => {
  const [zh, en] = [findingWords('zh-CN', extraction), findingWords('en', extraction)];
  for (const [at, finding] of findings.entries()) {
    const { kind, rule, strength, key, about, numbers, quote } = finding;
    into.run(
      report,
      at,
      kind,
      rule,
      strength,
      key,
      json(about),
      json(numbers),
      quote ?? null,
      zh.sentence(finding),
      en.sentence(finding),
    );
  }
};

const insertIssues = (
  report: RowNumber,
  extraction: Extraction,
  words: Both,
  into: Inserts['issue'],
): void => {
  const [zh, en] = words;
  for (const [at, issue] of extraction.issues.entries()) {
    const { code, ...params } = issue;
    const slot = 'slot' in issue ? issue.slot : null;
    into.run(
      report,
      at,
      code,
      severity[code],
      slot?.table ?? null,
      slot?.row ?? null,
      slot?.column ?? null,
      json(params),
      zh.issue(issue),
      en.issue(issue),
    );
  }
};

/** One source after the other, into a database that has the tables. */
export const insertingInto = (database: DatabaseSync) => {
  const into = insertsOf(database);
  const cells = new CellNumbers(database, into.cell);
  return {
    insert: (key: string, reports: readonly Told[]): void => {
      const source = into.source.run(key).lastInsertRowid;
      for (const [ordinal, told] of reports.entries()) insertReport(source, ordinal, told, into, cells);
    },
    /** What was inserted last was taken back. */
    takenBack: (): void => cells.forget(),
  };
};
