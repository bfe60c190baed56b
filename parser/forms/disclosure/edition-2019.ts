import { defineForm } from '../schema.ts';
import { prose } from './prose.ts';
import {
  announcedAs,
  applicants,
  applicantsSum,
  balance,
  carriedOver,
  names,
  outcomes,
  outcomesSum,
  overview,
  requestEnd,
  requestRows,
  reviewLitigation,
  signs,
} from './shared.ts';

/** 政府信息公开工作年度报告, the form of 国办公开办函〔2019〕60号. Ids and labels are the public data contract. */
export const disclosure2019 = defineForm({
  id: 'disclosure-2019',
  title: '政府信息公开工作年度报告',
  issuedAs: '国办公开办函〔2019〕60号',
  names,
  announcedAs,
  signs,
  prose,
  tables: [
    {
      id: 'proactive_disclosure',
      title: '二、主动公开政府信息情况',
      en: 'proactive disclosure',
      bands: [
        {
          title: '第二十条第（一）项',
          columns: [
            { id: 'newly_made', zh: '本年新制作数量', en: 'newly made this year', type: 'count' },
            { id: 'newly_disclosed', zh: '本年新公开数量', en: 'newly disclosed this year', type: 'count' },
            { id: 'total_disclosed', zh: '对外公开总数量', en: 'total number disclosed', type: 'count' },
          ],
          rows: [
            { id: 'regulations', zh: '规章', en: 'rules (departmental or local government rules)' },
            {
              id: 'normative_documents',
              zh: '规范性文件',
              en: 'normative documents',
              aliases: ['行政规范性文件', '規範性檔案'],
            },
          ],
        },
        {
          title: '第二十条第（五）项',
          columns: [
            { id: 'items_last_year', zh: '上一年项目数量', en: 'number of items last year', type: 'count' },
            {
              id: 'change',
              zh: '本年增/减',
              en: 'increase or decrease this year',
              aliases: ['本年增/', '本年增减', '本年增／减'],
              type: 'signed',
            },
            { id: 'decisions', zh: '处理决定数量', en: 'number of decisions', type: 'count' },
          ],
          rows: [
            { id: 'administrative_licensing', zh: '行政许可', en: 'administrative licensing' },
            {
              id: 'other_external_services',
              zh: '其他对外管理服务事项',
              en: 'other external management and service matters',
            },
          ],
        },
        {
          title: '第二十条第（六）项',
          columns: [
            { id: 'items_last_year', zh: '上一年项目数量', en: 'number of items last year', type: 'count' },
            {
              id: 'change',
              zh: '本年增/减',
              en: 'increase or decrease this year',
              aliases: ['本年增/', '本年增减', '本年增／减'],
              type: 'signed',
            },
            { id: 'decisions', zh: '处理决定数量', en: 'number of decisions', type: 'count' },
          ],
          rows: [
            { id: 'administrative_penalty', zh: '行政处罚', en: 'administrative penalty' },
            { id: 'administrative_coercion', zh: '行政强制', en: 'administrative coercion' },
          ],
        },
        {
          title: '第二十条第（八）项',
          columns: [
            { id: 'items_last_year', zh: '上一年项目数量', en: 'number of items last year', type: 'count' },
            {
              id: 'change',
              zh: '本年增/减',
              en: 'increase or decrease this year',
              aliases: ['本年增/', '本年增减', '本年增／减'],
              type: 'signed',
            },
          ],
          rows: [
            {
              id: 'administrative_fees',
              zh: '行政事业性收费',
              en: 'administrative and institutional fees (amount)',
            },
          ],
        },
        {
          title: '第二十条第（九）项',
          columns: [
            { id: 'purchases', zh: '采购项目数量', en: 'number of procurement projects', type: 'count' },
            { id: 'amount', zh: '采购总金额', en: 'total procurement amount', type: 'money' },
          ],
          rows: [
            { id: 'centralised_procurement', zh: '政府集中采购', en: 'centralised government procurement' },
          ],
        },
      ],
    },
    {
      id: 'requests',
      title: '三、收到和处理政府信息公开申请情况',
      en: 'requests',
      bands: [
        {
          title: null,
          columns: applicants,
          rows: [
            ...requestRows,
            {
              id: 'other',
              zh: '（六）其他处理',
              en: 'other handling',
              groups: ['三、本年度办理结果'],
              aliases: ['（六）其它处理'],
            },
            ...requestEnd,
          ],
        },
      ],
    },
    reviewLitigation,
  ],
  identities: [
    balance,
    {
      id: 'requests.results_sum',
      table: 'requests',
      over: 'columns',
      left: [
        'granted',
        'partially_granted',
        'denied_state_secret',
        'denied_prohibited_by_law',
        'denied_public_security_and_stability',
        'denied_third_party_rights',
        'denied_internal_affairs',
        'denied_process_information',
        'denied_enforcement_case_file',
        'denied_administrative_inquiry',
        'unavailable_not_held',
        'unavailable_requires_creation',
        'unavailable_unclear_after_correction',
        'not_processed_petition_or_complaint',
        'not_processed_repeated',
        'not_processed_public_publication',
        'not_processed_unreasonably_excessive',
        'not_processed_confirm_or_reissue',
        'other',
      ],
      right: ['total_processed'],
      zh: '三（一）至（六）各项之和 = 三（七）',
      en: 'all outcomes (1)–(6) = total outcomes (7)',
      wording: null,
      basis: 'parts_and_total',
    },
    applicantsSum,
    outcomesSum,
  ],
  yearly: [
    carriedOver,
    {
      id: 'items_last_year',
      table: 'proactive_disclosure',
      over: 'rows',
      later: 'items_last_year',
      earlier: [
        { id: 'items_last_year', weight: 1 },
        { id: 'change', weight: 1 },
      ],
      during: [],
      firm: null,
      level: 'warning',
      words: {
        zh: {
          relation: '本年“上一年项目数量” = 上年“上一年项目数量” + 上年“本年增/减”',
          scope: '2019 年表样，相邻两年',
          source: '表样栏目的含义',
          example: '2020 年上一年项目数量 52 ≠ 50 + 3',
        },
        en: {
          relation: "last year's items = the items of the year before + its change",
          scope: 'the form of 2019, two years in a row',
          source: 'the meaning of the headings',
          example: '2020: items last year 52 ≠ 50 + 3',
        },
      },
    },
  ],
  overview: {
    ...overview,
    outcomes: {
      ...outcomes,
      parts: [...outcomes.parts, { zh: '其他处理', en: 'Other', rows: ['other'] }],
    },
  },
});
