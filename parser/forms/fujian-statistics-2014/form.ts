import { defineForm } from '../schema.ts';

/** 政府信息公开情况统计表 as Fujian attached it to the reports of 2014–2018. Ids and labels are the public data contract. */
export const fujianStatistics2014 = defineForm({
  id: 'fujian-statistics-2014',
  title: '政府信息公开情况统计表',
  issuedAs: '福建省2014—2018年度政府信息公开工作年度报告附表',
  names: [
    '政府信息公开[工作][年度工作|年度][情况][的][年度][工作](报告|年报)',
    '政府信息公开[工作][年度][情况]统计表',
  ],
  announcedAs: '[政府]信息公开',
  signs: { wordings: [{ zh: '历年累计', rarest: '累' }], characters: '讼訟' },
  tables: [
    {
      id: 'statistics',
      title: '政府信息公开情况统计表',
      en: 'statistics',
      bands: [
        {
          title: null,
          columns: [
            {
              id: 'year',
              zh: '本年度',
              en: 'this year',
              aliases: [
                '2014年度',
                '2015年度',
                '2016年度',
                '2017年度',
                '2018年度',
                '2014年',
                '2015年',
                '2016年',
                '2017年',
                '2018年',
              ],
              groups: ['指标名称', '计量单位'],
              type: 'count',
            },
            { id: 'since_start', zh: '历年累计', en: 'since the start', type: 'count' },
          ],
          rows: [
            { id: 'disclosed', zh: '主动公开文件数', en: 'documents disclosed' },
            {
              id: 'disclosed_on_websites',
              zh: '其中：1、政府网站公开数',
              en: 'of these, on government websites',
              aliases: ['政府网站公开数'],
            },
            { id: 'disclosed_in_gazettes', zh: '2、政府公报公开数', en: 'of these, in gazettes' },
            { id: 'requests', zh: '受理依申请公开信息总数', en: 'requests accepted' },
            {
              id: 'requests_in_person',
              zh: '其中：1、当面申请数',
              en: 'of these, in person',
              aliases: ['当面申请数'],
            },
            {
              id: 'requests_online',
              zh: '2、网上申请数',
              en: 'of these, online',
              aliases: ['网络申请数'],
            },
            {
              id: 'requests_by_letter_or_fax',
              zh: '3、信函、传真申请数',
              en: 'of these, by letter or fax',
            },
            { id: 'answers', zh: '对申请的答复总数', en: 'answers to requests' },
            {
              id: 'granted',
              zh: '其中：1、同意公开答复数',
              en: 'of these, disclosed',
              aliases: ['同意公开答复数', '其中：1、同意公开'],
            },
            {
              id: 'partially_granted',
              zh: '2、同意部分公开答复数',
              en: 'of these, partly disclosed',
              aliases: ['2、同意部分公开'],
            },
            {
              id: 'denied',
              zh: '3、不予公开答复数',
              en: 'of these, not disclosed',
              aliases: ['3、不予公开'],
            },
            {
              id: 'other',
              zh: '4、其他类型答复数',
              en: 'of these, answered otherwise',
              aliases: ['4、其他类型'],
            },
            {
              id: 'fees_waived',
              zh: '政府信息公开收费减免金额',
              en: 'fees waived (amount)',
              aliases: ['收费减免金额'],
            },
            {
              id: 'complaints',
              zh: '接受行政诉讼、举报数',
              en: 'lawsuits and reports received',
              aliases: ['接受行政申诉、举报数'],
            },
            { id: 'reconsiderations', zh: '行政复议数', en: 'administrative reconsiderations' },
            { id: 'lawsuits', zh: '行政诉讼数', en: 'administrative lawsuits' },
          ],
        },
      ],
    },
  ],
  // 主动公开文件数 is no sum of its channels: a document that stands on the website and in the gazette is one document.
  identities: [
    {
      id: 'statistics.requests_sum',
      table: 'statistics',
      over: 'columns',
      left: ['requests_in_person', 'requests_online', 'requests_by_letter_or_fax'],
      right: ['requests'],
      zh: '当面 + 网上 + 信函、传真 = 受理总数',
      en: 'in person + online + by letter or fax = requests accepted',
      wording: null,
      basis: 'parts_and_total',
    },
    {
      id: 'statistics.answers_sum',
      table: 'statistics',
      over: 'columns',
      left: ['granted', 'partially_granted', 'denied', 'other'],
      right: ['answers'],
      zh: '同意 + 部分同意 + 不予公开 + 其他类型 = 答复总数',
      en: 'disclosed + partly disclosed + not disclosed + otherwise = answers',
      wording: null,
      basis: 'parts_and_total',
    },
  ],
  yearly: [],
  overview: {
    figures: [
      { id: 'disclosed', zh: '主动公开', en: 'disclosed', cells: ['statistics.disclosed.year'] },
      { id: 'requests', zh: '受理申请', en: 'accepted', cells: ['statistics.requests.year'] },
      { id: 'answers', zh: '答复', en: 'answered', cells: ['statistics.answers.year'] },
      { id: 'granted', zh: '同意公开', en: 'disclosed on request', cells: ['statistics.granted.year'] },
      {
        id: 'reviews',
        zh: '行政复议',
        en: 'reconsideration',
        cells: ['statistics.reconsiderations.year'],
      },
      { id: 'lawsuits', zh: '行政诉讼', en: 'litigation', cells: ['statistics.lawsuits.year'] },
    ],
    rate: null,
    lines: [
      { zh: '公开', en: 'Disclosure', figures: ['disclosed'] },
      { zh: '申请', en: 'Requests', figures: ['requests', 'answers', 'granted'] },
      { zh: '复议诉讼', en: 'Disputes', figures: ['reviews', 'lawsuits'] },
    ],
    outcomes: {
      table: 'statistics',
      column: 'year',
      parts: [
        { zh: '同意公开', en: 'Disclosed', rows: ['granted'] },
        { zh: '同意部分公开', en: 'Partly disclosed', rows: ['partially_granted'] },
        { zh: '不予公开', en: 'Not disclosed', rows: ['denied'] },
        { zh: '其他类型', en: 'Other', rows: ['other'] },
      ],
    },
  },
});
