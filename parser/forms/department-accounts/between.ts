import type { Between } from '../open-form.ts';

/**
 * What the tables print of one another. Read on the published accounts of three departments all of it holds within two hundredths of 万元, and
 * some of it only so: each table is rounded by itself.
 */
export const between: readonly Between[] = [
  {
    id: 'receipts',
    zh: '收入支出决算总表本年收入合计 = 收入决算表合计',
    en: 'receipts of the year, receipts and outlays = the total of receipts',
    within: 2,
    over: 'cells',
    target: { table: 'whole', half: 0, line: 'receipts', column: 'amount' },
    parts: [{ table: 'receipts', half: 0, line: 'total', column: 'total' }],
  },
  {
    id: 'outlays',
    zh: '收入支出决算总表本年支出合计 = 支出决算表合计',
    en: 'outlays of the year, receipts and outlays = the total of outlays',
    within: 2,
    over: 'cells',
    target: { table: 'whole', half: 1, line: 'outlays', column: 'amount' },
    parts: [{ table: 'outlays', half: 0, line: 'total', column: 'total' }],
  },
  {
    id: 'budget',
    zh: '财政拨款收入支出决算总表本年收入合计 = 收入决算表财政拨款收入合计',
    en: 'receipts of the year from the budget = the total from the budget in receipts',
    within: 2,
    over: 'cells',
    target: { table: 'budget', half: 0, line: 'receipts', column: 'amount' },
    parts: [{ table: 'receipts', half: 0, line: 'total', column: 'budget' }],
  },
  {
    id: 'general',
    zh: '财政拨款收入支出决算总表一般公共预算支出合计 = 一般公共预算财政拨款支出决算表合计',
    en: 'outlays of the general budget = the total of its own table',
    within: 2,
    over: 'cells',
    target: { table: 'budget', half: 1, line: 'outlays', column: 'general' },
    parts: [{ table: 'general', half: 0, line: 'total', column: 'total' }],
  },
  {
    id: 'basic',
    zh: '一般公共预算财政拨款支出决算表基本支出合计 = 基本支出决算表人员经费合计 + 公用经费合计',
    en: 'basic outlays from the general budget = for people + for the office',
    within: 2,
    over: 'cells',
    target: { table: 'general', half: 0, line: 'total', column: 'basic' },
    parts: [
      { table: 'basic', half: 0, line: 'people', column: 'amount' },
      { table: 'basic', half: 0, line: 'office', column: 'amount' },
    ],
  },
  {
    id: 'functions',
    zh: '收入支出决算总表各功能分类支出 = 支出决算表同名的类级科目',
    en: 'outlays of each class, receipts and outlays = the outermost code of that name in outlays',
    within: 2,
    over: 'rows',
    target: { table: 'whole', half: 1, column: 'amount' },
    part: { table: 'outlays', half: 0, column: 'total' },
  },
];
