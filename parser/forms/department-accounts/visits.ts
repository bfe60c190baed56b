import type { OpenColumn, OpenSum } from '../open-form.ts';

/** 预算数 and 决算数 of the three kinds of outlays that the public looks at. Some layouts have the kinds over them, some under. */
export const visitColumns: readonly OpenColumn[] = [
  {
    id: 'budget_total',
    zh: '合计（预算数）',
    en: 'total, budget',
    headings: [
      ['预算数', '年初预算数', '全年预算数'],
      ['合计', '总计'],
    ],
  },
  {
    id: 'budget_abroad',
    zh: '因公出国（境）费（预算数）',
    en: 'journeys abroad, budget',
    headings: [
      ['预算数', '年初预算数', '全年预算数'],
      ['因公出国（境）费', '因公出国（境）费用'],
    ],
  },
  {
    id: 'budget_cars',
    zh: '公务用车小计（预算数）',
    en: 'cars, budget',
    headings: [
      ['预算数', '年初预算数', '全年预算数'],
      ['公务用车购置及运行维护费', '公务用车购置及运行费', '公务用车购置和运行维护费'],
      ['小计', '合计'],
    ],
  },
  {
    id: 'budget_cars_bought',
    zh: '公务用车购置费（预算数）',
    en: 'cars bought, budget',
    headings: [
      ['预算数', '年初预算数', '全年预算数'],
      ['公务用车购置及运行维护费', '公务用车购置及运行费', '公务用车购置和运行维护费'],
      ['公务用车购置费', '购置费'],
    ],
  },
  {
    id: 'budget_cars_run',
    zh: '公务用车运行维护费（预算数）',
    en: 'running of cars, budget',
    headings: [
      ['预算数', '年初预算数', '全年预算数'],
      ['公务用车购置及运行维护费', '公务用车购置及运行费', '公务用车购置和运行维护费'],
      ['公务用车运行维护费', '公务用车运行费', '运行维护费', '运行费'],
    ],
  },
  {
    id: 'budget_received',
    zh: '公务接待费（预算数）',
    en: 'receptions, budget',
    headings: [['预算数', '年初预算数', '全年预算数'], ['公务接待费']],
  },
  {
    id: 'outcome_total',
    zh: '合计（决算数）',
    en: 'total, outcome',
    headings: [
      ['决算数', '决算', '支出数'],
      ['合计', '总计'],
    ],
  },
  {
    id: 'outcome_abroad',
    zh: '因公出国（境）费（决算数）',
    en: 'journeys abroad, outcome',
    headings: [
      ['决算数', '决算', '支出数'],
      ['因公出国（境）费', '因公出国（境）费用'],
    ],
  },
  {
    id: 'outcome_cars',
    zh: '公务用车小计（决算数）',
    en: 'cars, outcome',
    headings: [
      ['决算数', '决算', '支出数'],
      ['公务用车购置及运行维护费', '公务用车购置及运行费', '公务用车购置和运行维护费'],
      ['小计', '合计'],
    ],
  },
  {
    id: 'outcome_cars_bought',
    zh: '公务用车购置费（决算数）',
    en: 'cars bought, outcome',
    headings: [
      ['决算数', '决算', '支出数'],
      ['公务用车购置及运行维护费', '公务用车购置及运行费', '公务用车购置和运行维护费'],
      ['公务用车购置费', '购置费'],
    ],
  },
  {
    id: 'outcome_cars_run',
    zh: '公务用车运行维护费（决算数）',
    en: 'running of cars, outcome',
    headings: [
      ['决算数', '决算', '支出数'],
      ['公务用车购置及运行维护费', '公务用车购置及运行费', '公务用车购置和运行维护费'],
      ['公务用车运行维护费', '公务用车运行费', '运行维护费', '运行费'],
    ],
  },
  {
    id: 'outcome_received',
    zh: '公务接待费（决算数）',
    en: 'receptions, outcome',
    headings: [['决算数', '决算', '支出数'], ['公务接待费']],
  },
];

export const visitSums: readonly OpenSum[] = [
  {
    id: 'budget',
    half: 0,
    over: 'rows',
    target: 'budget_total',
    parts: [
      { id: 'budget_abroad', weight: 1 },
      { id: 'budget_cars', weight: 1 },
      { id: 'budget_received', weight: 1 },
    ],
    zh: '预算数：合计 = 因公出国（境）费 + 公务用车小计 + 公务接待费',
    en: 'budget: total = journeys abroad + cars + receptions',
  },
  {
    id: 'budget_cars',
    half: 0,
    over: 'rows',
    target: 'budget_cars',
    parts: [
      { id: 'budget_cars_bought', weight: 1 },
      { id: 'budget_cars_run', weight: 1 },
    ],
    zh: '预算数：公务用车小计 = 购置费 + 运行维护费',
    en: 'budget: cars = bought + running',
  },
  {
    id: 'outcome',
    half: 0,
    over: 'rows',
    target: 'outcome_total',
    parts: [
      { id: 'outcome_abroad', weight: 1 },
      { id: 'outcome_cars', weight: 1 },
      { id: 'outcome_received', weight: 1 },
    ],
    zh: '决算数：合计 = 因公出国（境）费 + 公务用车小计 + 公务接待费',
    en: 'outcome: total = journeys abroad + cars + receptions',
  },
  {
    id: 'outcome_cars',
    half: 0,
    over: 'rows',
    target: 'outcome_cars',
    parts: [
      { id: 'outcome_cars_bought', weight: 1 },
      { id: 'outcome_cars_run', weight: 1 },
    ],
    zh: '决算数：公务用车小计 = 购置费 + 运行维护费',
    en: 'outcome: cars = bought + running',
  },
];
