import { defineOpenForm, type OpenColumn, type OpenLine, type OpenSum } from '../open-form.ts';
import { between } from './between.ts';
import { visitColumns, visitSums } from './visits.ts';

/**
 * 部门决算公开 01–09: what every department and unit publishes of its accounts. What prescribes it leaves order, numbers and some headings to
 * the provinces: with 行次 and 栏次 or without, the total first or last, outlays by economic kind in two halves or three.
 */

const amount: OpenColumn = {
  id: 'amount',
  zh: '决算数',
  en: 'amount',
  headings: [['决算数', '金额', '决算', '本年决算数']],
};
const total: OpenLine = { id: 'total', zh: '合计', en: 'total', aliases: ['总计'] };

const outlaysTotal: OpenColumn = {
  id: 'total',
  zh: '本年支出合计',
  en: 'outlays',
  headings: [['本年支出合计', '合计', '小计', '支出合计']],
};
const basic: OpenColumn = { id: 'basic', zh: '基本支出', en: 'basic outlays', headings: [['基本支出']] };
const project: OpenColumn = {
  id: 'project',
  zh: '项目支出',
  en: 'project outlays',
  headings: [['项目支出']],
};

/** Receipts or outlays by function: a row for each code, and 合计 over the outermost of them. */
const codes: OpenSum = {
  id: 'codes',
  half: 0,
  over: 'codes',
  zh: '上级科目 = 其下级科目之和',
  en: 'each code = the codes below it',
};
const codesTotal: OpenSum = {
  id: 'total',
  half: 0,
  over: 'columns',
  target: 'total',
  parts: { codes: [] },
  zh: '合计 = 各类级科目之和',
  en: 'total = the outermost codes',
};
const basicAndProject: OpenSum = {
  id: 'basic_and_project',
  half: 0,
  over: 'rows',
  target: 'total',
  parts: [
    { id: 'basic', weight: 1 },
    { id: 'project', weight: 1 },
  ],
  zh: '合计 = 基本支出 + 项目支出',
  en: 'total = basic + project outlays',
};

/** 政府性基金 and 国有资本经营: what was left, what came, what went; some provinces print what went only. */
const fundColumns: readonly OpenColumn[] = [
  {
    id: 'opening',
    zh: '年初结转和结余',
    en: 'carried over',
    headings: [['年初结转和结余', '年初结转结余', '上年结转和结余']],
    optional: true,
  },
  {
    id: 'receipts',
    zh: '本年收入',
    en: 'receipts',
    headings: [['本年收入', '本年收入合计']],
    optional: true,
  },
  outlaysTotal,
  basic,
  project,
  {
    id: 'closing',
    zh: '年末结转和结余',
    en: 'carried forward',
    headings: [['年末结转和结余', '年末结转结余', '结转下年']],
    optional: true,
  },
];
const forward: OpenSum = {
  id: 'forward',
  half: 0,
  over: 'rows',
  target: 'closing',
  parts: [
    { id: 'opening', weight: 1 },
    { id: 'receipts', weight: 1 },
    { id: 'total', weight: -1 },
  ],
  zh: '年末结转和结余 = 年初结转和结余 + 本年收入 − 本年支出',
  en: 'carried forward = carried over + receipts − outlays',
};

export const departmentAccounts = defineOpenForm({
  id: 'department-accounts',
  title: '部门决算公开表',
  issuedAs: '财决公开01表至09表',
  tables: [
    {
      id: 'whole',
      title: '收入支出决算总表',
      en: 'receipts and outlays',
      aliases: ['收支决算总表'],
      halves: [
        {
          columns: [amount],
          rows: 'listed',
          lines: [
            { id: 'receipts', zh: '本年收入合计', en: 'receipts of the year' },
            {
              id: 'savings_used',
              zh: '使用非财政拨款结余',
              en: 'savings used',
              aliases: [
                '使用非财政拨款结余（含专用结余）',
                '使用非财政拨款结余和专用结余',
                '用事业基金弥补收支差额',
              ],
              optional: true,
            },
            {
              id: 'opening',
              zh: '年初结转和结余',
              en: 'carried over',
              aliases: ['年初结转结余', '上年结转和结余'],
            },
            { id: 'total', zh: '总计', en: 'total', aliases: ['收入总计'] },
          ],
        },
        {
          columns: [amount],
          rows: 'listed',
          lines: [
            { id: 'outlays', zh: '本年支出合计', en: 'outlays of the year' },
            { id: 'distributed', zh: '结余分配', en: 'savings distributed', optional: true },
            {
              id: 'closing',
              zh: '年末结转和结余',
              en: 'carried forward',
              aliases: ['年末结转结余', '结转下年'],
            },
            { id: 'total', zh: '总计', en: 'total', aliases: ['支出总计'] },
          ],
        },
      ],
      sums: [
        {
          id: 'receipts',
          half: 0,
          over: 'columns',
          target: 'receipts',
          parts: 'listed',
          zh: '本年收入合计 = 一至八各项收入之和',
          en: 'receipts of the year = all kinds of receipts',
        },
        {
          id: 'outlays',
          half: 1,
          over: 'columns',
          target: 'outlays',
          parts: 'listed',
          zh: '本年支出合计 = 各功能分类支出之和',
          en: 'outlays of the year = outlays of all functions',
        },
        {
          id: 'receipts_total',
          half: 0,
          over: 'columns',
          target: 'total',
          parts: ['receipts', 'savings_used', 'opening'],
          zh: '总计 = 本年收入合计 + 使用非财政拨款结余 + 年初结转和结余',
          en: 'total = receipts of the year + savings used + carried over',
        },
        {
          id: 'outlays_total',
          half: 1,
          over: 'columns',
          target: 'total',
          parts: ['outlays', 'distributed', 'closing'],
          zh: '总计 = 本年支出合计 + 结余分配 + 年末结转和结余',
          en: 'total = outlays of the year + savings distributed + carried forward',
        },
        {
          id: 'balance',
          half: 0,
          over: 'halves',
          own: ['total', 'amount'],
          other: [1, 'total', 'amount'],
          zh: '收入方总计 = 支出方总计',
          en: 'the total of receipts = the total of outlays',
        },
      ],
    },
    {
      id: 'receipts',
      title: '收入决算表',
      en: 'receipts',
      halves: [
        {
          columns: [
            {
              id: 'total',
              zh: '本年收入合计',
              en: 'receipts',
              headings: [['本年收入合计', '合计', '收入合计']],
            },
            { id: 'budget', zh: '财政拨款收入', en: 'from the budget', headings: [['财政拨款收入']] },
            {
              id: 'superior',
              zh: '上级补助收入',
              en: 'from the superior body',
              headings: [['上级补助收入']],
            },
            { id: 'services', zh: '事业收入', en: 'for services', headings: [['事业收入']] },
            { id: 'business', zh: '经营收入', en: 'from business', headings: [['经营收入']] },
            {
              id: 'subordinate',
              zh: '附属单位上缴收入',
              en: 'from subordinate units',
              headings: [['附属单位上缴收入']],
            },
            { id: 'other', zh: '其他收入', en: 'other', headings: [['其他收入']] },
          ],
          lines: [total],
          rows: 'coded',
        },
      ],
      sums: [
        {
          id: 'kinds',
          half: 0,
          over: 'rows',
          target: 'total',
          parts: [
            { id: 'budget', weight: 1 },
            { id: 'superior', weight: 1 },
            { id: 'services', weight: 1 },
            { id: 'business', weight: 1 },
            { id: 'subordinate', weight: 1 },
            { id: 'other', weight: 1 },
          ],
          zh: '本年收入合计 = 六类收入之和',
          en: 'receipts = six kinds of receipts',
        },
        codes,
        codesTotal,
      ],
    },
    {
      id: 'outlays',
      title: '支出决算表',
      en: 'outlays',
      halves: [
        {
          columns: [
            outlaysTotal,
            basic,
            project,
            { id: 'superior', zh: '上缴上级支出', en: 'to the superior body', headings: [['上缴上级支出']] },
            { id: 'business', zh: '经营支出', en: 'for business', headings: [['经营支出']] },
            {
              id: 'subordinate',
              zh: '对附属单位补助支出',
              en: 'to subordinate units',
              headings: [['对附属单位补助支出', '对附属单位补助']],
            },
          ],
          lines: [total],
          rows: 'coded',
        },
      ],
      sums: [
        {
          id: 'kinds',
          half: 0,
          over: 'rows',
          target: 'total',
          parts: [
            { id: 'basic', weight: 1 },
            { id: 'project', weight: 1 },
            { id: 'superior', weight: 1 },
            { id: 'business', weight: 1 },
            { id: 'subordinate', weight: 1 },
          ],
          zh: '本年支出合计 = 五类支出之和',
          en: 'outlays = five kinds of outlays',
        },
        codes,
        codesTotal,
      ],
    },
    {
      id: 'budget',
      title: '财政拨款收入支出决算总表',
      en: 'receipts and outlays from the budget',
      aliases: ['财政拨款收支决算总表'],
      halves: [
        {
          columns: [amount],
          rows: 'listed',
          lines: [
            { id: 'receipts', zh: '本年收入合计', en: 'receipts of the year' },
            {
              id: 'opening',
              zh: '年初财政拨款结转和结余',
              en: 'carried over',
              aliases: ['年初结转和结余', '上年财政拨款结转和结余'],
              parts: ['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'],
            },
            { id: 'total', zh: '总计', en: 'total', aliases: ['收入总计'] },
          ],
        },
        {
          columns: [
            { id: 'total', zh: '合计', en: 'total', headings: [['合计', '小计']] },
            {
              id: 'general',
              zh: '一般公共预算财政拨款',
              en: 'general budget',
              headings: [['一般公共预算财政拨款', '一般公共预算']],
            },
            {
              id: 'funds',
              zh: '政府性基金预算财政拨款',
              en: 'government funds',
              headings: [['政府性基金预算财政拨款', '政府性基金预算', '政府性基金财政拨款']],
            },
            {
              id: 'capital',
              zh: '国有资本经营预算财政拨款',
              en: 'state capital',
              headings: [['国有资本经营预算财政拨款', '国有资本经营预算', '国有资本经营财政拨款']],
            },
          ],
          rows: 'listed',
          lines: [
            { id: 'outlays', zh: '本年支出合计', en: 'outlays of the year' },
            {
              id: 'closing',
              zh: '年末财政拨款结转和结余',
              en: 'carried forward',
              aliases: ['年末结转和结余', '结转下年'],
            },
            { id: 'total', zh: '总计', en: 'total', aliases: ['支出总计'] },
          ],
        },
      ],
      sums: [
        {
          id: 'budgets',
          half: 1,
          over: 'rows',
          target: 'total',
          parts: [
            { id: 'general', weight: 1 },
            { id: 'funds', weight: 1 },
            { id: 'capital', weight: 1 },
          ],
          zh: '合计 = 一般公共预算 + 政府性基金预算 + 国有资本经营预算',
          en: 'total = general budget + government funds + state capital',
        },
        {
          id: 'receipts',
          half: 0,
          over: 'columns',
          target: 'receipts',
          parts: 'listed',
          zh: '本年收入合计 = 一至三之和',
          en: 'receipts of the year = the three budgets',
        },
        {
          id: 'outlays',
          half: 1,
          over: 'columns',
          target: 'outlays',
          parts: 'listed',
          zh: '本年支出合计 = 各功能分类支出之和',
          en: 'outlays of the year = outlays of all functions',
        },
        {
          id: 'opening',
          half: 0,
          over: 'columns',
          target: 'opening',
          parts: 'below',
          zh: '年初财政拨款结转和结余 = 其下三项之和',
          en: 'carried over = the three budgets below it',
        },
        {
          id: 'receipts_total',
          half: 0,
          over: 'columns',
          target: 'total',
          parts: ['receipts', 'opening'],
          zh: '总计 = 本年收入合计 + 年初财政拨款结转和结余',
          en: 'total = receipts of the year + carried over',
        },
        {
          id: 'outlays_total',
          half: 1,
          over: 'columns',
          target: 'total',
          parts: ['outlays', 'closing'],
          zh: '总计 = 本年支出合计 + 年末财政拨款结转和结余',
          en: 'total = outlays of the year + carried forward',
        },
        {
          id: 'balance',
          half: 0,
          over: 'halves',
          own: ['total', 'amount'],
          other: [1, 'total', 'total'],
          zh: '收入方总计 = 支出方总计',
          en: 'the total of receipts = the total of outlays',
        },
      ],
    },
    {
      id: 'general',
      title: '一般公共预算财政拨款支出决算表',
      en: 'outlays from the general budget',
      halves: [{ columns: [outlaysTotal, basic, project], lines: [total], rows: 'coded' }],
      sums: [basicAndProject, codes, codesTotal],
    },
    {
      id: 'basic',
      title: '一般公共预算财政拨款基本支出决算表',
      en: 'basic outlays from the general budget',
      aliases: ['一般公共预算财政拨款基本支出决算明细表'],
      halves: [
        {
          columns: [amount],
          rows: 'coded',
          lines: [
            { id: 'people', zh: '人员经费合计', en: 'for people' },
            { id: 'office', zh: '公用经费合计', en: 'for the office' },
            { id: 'total', zh: '合计', en: 'total', aliases: ['总计'], optional: true },
          ],
        },
      ],
      sums: [
        {
          id: 'codes',
          half: 0,
          over: 'codes',
          zh: '类级经济科目 = 其款级科目之和',
          en: 'each economic code = the codes below it',
        },
        {
          id: 'people',
          half: 0,
          over: 'columns',
          target: 'people',
          parts: { codes: ['301', '303'] },
          zh: '人员经费合计 = 301 + 303',
          en: 'for people = 301 + 303',
        },
        {
          id: 'office',
          half: 0,
          over: 'columns',
          target: 'office',
          parts: { codes: ['302', '307', '309', '310', '311', '312', '313', '399'] },
          zh: '公用经费合计 = 302、307、309 至 313、399 中所列各类之和',
          en: 'for the office = those of 302, 307, 309 to 313 and 399 that are printed',
        },
      ],
    },
    {
      id: 'funds',
      title: '政府性基金预算财政拨款收入支出决算表',
      en: 'government funds',
      aliases: ['政府性基金预算财政拨款支出决算表', '政府性基金预算收入支出决算表'],
      halves: [{ columns: fundColumns, lines: [total], rows: 'coded' }],
      sums: [basicAndProject, forward, codes, codesTotal],
    },
    {
      id: 'capital',
      title: '国有资本经营预算财政拨款支出决算表',
      en: 'state capital',
      aliases: ['国有资本经营预算财政拨款收入支出决算表', '国有资本经营预算收入支出决算表'],
      halves: [{ columns: fundColumns, lines: [total], rows: 'coded' }],
      sums: [basicAndProject, forward, codes, codesTotal],
    },
    {
      id: 'visits',
      title: '财政拨款“三公”经费支出决算表',
      en: 'journeys abroad, cars and receptions',
      aliases: ['“三公”经费支出决算表', '“三公”经费公共预算财政拨款支出决算表'],
      halves: [{ columns: visitColumns, lines: [], rows: 'any' }],
      sums: visitSums,
    },
  ],
  between,
});
