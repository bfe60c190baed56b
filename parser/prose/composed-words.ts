/** Words that are put together of others, in all the ways that texts do. */

const every = (...parts: readonly (readonly string[])[]): string =>
  parts
    .reduce<readonly string[]>((said, next) => said.flatMap((one) => next.map((two) => one + two)), [''])
    .join(' ');

/** 结转 and what says the same where a year stands beside it: 顺延至2023年, 2021年转入. */
const carryingVerbs = ['结转', '转结', '接转', '转入', '延续', '顺延', '延至', '转至', '留待', '跨入', '转'];
const nextYear = ['下年', '下年度', '下一年', '下一年度', '次年', '次年度', '明年'];
const lastYear = ['上年', '上年度', '上一年', '上一年度', '去年', '往年', '以前年度'];
const onwards = ['', '办理', '继续办理', '答复', '处理', '办结', '再办理', '继续处理', '继续答复'];

/** 结转至下一年度继续办理, 顺延到次年答复 */
export const carriedForward = every(carryingVerbs, ['', '至', '到', '入'], nextYear, onwards);
/** 上年度结转, 接转上年, 上年未办结 */
export const carriedOver = `${every(['加'], ['上年', '上年度', '上一年', '上一年度'], carryingVerbs)} ${every(lastYear, [...carryingVerbs, '遗留', '未办结', '未办理完毕', '未办完', '未答复', '结转来', '结转至本年', '结转至本年度'])} ${every(carryingVerbs, ['', '自'], lastYear)}`;

/** 尚在法定答复期限内, 未到办理期限: every way of saying that there is still time. */
export const withinTime = every(
  ['尚在', '仍在', '还在', '处于', '未到', '尚未到', '未超', '未达', '未满'],
  ['', '法定', '规定', '法定的'],
  ['', '答复', '办理', '处理'],
  ['期限', '时限', '期'],
  ['', '内'],
);

/** 正在按程序办理, 仍在抓紧办理: being done, in whatever manner. */
export const beingDone = every(
  ['正在', '尚在', '仍在', '正', '还在'],
  ['按', '按照', '依', '依照'],
  ['程序', '流程', '规定', '规定程序', '法定程序', '相关规定', '法'],
  ['', '进行', '积极', '抓紧'],
  ['办理', '处理', '答复', '办理中', '处理中', '答复中'],
);

/** 书面或网络: in any way. */
export const anyWay = `${every(['书面', '线下', '现场'], ['或', '和', '及', '、'], ['网络', '网上', '线上'])} ${every(
  ['网络', '网上', '线上'],
  ['或', '和', '及', '、'],
  ['书面', '线下', '现场'],
)}`;

const kinds = ['结果', '情况', '类型', '类别', '性质', '主体', '身份', '内容', '方式'];

/** 从办理结果看, 按申请人类型划分为: by what the numbers that follow are told from one another. */
export const dividedBy = `${every(kinds, ['分', '来分', '分为', '划分', '划分为', '区分', '分类', '统计', '看', '来看'])} ${every(
  ['从'],
  ['办理', '答复', '处理', '申请', '申请人'],
  kinds,
  ['看', '来看', '分析'],
)}`;

/** 前10个月: not the whole year. */
export const firstMonths = every(
  ['前', '头'],
  [
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
    '8',
    '9',
    '10',
    '11',
    '两',
    '三',
    '四',
    '五',
    '六',
    '七',
    '八',
    '九',
    '十',
    '十一',
  ],
  ['个月', '月'],
);

/** 分为六类, 分以下几种情形: that several kinds follow. */
export const intoKinds = every(
  ['', ...kinds],
  ['分', '分为', '共分为', '可分为'],
  ['两', '三', '四', '五', '六', '七', '几', '以下几'],
  ['类', '种', '种情形', '种情况', '类情形'],
);

/** 法定办理期限内: the time within which the law has it done, which is no event. */
export const lawfulTime = every(
  ['法定', '规定'],
  ['', '的'],
  ['答复', '办理', '处理'],
  ['期限', '时限', '时间'],
  ['', '内'],
);

const not = [
  '未',
  '没',
  '没有',
  '从未',
  '从没',
  '尚未',
  '暂未',
  '未曾',
  '并未',
  '均未',
  '均没有',
  '并没有',
  '也未',
  '也没有',
];

/** 没有收到过, 从未发生任何一起: that there was none of what follows. */
export const nothingCame = every(
  not,
  [
    '收到',
    '接到',
    '接收',
    '接收到',
    '受理',
    '受理到',
    '接获',
    '新收',
    '新收到',
    '新增',
    '收取到',
    '遇到',
    '遇有',
    '出现',
    '发生',
    '产生',
    '形成',
    '引发',
    '引起',
    '涉及',
    '受到',
    '遭遇',
    '存在',
  ],
  ['', '过', '任何', '过任何', '一件', '一起', '一例', '过一件'],
);

/** 均未发生, 零发生: that there was none of what was named before. */
export const nothingOfIt = every(['零'], ['发生', '新增', '产生', '引发', '出现']);

/** 收到并受理: two verbs that together count what came in. */
export const tookIn = every(
  ['收到', '接收', '接到', '受理', '登记', '接收到'],
  ['并', '和', '及', '、'],
  ['收到', '接收', '受理', '登记'],
);
