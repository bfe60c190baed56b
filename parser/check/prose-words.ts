import { type Lexicon, lexiconOf } from './lexicon.ts';

/**
 * The words with which reports speak of applications, outcomes, reviews and lawsuits, as data. `clauses.ts` cuts text with them,
 * longest first; what none of them covers is "unknown", and a number beside it is never called wrong.
 */

/** What a sentence is about. `other` is anything that the three tables do not count as an application, a review or a lawsuit. */
export type Topic = 'requests' | 'review' | 'litigation' | 'disputes' | 'other';

/** What is said of it. Row groups are named by their ids on the form, a whole group by its prefix. */
export type Predicate =
  | 'new'
  | 'intake'
  | 'handled'
  | 'processed'
  | 'answered'
  | 'carried_over'
  | 'carried_forward'
  | 'carried';

export type Meaning =
  | { is: 'topic'; topic: Topic }
  /** 政府信息公开 by itself: ties a review to this report's matter. */
  | { is: 'link' }
  /** 依申请公开工作: the field of work, which sets the topic but is not what is counted. */
  | { is: 'field' }
  /** `loose`: wording close to that cell only. */
  | { is: 'predicate'; predicate: Predicate; loose?: true }
  /** An outcome; ends in `*` where it is a heading over several rows. `loose`: an older wording, close to that row only. */
  | { is: 'row'; row: string; loose?: true }
  | { is: 'column'; column: 'upheld' | 'corrected' | 'other' | 'pending' }
  | { is: 'route'; route: 'litigation_direct' | 'litigation_after_reconsideration' }
  | { is: 'applicant'; column: string }
  /** `region`: 全区, 我县, its last character being the level; `own`: 我局; `part`: 区本级; `unsure`: 县政府. */
  | { is: 'body'; body: 'own' | 'region' | 'part' | 'unsure' }
  | { is: 'period'; period: 'this' | 'other' }
  | { is: 'within' }
  | { is: 'including' }
  | { is: 'compare' }
  | { is: 'rest' }
  | { is: 'each' }
  | { is: 'sum' }
  | { is: 'negation' }
  | { is: 'cause' }
  | { is: 'and' }
  | { is: 'neutral' };

const words: (readonly [Meaning, string])[] = [
  [{ is: 'link' }, '政府信息公开 信息公开 政府信息 政府公开信息'],
  [
    { is: 'topic', topic: 'requests' },
    '政府信息公开申请 信息公开申请 政府信息申请 政务公开申请 公开申请 依申请公开 依申请 申请公开 申请 申请件 申请书 申请表 依申请公开申请 ' +
      '依申请公开政府信息 申请公开政府信息 申请公开信息 依申请信息公开 依申请公开信息 依申请公开件 依申请公开事项 申请事项 信息公开件 公开申请件 申请获取政府信息',
  ],
  [
    { is: 'topic', topic: 'review' },
    '行政复议 复议 行政复议申请 复议申请 申请行政复议 被申请行政复议 提起行政复议 提出行政复议 行政复议案件 复议案件 行政复议案',
  ],
  [
    { is: 'topic', topic: 'litigation' },
    '行政诉讼 诉讼 行政诉讼案件 诉讼案件 行政应诉 应诉案件 行政应诉案件 提起诉讼 提起行政诉讼 被提起行政诉讼 行政诉讼案',
  ],
  [
    { is: 'topic', topic: 'disputes' },
    '行政复议诉讼 复议诉讼 行政复议行政诉讼 行政复议应诉 行政争议 行政复议及诉讼 复议和诉讼',
  ],
  [
    { is: 'topic', topic: 'other' },
    '主动公开 公开 发布 公布 制发 印发 信访件 信访事项 信访 来信 来访 来电 信箱 留言 咨询 诉求 热线 举报 投诉 投诉举报 建议 提案 规范性文件 文件 政策解读 解读 ' +
      '回应 舆情 行政许可 行政处罚 行政强制 许可 处罚 新闻 微信 微博 公众号 公报 稿件 培训 会议 通知书 答复书 告知书 决定书 文书 行政事业性收费 收费 费用 信息处理费 补正告知 补正通知书 ' +
      '工单 转办 交办 办件 案卷 政务服务 栏目 专栏 查阅 点击 转主动公开 督办 检查 考核 意见',
  ],
  [
    { is: 'field' },
    '依申请公开工作 依申请公开办理工作 依申请公开方面 依申请公开情况 政府信息公开申请工作 政府信息公开申请办理工作 政府信息公开申请办理情况 依申请公开办理情况 政府信息公开申请情况 依申请公开政府信息方面 ' +
      '依申请公开政府信息情况 依申请公开渠道 依申请公开流程 依申请公开制度',
  ],
  [
    { is: 'predicate', predicate: 'new' },
    '新收 新收到 新增 新受理 新接收 当年新收 本年新收 本年度新收 今年新收 新收件',
  ],
  [
    { is: 'predicate', predicate: 'intake' },
    '收到 受理 接收 接收到 接到 收悉 收件 接受 登记 收取 收到并受理 接收并受理 登记受理 受理量 接收量 收件量',
  ],
  [{ is: 'predicate', predicate: 'handled' }, '办理 处理 承办 受理办理 办理量'],
  [
    { is: 'predicate', predicate: 'processed' },
    '办结 办理完毕 办理完结 办毕 办理办结 处理完毕 处理办结 审结 结案 办结量 办结数',
  ],
  [
    { is: 'predicate', predicate: 'answered' },
    '答复 回复 办复 办理答复 答复办结 办理回复 书面答复 作出答复 予以答复 作出书面答复',
  ],
  [
    { is: 'predicate', predicate: 'carried_over' },
    '上年结转 上年度结转 上一年结转 上一年度结转 去年结转 上年度转结 上年转结 上年结转至本年 上年结转本年 上年结转到今年 上年度结转至本年度 去年结转至今年 上年转入 结转自上年 承接上年 结转上年 结转上年度',
  ],
  [
    { is: 'predicate', predicate: 'carried_forward' },
    '结转下年 结转下年度 结转至下年 结转至下年度 结转到下年 结转到下年度 结转入下年度 结转下一年 结转下一年度 结转至下一年 结转至下一年度 结转次年 结转至次年 结转明年 ' +
      '结转至明年 转入下年 转入下年度 转下年 转下年度 延至下年 延至下年度 顺延到下年度 顺延至下年度 顺延至下一年度 顺延到下一年度 转结下年 转结下年度 转入下一年度 下年度继续办理 ' +
      '结转下年继续办理 结转下年度继续办理 结转至下年度继续办理 结转下年办理 结转下年度办理 跨年度办理 跨年办理 下年度答复',
  ],
  [
    { is: 'predicate', predicate: 'carried_forward', loose: true },
    '正在办理 正在办理中 尚在办理 尚在办理中 仍在办理 在办理中 办理中 在办 待办 待办理 未办结 尚未办结 未办理完毕 尚未办理完毕 未答复 尚未答复 待答复 正在处理 未到期 尚未到期',
  ],
  [{ is: 'predicate', predicate: 'carried' }, '结转 转结 结转办理'],
  [{ is: 'row', row: 'granted' }, '予以公开'],
  [
    { is: 'row', row: 'granted', loose: true },
    '同意公开 全部公开 全文公开 完全公开 准予公开 决定公开 已公开',
  ],
  [{ is: 'row', row: 'partially_granted' }, '部分公开 予以部分公开 区分处理'],
  [{ is: 'row', row: 'partially_granted', loose: true }, '同意部分公开 部分予以公开'],
  [{ is: 'row', row: 'denied_*' }, '不予公开'],
  [{ is: 'row', row: 'denied_*', loose: true }, '不同意公开 未予公开 不公开'],
  [{ is: 'row', row: 'denied_state_secret' }, '属于国家秘密 涉及国家秘密 国家秘密'],
  [
    { is: 'row', row: 'denied_prohibited_by_law' },
    '其他法律行政法规禁止公开 其他法律、行政法规禁止公开 法律行政法规禁止公开 法律、行政法规禁止公开 法律法规禁止公开',
  ],
  [{ is: 'row', row: 'denied_public_security_and_stability' }, '危及三安全一稳定 三安全一稳定'],
  [{ is: 'row', row: 'denied_third_party_rights' }, '保护第三方合法权益 第三方合法权益 损害第三方合法权益'],
  [
    { is: 'row', row: 'denied_internal_affairs' },
    '属于三类内部事务信息 三类内部事务信息 内部事务信息 属于内部事务信息',
  ],
  [
    { is: 'row', row: 'denied_process_information' },
    '属于四类过程性信息 四类过程性信息 过程性信息 属于过程性信息',
  ],
  [
    { is: 'row', row: 'denied_enforcement_case_file' },
    '属于行政执法案卷 行政执法案卷 行政执法案卷信息 属于行政执法案卷信息',
  ],
  [{ is: 'row', row: 'denied_administrative_inquiry' }, '属于行政查询事项 行政查询事项'],
  [{ is: 'row', row: 'unavailable_*' }, '无法提供'],
  [
    { is: 'row', row: 'unavailable_not_held' },
    '本机关不掌握相关政府信息 不掌握相关政府信息 本机关不掌握 不掌握相关信息 本机关不掌握相关信息',
  ],
  [
    { is: 'row', row: 'unavailable_not_held', loose: true },
    '不掌握 信息不存在 政府信息不存在 非本机关职责 不属于本机关公开',
  ],
  [
    { is: 'row', row: 'unavailable_requires_creation' },
    '没有现成信息需要另行制作 没有现成信息需另行制作 没有现成信息 需要另行制作 需另行制作 没有现成信息，需要另行制作',
  ],
  [
    { is: 'row', row: 'unavailable_unclear_after_correction' },
    '补正后申请内容仍不明确 补正后仍不明确 补正后内容仍不明确',
  ],
  [{ is: 'row', row: 'not_processed_*' }, '不予处理'],
  [
    { is: 'row', row: 'not_processed_petition_or_complaint' },
    '信访举报投诉类申请 信访举报投诉类 信访、举报、投诉类申请',
  ],
  [{ is: 'row', row: 'not_processed_repeated' }, '重复申请'],
  [{ is: 'row', row: 'not_processed_public_publication' }, '要求提供公开出版物'],
  [{ is: 'row', row: 'not_processed_unreasonably_excessive' }, '无正当理由大量反复申请'],
  [
    { is: 'row', row: 'not_processed_confirm_or_reissue' },
    '要求行政机关确认或重新出具已获取信息 要求行政机关确认或者重新出具已获取信息 要求确认或重新出具已获取信息',
  ],
  [{ is: 'row', row: 'other_*' }, '其他处理 其它处理 作其他处理'],
  [
    { is: 'row', row: 'other_not_corrected_in_time' },
    '申请人无正当理由逾期不补正 无正当理由逾期不补正 逾期不补正 申请人逾期不补正 逾期未补正 申请人逾期未补正',
  ],
  [
    { is: 'row', row: 'other_fee_not_paid_in_time' },
    '逾期未按收费通知要求缴纳费用 申请人逾期未按收费通知要求缴纳费用 逾期不缴费 逾期未缴费',
  ],
  [{ is: 'column', column: 'upheld' }, '结果维持 维持 被维持 维持原行政行为 维持结果 予以维持'],
  [{ is: 'column', column: 'corrected' }, '结果纠正 纠正 被纠正 予以纠正 结果被纠正'],
  [{ is: 'column', column: 'other' }, '其他结果 其它结果'],
  [
    { is: 'column', column: 'pending' },
    '尚未审结 未审结 正在审理 正在审理中 尚在审理 尚在审理中 审理中 还未审结',
  ],
  [
    { is: 'route', route: 'litigation_direct' },
    '未经复议直接起诉 未经复议直接诉讼 未经复议直接提起诉讼 未经复议直接提起行政诉讼 未经行政复议直接起诉 直接起诉 直接提起诉讼 直接提起行政诉讼 未经复议',
  ],
  [
    { is: 'route', route: 'litigation_after_reconsideration' },
    '复议后起诉 复议后诉讼 复议后提起诉讼 复议后提起行政诉讼 经复议后起诉 经复议后提起诉讼 行政复议后起诉 复议后再起诉 经行政复议后起诉',
  ],
  [{ is: 'applicant', column: 'natural_person' }, '自然人'],
  [{ is: 'applicant', column: 'commercial_enterprise' }, '商业企业'],
  [{ is: 'applicant', column: 'research_institution' }, '科研机构'],
  [{ is: 'applicant', column: 'public_interest_organisation' }, '社会公益组织'],
  [{ is: 'applicant', column: 'legal_service_institution' }, '法律服务机构'],
  [
    { is: 'applicant', column: '*organisations' },
    '法人或其他组织 法人或者其他组织 法人和其他组织 法人及其他组织',
  ],
  [
    { is: 'body', body: 'own' },
    '我局 本局 全局 我委 本委 全委 我厅 本厅 全厅 我办 本办 我处 本处 我院 本院 我中心 本中心 我单位 本单位 我部门 本部门 我机关 本机关 本行政机关 我队 本队 我所 本所 我会 本会 我公司 我大队 我支队',
  ],
  [
    { is: 'body', body: 'region' },
    [...'省市县区旗州盟镇乡'].flatMap((level) => [`全${level}`, `我${level}`, `本${level}`]).join(' ') +
      ' 我街道 本街道 全街道 街道办事处 我办事处 本办事处 镇政府 乡政府 镇人民政府 乡人民政府 我管委会 本管委会 管委会',
  ],
  [
    { is: 'body', body: 'part' },
    '本级 区本级 县本级 市本级 省本级 局本级 区政府本级 县政府本级 市政府本级 政府本级 机关本级 局机关 委机关 厅机关 市局机关 镇街 各镇街 各镇 各镇（街道） 各乡镇 各街道 各部门 各单位 各科室 各处室 各股室 ' +
      '各区 各县 各市 各县区 各区县 各县市区 各县（市、区） 各地 各级 各办 各园区 各分局 各直属单位 市级部门 区级部门 县级部门 市直部门 区直部门 县直部门 市直 区直 县直 区属 县属 市属 直属单位 下属单位 ' +
      '所属单位 基层单位 下级 基层 下属 所属 乡镇 街道 镇街道 村社区 部门 派出机构 派出所 垂管单位 区级 县级 市级 省级 乡镇级 镇级 各县（市）区 各村 各社区 驻区单位 区政府部门 县政府部门 市政府部门',
  ],
  [
    { is: 'body', body: 'unsure' },
    '行政复议机关 复议机关 区行政复议机关 县行政复议机关 市行政复议机关 行政诉讼机关 区行政诉讼机关 县行政诉讼机关 市行政诉讼机关 ' +
      '市政府 区政府 县政府 省政府 州政府 市人民政府 区人民政府 县人民政府 省人民政府 政府办公室 政府办公厅 政府办 市政府办 区政府办 县政府办 市政府办公室 市政府办公厅 区政府办公室 县政府办公室 ' +
      '办公室 全系统 本系统 我系统 系统 税务系统 市局 区局 县局 省局 总局 分局 局里',
  ],
  [
    { is: 'period', period: 'this' },
    '全年 本年度 本年 年内 当年 今年 今年以来 报告期内 报告期 本统计年度 全年度 年度内 一年来',
  ],
  [
    { is: 'period', period: 'other' },
    '上年 上年度 去年 上一年 上一年度 往年 历年 前年 上年同期 去年同期 同期 上半年 下半年 前三季度 第一季度 第二季度 第三季度 第四季度 一季度 二季度 三季度 四季度 近年来 近年 近三年 近两年 近五年 三年来 五年来 ' +
      '以来 十三五 十四五 十二五 截至目前 截止目前 目前为止 下年 下年度 明年 次年 每年 每月 月均 年均 历史 机构改革前 机构改革后 条例实施后 条例实施以来 自条例施行以来',
  ],
  [{ is: 'within' }, '其中 当中 包括 涵盖'],
  [{ is: 'including' }, '含 包含 内含 均含'],
  [
    { is: 'compare' },
    '同比 环比 较 比 相比 相较 相较于 与上年相比 增长 增加 增幅 减少 下降 上升 回落 降低 增多 减幅 降幅 增至 减至 降至 上升至 增加到 减少到 同比增加 同比减少 同比增长 同比下降 多于 少于 翻番',
  ],
  [{ is: 'rest' }, '另 另有 另外 还有 还 又 再 其余 其他 其它 剩余 余下 余 有关'],
  [{ is: 'each' }, '分别 各 各为 各有 每 人均 平均 之一'],
  [{ is: 'sum' }, '共 总共 共计 合计 总计 累计 共有 一共 总数 总量 合计为 计'],
  [
    { is: 'negation' },
    '未收到 没有收到 未受理 没有受理 未接到 没有接到 未接收到 未接收 尚未收到 暂未收到 未曾收到 未新收 无 没有 未发生 没有发生 未产生 未出现 未有 零 未引发 未引起 未因 没有因 未被 不存在 暂无 均未发生 均未收到 未涉及 未办理',
  ],
  [{ is: 'cause' }, '因 引起 引发 导致 产生 发生 提起 由 为由 就 针对 对 涉及 涉 关于 为 以'],
  [{ is: 'and' }, '及 和 与 并 或 以及 、 且 后 同时 并且'],
  [
    { is: 'neutral' },
    '中 均 都 已 已全部 全部 全 了 的 是 有 达 达到 到 入 行政机关 公共服务部门 共为 为止 予 将 被 其 我 本 按 按照 依照 根据 依据 依法 依规 依法依规 及时 按时 按期 如期 准时 严格 积极 认真 规范 妥善 稳妥 有序 全力 扎实 切实 ' +
      '规定 要求 时限 期限 期 法定 法定期限 法定期限内 法定时限内 规定期限内 规定时限内 在 内 于 向 条例 条例规定 申请人 公民 法人 其他组织 公民法人和其他组织 公民、法人和其他组织 公民、法人或其他组织 公民、法人或者其他组织 公民、法人及其他组织 社会公众 群众 公众 当事人 各类 各种 各项 相关 ' +
      '件数 数量 数 件 宗数 申请数 申请量 申请总量 提出 提交 递交 作出 做出 出具 进行 完成 给予 属于 属 情形 情况 案件 事项 信息 内容 事件 现象 形式 工作 方面 类 类型 案 结果 答复意见 办理结果 处理结果 办理情况 收到情况 ' +
      '此外 同时 截至年底 截至当年底 截至年末 截至 截止 至 年底 年末 底 起 止 年度 年 份 代表 通过 方式 渠道 途径 等 具体 具体为 全区共 总体 总的 继续办理 继续 现 也 则 且均 100% ' +
      '法院 人民法院 审判机关 有效 ' +
      '正在办理中 超期 逾期 答复率 办结率 按时办结率 受理率 回复率 公开率 办理流程 受理机制 受理渠道 受理点 受理工作 办理工作 办理程序 申请渠道 申请流程 接收渠道 处理流程 公开指南 信息公开指南 公开目录 占比 占 比例 比重 ' +
      '统一 进一步 一般 一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 一定 一律 一件事 一次性 一并 一系列 一站式 一网通办 一体化 万一 百姓 三公 十分 千方百计 全部实现 实现 做到 顺利 高效 高质量 圆满 当场 当面 书面',
  ],
];

/** Fillers that narrow what is counted when they stand beside it. */
const narrowing: ReadonlySet<string> = new Set([
  '中',
  '有效',
  '当面',
  '当场',
  '书面',
  '超期',
  '逾期',
  '通过',
  '渠道',
  '方式',
  '途径',
  '类',
  '类型',
  '代表',
  '相关',
  '公民',
  '法人',
  '其他组织',
  '群众',
  '社会公众',
  '公众',
  '当事人',
]);

export const generalWords: Lexicon = lexiconOf(words);

/** Does this filler narrow what is counted? 受理公民申请12件 may leave out organisations. */
export const isNarrowing = (text: string): boolean => narrowing.has(text);
