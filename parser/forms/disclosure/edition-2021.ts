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

/** 政府信息公开工作年度报告, the form of 国办公开办函〔2021〕30号. Ids and labels are the public data contract. */
export const disclosure2021 = defineForm({
  id: 'disclosure-2021',
  title: '政府信息公开工作年度报告',
  issuedAs: '国办公开办函〔2021〕30号',
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
            { id: 'issued', zh: '本年制发件数', en: 'issued this year', type: 'count' },
            { id: 'repealed', zh: '本年废止件数', en: 'repealed this year', type: 'count' },
            { id: 'in_force', zh: '现行有效件数', en: 'currently in force', type: 'count' },
          ],
          rows: [
            { id: 'regulations', zh: '规章', en: 'rules (departmental or local government rules)' },
            {
              id: 'normative_documents',
              zh: '行政规范性文件',
              en: 'administrative normative documents',
              aliases: ['规范性文件'],
            },
          ],
        },
        {
          title: '第二十条第（五）项',
          columns: [
            {
              id: 'decisions',
              zh: '本年处理决定数量',
              en: 'decisions this year',
              aliases: ['处理决定数量'],
              type: 'count',
            },
          ],
          rows: [{ id: 'administrative_licensing', zh: '行政许可', en: 'administrative licensing' }],
        },
        {
          title: '第二十条第（六）项',
          columns: [
            {
              id: 'decisions',
              zh: '本年处理决定数量',
              en: 'decisions this year',
              aliases: ['处理决定数量'],
              type: 'count',
            },
          ],
          rows: [
            { id: 'administrative_penalty', zh: '行政处罚', en: 'administrative penalty' },
            { id: 'administrative_coercion', zh: '行政强制', en: 'administrative coercion' },
          ],
        },
        {
          title: '第二十条第（八）项',
          columns: [
            {
              id: 'amount',
              zh: '本年收费金额（单位：万元）',
              en: 'fees collected this year (10,000 yuan)',
              aliases: ['本年收费金额', '本年收费金额(单位:万元)', '本年收费金额（万元）'],
              type: 'money',
              unit: '万元',
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
              id: 'other_not_corrected_in_time',
              zh: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
              en: 'applicant failed without proper reason to supplement in time; request no longer processed',
              groups: ['三、本年度办理结果', '（六）其他处理'],
              aliases: [
                '1.申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请',
                '1.申请人无正当理由逾期不补正',
                '1.逾期不补正',
              ],
            },
            {
              id: 'other_fee_not_paid_in_time',
              zh: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
              en: 'applicant did not pay the information processing fee in time; request no longer processed',
              groups: ['三、本年度办理结果', '（六）其他处理'],
              aliases: [
                '2.申请人逾期未按收费通知要求缴纳费用，行政机关不再处理其政府信息公开申请',
                '2.申请人逾期未按收费通知要求缴纳费用',
                '2.逾期不缴费',
              ],
            },
            {
              id: 'other_other',
              zh: '3.其他',
              en: 'other (e.g. withdrawn by the applicant)',
              groups: ['三、本年度办理结果', '（六）其他处理'],
            },
            // 淮安洪泽 2023 and others print （六） as one row, as the form before did.
            {
              id: 'other',
              zh: '（六）其他处理',
              en: 'other handling',
              groups: ['三、本年度办理结果'],
              aliases: ['（六）其它处理'],
              insteadOf: ['other_not_corrected_in_time', 'other_fee_not_paid_in_time', 'other_other'],
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
        'other_not_corrected_in_time',
        'other_fee_not_paid_in_time',
        'other_other',
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
      id: 'in_force',
      table: 'proactive_disclosure',
      over: 'rows',
      later: 'in_force',
      earlier: [{ id: 'in_force', weight: 1 }],
      during: [
        { id: 'issued', weight: 1 },
        { id: 'repealed', weight: -1 },
      ],
      firm: null,
      level: 'warning',
      words: {
        zh: {
          relation: '本年现行有效件数 = 上年现行有效件数 + 本年制发件数 − 本年废止件数',
          scope: '相邻两年，规章、行政规范性文件各行',
          source: '表样栏目的含义；清理、失效文件可能另计',
          example: '2022 年现行有效 12 ≠ 10 + 3 − 2',
        },
        en: {
          relation: 'in force this year = in force last year + issued − repealed',
          scope: 'two years in a row, each row of rules and normative documents',
          source: 'the meaning of the headings; expired documents may be counted otherwise',
          example: '2022: in force 12 ≠ 10 + 3 − 2',
        },
      },
    },
  ],
  overview: {
    ...overview,
    outcomes: {
      ...outcomes,
      parts: [
        ...outcomes.parts,
        {
          zh: '其他处理',
          en: 'Other',
          rows: ['other_not_corrected_in_time', 'other_fee_not_paid_in_time', 'other_other', 'other'],
        },
      ],
    },
  },
});
