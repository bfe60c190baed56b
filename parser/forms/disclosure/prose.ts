import type { ProseWords } from '../schema.ts';

/**
 * How the texts of reports name the rows, columns, routes and applicants of tables three and four. A name that ends in `*` is a heading over
 * the rows that begin so; `*organisations` are all columns of 法人或其他组织.
 */
export const prose: ProseWords = {
  rows: [
    {
      id: 'granted',
      words:
        '予以公开 同意公开 准予公开 决定公开 全部公开 全部予以公开 决定予以公开 给予公开 予以全部公开 依申请予以公开 准许公开',
      close:
        '全文公开 完全公开 已公开 同意提供 予以提供 准予提供 公开答复 答复公开 给予提供 全部提供 可以公开',
    },
    {
      id: 'partially_granted',
      words:
        '部分公开 给予部分公开 准许部分公开 同意予以部分公开 部分准予公开 予以部分公开 决定部分公开 准予部分公开 区分处理',
      close: '同意部分公开 部分予以公开 部分提供 部分同意公开',
    },
    {
      id: 'denied_*',
      words: '不予公开 决定不予公开 不准予公开 不予以公开 不给予公开 不准公开 拒绝公开',
      close: '不同意公开 未予公开 不公开 不予提供 不同意提供',
    },
    {
      id: 'denied_state_secret',
      words: '属于国家秘密 涉及国家秘密 国家秘密',
      close: '涉密信息 属于涉密信息',
    },
    {
      id: 'denied_prohibited_by_law',
      words:
        '其他法律行政法规禁止公开 其他法律、行政法规禁止公开 法律行政法规禁止公开 法律、行政法规禁止公开 法律法规禁止公开',
    },
    {
      id: 'denied_public_security_and_stability',
      words: '危及三安全一稳定 三安全一稳定',
    },
    {
      id: 'denied_third_party_rights',
      words: '保护第三方合法权益 第三方合法权益 损害第三方合法权益',
      close: '第三方权益 保护第三方权益 涉及第三方权益 损害第三方权益 涉及第三方合法权益',
    },
    {
      id: 'denied_internal_affairs',
      words: '属于三类内部事务信息 三类内部事务信息 内部事务信息 属于内部事务信息',
      close: '内部事务 属于内部事务 三类内部事务 内部管理信息',
    },
    {
      id: 'denied_process_information',
      words: '属于四类过程性信息 四类过程性信息 过程性信息 属于过程性信息',
      close: '过程信息 属于过程信息',
    },
    {
      id: 'denied_enforcement_case_file',
      words: '属于行政执法案卷 行政执法案卷 行政执法案卷信息 属于行政执法案卷信息',
      close: '执法案卷 执法案卷信息 属于执法案卷',
    },
    {
      id: 'denied_administrative_inquiry',
      words: '属于行政查询事项 行政查询事项',
    },
    {
      id: 'unavailable_*',
      words: '无法提供 信息无法提供 政府信息无法提供',
    },
    {
      id: 'unavailable_not_held',
      words:
        '本机关不掌握相关政府信息 不掌握相关政府信息 本机关不掌握 不掌握相关信息 本机关不掌握相关信息 本办不掌握相关政府信息 本局不掌握相关政府信息 本单位不掌握相关政府信息 本级不掌握相关政府信息 我局不掌握相关政府信息 我单位不掌握相关政府信息 我机关不掌握相关政府信息 本镇不掌握相关政府信息 我办不掌握相关政府信息',
      close:
        '不掌握信息 不掌握该信息 不掌握有关信息 不掌握 信息不存在 政府信息不存在 非本机关职责 不属于本机关公开',
    },
    {
      id: 'unavailable_requires_creation',
      close: '需加工 需要加工 需汇总加工 需制作 需要制作',
      words:
        '没有现成信息需要另行制作 没有现成信息需另行制作 没有现成信息 需要另行制作 需另行制作 没有现成信息，需要另行制作',
    },
    {
      id: 'unavailable_unclear_after_correction',
      words:
        '补正后申请内容不明确 经补正后申请内容仍不明确 经补正仍不明确 经补正后仍不明确 补正后申请内容仍不明确 补正后仍不明确 补正后内容仍不明确',
      close: '申请内容不明确 内容不明确 不明确 仍不明确',
    },
    {
      id: 'not_processed_*',
      words: '不予处理',
    },
    {
      id: 'not_processed_petition_or_complaint',
      words:
        '信访举报投诉类申请 信访举报投诉类 信访、举报、投诉类申请 信访、举报、投诉类 信访投诉举报类申请 信访投诉举报类',
      close:
        '信访投诉类申请 信访投诉类 信访类申请 举报投诉类申请 属于信访举报投诉 属于信访投诉 属于信访投诉举报',
    },
    {
      id: 'not_processed_repeated',
      words: '重复申请',
    },
    {
      id: 'not_processed_public_publication',
      words: '要求提供公开出版物',
    },
    {
      id: 'not_processed_unreasonably_excessive',
      words: '无正当理由大量反复申请',
    },
    {
      id: 'not_processed_confirm_or_reissue',
      words:
        '要求行政机关确认或重新出具已获取信息 要求行政机关确认或者重新出具已获取信息 要求确认或重新出具已获取信息',
    },
    {
      id: 'other_*',
      words: '其他处理 其它处理 作其他处理',
    },
    {
      id: 'other_not_corrected_in_time',
      words:
        '申请人无正当理由逾期不补正 无正当理由逾期不补正 逾期不补正 申请人逾期不补正 逾期未补正 申请人逾期未补正',
    },
    {
      id: 'other_fee_not_paid_in_time',
      words: '逾期未按收费通知要求缴纳费用 申请人逾期未按收费通知要求缴纳费用 逾期不缴费 逾期未缴费',
    },
  ],
  columns: [
    {
      id: 'upheld',
      words:
        '维持原决定 维持原答复 维持原处理决定 维持原具体行政行为 维持我局决定 结果维持 维持 被维持 维持原行政行为 维持结果 予以维持',
      close: '胜诉 驳回诉讼请求 驳回原告诉讼请求 判决驳回诉讼请求 判决驳回原告诉讼请求',
    },
    {
      id: 'corrected',
      words: '责令纠正 被责令纠正 被纠错 纠错 结果纠正 纠正 被纠正 予以纠正 结果被纠正',
      close:
        '撤销原行政行为 撤销原答复 撤销原决定 判决撤销 责令重新答复 责令重新作出答复 责令重作 败诉 判决败诉 撤销 被撤销 确认违法 判决确认违法 责令履行',
    },
    {
      id: 'other',
      words: '其他结果 其它结果',
      close: '以其他方式结案 其他方式结案 以其他方式审结 以其他方式办结 其他情形结案',
      some: '撤诉 原告撤诉 准予撤诉 准许撤诉 撤回起诉 撤回复议申请 撤销复议申请 终止审理 终止审查 终止复议 终止 驳回起诉',
    },
    {
      id: 'pending',
      words:
        '未结案 尚未结案 还未结案 未结 尚未结 未审理完毕 尚未审理完毕 未审理 待审结 尚在审理过程中 正在审理过程中 尚未审结 未审结 正在审理 正在审理中 尚在审理 尚在审理中 审理中 还未审结 在审 尚在审 仍在审',
    },
  ],
  routes: [
    {
      id: 'litigation_direct',
      words:
        '未经复议直接起诉 未经复议直接诉讼 未经复议直接提起诉讼 未经复议直接提起行政诉讼 未经行政复议直接起诉 直接起诉 直接提起诉讼 直接提起行政诉讼 未经复议',
    },
    {
      id: 'litigation_after_reconsideration',
      words:
        '复议后起诉 复议后诉讼 复议后提起诉讼 复议后提起行政诉讼 经复议后起诉 经复议后提起诉讼 行政复议后起诉 复议后再起诉 经行政复议后起诉',
    },
  ],
  applicants: [
    {
      id: 'natural_person',
      words: '自然人 公民个人',
      close: '个人 公民',
    },
    {
      id: 'commercial_enterprise',
      words: '商业企业 商业机构',
      close: '企业 公司',
    },
    {
      id: 'other_organisation',
      close: '其他组织 其它组织',
    },
    {
      id: '*organisations',
      words: '法人或其他组织 法人或者其他组织 法人和其他组织 法人及其他组织 法人、其他组织',
      close: '法人 组织 单位',
    },
    {
      id: 'research_institution',
      words: '科研机构',
      close: '科研院所 科研单位',
    },
    {
      id: 'public_interest_organisation',
      words: '社会公益组织',
      close: '公益组织 社会公益机构 公益机构',
    },
    {
      id: 'legal_service_institution',
      words: '法律服务机构',
      close: '律师事务所 律所 法律服务组织',
    },
  ],
  cells: {
    requests: {
      table: 'requests',
      total: 'total',
      received: 'received_new',
      carriedOver: 'carried_over',
      processed: 'total_processed',
      carriedForward: 'carried_forward',
      granted: 'granted',
      partlyGranted: 'partially_granted',
      groups: ['denied_*', 'unavailable_*', 'not_processed_*', 'other_*'],
      unanswered: ['not_processed_*', 'other_*'],
    },
    applicants: {
      person: 'natural_person',
      all: '*organisations',
      organisations: [
        'commercial_enterprise',
        'research_institution',
        'public_interest_organisation',
        'legal_service_institution',
        'other_organisation',
      ],
      remaining: 'other_organisation',
    },
    disputes: {
      table: 'review_litigation',
      total: 'total',
      remaining: 'other',
      pending: 'pending',
      review: ['reconsideration'],
      litigation: ['litigation_direct', 'litigation_after_reconsideration'],
    },
  },
};
