import type { FormColumn, FormRow, Signs } from '../schema.ts';

/** What the vintages of 行政处罚实施情况统计表 have in common. Each takes what it needs, and may part from it alone. */

export const title = '行政处罚实施情况统计表';

/** 行政执法统计年报, 行政执法数据年度报告, 行政处罚实施情况统计表 … */
const names = [
  '行政执法[数据|情况|工作][统计][年度](年报|报告|报表|统计表|数据表)',
  '行政处罚[案件][实施][情况|数据][统计](年报|报表|统计表)',
] as const;

const announcedAs = '行政(执法|处罚)';

/** 吊销: of all pages few print the first character. */
const signs: Signs = {
  wordings: [{ zh: '吊销许可证', rarest: '吊' }],
  characters: '吊',
};

/** All but the tables, the identities and what a vintage is called. */
export const common = { title, names, announcedAs, signs, yearly: [], overview: null } as const;

/** One line, or one for each unit and their sum. */
export const rows = [
  { id: 'unit', zh: '本单位', en: 'this unit', repeats: true },
  { id: 'total', zh: '合计', en: 'total', aliases: ['总计', '共计'], optional: true },
] as const satisfies readonly FormRow[];

const group = ['行政处罚实施数量（宗）'] as const;

export const warning = { id: 'warning', zh: '警告', en: 'warning', groups: group, type: 'count' } as const;

export const fine = { id: 'fine', zh: '罚款', en: 'fine', groups: group, type: 'count' } as const;

export const confiscation = {
  id: 'confiscation',
  zh: '没收违法所得、没收非法财物',
  en: 'confiscation of illegal gains or property',
  groups: group,
  aliases: ['没收违法所得、非法财物', '没收违法所得没收非法财物', '没收违法所得、没收违法财物'],
  type: 'count',
} as const;

export const suspensionOfBusiness = {
  id: 'suspension_of_business',
  zh: '责令停产停业',
  en: 'order to suspend production or business',
  groups: group,
  type: 'count',
} as const;

/** Only a few kinds of body may detain; others leave the column out. */
export const detention = {
  id: 'detention',
  zh: '行政拘留',
  en: 'administrative detention',
  groups: group,
  type: 'count',
  optional: true,
} as const;

export const other = {
  id: 'other',
  zh: '其他行政处罚',
  en: 'other penalties',
  groups: group,
  aliases: ['其他处罚', '法律、行政法规规定的其他行政处罚'],
  type: 'count',
} as const;

/** What stands behind the kinds. */
export const sums = [
  {
    id: 'total',
    zh: '合计（宗）',
    en: 'total (cases)',
    groups: group,
    aliases: ['合计（件）', '合计', '总计'],
    type: 'count',
  },
  {
    id: 'amount',
    zh: '罚没金额',
    en: 'amount of fines and confiscations',
    aliases: ['罚没金额（万元）', '罚没金额（元）', '罚没款金额'],
    type: 'money',
    optional: true,
  },
] as const satisfies readonly FormColumn[];

/** The kinds that the Penalties Act as revised in 2021 has brought or renamed. */
export const since2021 = {
  criticism: {
    id: 'criticism',
    zh: '通报批评',
    en: 'public criticism',
    groups: group,
    type: 'count',
  },
  permitSuspension: {
    id: 'permit_suspension',
    zh: '暂扣许可证件',
    en: 'suspension of a permit',
    groups: group,
    type: 'count',
  },
  downgrade: {
    id: 'downgrade',
    zh: '降低资质等级',
    en: 'lowering of a qualification',
    groups: group,
    type: 'count',
  },
  permitRevocation: {
    id: 'permit_revocation',
    zh: '吊销许可证件',
    en: 'revocation of a permit',
    groups: group,
    type: 'count',
  },
  restriction: {
    id: 'restriction_of_operation',
    zh: '限制开展生产经营活动',
    en: 'restriction of production or business',
    groups: group,
    type: 'count',
  },
} as const satisfies Record<string, FormColumn>;

/** What the rules say of 合计: a case with several penalties is one case, counted under the heaviest of them. */
export const kindsSum = {
  id: 'penalties.kinds_sum',
  table: 'penalties',
  over: 'rows',
  right: ['total'],
  zh: '各类行政处罚之和 = 合计',
  en: 'all kinds of penalties = total',
  wording: null,
  basis: 'parts_and_total',
} as const;

export const unitsSum = {
  id: 'penalties.units_sum',
  table: 'penalties',
  over: 'columns',
  left: ['unit'],
  right: ['total'],
  zh: '各单位之和 = 合计',
  en: 'all units = total',
  wording: null,
  basis: 'parts_and_total',
} as const;
