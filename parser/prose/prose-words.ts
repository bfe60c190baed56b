import type { Form, ProseWords, Wording } from '../forms/schema.ts';
import {
  anyWay,
  beingDone,
  carriedForward,
  carriedOver,
  dividedBy,
  firstMonths,
  intoKinds,
  lawfulTime,
  nothingCame,
  nothingOfIt,
  tookIn,
  withinTime,
} from './composed-words.ts';
import { fold } from './folded.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import type { Meaning } from './meaning.ts';

/**
 * The words with which reports speak of applications, outcomes, reviews and lawsuits, as data. `clauses.ts` cuts text with them,
 * longest first; what none of them covers is "unknown", and a number beside it is never called wrong.
 */

const words: (readonly [Meaning, string])[] = [
  [
    { is: 'link' },
    '政府信息公开 信息公开 政府信息 政府公开信息 政府信息公开类 信息公开类 政府信息公开类的 信息公开类的 政府信息公开领域 政府信息公开方面 信息公开方面 政府信息公开答复 信息公开答复 政府信息公开事务 信息公开事务 政府信息公开事宜 信息公开事宜 政府信息公开义务 信息公开义务 政府信息公开职责 信息公开职责',
  ],
  [
    { is: 'topic', topic: 'requests' },
    '申请量 申请总量 申请数 申请数量 申请件数 申请总数 政府信息公开申请 信息公开申请 政府信息申请 政务公开申请 公开申请 依申请公开 依申请 申请公开 申请 申请件 申请书 申请表 依申请公开申请 ' +
      '依申请公开政府信息 申请公开政府信息 申请公开信息 依申请信息公开 依申请公开信息 依申请公开申请表 依申请公开件 依申请公开事项 申请事项 信息公开件 公开申请件 申请获取政府信息 ' +
      '政府信息依申请公开 信息依申请公开 政府信息申请公开 信息申请公开 政府信息公开的申请 信息公开的申请 公开政府信息的申请 公开信息的申请 获取政府信息的申请 政府信息公开依申请 政府信息公开申请件 ' +
      '政府信息公开申请事项 依申请公开办件 依申请办件 政府信息公开申请书 政府信息公开申请表 依申请公开政府信息申请 依申请公开信息申请 依申请政府信息公开申请 依申请信息公开申请 公开政府信息申请 依申请公开案件 政府信息公开申请案件 申请案件 依申请公开政府信息案件 依申请件 信息公开申请表 依申请公开请求 信息公开请求 政府信息公开请求',
  ],
  [
    { is: 'topic', topic: 'review' },
    '行政复议 复议 行政复议申请 复议申请 申请行政复议 被申请行政复议 被提起行政复议 被提起复议 被复议 提起行政复议 提出行政复议 提起复议 行政复议案件 复议案件 行政复议案 行政复议事项 复议事项 行政复议答复 复议答复 应对行政复议 被行政复议 被申请过行政复议 被提起过行政复议 申请过行政复议 提起过行政复议',
  ],
  [
    { is: 'topic', topic: 'litigation' },
    '行政诉讼 诉讼 行政诉讼案件 诉讼案件 行政应诉 应诉案件 行政应诉案件 提起诉讼 提起行政诉讼 被提起行政诉讼 被提起诉讼 被起诉 被诉 行政诉讼案 行政诉讼事项 诉讼事项 应对行政诉讼 涉诉案件 被诉案件 行政诉讼应诉 应诉 被诉讼 被提起过行政诉讼 被提起过诉讼 提起过行政诉讼',
  ],
  [
    { is: 'topic', topic: 'disputes' },
    '行政复议诉讼 复议诉讼 行政复议行政诉讼 行政复议应诉 行政争议 行政复议及诉讼 复议和诉讼 行政复议和诉讼 行政诉讼和行政复议 行政诉讼、行政复议 行政诉讼及行政复议 行政诉讼或行政复议 诉讼和复议 诉讼及复议',
  ],
  [
    { is: 'topic', topic: 'other' },
    '举报件 投诉件 留言件 咨询件 诉求件 来信件 村务公开 党务公开 院务公开 校务公开 厂务公开 居务公开 社务公开 申诉 行政申诉 上访 异议 主动公开 公开 发布 公布 制发 印发 信访件 信访事项 信访 来信 来访 来电 信箱 留言 咨询 诉求 热线 举报 投诉 投诉举报 建议 提案 规范性文件 文件 政策解读 解读 ' +
      '回应 舆情 行政许可 行政处罚 行政强制 许可 处罚 新闻 微信 微博 公众号 公报 稿件 培训 会议 通知书 答复书 行政复议答复书 行政复议答复通知书 复议答复书 告知书 决定书 文书 行政事业性收费 收费 费用 信息处理费 补正告知 补正通知书 ' +
      '工单 转办 交办 办件 案卷 政务服务 栏目 专栏 查阅 点击 转主动公开 不予受理 督办 检查 考核 意见',
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
    '收到 受理 接收 接收到 接到 收悉 收件 接受 登记 收取 登记受理 受理量 接收量 收件量 接件 收办 承接 接办 接获 受理数 收件数 接收数 收到数 受理登记 接受理',
  ],
  [
    { is: 'predicate', predicate: 'handled' },
    '办理 在办理 处理 应办理 应办 应处理 受理办理 办理量 办理数 受理并办理 经办',
  ],
  [
    { is: 'predicate', predicate: 'processed' },
    '办结 已结 在办结 在已办结 在办毕 办理完毕 办理完结 办毕 办理办结 处理完毕 处理办结 审结 结案 办结量 办结数 办理完成 处理完成 完成办理 办完 办理结束 办结完毕 处理完结 办理并办结 处结 办理结案',
  ],
  [
    { is: 'predicate', predicate: 'answered' },
    '答复 回复 办复 办理答复 答复办结 办理回复 书面答复 作出答复 予以答复 作出书面答复',
  ],
  [{ is: 'predicate', predicate: 'carriedOver' }, '上年结转本年 上年结转到今年 去年结转至今年 承接上年'],
  [{ is: 'predicate', predicate: 'carriedForward' }, '下年度继续办理 跨年度办理 跨年办理 下年度答复'],
  [
    { is: 'predicate', predicate: 'carriedForward', loose: true },
    '正在办理 正在办理中 尚在办理 尚在办理中 仍在办理 在办理中 办理中 在办 待办 待办理 未办结 尚未办结 未办理完毕 尚未办理完毕 未答复 尚未答复 待答复 正在处理',
  ],
  [{ is: 'predicate', predicate: 'intake' }, tookIn],
  [{ is: 'predicate', predicate: 'handled', loose: true }, '承办'],
  [{ is: 'predicate', predicate: 'carriedOver' }, carriedOver],
  [{ is: 'predicate', predicate: 'carriedForward' }, carriedForward],
  [{ is: 'predicate', predicate: 'carriedForward', loose: true }, `${withinTime} ${beingDone}`],
  [{ is: 'predicate', predicate: 'carried' }, '结转 转结 结转办理 结转数 跨年 跨年度'],
  [{ is: 'carrying' }, '接转 转入 延续 顺延 延至 转至 留待 跨入 滚存'],
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
      '各区 各县 各市 各县区 各区县 各县市区 各县（市、区） 各地 各级 各职能部门 各有关部门 各相关部门 各办 各园区 各分局 各直属单位 市级部门 区级部门 县级部门 市直部门 区直部门 县直部门 市直 区直 县直 区属 县属 市属 直属单位 下属单位 ' +
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
    '本年度 本年 今年 今年以来 报告期内 报告期 本统计年度 本报告期 本统计年 本统计期',
  ],
  [{ is: 'period', period: 'named' }, '全年 年内 当年 全年度 年度内 一年来 一年以来'],
  [
    { is: 'period', period: 'other' },
    `${firstMonths} ` +
      '上年 上年度 去年 上一年 上一年度 往年 历年 前年 上年同期 去年同期 同期 上半年 下半年 前三季度 第一季度 第二季度 第三季度 第四季度 一季度 二季度 三季度 四季度 近年来 近年 近三年 近两年 近五年 三年来 五年来 ' +
      '以来 十三五 十四五 十二五 截至目前 截止目前 目前为止 下年 下年度 下一年 下一年度 次年度 明年 次年 每年 每月 月均 年均 日均 周均 本月 当月 本季度 当季 历史 机构改革前 机构改革后 条例实施后 条例实施以来 自条例施行以来',
  ],
  [{ is: 'within' }, '其中 当中 包括 涵盖'],
  [
    { is: 'matters' },
    '主要集中在 主要集中于 集中在 集中于 主要涉及 主要为 主要是 主要有 多集中在 主要来自 内容主要涉及 内容涉及 内容集中在 内容主要集中在',
  ],
  [{ is: 'including' }, '含 包含 内含 均含'],
  [
    { is: 'compare' },
    '同比 环比 较 比 相比 相较 相较于 与上年相比 增长 增加 增幅 减少 下降 上升 回落 降低 增多 减幅 降幅 增至 减至 降至 上升至 增加到 减少到 同比增加 同比减少 同比增长 同比下降 多于 少于 翻番',
  ],
  [{ is: 'rest' }, '另 另有 另外 还有 还 又 再 其余 其他 其它 剩余 余下 余'],
  [
    { is: 'some' },
    '同一 同一人 同一申请人 同一主体 个别 少数 多数 大多数 大部分 绝大部分 绝大多数 半数 多名 数名 一名 两名 多次 反复 重复 重大 疑难 复杂',
  ],
  [{ is: 'each' }, '分别 各 各为 各有 每 人均 平均 之一'],
  [
    { is: 'sum' },
    '共 总共 共计 合计 总计 累计 累计共 共有 一共 总数 总量 合计为 计 合计共 总计为 共计为 合共 合共为',
  ],
  [
    { is: 'negation' },
    '没有一起 无一起 无一件 没有一件 无一例 没有一例 无一宗 没有一宗 无人 没有人 不涉及 尚无 并无 均无 未造成 未接 没有接 未收 未提起 均未 均没有 无任何 没有任何 未有任何 无 没有 未有 零 未因 没有因 未被 不存在 暂无 未办理 未有发生',
  ],
  [{ is: 'negation' }, `${nothingCame} ${nothingOfIt}`],
  [
    { is: 'cause' },
    '因征求第三方意见 因需征求第三方意见 因此 由此 不服 不满 不满意 有异议 因 引起 引发 导致 产生 发生 新发生 新产生 提起 由 为由 就 针对 对 涉及 涉 关于 为 以',
  ],
  [{ is: 'and' }, '及 和 与 并 或 以及 、 且 后 同时 并且 而 加上 加 连同'],
  [
    { is: 'neutral' },
    `${lawfulTime} ${dividedBy} ${intoKinds} ${anyWay} ` +
      // The parts that the form has the first section told in.
      '监督保障 政府信息管理 平台建设 政府信息公开平台建设 公开平台建设 ' +
      '目前 现已 办件量 业务量 除 除外 外 提请 被告 被告人 被申请人 作为 延期 上述 以上 该 问题 方面的 过程中 过程 有关 相关的 任何 任何形式 任何形式的 形式的 应对 中 均 都 已 已全部 全部 全 了 的 是 有 达 达到 到 入 行政机关 公共服务部门 共为 为止 予 将 被 其 我 本 按 按照 依照 根据 依据 依法 依规 依法依规 及时 按时 按期 如期 准时 严格 积极 认真 规范 妥善 稳妥 有序 全力 扎实 切实 ' +
      '规定 要求 时限 期限 期 法定 法定期限 法定期限内 法定时限内 规定期限内 规定时限内 在 内 于 向 条例 条例规定 申请人 公民法人和其他组织 公民、法人和其他组织 公民、法人或其他组织 公民、法人或者其他组织 公民、法人及其他组织 社会公众 群众 公众 当事人 各类 各种 各项 相关 ' +
      '件数 数量 数 量 数量共 件 宗数 提出 提交 递交 作出 做出 出具 决定 政府系统 各类别 类别 申请人类别 申请人类型 申请主体 申请人性质 来自各方面的 来自社会各界的 来自各界的 进行 完成 给予 属于 属 情形 情况 案件 事项 信息 内容 事件 现象 形式 工作 方面 类 类型 案 结果 答复意见 办理结果 处理结果 办理情况 收到情况 ' +
      '此外 同时 截至年底 截至当年底 截至年末 截至 截止 至 年底 年末 底 起 止 年度 年 份 代表 通过 方式 渠道 途径 等 具体 具体为 总体 总的 继续办理 继续 现 也 则 且均 100% ' +
      '纳税人 缴费人 纳税人缴费人 纳税缴费人 法院 人民法院 审判机关 有效 里 ' +
      '正在办理中 办件情况 办件总体情况 超期 逾期 答复率 办结率 按时办结率 受理率 回复率 公开率 办理流程 受理机制 受理渠道 受理点 受理工作 办理工作 办理程序 申请渠道 申请流程 接收渠道 处理流程 公开指南 信息公开指南 公开目录 占比 占总申请量 占申请总量 占申请量 占申请总数 占总申请数 占全部申请 占申请件总数 占 比例 比重 ' +
      '统一 进一步 一般 一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 一定 一律 一件事 一次性 一并 一系列 一站式 一网通办 一体化 万一 百姓 三公 十分 千方百计 全部实现 实现 做到 顺利 高效 高质量 圆满 现场 当场 当面 书面 线上线下 网上网下 该项 尚有 仍有 尚余 仍余 无人机 分为 划分 划分为 分类统计 来看 来说 任何单位和个人 任何个人和单位 任何单位或个人 任何组织和个人 任何组织或个人 任何个人或组织 任何个人 任何单位 任何人 社会各界 广大群众 人民群众 市民 村民 居民 群众向 公众向 申请者 相对人 行政相对人 任一 新增的 有关 相关方',
  ],
];

/** Fillers that narrow what is counted when they stand beside it. */
const narrowing: ReadonlySet<string> = new Set([
  '中',
  '里',
  '有效',
  '当面',
  '当场',
  '现场',
  '书面',
  '延期',
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
  '当事人',
]);

/** The words of every report, without those of any form; made when they are first asked for. */
let general: Lexicon | null = null;

const lexicons = new WeakMap<Form, Lexicon>();

const numbering = /^\(?[一二三四五六七八九十0-9]+\)?[.、]?/;

/** Outcomes as the form prints them: 申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请. */
const printed = ({ tables }: Form, { rows, cells }: ProseWords): (readonly [Meaning, string])[] => {
  const named = new Set(rows.map(({ id }) => id));
  return (tables.find(({ id }) => id === cells.requests.table)?.bands ?? [])
    .flatMap((band) => band.rows)
    .filter(({ id }) => named.has(id))
    .flatMap(({ id, zh, aliases = [] }) =>
      [zh, ...aliases]
        .map((label) => fold(label).text.replace(numbering, ''))
        .filter((label) => !/[( )]/.test(label))
        .map((label) => [{ is: 'row', row: id }, label] as const),
    );
};

/** The words of every report and those by which texts name what the form counts. */
export const wordsOf = (form: Form | null): Lexicon => {
  if (!form?.prose) {
    general ??= lexiconOf(words);
    return general;
  }
  const known = lexicons.get(form);
  if (known) return known;
  const { rows, columns, routes, applicants } = form.prose;
  const entries = (named: readonly Wording[], meaningOf: (id: string) => Meaning) =>
    named.flatMap(({ id, words: exact = '', close = '', some = '' }): (readonly [Meaning, string])[] => [
      [meaningOf(id), exact],
      [{ ...meaningOf(id), loose: true } as Meaning, close],
      [{ ...meaningOf(id), loose: true, some: true } as Meaning, some],
    ]);
  const lexicon = lexiconOf([
    ...words,
    ...entries(rows, (row) => ({ is: 'row', row })),
    ...entries(columns, (column) => ({ is: 'column', column })),
    ...entries(routes, (route) => ({ is: 'route', route })),
    ...entries(applicants, (column) => ({ is: 'applicant', column })),
    ...printed(form, form.prose),
  ]);
  lexicons.set(form, lexicon);
  return lexicon;
};

/** Does this filler narrow what is counted? 受理公民申请12件 may leave out organisations. */
export const isNarrowing = (text: string): boolean => narrowing.has(text);
