import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { extract, readingsOf, unrecognised } from '../parser/extract.ts';
import { type Extraction, extractionSchema, type Source } from '../parser/extraction.ts';
import { disclosure2021 } from '../parser/forms/disclosure/edition-2021.ts';
import { proseFindings } from '../parser/prose/prose-findings.ts';
import { readHtml } from '../parser/source/html/html.ts';
import { readText } from '../parser/source/plain-text/text.ts';

const source: Source = { path: 'page.html', sha256: 'abc', bytes: 3, format: 'html' };
const sample = (name: string): string => readFileSync(new URL(`../samples/${name}`, import.meta.url), 'utf8');

const only = (extractions: Extraction[]): Extraction => {
  expect(extractions).toHaveLength(1);
  const [first] = extractions;
  if (!first) throw new Error('No extraction');
  return first;
};
const ofHtml = (html: string): Extraction => only(extract(readHtml(html), source));
const codes = ({ issues }: Extraction): string[] => issues.map((issue) => issue.code);
const tally = ({ checks }: Extraction) => {
  const counts = { satisfied: 0, violated: 0, undetermined: 0 };
  for (const check of checks) counts[check.outcome]++;
  return counts;
};
const figureAt = (extraction: Extraction, ref: string) =>
  extraction.facts.find((fact) => fact.ref === ref)?.value;

/** Table three of the 2021 form, plain, a different figure in every cell: 1001 … 1007, 1101 …. */
const { columns, rows } = disclosure2021.tables[1].bands[0];
const printedRows = rows.filter((row) => row.id !== 'other');
const figureOf = (row: number, column: number): number => 1001 + row * 100 + column;
type Line = { label: string; figures: string[] };
const lines: Line[] = printedRows.map((row, at) => ({
  label: row.zh,
  figures: columns.map((_, column) => String(figureOf(at, column))),
}));
const pageOf = (lines: readonly Line[], heading = columns.map((column) => column.zh)): string => {
  const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  return `<title>青阳市林业局2022年政府信息公开工作年度报告</title><h2>三、收到和处理政府信息公开申请情况</h2>
    <table>${row(['项目', ...heading])}${lines.map(({ label, figures }) => row([label, ...figures])).join('')}</table>`;
};
const edited = (label: string, edit: (line: Line) => Line | Line[]): Line[] =>
  lines.flatMap((line) => (line.label === label ? edit(line) : [line]));

describe('the samples', () => {
  test('a report that adds up', () => {
    const extraction = ofHtml(sample('consistent-2020.html'));
    expect(extraction.form?.id).toBe('disclosure-2019');
    expect(extraction.year?.value).toBe(2020);
    expect(extraction.coverage).toEqual({ read: 198, expected: 198 });
    expect(tally(extraction)).toEqual({ satisfied: 40, violated: 0, undetermined: 0 });
  });

  test('a report with one wrong cell: exactly its identities are violated', () => {
    const wrong = ofHtml(sample('one-wrong-cell-2020.html'));
    const right = ofHtml(sample('consistent-2020.html'));
    const changed = wrong.facts.filter((fact) => fact.value !== figureAt(right, fact.ref));
    expect(changed).toHaveLength(1);
    const violated = wrong.checks.filter((check) => check.outcome === 'violated');
    expect(violated.length).toBeGreaterThan(0);
    expect(violated.map((check) => check.id)).toEqual(
      wrong.checks
        .filter((check) => check.terms.some((term) => term.ref === changed[0]?.ref))
        .map((check) => check.id),
    );
    expect(tally(wrong).undetermined).toBe(0);
  });

  test('HTML and plain text of one report give the same numbers and outcomes', () => {
    const html = ofHtml(sample('consistent-2020.html'));
    const text = only(extract(readText(sample('plain-text-2020.txt')), source));
    expect(text.facts.map(({ ref, value }) => [ref, value])).toEqual(
      html.facts.map(({ ref, value }) => [ref, value]),
    );
    expect(text.checks).toEqual(html.checks);
    expect(text.form).toEqual(html.form);
  });

  test('the same source gives the same bytes, and they keep the contract', () => {
    const once = ofHtml(sample('one-wrong-cell-2020.html'));
    expect(JSON.stringify(ofHtml(sample('one-wrong-cell-2020.html')))).toBe(JSON.stringify(once));
    expect(extractionSchema.parse(once)).toEqual(once);
    expect(once.source).toEqual(source);
  });
});

describe('one table, figure by figure', () => {
  const whole = ofHtml(pageOf(lines));

  test('every figure stands at its reference, and the reference at its slot', () => {
    printedRows.forEach((row, at) => {
      columns.forEach((column, across) => {
        const fact = whole.facts.find(({ ref }) => ref === `requests.${row.id}.${column.id}`);
        expect(fact).toMatchObject({
          value: figureOf(at, across),
          raw: String(figureOf(at, across)),
          slot: { table: 0, row: at + 1, column: across + 1 },
        });
      });
    });
    expect(whole.facts).toHaveLength(175);
    expect(whole.coverage).toEqual({ read: 175, expected: 200 });
  });

  test('the tables that are not there are said to be missing', () => {
    expect(whole.issues).toEqual([
      { code: 'table_missing', table: 'proactive_disclosure', heading: null },
      { code: 'table_missing', table: 'review_litigation', heading: null },
    ]);
  });

  test.each(printedRows.map((row, at) => [at, row.zh] as const))(
    'row %i without one of its figures: none of the row is read, none of another row moves',
    (at, label) => {
      for (const gone of [0, 3, 6]) {
        const extraction = ofHtml(
          pageOf(
            edited(label, (line) => ({
              ...line,
              figures: line.figures.filter((_, column) => column !== gone),
            })),
          ),
        );
        const row = printedRows[at]?.id ?? '';
        for (const fact of whole.facts) {
          const value = figureAt(extraction, fact.ref);
          if (!fact.ref.startsWith(`requests.${row}.`)) expect(value, fact.ref).toBe(fact.value);
          else expect([undefined, null, fact.value], fact.ref).toContain(value);
        }
        expect(codes(extraction)).toContain('cells_dropped');
      }
    },
  );

  test('a row that is left out is missed, and the others stay', () => {
    for (const [at, { label }] of lines.entries()) {
      const extraction = ofHtml(pageOf(edited(label, () => [])));
      const row = printedRows[at]?.id ?? '';
      expect(extraction.facts, label).toEqual(
        whole.facts
          .filter(({ ref }) => !ref.startsWith(`requests.${row}.`))
          .map((fact) =>
            fact.slot.row > at ? { ...fact, slot: { ...fact.slot, row: fact.slot.row - 1 } } : fact,
          ),
      );
      if (row.startsWith('other_')) continue;
      expect(extraction.issues, label).toContainEqual({ code: 'row_missing', table: 'requests', row });
    }
  });

  test('rows in another order are read by their labels', () => {
    const swapped = [...lines];
    const [a, b] = [swapped[0], swapped[1]];
    if (a && b) swapped.splice(0, 2, b, a);
    const extraction = ofHtml(pageOf(swapped));
    expect(extraction.facts.map(({ ref, value }) => [ref, value])).toEqual(
      whole.facts.map(({ ref, value }) => [ref, value]),
    );
  });

  test('a row that comes twice is in doubt, both times', () => {
    const extraction = ofHtml(
      pageOf(edited('（一）予以公开', (line) => [line, { ...line, figures: line.figures.map(() => '5') }])),
    );
    expect(codes(extraction)).toContain('row_repeated');
    expect(
      extraction.facts
        .filter(({ ref }) => ref.startsWith('requests.granted.'))
        .map(({ state, value }) => [state, value]),
    ).toEqual(Array(7).fill(['unreadable', null]));
    expect(extraction.checks.find(({ id }) => id === 'requests.applicants_sum@granted')?.outcome).toBe(
      'undetermined',
    );
  });

  test('a local row is kept as an extra row and shifts nothing', () => {
    const local = { label: '甲地自定事项', figures: ['1', '2', '3', '4', '5', '6', '21'] };
    const extraction = ofHtml(pageOf(edited('（一）予以公开', (line) => [line, local])));
    expect(extraction.issues).toContainEqual({
      code: 'extra_row',
      table: 'requests',
      row: 'extra_1',
      label: '甲地自定事项',
      subtotal: false,
      slot: { table: 0, row: 4, column: 0 },
    });
    const [known, extra] = [true, false].map((is) =>
      extraction.facts.filter(({ ref }) => ref.includes('.extra_') !== is),
    );
    expect(extra?.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5, 6, 21]);
    expect(known?.map(({ ref, value }) => [ref, value])).toEqual(
      whole.facts.map(({ ref, value }) => [ref, value]),
    );
    expect(extraction.coverage).toEqual(whole.coverage);
  });

  test('（六）其他处理 in one row takes the place of three; table two tells that this is the form of 2021', () => {
    const split: string[] = printedRows.filter((row) => row.id.startsWith('other_')).map((row) => row.zh);
    const tableTwo =
      '<table><tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数<tr><td>规章<td>1<td>2<td>3<tr><td>行政规范性文件<td>4<td>5<td>6</table>';
    const one = lines.flatMap((line) => {
      if (line.label === split[0]) return [{ ...line, label: '（六）其他处理' }];
      return split.includes(line.label) ? [] : [line];
    });
    const extraction = ofHtml(tableTwo + pageOf(one));
    expect(extraction.form?.id).toBe('disclosure-2021');
    expect(extraction.facts.filter(({ ref }) => ref.startsWith('requests.other'))).toHaveLength(7);
    expect(figureAt(extraction, 'requests.other.total')).toBe(
      figureOf(
        printedRows.findIndex((row) => row.zh === split[0]),
        6,
      ),
    );
    expect(extraction.coverage.read).toBe(6 + 23 * 7);
    const missing = extraction.issues.filter(
      (issue) => issue.code === 'row_missing' && issue.table === 'requests',
    );
    expect(missing).toEqual([]);
  });

  test('an unreadable figure is kept as it is printed, with an issue, and is no number', () => {
    const extraction = ofHtml(
      pageOf(edited('（一）予以公开', (line) => ({ ...line, figures: ['12 34', ...line.figures.slice(1)] }))),
    );
    const ref = 'requests.granted.natural_person';
    const slot = { table: 0, row: 3, column: 1 };
    expect(extraction.facts.find((fact) => fact.ref === ref)).toMatchObject({
      state: 'unreadable',
      value: null,
      raw: '12 34',
      slot,
    });
    expect(extraction.issues).toContainEqual({ code: 'value_unreadable', ref, raw: '12 34', slot });
    expect(extraction.coverage.read).toBe(174);
  });

  test('blanks and marks are read, as what they are', () => {
    const extraction = ofHtml(
      pageOf(
        edited('（一）予以公开', (line) => ({
          ...line,
          figures: ['', '/', '—', '&nbsp;', ...line.figures.slice(4)],
        })),
      ),
    );
    const granted = extraction.facts.filter(({ ref }) => ref.startsWith('requests.granted.'));
    expect(granted.map(({ state }) => state)).toEqual([
      'blank',
      'mark',
      'mark',
      'blank',
      'number',
      'number',
      'number',
    ]);
    expect(extraction.coverage).toEqual(whole.coverage);
  });

  test('a blank form is no passed one', () => {
    const extraction = ofHtml(
      pageOf(lines.map((line) => ({ ...line, figures: line.figures.map(() => '') }))),
    );
    expect(codes(extraction)).toContain('blank_form');
    expect(tally(extraction)).toMatchObject({ satisfied: 0, violated: 0 });
  });

  test('a page of two reports gives two, each with its own body and year', () => {
    const other = pageOf(lines).replace(
      '<title>青阳市林业局2022年政府信息公开工作年度报告</title>',
      '<h1>青阳市民政局2023年政府信息公开工作年度报告</h1>',
    );
    const first = other.replace('民政局2023', '水务局2022');
    const extractions = extract(readHtml(first + other), source);
    expect(extractions.map(({ authority, year }) => [authority?.value, year?.value])).toEqual([
      ['青阳市水务局', 2022],
      ['青阳市民政局', 2023],
    ]);
    expect(extractions.map(({ facts }) => facts.length)).toEqual([175, 175]);
    expect(extractions[1]?.facts[0]?.slot.table).toBe(1);
  });

  test('each report of a page has its own text, with places that count as those of its claims', () => {
    const page = (name: string, sentence: string): string =>
      pageOf(lines).replace(
        /<title>.*<\/title>/,
        `<h1>青阳市${name}2022年政府信息公开工作年度报告</h1>${sentence}`,
      );
    const text = (sum: number): string =>
      `<p>公开${sum}件，其中甲1件、乙2件，其余3件。</p><p>全年收到申请9件。</p>`;
    const html = page('水务局', text(6)) + page('民政局', text(7));
    const { blocks } = readHtml(html);
    const readings = readingsOf(readHtml(html), source);
    const found = readings.map((reading) => proseFindings(reading.text, reading.extraction, reading.start));
    expect(found.map((own) => own.map(({ kind, outcome }) => [kind, outcome]))).toEqual([
      [['sum', 'satisfied']],
      [['sum', 'violated']],
    ]);
    const textAt = (block = -1): string => {
      const one = blocks[block];
      return one?.kind === 'paragraph' ? one.text : '';
    };
    expect(found.map(([one]) => textAt(one?.block))).toEqual([
      '公开6件，其中甲1件、乙2件，其余3件。',
      '公开7件，其中甲1件、乙2件，其余3件。',
    ]);
    const claimed = readings.map(({ extraction }) => textAt(extraction.claims.at(-1)?.block));
    expect(claimed).toEqual(['全年收到申请9件。', '全年收到申请9件。']);
    expect(readings[1]?.start).toBeGreaterThan(readings[0]?.start ?? -1);
  });

  test('a page without a report has no text of one', () => {
    expect(readingsOf(readHtml('<p>公开4件，其中甲1件、乙5件。</p>'), source)).toMatchObject([
      { extraction: { form: null }, blocks: [], start: 0 },
    ]);
  });
});

describe('no report: always one extraction that says why', () => {
  test.each([
    ['an empty page', '', ['source_empty']],
    ['prose', '<p>今天天气很好。</p>', ['no_tables']],
    ['another table', '<table><tr><td>姓名<td>电话<tr><td>张三<td>110</table>', ['no_report']],
    [
      'tables that only lay out the page',
      '<table><tr><td>首页<td>公开</table><table><tr><td>正文<tr><td>落款</table>',
      ['no_tables'],
    ],
    [
      'words of the form in another table',
      '<table><tr><td>项目<td>总计<td>其他<tr><td>收入<td>5<td>1<tr><td>支出<td>4<td>2</table>',
      ['no_report'],
    ],
    [
      'the form before 2019',
      '<table><tr><td>指标名称<td>单位<td>统计数<tr><td>主动公开政府信息数<td>条<td>5<tr><td>收到申请数<td>件<td>1<tr><td>对申请的答复总数<td>件<td>1</table>',
      ['older_form'],
    ],
  ])('%s', (_, html, expected) => {
    const extraction = ofHtml(html);
    expect(extraction).toMatchObject({
      form: null,
      facts: [],
      checks: [],
      coverage: { read: 0, expected: 0 },
      source,
    });
    expect(codes(extraction)).toEqual(expected);
  });

  test('issues from before the parser are kept, first', () => {
    const before = [{ code: 'encoding_assumed', declared: null, used: 'gb18030' }] as const;
    expect(codes(only(extract(readHtml('<p>x'), source, before)))).toEqual(['encoding_assumed', 'no_tables']);
    expect(codes(only(extract(readHtml(sample('consistent-2020.html')), source, before)))[0]).toBe(
      'encoding_assumed',
    );
    expect(unrecognised(null, source, before).issues).toEqual(before);
  });
});

describe('table four alone, which all forms print alike', () => {
  const outcomes = '<td>结果维持<td>结果纠正<td>其他结果<td>尚未审结<td>总计';
  const figures = '<td>1<td>2<td>3<td>4<td>10'.repeat(3);
  const table = `<table><tr><td colspan=5>行政复议<td colspan=10>行政诉讼
    <tr>${outcomes.replaceAll('<td>', '<td rowspan=2>')}<td colspan=5>未经复议直接起诉<td colspan=5>复议后起诉
    <tr>${outcomes}${outcomes}<tr>${figures}</table>`;
  const reported = (cited: string): Extraction =>
    ofHtml(`<h1>甲市乙局政府信息公开报告</h1><p>${cited}</p>${table}`);

  test('is of the form that the report names', () => {
    for (const [cited, form] of [
      ['按国办公开办函〔2021〕30号文件所附格式编制。', 'disclosure-2021'],
      ['按国办公开办函〔2019〕60号文件所附格式编制。', 'disclosure-2019'],
    ] as const) {
      const extraction = reported(cited);
      expect(extraction.form?.id).toBe(form);
      expect(codes(extraction)).not.toContain('form_ambiguous');
    }
  });

  test.each(['按规定编制。', '国办公开办函〔2021〕30号废止了国办公开办函〔2019〕60号。'])(
    'is in doubt where it names none, or several: %s',
    (cited) => {
      const extraction = reported(cited);
      expect(codes(extraction)).toContain('form_ambiguous');
      expect(extraction.coverage.read).toBe(15);
    },
  );
});

test('a further column of figures lends none to a row with a blank cell, where headings stand one column off', () => {
  const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const heading = row(['项目', '', ...columns.map((column) => column.zh), '上年度']);
  const crowded = lines.map(({ label, figures: [first = '', ...rest] }, at) =>
    row([label, at === 3 ? '' : first, ...rest, '9999']),
  );
  const title = '<title>青阳市林业局2022年政府信息公开工作年度报告</title>';
  const extraction = ofHtml(`${title}<table>${heading}${crowded.join('')}</table>`);
  expect(extraction.facts.filter(({ value }) => value !== null)).toEqual([]);
  expect(codes(extraction).filter((code) => code === 'cells_dropped')).toHaveLength(lines.length);
});
