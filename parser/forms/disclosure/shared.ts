import type { Identity, Overview, Signs, YearlyRelation } from '../schema.ts';

/** What the editions of the annual report have in common. Each takes what it needs, and may part from it alone. */

/** 政府信息公开工作年度报告, 政府信息与政务公开年报 … */
export const names = [
  '(政府|政务)信息[与政务|主动]公开[工作][年度工作|年度][开展][情况][的][情况][年度][工作][自查|总结暨年度|总结及年度|总结](报告|年报)',
  '信息公开(工作)[年度工作|年度][开展][情况][的][情况][年度](报告|年报)',
  '信息公开(年度)[工作](报告|年报)',
  '信息公开(年报)',
  '政务公开(工作|年度)[年度工作|年度][开展][情况][的][情况][年度][工作](报告|年报)',
] as const;

export const announcedAs = '[政府](信息|政务)公开';

/** 纠正, 勾稽, 掌握, 诉讼, 废止: single characters, since Word cuts words into spans. */
export const signs: Signs = {
  wordings: [
    { zh: '尚未审结', rarest: '尚' },
    { zh: '勾稽关', rarest: '勾' },
    { zh: '第二十条第', rarest: '十' },
    { zh: '转下年度', rarest: '转' },
    { zh: '本年新收政府信息', rarest: '收' },
    { zh: '公开申请数量', rarest: '量' },
  ],
  characters: '纠糾稽掌讼訟废廢',
};

/** Columns of table three: who has applied. */
export const applicants = [
  {
    id: 'natural_person',
    zh: '自然人',
    en: 'natural person',
    groups: ['申请人情况'],
    type: 'count',
  },
  {
    id: 'commercial_enterprise',
    zh: '商业企业',
    en: 'commercial enterprise',
    groups: ['申请人情况', '法人或其他组织'],
    type: 'count',
  },
  {
    id: 'research_institution',
    zh: '科研机构',
    en: 'scientific research institution',
    groups: ['申请人情况', '法人或其他组织'],
    type: 'count',
  },
  {
    id: 'public_interest_organisation',
    zh: '社会公益组织',
    en: 'public-interest organisation',
    groups: ['申请人情况', '法人或其他组织'],
    type: 'count',
  },
  {
    id: 'legal_service_institution',
    zh: '法律服务机构',
    en: 'legal service institution',
    groups: ['申请人情况', '法人或其他组织'],
    type: 'count',
  },
  {
    id: 'other_organisation',
    zh: '其他',
    en: 'other organisation',
    groups: ['申请人情况', '法人或其他组织'],
    type: 'count',
  },
  {
    id: 'total',
    zh: '总计',
    en: 'total',
    groups: ['申请人情况'],
    aliases: ['合计'],
    type: 'count',
  },
] as const;

/** Rows of table three up to 三（五）. */
export const requestRows = [
  {
    id: 'received_new',
    zh: '一、本年新收政府信息公开申请数量',
    en: 'requests newly received this year',
    aliases: ['本年新收政府信息公开申请数量', '一、本年新收政府信息公开申请数', '本年新收'],
  },
  {
    id: 'carried_over',
    zh: '二、上年结转政府信息公开申请数量',
    en: 'requests carried over from the previous year',
    aliases: ['上年结转政府信息公开申请数量', '上年结转'],
  },
  {
    id: 'granted',
    zh: '（一）予以公开',
    en: 'disclosed in full',
    groups: ['三、本年度办理结果'],
    aliases: ['(一)予以公开', '（一）予以公开情况'],
  },
  {
    id: 'partially_granted',
    zh: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    en: 'partly disclosed (severed requests counted here only)',
    groups: ['三、本年度办理结果'],
    aliases: ['(二)部分公开(区分处理的,只计这一情形,不计其他情形)', '（二）部分公开'],
  },
  {
    id: 'denied_state_secret',
    zh: '1.属于国家秘密',
    en: 'state secret',
    groups: ['三、本年度办理结果', '（三）不予公开'],
  },
  {
    id: 'denied_prohibited_by_law',
    zh: '2.其他法律行政法规禁止公开',
    en: 'disclosure prohibited by other laws or administrative regulations',
    groups: ['三、本年度办理结果', '（三）不予公开'],
    aliases: ['2.其他法律、法规禁止公开', '2.其他法律、行政法规禁止公开'],
  },
  {
    id: 'denied_public_security_and_stability',
    zh: '3.危及“三安全一稳定”',
    en: 'endangers national, public or economic security or social stability',
    groups: ['三、本年度办理结果', '（三）不予公开'],
    aliases: ['3.危及"三安全一稳定"', '3.危及”三安全一稳定“', '3.危及「三安全一稳定」', '3.危及三安全一稳定'],
  },
  {
    id: 'denied_third_party_rights',
    zh: '4.保护第三方合法权益',
    en: 'protection of third-party lawful rights and interests',
    groups: ['三、本年度办理结果', '（三）不予公开'],
  },
  {
    id: 'denied_internal_affairs',
    zh: '5.属于三类内部事务信息',
    en: 'three kinds of internal-affairs information',
    groups: ['三、本年度办理结果', '（三）不予公开'],
  },
  {
    id: 'denied_process_information',
    zh: '6.属于四类过程性信息',
    en: 'four kinds of process information',
    groups: ['三、本年度办理结果', '（三）不予公开'],
  },
  {
    id: 'denied_enforcement_case_file',
    zh: '7.属于行政执法案卷',
    en: 'administrative enforcement case file',
    groups: ['三、本年度办理结果', '（三）不予公开'],
    aliases: ['7.属于行政执法案卷信息'],
  },
  {
    id: 'denied_administrative_inquiry',
    zh: '8.属于行政查询事项',
    en: 'administrative inquiry matter (special access law applies)',
    groups: ['三、本年度办理结果', '（三）不予公开'],
  },
  {
    id: 'unavailable_not_held',
    zh: '1.本机关不掌握相关政府信息',
    en: 'information not held by this authority',
    groups: ['三、本年度办理结果', '（四）无法提供'],
  },
  {
    id: 'unavailable_requires_creation',
    zh: '2.没有现成信息需要另行制作',
    en: 'no existing information; would have to be created',
    groups: ['三、本年度办理结果', '（四）无法提供'],
    aliases: ['2.没有现成信息，需要另行制作'],
  },
  {
    id: 'unavailable_unclear_after_correction',
    zh: '3.补正后申请内容仍不明确',
    en: 'content still unclear after supplement and correction',
    groups: ['三、本年度办理结果', '（四）无法提供'],
  },
  {
    id: 'not_processed_petition_or_complaint',
    zh: '1.信访举报投诉类申请',
    en: 'request that is a petition, report or complaint',
    groups: ['三、本年度办理结果', '（五）不予处理'],
  },
  {
    id: 'not_processed_repeated',
    zh: '2.重复申请',
    en: 'repeated request',
    groups: ['三、本年度办理结果', '（五）不予处理'],
  },
  {
    id: 'not_processed_public_publication',
    zh: '3.要求提供公开出版物',
    en: 'request for a public publication',
    groups: ['三、本年度办理结果', '（五）不予处理'],
  },
  {
    id: 'not_processed_unreasonably_excessive',
    zh: '4.无正当理由大量反复申请',
    en: 'large numbers of repeated requests without proper reason',
    groups: ['三、本年度办理结果', '（五）不予处理'],
  },
  {
    id: 'not_processed_confirm_or_reissue',
    zh: '5.要求行政机关确认或重新出具已获取信息',
    en: 'asks the authority to confirm or re-issue information already obtained',
    groups: ['三、本年度办理结果', '（五）不予处理'],
    aliases: ['5.要求行政机关确认或者重新出具已获取信息'],
  },
] as const;

/** Rows of table three below 三（六）. */
export const requestEnd = [
  {
    id: 'total_processed',
    zh: '（七）总计',
    en: 'total outcomes',
    groups: ['三、本年度办理结果'],
    aliases: ['(七)总计', '（七）合计'],
  },
  {
    id: 'carried_forward',
    zh: '四、结转下年度继续办理',
    en: 'carried over to the next year',
    aliases: ['结转下年度继续办理'],
  },
] as const;

/** Table four. */
export const reviewLitigation = {
  id: 'review_litigation',
  title: '四、政府信息公开行政复议、行政诉讼情况',
  en: 'reconsideration and litigation',
  bands: [
    {
      title: null,
      columns: [
        { id: 'upheld', zh: '结果维持', en: 'reconsideration: upheld', type: 'count' },
        { id: 'corrected', zh: '结果纠正', en: 'reconsideration: corrected', type: 'count' },
        { id: 'other', zh: '其他结果', en: 'reconsideration: other result', type: 'count' },
        { id: 'pending', zh: '尚未审结', en: 'reconsideration: not yet concluded', type: 'count' },
        { id: 'total', zh: '总计', en: 'total', aliases: ['合计'], type: 'count' },
      ],
      rows: [
        { id: 'reconsideration', zh: '行政复议', en: 'administrative reconsideration' },
        {
          id: 'litigation_direct',
          zh: '未经复议直接起诉',
          en: 'litigation without prior reconsideration',
          groups: ['行政诉讼'],
        },
        {
          id: 'litigation_after_reconsideration',
          zh: '复议后起诉',
          en: 'litigation after reconsideration',
          groups: ['行政诉讼'],
        },
      ],
    },
  ],
} as const;

export const balance = {
  id: 'requests.balance',
  table: 'requests',
  over: 'columns',
  left: ['received_new', 'carried_over'],
  right: ['total_processed', 'carried_forward'],
  zh: '一 + 二 = 三（七） + 四',
  en: 'new + carried over = total outcomes + carried forward',
  wording: '本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和',
  basis: 'printed_on_form',
} as const satisfies Identity;

export const applicantsSum = {
  id: 'requests.applicants_sum',
  table: 'requests',
  over: 'rows',
  left: [
    'natural_person',
    'commercial_enterprise',
    'research_institution',
    'public_interest_organisation',
    'legal_service_institution',
    'other_organisation',
  ],
  right: ['total'],
  zh: '自然人 + 法人或其他组织五类 = 总计',
  en: 'natural persons + five kinds of organisation = total',
  wording: null,
  basis: 'parts_and_total',
} as const satisfies Identity;

export const outcomesSum = {
  id: 'review_litigation.outcomes_sum',
  table: 'review_litigation',
  over: 'rows',
  left: ['upheld', 'corrected', 'other', 'pending'],
  right: ['total'],
  zh: '维持 + 纠正 + 其他 + 未审结 = 总计',
  en: 'upheld + corrected + other + pending = total',
  wording: null,
  basis: 'parts_and_total',
} as const satisfies Identity;

/** What one year carries forward the next has carried over. */
export const carriedOver: YearlyRelation = {
  id: 'carried_over',
  table: 'requests',
  over: 'columns',
  later: 'carried_over',
  earlier: [{ id: 'carried_forward', weight: 1 }],
  during: [],
  firm: 'total',
  level: 'firm',
  words: {
    zh: {
      relation: '本年“二、上年结转” = 上年“四、结转下年度继续办理”',
      scope: '相邻两年，各列；总计列不一致的计入结论，其余各列请核实',
      source: '表样栏目的含义；机构合并、分立会使其不成立',
      example: '2021 年上年结转 2 ≠ 2020 年结转下年度 1',
    },
    en: {
      relation: 'carried over this year = carried forward the year before',
      scope: 'two years in a row, each column; the total is the firm one, the others are warnings',
      source: 'the meaning of the headings; a merger or split of bodies breaks it',
      example: '2021: carried over 2 ≠ 2020: carried forward 1',
    },
  },
};

/** From the column 总计. */
export const overview = {
  figures: [
    { id: 'received', zh: '本年新收', en: 'new requests', cells: ['requests.received_new.total'] },
    { id: 'carriedOver', zh: '上年结转', en: 'carried over', cells: ['requests.carried_over.total'] },
    { id: 'processed', zh: '本年办结', en: 'concluded', cells: ['requests.total_processed.total'] },
    { id: 'granted', zh: '予以公开', en: 'disclosed in full', cells: ['requests.granted.total'] },
    {
      id: 'carriedForward',
      zh: '结转下年度',
      en: 'carried forward',
      cells: ['requests.carried_forward.total'],
    },
    {
      id: 'reviews',
      zh: '行政复议',
      en: 'reconsideration',
      cells: ['review_litigation.reconsideration.total'],
    },
    {
      id: 'lawsuits',
      zh: '行政诉讼',
      en: 'litigation',
      cells: [
        'review_litigation.litigation_direct.total',
        'review_litigation.litigation_after_reconsideration.total',
      ],
    },
  ],
  rate: {
    part: 'granted',
    whole: 'processed',
    label: { zh: '予以公开率', en: 'full-disclosure rate' },
    formula: {
      zh: '予以公开率 = （一）予以公开 ÷ （七）总计，不含部分公开',
      en: 'full-disclosure rate = 3(1) disclosed in full ÷ 3(7) total outcomes, partial disclosure not counted',
    },
  },
  lines: [
    { zh: '申请', en: 'Requests', figures: ['received', 'carriedOver', 'processed', 'carriedForward'] },
    'rate',
    { zh: '复议诉讼', en: 'Disputes', figures: ['reviews', 'lawsuits'] },
  ],
} as const satisfies Omit<Overview, 'outcomes'>;

/** The groups of section three by the form's own headings, without their numbers; 其他处理 is each edition's own. */
export const outcomes = {
  table: 'requests',
  column: 'total',
  parts: [
    { zh: '予以公开', en: 'Disclosed in full', rows: ['granted'] },
    { zh: '部分公开', en: 'Disclosed in part', rows: ['partially_granted'] },
    {
      zh: '不予公开',
      en: 'Denied',
      rows: [
        'denied_state_secret',
        'denied_prohibited_by_law',
        'denied_public_security_and_stability',
        'denied_third_party_rights',
        'denied_internal_affairs',
        'denied_process_information',
        'denied_enforcement_case_file',
        'denied_administrative_inquiry',
      ],
    },
    {
      zh: '无法提供',
      en: 'Unavailable',
      rows: ['unavailable_not_held', 'unavailable_requires_creation', 'unavailable_unclear_after_correction'],
    },
    {
      zh: '不予处理',
      en: 'Not processed',
      rows: [
        'not_processed_petition_or_complaint',
        'not_processed_repeated',
        'not_processed_public_publication',
        'not_processed_unreasonably_excessive',
        'not_processed_confirm_or_reissue',
      ],
    },
  ],
} as const satisfies NonNullable<Overview['outcomes']>;
