/** How a report speaks of the body that writes it: 我局, 本镇. It bears out a name that stands beside the report, or speaks against it. */

/** How a report calls its body, and how the names of such bodies end. */
const selves: readonly [self: RegExp, ending: RegExp][] = [
  [/[我本]局/, /局$/],
  [/[我本]镇/, /镇(?:人民政府|政府)?$/],
  [/[我本]乡/, /乡(?:人民政府|政府)?$/],
  [/[我本]街道?(?!办)/, /街道(?:办事处)?$/],
  [/[我本](?:街道?办|办事处)/, /街道办事处$/],
  [/[我本]委/, /委(?:员会)?$/],
  [/[我本]厅/, /厅$/],
  [/[我本]院/, /院$/],
  [/[我本]校/, /(?:学|校)$/],
  [/[我本]中心/, /中心$/],
  [/[我本]公司/, /公司$/],
];

/**
 * How the name of the body ends, as often as the report calls it in different ways; empty where it does not speak of itself.
 *
 * @param texts tight and in simplified characters.
 */
export const ownEndings = (texts: readonly string[]): RegExp[] =>
  selves.flatMap(([self, ending]) => (texts.some((text) => self.test(text)) ? [ending] : []));

const general =
  /(?:^|[省市县区州盟旗])人民?政府(?:办公[厅室])?$|^(?:省|市|县|区|州|盟|旗)?政府(?:办公[厅室]|办)?$|[省市县区州盟旗]$/;

/** A place or its government, which publishes for all of its bodies. */
export const isGovernment = (name: string): boolean => general.test(name);

const place =
  /^\p{Script=Han}{1,6}?(?:[省市县旗州盟镇]|(?<!城)乡|(?<![社园景辖片地])区|街道)|^(?:国家|中共|中国)/u;

/** 甲县水利局, not 水利局: does the name say whose it is? */
export const saysWhere = (name: string): boolean => place.test(name);
