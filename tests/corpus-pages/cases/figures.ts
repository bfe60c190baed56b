import { relabelled } from '../edit.ts';
import { htmlOf } from '../html.ts';
import { officialLayout, pageOf } from '../page.ts';
import { inventReport, withEach, withFacts, withoutRows } from '../report.ts';
import { inTraditional } from '../traditional.ts';
import { type CorpusCase, expecting, layoutCase, pageCase, reading } from './case.ts';

/** Figures and labels as they are printed: units, signs, marks, blanks, typing errors, local rows. */

const two = (cell: string) => `proactive_disclosure.${cell}`;
const isOrganisation = (ref: string) =>
  ref.startsWith('requests.') && !ref.endsWith('.natural_person') && !ref.endsWith('.total');

const units = withFacts(inventReport('disclosure-2021', 201, { authority: '云岭县发展和改革局' }), {
  [two('regulations.issued')]: '3件',
  [two('normative_documents.issued')]: '124件',
  [two('normative_documents.in_force')]: '665 件',
  [two('administrative_fees.amount')]: '6229.95万元',
});

const unusual = withFacts(inventReport('disclosure-2019', 202), {
  [two('normative_documents.newly_made')]: '22（其中修订16件）',
  [two('administrative_licensing.change')]: '+2',
  [two('other_external_services.change')]: '减3',
  [two('other_external_services.decisions')]: '28,637',
  [two('administrative_penalty.change')]: '－17',
  [two('administrative_penalty.decisions')]: '２０２３４０',
  [two('administrative_coercion.change')]: '-1',
  [two('centralised_procurement.amount')]: '75394432.52元',
});

const minus = withFacts(
  inventReport('disclosure-2019', 203, { authority: '青禾市白石区人民政府', year: 2020 }),
  {
    [two('administrative_coercion.change')]: '減3',
  },
);

const noted = inventReport('disclosure-2019', 204);
const cut = inventReport('disclosure-2019', 205, { authority: '云岭县望溪镇人民政府' });
const mistyped = inventReport('disclosure-2019', 206);
const local = {
  ...inventReport('disclosure-2019', 207),
  extraRows: [
    {
      table: 'proactive_disclosure',
      after: 'normative_documents',
      label: '其他主动公开文件',
      figures: ['31', '29', '418'],
    },
  ],
};
const divided = {
  ...withoutRows(inventReport('disclosure-2019', 208), ['proactive_disclosure.other_external_services']),
  extraRows: [
    {
      table: 'proactive_disclosure',
      after: 'administrative_licensing',
      label: '行政确认',
      figures: ['14', '5', '2071'],
    },
    {
      table: 'proactive_disclosure',
      after: 'administrative_licensing',
      label: '行政检查',
      figures: ['52', '-4', '9316'],
    },
  ],
};

const blankOrganisations = (() => {
  const report = withEach(
    inventReport('disclosure-2021', 211, { authority: '青禾市生态环境局', year: 2023 }),
    '',
    isOrganisation,
  );
  return withFacts(
    report,
    Object.fromEntries(
      Object.keys(report.facts)
        .filter((ref) => ref.startsWith('requests.') && ref.endsWith('.total'))
        .map((ref) => [ref, report.facts[ref.replace(/total$/, 'natural_person')] ?? '']),
    ),
  );
})();
const blankZeros = withEach(inventReport('disclosure-2019', 212), '', (_, printed) => printed === '0');
const marks = (() => {
  const report = inventReport('disclosure-2021', 213, { authority: '云岭县望溪镇人民政府', year: 2021 });
  const kinds = ['/', '-', '—', '无', 'N/A'];
  const zeros = Object.keys(report.facts).filter((ref) => report.facts[ref] === '0');
  return withFacts(
    report,
    Object.fromEntries(zeros.map((ref, at) => [ref, kinds[at % kinds.length] ?? '/'])),
  );
})();
const flow = ['received_new', 'carried_over', 'total_processed', 'carried_forward'];
const blankTotals = withEach(
  inventReport('disclosure-2019', 214),
  '',
  (ref) =>
    ref.startsWith('requests.') && ref.endsWith('.total') && !flow.some((row) => ref.includes(`.${row}.`)),
);

const consistent = inventReport('disclosure-2021', 215);
const shifted = (ref: string, by: number) => `${Number(consistent.facts[ref]) + by}`;
const misplaced = withFacts(consistent, {
  'requests.received_new.natural_person': shifted('requests.received_new.natural_person', -1),
  'requests.received_new.other_organisation': shifted('requests.received_new.other_organisation', 1),
});
const wrongTotals = (() => {
  const report = inventReport('disclosure-2021', 216);
  return withFacts(report, {
    'review_litigation.reconsideration.total': '0',
    'requests.granted.total': `${Number(report.facts['requests.granted.total']) + 9}`,
  });
})();

const filledByScript = 'requests.granted.natural_person';
const inFields = withEach(inventReport('disclosure-2021', 217), '', (ref) => ref === filledByScript);

export const figureCases: CorpusCase[] = [
  {
    slug: 'figures-in-fields',
    about:
      'Every figure stands in a field of a form, as a system prints it. What a field without a value shows, nobody can say: it is no blank.',
    file: 'source.html',
    content: htmlOf(pageOf(inFields, officialLayout), {
      markup: 'tidy',
      surroundings: 'plain',
      charset: 'utf-8',
    }).replace(
      /(<td[^>]*>)([\d.]*)<\/td>/g,
      '$1<input type="hidden" value="3"><input type="text" size="4" value="$2" readonly></td>',
    ),
    expected: expecting(
      [
        reading(inFields, {
          values: { [filledByScript]: null },
          outcomes: { 'requests.applicants_sum@granted': 'undetermined' },
        }),
      ],
      { issues: ['figure_obscured'] },
    ),
  },
  pageCase(
    'table-two-units',
    'Units in the cells (件, 万元) and in the headings（单位：件）.',
    pageOf(units, {
      ...officialLayout,
      columnWording: (column) => (column.type === 'count' ? `${column.zh}（单位：件）` : column.zh),
    }),
    expecting([
      reading(units, {
        values: {
          [two('normative_documents.issued')]: 124,
          [two('normative_documents.in_force')]: 665,
          [two('administrative_fees.amount')]: 6229.95,
        },
      }),
    ]),
  ),
  layoutCase(
    'table-two-number-over-spans',
    'Word paste: every figure is split over two spans and has no-break spaces around it.',
    inventReport('disclosure-2019', 210, { authority: '云岭县发展和改革局' }),
    { markup: 'word' },
  ),
  pageCase(
    'table-two-unusual-figures',
    'A remark inside a figure, signs (+2, 减3, full-width minus), full-width digits, a thousands separator, yuan for ten thousand yuan.',
    pageOf(unusual, officialLayout),
    expecting([
      reading(unusual, {
        values: {
          [two('normative_documents.newly_made')]: 22,
          [two('administrative_licensing.change')]: 2,
          [two('other_external_services.change')]: -3,
          [two('other_external_services.decisions')]: 28637,
          [two('administrative_penalty.change')]: -17,
          [two('administrative_penalty.decisions')]: 202340,
          [two('administrative_coercion.change')]: -1,
          [two('centralised_procurement.amount')]: 75394432.52,
        },
      }),
    ]),
  ),
  {
    slug: 'traditional-characters',
    about:
      'A mirror in traditional characters, where conversion has also turned 文件 into 檔案; a decrease printed 減3.',
    file: 'source.html',
    content: inTraditional(
      htmlOf(pageOf(minus, officialLayout), { markup: 'tidy', surroundings: 'plain', charset: 'utf-8' }),
    ),
    expected: expecting([
      reading(minus, {
        authority: inTraditional(minus.authority),
        facts: Object.fromEntries(
          Object.entries(minus.facts).map(([ref, text]) => [ref, inTraditional(text)]),
        ),
        values: { [two('administrative_coercion.change')]: -3 },
      }),
    ]),
  },
  pageCase(
    'table-two-notes-in-labels',
    'Notes with numbers inside the headings: 减用负值表示,如-8 and 历史累计.',
    relabelled(pageOf(noted, officialLayout), {
      '本年增/减': '本年增/减（减用负值表示,如-8）',
      对外公开总数量: '对外公开总数量(历史累计)',
      规范性文件: '行政规范性文件（含2020年修订的3件）',
    }),
    expecting([reading(noted)]),
  ),
  pageCase(
    'table-two-cut-words',
    'Headings that lost their last characters: 本年新制作, 本年增/, 上一年项目.',
    relabelled(pageOf(cut, officialLayout), {
      本年新制作数量: '本年新\n制作',
      '本年增/减': '本年增\n/',
      上一年项目数量: '上一年项目',
    }),
    expecting([reading(cut)]),
  ),
  layoutCase(
    'table-two-local-row',
    'A local row in the first band (其他主动公开文件): kept, and nothing else moved by it.',
    local,
    {},
    { issues: ['extra_row'] },
  ),
  layoutCase(
    'table-two-row-divided',
    '其他对外管理服务事项 is divided into 行政检查 and 行政确认: two local rows are kept, the official row is missing.',
    divided,
    {},
    { issues: ['extra_row', 'row_missing'] },
  ),
  pageCase(
    'table-three-mistyped-labels',
    'Typing errors, half-width brackets, 1、 for 1., a space inside 总 计.',
    relabelled(pageOf(mistyped, officialLayout), {
      '5.属于三类内部事务信息': '5.三类内容事务信息',
      '2.其他法律行政法规禁止公开': '2.其他法律行政止公开',
      '（二）部分公开（区分处理的，只计这一情形，不计其他情形）':
        '(二)部分公开(区分处理的,只计这一情况,不计其他情形)',
      '1.属于国家秘密': '1、属于国家秘密',
      '（七）总计': '(七)总 计',
      '3.危及“三安全一稳定”': '3.危及"三安全一稳定"',
      '（五）不予处理': '(五)不予处理:',
    }),
    expecting([reading(mistyped)], { issues: ['label_differs'] }),
  ),
  layoutCase(
    'table-three-blank-organisations',
    'The five organisation columns are blank in every row, 自然人 and 总计 are filled.',
    blankOrganisations,
    { markup: 'word' },
  ),
  layoutCase(
    'table-three-blank-for-zero',
    'Every zero is left blank; a blank stays a blank.',
    blankZeros,
    {},
  ),
  layoutCase(
    'table-three-marks',
    'Zeros printed as / - — 无 N/A: kept as marks, not read as numbers.',
    marks,
    {},
  ),
  layoutCase(
    'table-three-blank-totals',
    'Totals of the detail rows are blank although their parts are stated: those identities are undetermined, not violated.',
    blankTotals,
    {},
  ),
  layoutCase(
    'violated-case-in-wrong-column',
    'A published contradiction: one request stands in the wrong column, so that two columns do not balance and the total column does.',
    misplaced,
    {},
  ),
  layoutCase(
    'violated-totals',
    'Two published totals are wrong: 行政复议 0 for a sum, （一）予以公开 nine too many.',
    wrongTotals,
    {},
  ),
];
