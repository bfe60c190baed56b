import { fold } from './folded.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';

/** How a report names the body it is about, so that 全区 and 县发展和改革局 can be told from other bodies. */
export type Body = {
  /** The body's own name and its shorter forms. */
  names: Lexicon;
  /** Is 全区, 我镇 the body itself? The last character that names a level decides. */
  isWhole: (word: string) => boolean;
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

/** @param authority as the report names it, or null where that is not known: then 全区 and 我局 are taken at their word. */
export const bodyOf = (authority: string | null): Body => {
  if (authority === null) return { names: new Map(), isWhole: () => true };
  const name = fold(authority).text;
  const region = government.exec(name)?.[1] ?? name.replace(/(?:管理委员会|管委会|办事处)$/, '');
  const level = levelOf(region) ?? (region === name ? null : '区');
  const town = level !== null && townLevels.includes(level);
  const isOffice = /(?:办公室|办公厅|办)$/.test(name);
  const isGovernment = level !== null;
  // 县政府 in a county's report may be the county or its government office alone, while a town has no other bodies.
  const own = isGovernment && !town && !isOffice ? shorter(region) : [...shorter(name), ...shorter(region)];
  return {
    names: lexiconOf([
      [{ is: 'body', body: isGovernment ? 'region' : 'own' }, own.filter((one) => one.length >= 3).join(' ')],
    ]),
    isWhole: (word) => {
      if (!isGovernment) return false;
      if (own.includes(word)) return true;
      if (/^[镇乡](?:人民)?政府$|街道|办事处/.test(word)) return town;
      if (word.includes('管委会')) return region !== name || name.includes('管');
      return word.endsWith(level);
    },
  };
};
