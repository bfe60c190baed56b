import { fold } from './folded.ts';
import { emptyLexicon, type Lexicon, lexiconOf } from './lexicon.ts';

/** How a report names the body it is about, so that 全区 and 县发展和改革局 can be told from other bodies. */
export type OwnBody = {
  /** The body's own name and its shorter forms. */
  names: Lexicon;
  /** Is 全区, 我镇 the body itself? The last character that names a level decides. */
  isWhole: (word: string) => boolean;
  /** Is it a shorter form of the body's own name: 区城改局 of 白石区城市改造局, 石口街道 of its 办事处? */
  isShort: (word: string) => boolean;
  /** Is it 街道 or 镇 in the report of one? */
  isTown: (word: string) => boolean;
  /** May it mean the body, or one beside it: 区政府办公室 in the report of the district? */
  isNear: (word: string) => boolean;
};

const government = /^(.*?)(?:人民政府|政府)(?:办公室|办公厅|办)?$/;
const levels = ['街道', '省', '市', '县', '区', '旗', '州', '盟', '镇', '乡'];
const townLevels = ['街道', '镇', '乡'];

const levelOf = (name: string): string | null => levels.find((level) => name.endsWith(level)) ?? null;

/** 济宁市兖州区人民政府 → 兖州区人民政府, 区人民政府: the name without the places it lies in, one after another. */
const shorter = (name: string): string[] => {
  const names = [name];
  for (let at = 0; at < name.length - 2 && at < 20; at++) {
    if (!'省市县区旗州盟'.includes(name[at] ?? ' ')) continue;
    const rest = name.slice(at + 1);
    if (rest.length >= 3) names.push(rest);
    if (rest.length >= 3 && at > 0) names.push(`${name[at]}${rest}`);
  }
  return names;
};

/** 市卫生健康委, 市卫健委 of 市卫生健康委员会, 管委会 of 管理委员会, 市外办 of 外事办公室 */
const withShortEnding = (name: string): string[] => [
  name,
  ...(name.endsWith('委员会') ? [name.slice(0, -2), `${name.slice(0, -3)}会`] : []),
  ...(name.endsWith('办公室') ? [name.slice(0, -2)] : []),
];

/** Do the characters of `short` stand in `name` in this order, the first and the last of them where a name begins and ends? */
const abbreviates = (short: string, name: string): boolean => {
  if (short.length < 3 || short.length > name.length || short.at(-1) !== name.at(-1)) return false;
  let at = 0;
  for (const character of name) if (character === short[at]) at++;
  return at === short.length;
};

/** 税务系统 in the report of a tax bureau: it with the offices under it, of which the report may or may not tell. */
const isOwnSystem = (word: string, name: string): boolean => {
  const field = /^(..+)(?:系统|机关)$/.exec(word)?.[1];
  return field !== undefined && name.includes(field);
};

/** By itself, the body whose name ends so: 支队 in the report of 市消防救援支队. */
const ownNoun =
  /^(?:中心|支队|总队|大队|分局|公司|集团|学院|大学|学校|医院|调查队|管理处|海关|管理局|联合会|联合社)$/;

/** @param authority as the report names it, or null where that is not known: then 全区 and 我局 are taken at their word. */
export const bodyOf = (authority: string | null): OwnBody => {
  if (last?.authority !== authority) last = { authority, body: bodyNamed(authority) };
  return last.body;
};

/** The text of a report is cut into words and read one after the other: its body is asked for twice. */
let last: { authority: string | null; body: OwnBody } | null = null;

const bodyNamed = (authority: string | null): OwnBody => {
  if (authority === null)
    return {
      names: emptyLexicon,
      isWhole: () => true,
      isShort: () => false,
      isTown: () => false,
      isNear: () => false,
    };
  const name = fold(authority).text;
  const region = government.exec(name)?.[1] ?? name.replace(/(?:(?<!监督)管理委员会|管委会|办事处)$/, '');
  const level = levelOf(region) ?? (region === name ? null : '区');
  const town = level !== null && townLevels.includes(level);
  const isOffice = /(?:办公室|办公厅|办)$/.test(name);
  const isGovernment = level !== null;
  // 县政府 in a county's report may be the county or its government office alone, while a town has no other bodies.
  const own = isGovernment && !town && !isOffice ? shorter(region) : [...shorter(name), ...shorter(region)];
  const own3 = own.filter((one) => one.length >= 3);
  const full = /(?:办公室|办公厅|办)$/.test(name) || !isGovernment ? shorter(name) : town ? own3 : [];
  return {
    isShort: (word) =>
      word.length <= 12 &&
      ((region !== name &&
        word.length >= 2 &&
        /区$/.test(word) &&
        /(?:园|新|开发)区$/.test(region) &&
        (region.endsWith(word) || abbreviates(word, region))) ||
        (ownNoun.test(word) && full.some((one) => one.endsWith(word))) ||
        full.some((one) => withShortEnding(one).some((ending) => abbreviates(word, ending)))),
    isTown: (word) => town && /^(?:街道|镇|乡)$/.test(word) && level === word,
    isNear: (word) =>
      (isGovernment && /政府|办公/.test(word) && name.includes(word.charAt(0))) ||
      (isOffice && level !== null && /^[全我本]/.test(word) && word.endsWith(level)) ||
      isOwnSystem(word, name),
    names: lexiconOf([
      [{ is: 'body', body: isGovernment ? 'region' : 'own' }, own.filter((one) => one.length >= 3).join(' ')],
    ]),
    isWhole: (word) => {
      if (!isGovernment) return false;
      if (own.includes(word)) return true;
      // 全市 in the report of 市政府办公室 is it, or the city around it.
      if (isOffice && /^[全我本]/.test(word)) return false;
      if (/^[镇乡](?:人民)?政府$|街道|办事处/.test(word)) return town;
      if (word.includes('管委会')) return region !== name || name.includes('管');
      return word.endsWith(level);
    },
  };
};

/** Which body a word means in the report of this one. */
export const bodySaid = (
  said: 'own' | 'region' | 'part' | 'unsure',
  word: string,
  body: OwnBody,
): 'whole' | 'part' | 'unsure' => {
  if (said === 'own' || (said === 'part' && body.isTown(word))) return 'whole';
  if (said === 'region') return body.isWhole(word) ? 'whole' : 'unsure';
  return said === 'unsure' && body.isShort(word) ? 'whole' : said;
};
