/** The name of a body in what stands before or behind the year of a title. A name that is missed is better than one that is none. */

/** Openings of a sentence that announces a report, which stand before the name. */
const announcing = /^(?:特此?|现|兹)?(?:编制|制定|公布|发布|公开|将(?!军|乐)|就)(?=.{2})/u;

/** No body is called so: words that speak of the writer, of a law, of a site or of the work. 全椒县, 本溪市 and 根河市 are bodies. */
const noBody =
  /^(?:本(?!溪)|我|全(?!椒|州县|南县)|各|该|根据|按照|依据|关于|正文|附件|标题|首页|当前|来源|日期|时间|索引|发布|公开|政务公开(?!办)|政府$|部门$|相关|其他|中华人民共和国$|落实|做好|推进|梳理|总结|汇总|结合|编制|在|对|就|等|及|与|由|按|把|是|为(?!民)|将(?!乐|军)|年(?:度|政府))|(?:网站|门户|平台|栏目|条例|规定|通知|年报|报告|目录|指南)$|情况|要求|精神|简称|领导下|年度|以来|会同|通过|进行|开展|信息公开(?!办|中心|领导|服务)|我[局镇乡街县区市委办校院厅]/u;

/** 乡镇, 街道, 县直部门: the bodies of a kind, as menus call them. */
const kind = /^(?:[乡镇街]|街道|部门|[县市区]直|单位){1,4}$/u;

/** How names of bodies end, a bracket with a second name left aside. */
const ending =
  /(?:政府|办公室|办公厅|办|局|厅|委|会|室|处|署|院|所|站|队|中心|镇|乡|区|县|市|省|州|盟|旗|街道?|司|馆|学|校|公司|集团|台|社|行|部|海关|场|苏木|联|团|师|园|库|港|监狱|法庭|银行|[一二三四五六七八九十]中)$/u;

const han = '[\\p{Script=Han}〇]';
const onlyName = new RegExp(`^(?:${han}|[·、“”()（）]|第\\d{1,3}(?=${han}))+$`, 'u');
const bracket = /[(（][^()（）]{1,20}[)）]$/u;

/** 乙镇乙镇, and 水利局甲县水利局: a line that named the body, and the title below it. */
const once = (name: string): string => {
  for (let at = 2; at <= name.length - 2; at++) {
    const [before, behind] = [name.slice(0, at), name.slice(at)];
    if (behind.endsWith(before) && ending.test(before)) return behind;
    if (before.endsWith(behind) && ending.test(behind)) return before;
  }
  return name;
};

/** What stands before a name and is no part of it: what a list, a page or a site prints there. */
const before = [
  /^.*[《"【】>»:：/|→｜](?=.)/u,
  /^[(（[［][^()（）[\]]{1,8}[)）\]］]/u,
  /^\d{4}[-年/.]\d{1,2}(?:[-月/.]\d{1,2}日?(?:\d{1,2}[:：]\d{2})?|月)/u,
  /^[^\p{Script=Han}“]{1,40}/u,
  /^.{2,30}(?:门户网站|政府网站|网站|官网|门户网)(?=.{2})/u,
  announcing,
];

/**
 * @param text as it stands in a title, tight and in simplified characters.
 * @returns the name of a body, a part of the text; null where there is none.
 */
export const bodyNameIn = (text: string): string | null => {
  const bare = before.reduce((left, pattern) => left.replace(pattern, ''), text);
  const name = once(bare);
  if (name.length < 2 || name.length > 60 || !onlyName.test(name) || noBody.test(name) || kind.test(name))
    return null;
  return ending.test(name.replace(bracket, '')) ? name : null;
};

/** An office inside a body (局办公室), or the writer without a name (镇政府): in running text neither says whose report it is. */
const inner =
  /^(?:[局厅署办校处所队]|(?:镇|乡|县|市|区|省|街道)(?:党委|党工委|人民政府|政府|办公室|机关|综合|党政))|^(?:专人|专门|下列|以下|有关|主要|负责)/u;

/** As `bodyNameIn`, for a name in running text. */
export const bodyNamedIn = (text: string): string | null => {
  const name = bodyNameIn(text);
  return name === null || inner.test(name) ? null : name;
};

const line =
  /^\p{Script=Han}{1,30}(?:政府|局|厅|委|委员会|管委会|联合会|办公室|办事处|署|院|所|站|队|中心|馆|镇|乡|区|县|市|省|州|盟|旗|街道|社|公司|集团|大学|中学|小学|学校|[一二三四五六七八九十]中|幼儿园|海关|支行|农场|林场|残联|编办)(?:[(（]\p{Script=Han}{2,20}[)）])?$/u;

/** A date that a line ends in, with brackets around it or not. */
const dateBehind = /[(（]?20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[)）]?$/;

/** The name of a body that fills a line, in brackets or with a date behind it; null where the line is none. */
export const bodyOfLine = (text: string): string | null => {
  const name = text.replace(dateBehind, '').replace(/^[(（]([^()（）]{1,40})[)）]$/, '$1');
  return isBodyLine(name) ? name : null;
};

/** Is a line, tight and in simplified characters, a name of a body and nothing else? */
export const isBodyLine = (text: string): boolean => line.test(text) && bodyNameIn(text) === text;

/** Where the place in a name ends: 甲市乙县|水利局. 城乡, 社区 and the like are no places. */
const placeIn = /^.*(?:[省市县州盟旗镇]|(?<!城)乡|(?<![社园景辖片地发新开])区|街道)(?!场|政(?!府))/u;

/** The place that a name begins with, and the rest. */
const placed = (name: string): [place: string, rest: string] => {
  const place = placeIn.exec(name)?.[0] ?? '';
  return place === name ? ['', name] : [place, name.slice(place.length)];
};

/** 住建局 of 住房和城乡建设局: all characters in their order. */
const abbreviates = (short: string, long: string): boolean => {
  let left = short;
  for (const one of long) if (left.startsWith(one)) left = left.slice(one.length);
  return short.length >= 2 && left === '';
};

/** 区市场监管局 and 甲市乙区市场监督管理局: the short name ends its place where the long one does. */
const isShortFor = (short: string, long: string): boolean => {
  const [[here, rest], [there, whole]] = [placed(short), placed(long)];
  if (here === '' && there === '') return long.startsWith(short.slice(0, 2)) && abbreviates(short, long);
  return here !== '' && there.endsWith(here) && abbreviates(rest, whole);
};

/** Names of which one contains the other or is short for it are one name, told at different length: 济宁市兖州区, 济宁市兖州区人民政府. */
export const sameName = (a: string, b: string): boolean =>
  a.includes(b) || b.includes(a) || isShortFor(a, b) || isShortFor(b, a);
