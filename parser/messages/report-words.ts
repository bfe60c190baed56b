import type { Check, ReasonCode } from '../extraction.ts';
import type { Issue } from '../issue.ts';
import { refParts } from '../text/ref.ts';
import type { Catalogue, Naming } from './catalogue.ts';
import { diagnosisWords } from './diagnosis-words.ts';
import { printed, sumOf } from './figure.ts';
import { namesOf } from './names.ts';
import type { ReportWords, SpokenReport, UndeterminedGroup } from './words.ts';

/** How many names a sentence bears. */
const namesInSentence = 3;
const placesInSentence = 5;

/** Of more cells, strewn over rows and columns, a few names tell less than their table. */
const cellsByName = 12;

const distinct = (names: readonly string[]): string[] => [...new Set(names)];

/** Puts the phrases of one language together for one report. */
export const reportWords = (catalogue: Catalogue, subject: SpokenReport): ReportWords => {
  const names = namesOf(subject);
  const naming: Naming = {
    table: catalogue.language === 'en' ? names.tableInEnglish : names.table,
    row: (table, id) => catalogue.row(catalogue.name(names.row(table, id))),
    column: (table, id) => catalogue.column(catalogue.name(names.column(table, id))),
    cell: (ref) => {
      const { table, row, column } = refParts(ref);
      return catalogue.cell(naming.row(table, row), naming.column(table, column));
    },
  };

  const where = (check: Check): string => {
    const { identity, key } = names.identity(check.id);
    if (!identity) return key;
    const label =
      identity.over === 'columns' ? names.column(identity.table, key) : names.row(identity.table, key);
    return catalogue.place(catalogue.name(label), identity.over);
  };

  const identity = (check: Check): string => {
    const found = names.identity(check.id).identity;
    return found ? catalogue.identity(found) : check.id;
  };

  const cells = (refs: readonly string[]): string => {
    if (refs.length <= namesInSentence) return catalogue.cells(refs.map(naming.cell), refs.length);
    const columns = distinct(refs.map((ref) => naming.column(refParts(ref).table, refParts(ref).column)));
    const rows = distinct(refs.map((ref) => naming.row(refParts(ref).table, refParts(ref).row)));
    const lines = columns.length <= rows.length ? columns : rows;
    if (lines.length <= namesInSentence) return catalogue.cellsWithin(lines, refs.length);
    if (refs.length > cellsByName) {
      const tables = distinct(refs.map((ref) => catalogue.table(naming.table(refParts(ref).table))));
      return catalogue.cellsWithin(tables, refs.length);
    }
    return catalogue.cells(refs.slice(0, namesInSentence).map(naming.cell), refs.length);
  };

  const reasonOf = (code: ReasonCode, refs: readonly string[]): string =>
    catalogue.reasons[code](cells(refs));

  const reason = (check: Check): string =>
    check.reason ? reasonOf(check.reason.code, check.reason.refs) : '';

  const equation = (check: Check): string => {
    if (check.outcome === 'undetermined') {
      return catalogue.undetermined(where(check), identity(check), reason(check));
    }
    const left = sumOf(check.terms.filter((term) => term.weight === 1));
    const right = sumOf(check.terms.filter((term) => term.weight === -1));
    return catalogue.equation({
      where: where(check),
      identity: identity(check),
      left: left.text,
      right: right.text,
      holds: check.outcome === 'satisfied',
      difference: printed(Math.abs(check.difference ?? 0)),
      zerosLeftOut: left.zerosLeftOut || right.zerosLeftOut,
      assumedZero: check.assumedZero.length,
    });
  };

  const undetermined = (checks: readonly Check[]): UndeterminedGroup[] => {
    const groups = new Map<ReasonCode, Check[]>();
    for (const check of checks) {
      if (!check.reason) continue;
      const group = groups.get(check.reason.code);
      if (group) group.push(check);
      else groups.set(check.reason.code, [check]);
    }
    return [...groups].map(([code, members]) => {
      const places = distinct(members.map(where));
      const refs = distinct(members.flatMap((check) => check.reason?.refs ?? []));
      const only = members.length === 1 ? members[0] : undefined;
      return {
        code,
        checks: members,
        text: only
          ? equation(only)
          : catalogue.undeterminedGroup(
              members.length,
              code === 'no_number'
                ? catalogue.noNumberAt(
                    catalogue.places(
                      places.slice(0, places.length > placesInSentence ? namesInSentence : placesInSentence),
                      places.length,
                    ),
                  )
                : reasonOf(code, refs),
            ),
      };
    });
  };

  const diagnosis: ReportWords['diagnosis'] = (one, checks) => diagnosisWords(one, checks, catalogue, naming);

  const issue = <Code extends Issue['code']>(about: Extract<Issue, { code: Code }>): string =>
    // The catalogue is keyed by the code, so the function found takes exactly this issue; TypeScript cannot correlate the two.
    (catalogue.issues[about.code] as (issue: typeof about, naming: Naming) => string)(about, naming);

  return {
    cell: naming.cell,
    row: (ref) => catalogue.name(names.row(refParts(ref).table, refParts(ref).row)),
    column: (ref) => catalogue.name(names.column(refParts(ref).table, refParts(ref).column)),
    where,
    identity,
    equation,
    reason,
    undetermined,
    diagnosis,
    issue,
  };
};
