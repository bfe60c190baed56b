import { labelParts } from '../table/label-parts.ts';
import { simplify, tight } from '../text/label.ts';

/** Words that say what the figures under a label are: a total, a rate, a balance, a change. They are cues; only figures decide. */

const memo = <Result>(make: (text: string) => Result): ((text: string) => Result) => {
  const known = new Map<string, Result>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size > 4000) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
};

/** A label's own words, simplified, without white space, numbering, and a remark in brackets at the end. */
const wordsOf = memo((label: string): string =>
  simplify(labelParts(label).words).replace(/[（(][^（）()]{0,30}[)）]$/, ''),
);

const total =
  /合计|总计|小计|共计|^计$|^总数|总数$|总额|总量|总和$|^总体|^总收入|^总支出|^全部$|^全[国省市区县州盟旗镇乡校局系](?![^合总计]{3})|^累计$|^合$|^负债[和及与].{0,10}权益$|\btotals?\b|\bsub-?totals?\b|\boverall\b|^all\b|\bboth sexes\b|^sum$/i;
const notTotal = /percent|per cent|比重|占.{0,8}比|of total|率$|增长|增速|人均|平均/i;

/** Does the label say that its figures are the sum of others? */
export const isTotal = memo((label: string): boolean => {
  const text = simplify(label.replace(/\s+/g, ' ').trim());
  const words = wordsOf(label);
  return (total.test(words) || /\btotals?\b|^all |\bboth sexes\b/i.test(text)) && !notTotal.test(text);
});

const rate =
  /%|％|‰|百分|率|比重|占比|比例|构成|系数|指数|倍数|均价|单价|价格|人均|户均|平均|均值|中位|最大值|最小值|最高|最低|性别比|抚养比|排名|位次|名次|得分|评分|percent|per cent|\brates?\b|\bratio\b|average|\bmean\b|median|per capita|\bindex\b|\bprice\b|\bshare\b|\bpct\b|\brank\b/i;
const growth = /同比|环比|增长|增幅|增速|涨幅|涨跌|比上年|比上期|比去年|较上年|比增|变动|变化|升降/;
const amount = /额|量|[数户人件个]$|[（(][^（）()%％]*(?:元|吨|人|户|件|个)[)）]/;

/** Are the figures under this label ratios, which do not add up, whatever their heading says else? */
export const isRate = memo((label: string): boolean => {
  const text = simplify(tight(label));
  if (rate.test(text) || /percent|\brate\b/i.test(label)) return !/效率奖|总额$/.test(text);
  return growth.test(text) && !amount.test(text);
});

/** Amounts a head, which add up among themselves and over no places: 人均可支配收入 of wages, property and what is paid over. */
export const isPerHead = memo((label: string): boolean =>
  /^(?:[^率比]{0,12})?(?:人均|户均)[^率比]{0,12}(?:收入|支出|消费)$/.test(wordsOf(label)),
);

/** Of those, the ones that are parts of a whole and add up to it as far as rounding lets them. */
export const isShare = memo((label: string): boolean =>
  /比重|占比|比例|构成|百分比|percent of|share|distribution/i.test(simplify(label)),
);

/** A difference between two of its neighbours. */
export const isChange = memo((label: string): boolean =>
  /增减|[净淨]|差额|差异|变动|变化|结余|盈余|账面价值|超支|\bchange\b|\bnet\b|\bbalance\b|\bdifference\b|\bincrease\b/i.test(
    simplify(label),
  ),
);

/** What is there at the start of a period, what comes to it, what goes from it, what is there at its end. */
export type Phase = 'opening' | 'in' | 'out' | 'closing';

const phases: readonly (readonly [Phase, RegExp])[] = [
  [
    'opening',
    /期初|年初|月初|旧存|上年结转|上年末|上期末|上年结余|以前年度|变动前|转让前|beginning|opening/i,
  ],
  ['closing', /期末|年末|月末|结转下年|年终|变动后|转让后|账面余额合计|未结|\bclosing\b|\bend of\b|ending/i],
  [
    'out',
    /减少|转出|迁出|死亡|审结|结案|办结|支出|使用|注销|核销|偿还|支付|付出|摊销|处置|减：|decrease|deaths|withdraw|disposal/i,
  ],
  ['in', /增加|转入|迁入|出生|新收|收入|新增|计提|购置|拨入|受理|下达|本次|increase|births|addition/i],
];

export const phaseOf = memo((label: string): Phase | null => {
  const text = simplify(tight(label)) + label;
  return phases.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
});

/** Growth at prices that are not printed, series that are chained, figures that are estimates: what is recomputed from them need not agree. */
export const isSoft = (text: string): boolean =>
  /可比价|不变价|可比口径|同口径|chained|constant (?:prices|dollars)|real terms|估计|估算|预计数|初步核算|\bestimate[sd]?\b|provisional|preliminary/i.test(
    text,
  );
