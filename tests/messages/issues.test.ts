import { describe, expect, test } from 'vitest';
import { disclosure2021 } from '../../parser/forms/disclosure/edition-2021.ts';
import { type Issue, type IssueCode, issueSchema, obscuritySchema } from '../../parser/issue.ts';
import { languages } from '../../parser/messages/words.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';

const slot = { table: 2, row: 4, column: 1 };

/** One issue of every code: a new code does not compile without its example here. */
const examples: { [Code in IssueCode]: Extract<Issue, { code: Code }> } = {
  file_not_found: { code: 'file_not_found', path: 'a/b.html' },
  file_forbidden: { code: 'file_forbidden', path: 'a/b.html' },
  file_failed: { code: 'file_failed', path: 'a/b.html', detail: 'EIO' },
  reader_missing: { code: 'reader_missing', looksLike: 'PDF', package: 'pdfjs-dist' },
  file_irregular: { code: 'file_irregular', path: 'a/b.html' },
  folder_empty: { code: 'folder_empty', path: 'a', endings: ['.html', '.txt'] },
  archive_empty: { code: 'archive_empty', path: 'a.warc.gz' },
  line_malformed: { code: 'line_malformed', line: 7, detail: 'Unexpected token' },
  source_empty: { code: 'source_empty' },
  source_binary: { code: 'source_binary', looksLike: 'PDF' },
  pdf_scanned: { code: 'pdf_scanned', pages: 5 },
  pdf_recognised: { code: 'pdf_recognised', pages: 2 },
  pdf_outlined: { code: 'pdf_outlined', pages: 3 },
  part_unread: { code: 'part_unread', part: 'word/afchunk.rtf' },
  sheet_hidden: { code: 'sheet_hidden', sheet: '2022年' },
  file_encrypted: { code: 'file_encrypted', looksLike: 'PDF' },
  file_damaged: { code: 'file_damaged', looksLike: 'DOCX', detail: 'no document.xml' },
  file_excessive: { code: 'file_excessive', what: 'pages', limit: 500 },
  encoding_assumed: { code: 'encoding_assumed', declared: 'utf-8', used: 'gb18030' },
  text_garbled: { code: 'text_garbled', sample: '鏀垮簻' },
  markup_excessive: { code: 'markup_excessive', tags: 50001, depth: 513 },
  no_tables: { code: 'no_tables' },
  no_report: { code: 'no_report', tables: 4 },
  part_of_year: { code: 'part_of_year', evidence: '2021年第三季度行政处罚实施情况统计表' },
  older_form: { code: 'older_form', evidence: '指标名称' },
  half_year_notice: { code: 'half_year_notice', evidence: '上半年' },
  comparison_page: { code: 'comparison_page', table: 'requests', years: ['2019', '2020'], slot },
  form_ambiguous: { code: 'form_ambiguous', candidates: ['disclosure-2019', 'disclosure-2021'] },
  notice_differs: {
    code: 'notice_differs',
    cited: '国办公开办函〔2019〕60号',
    form: 'disclosure-2021',
    issuedAs: '国办公开办函〔2021〕30号',
  },
  blank_form: { code: 'blank_form' },
  year_missing: { code: 'year_missing' },
  year_conflict: {
    code: 'year_conflict',
    candidates: [
      { value: 2020, evidence: '2020年度' },
      { value: 2021, evidence: '2021年度' },
    ],
  },
  authority_missing: { code: 'authority_missing' },
  authority_conflict: {
    code: 'authority_conflict',
    candidates: [
      { value: '甲局', evidence: '甲局2020年' },
      { value: '乙局', evidence: '乙局2020年' },
    ],
  },
  table_missing: { code: 'table_missing', table: 'requests', heading: '三、依申请公开' },
  table_is_image: { code: 'table_is_image', table: 'requests', heading: null, src: 'W03.png' },
  grid_overlap: { code: 'grid_overlap', slot },
  totals_left_out: { code: 'totals_left_out', table: 2 },
  rows_left_out: { code: 'rows_left_out', table: 2, rows: 2000, of: 10000 },
  grid_too_large: { code: 'grid_too_large', table: 2 },
  columns_unknown: { code: 'columns_unknown', table: 'requests', slot },
  columns_broken: { code: 'columns_broken', table: 'requests', slot },
  header_cell_missing: { code: 'header_cell_missing', table: 'requests', column: 'natural_person', slot },
  hidden_row: { code: 'hidden_row', slot },
  hidden_cell: { code: 'hidden_cell', slot },
  table_excerpt: { code: 'table_excerpt', table: 'requests', slot },
  table_repeated: { code: 'table_repeated', table: 'requests', slot },
  row_missing: { code: 'row_missing', table: 'requests', row: 'granted' },
  row_repeated: { code: 'row_repeated', table: 'requests', row: 'granted', label: '予以公开', slot },
  pieces_unsure: { code: 'pieces_unsure', table: 'requests', slot },
  figures_unaccounted: {
    code: 'figures_unaccounted',
    table: 'requests',
    figures: ['7', '12'],
    count: 2,
    slot,
  },
  row_in_doubt: { code: 'row_in_doubt', table: 'requests', row: null, label: '余下各项', slot },
  cells_dropped: {
    code: 'cells_dropped',
    table: 'requests',
    row: 'granted',
    label: '予以公开',
    found: 5,
    expected: 7,
    slot,
  },
  cell_merged: { code: 'cell_merged', ref: 'requests.granted.total', slot },
  cell_missing: { code: 'cell_missing', ref: 'requests.granted.total' },
  extra_row: {
    code: 'extra_row',
    table: 'requests',
    row: 'extra_1',
    label: '行政检查',
    subtotal: false,
    slot,
  },
  label_differs: {
    code: 'label_differs',
    table: 'requests',
    id: 'granted',
    printed: '予以公天',
    official: '予以公开',
    slot,
  },
  tables_hidden: { code: 'tables_hidden', tables: 3 },
  content_elsewhere: { code: 'content_elsewhere', what: 'frame', address: 'art_1.html' },
  value_unreadable: { code: 'value_unreadable', ref: 'requests.granted.total', raw: '约30', slot },
  figure_obscured: {
    code: 'figure_obscured',
    ref: 'requests.granted.total',
    raw: '901',
    why: 'raised',
    slot,
  },
};

/** Ids of the form, which are for programs and not for people. */
const ids = /requests|granted|natural_person|extra_\d|undefined|null|\[object|NaN/;

/** Parameters that a sentence may leave out: it says the same by other words, or they are ids that it replaces by names. */
const unsaid: Partial<Record<IssueCode, readonly string[]>> = {
  notice_differs: ['form'],
  cells_dropped: ['label'],
  label_differs: ['id'],
  extra_row: ['row'],
  file_excessive: ['what'],
  table_is_image: ['src', 'heading'],
  table_missing: ['heading'],
  figure_obscured: ['why'],
  content_elsewhere: ['what'],
};
const named = new Set(['table', 'row', 'column', 'ref', 'code']);

describe.each(languages)('issues in %s', (language) => {
  const { issue } = wordsIn(language).about({ form: disclosure2021, issues: [] });
  const all = Object.values(examples);

  test.each(all.map((example) => [example.code, example] as const))('%s', (code, example) => {
    expect(issueSchema.safeParse(example).success).toBe(true);
    const sentence = issue(example);
    expect(sentence).toMatch(language === 'en' ? /^[A-Z\d"].*\.$/ : /^.*[\u4E00-\u9FFF].*。$/);
    expect(sentence.replace('table of requests (', '')).not.toMatch(ids);
    if ('slot' in example) {
      expect(sentence).toContain(language === 'en' ? 'table 3 of the page, row 5' : '第 3 张表第 5 行');
    }
    for (const [name, value] of Object.entries(example)) {
      if (named.has(name) || unsaid[code]?.includes(name)) continue;
      if (typeof value === 'string' || typeof value === 'number') {
        // A table is counted from 1.
        expect(sentence).toContain(
          String(
            /^(?:grid_too_large|totals_left_out|rows_left_out)$/.test(code) && name === 'table'
              ? Number(value) + 1
              : value,
          ),
        );
      }
    }
  });

  test('no two issues are said alike', () => {
    expect(new Set(all.map(issue)).size).toBe(all.length);
  });

  test('nothing else is known: the sentence says that much', () => {
    expect(issue({ code: 'source_binary', looksLike: null })).not.toMatch(ids);
    expect(issue({ code: 'encoding_assumed', declared: null, used: 'gb18030' })).not.toMatch(ids);
    const missing = issue({ code: 'table_missing', table: 'requests', heading: null });
    expect(missing.replace('table of requests (', '')).not.toMatch(ids);
    expect(issue({ ...examples.row_in_doubt, row: 'granted' })).toContain(
      language === 'en' ? 'may be row "3(1) disclosed in full"' : '可能是“（一）予以公开”行',
    );
    // As many cells as columns, and yet not those of the columns.
    expect(issue({ ...examples.cells_dropped, found: 7 })).not.toContain('7');
    expect(issue({ ...examples.extra_row, subtotal: true })).not.toBe(issue(examples.extra_row));
  });

  test('every reason why it is not sure what a cell shows is said in its own words', () => {
    const sentences = obscuritySchema.options.map((why) => issue({ ...examples.figure_obscured, why }));
    expect(new Set(sentences).size).toBe(obscuritySchema.options.length);
    for (const sentence of sentences) expect(sentence).toContain('901');
    expect(issue({ ...examples.figure_obscured, raw: '' })).not.toMatch(/["“]["”]/);
  });

  test('long and broken text from a page stays one short line', () => {
    const sentence = issue({ ...examples.row_in_doubt, label: `甲\n\t乙${'丙'.repeat(500)}` });
    expect(sentence).not.toMatch(/[\n\t]/);
    expect(sentence.length).toBeLessThan(220);
  });
});

test('where no form was recognised, a missing table has its name all the same', () => {
  const { issue } = wordsIn('zh-CN').about({ form: null, issues: [] });
  expect(issue({ code: 'table_missing', table: 'requests', heading: null })).toBe(
    '没有找到“三、收到和处理政府信息公开申请情况”的表格，该表未读取。',
  );
});

test('a place is counted from 1', () => {
  const { issue } = wordsIn('zh-CN').about({ form: disclosure2021, issues: [] });
  expect(issue(examples.label_differs)).toBe(
    '页面第 3 张表第 5 行第 2 列原文为“予以公天”，按“予以公开”读取。',
  );
});
