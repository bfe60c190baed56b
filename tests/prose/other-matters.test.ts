import { expect, test } from 'vitest';
import { disclosure2021 } from '../../parser/forms/disclosure/edition-2021.ts';
import { readProse } from '../../parser/prose/prose.ts';
import { reportOf } from '../check/figures.ts';

/** Matters of other offices that are applied for, taken in and answered, under the heading of the applications for information. */

const matters =
  '低保 危房改造 工伤认定 劳动仲裁 户籍 居住证 道路运输 建设用地 施工许可 不动产登记 取水 排污 环评 食品经营 企业登记 信用修复 ' +
  '发票 海关备案 外资备案 教师资格 社会组织登记 法律援助 公证 司法鉴定 治安 行政裁决 国家赔偿 物业纠纷 拆迁补偿 安全生产 审计 ' +
  '档案查阅 数据开放 项目审批 政府采购 专项资金 党务公开 村务公开 院务公开 异议 听证 复核 行政执法 行政许可 行政处罚 投诉举报 人大建议 政策解读';

const sayings = [
  '全年受理@申请312件，办结300件，结转12件。',
  '@案件新收312件，上年结转9件，办结314件。',
  '收到@申请312件，答复300件，其中自然人280件、企业20件。',
  '@事项新受理312件，办结310件，不予受理2件。',
  '受理@类申请312件，予以公开300件，不予公开12件。',
  '受理公民@申请312件。',
  '@窗口接收申请312件，答复310件。',
  '全年@申请量312件，办结量310件。',
  '@：受理312件，办结310件，正在办理2件。',
  '一是@。受理312件，办结300件。',
  '（一）@情况。全年受理312件，办结300件，结转12件。',
  '（三）@办理情况¶全年受理312件，办结300件。',
  '@方面，受理312件，办结300件，结转12件。',
  '@行政诉讼312件，维持300件，纠正12件。',
  '全年没有@申请，未发生@行政复议。',
  '@未收到申请。',
];

const facts = reportOf(disclosure2021, {
  'requests.received_new.total': 146,
  'requests.received_new.natural_person': 121,
  'requests.received_new.commercial_enterprise': 17,
  'requests.carried_over.total': 9,
  'requests.granted.total': 61,
  'requests.total_processed.total': 148,
  'requests.carried_forward.total': 7,
  'review_litigation.reconsideration.total': 14,
});

const calledWrong = (text: string): string[] => {
  const blocks = [
    { kind: 'heading', text: '（二）依申请公开情况' },
    ...text.split('¶').map((paragraph) => ({ kind: 'paragraph', text: paragraph })),
  ];
  return readProse(blocks, disclosure2021, facts, 2022, '白石市城市管理局')
    .filter(({ outcome }) => outcome === 'violated')
    .map(({ quote, value }) => `${value}: ${quote}`);
};

test.each(matters.split(' '))('%s is no application for information', (matter) => {
  expect(sayings.flatMap((saying) => calledWrong(saying.replaceAll('@', matter)))).toEqual([]);
});

const narrower =
  '春节期间 疫情期间 本季度 本月 第三季度 截至11月底 1至8月 前10个月 上年度 近三年 机构改革前 通过邮箱 补正的 涉及征地的 经法制审核的';

test.each(narrower.split(' '))('%s: applications of a part are not all of them', (part) => {
  const parts = ['@，收到政府信息公开申请312件。', '@共受理申请312件，答复310件。'];
  expect(parts.flatMap((saying) => calledWrong(saying.replace('@', part)))).toEqual([]);
});

test('an application for information beside them is', () => {
  const blocks = [
    { kind: 'paragraph', text: '（三）低保办理情况' },
    { kind: 'paragraph', text: '全年受理312件。全年收到政府信息公开申请147件。' },
  ];
  const claims = readProse(blocks, disclosure2021, facts, 2022, '白石市城市管理局');
  expect(claims.filter(({ outcome }) => outcome === 'violated').map(({ value }) => value)).toEqual([147]);
});
