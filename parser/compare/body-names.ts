import { simplify, tight } from '../text/label.ts';

/** How sure it is that two reports are of one body. */
export type SameBody = 'same' | 'office' | 'alike';

const governmentOnly = /人民政府$/;
const office = /(?:人民政府|政府)?办公(?:室|厅)$/;

/** Key under which reports are certainly of one body: 济宁市兖州区 and 济宁市兖州区人民政府. */
export const bodyKey = (name: string): string => simplify(tight(name)).replace(governmentOnly, '');

/**
 * Are two names names of one body? The office of a government compiles the government's report, but also has one of its own;
 * a body that was renamed or merged keeps most of its name. Both are told apart from the same name.
 */
export const compareNames = (a: string, b: string): SameBody | null => {
  const [one, other] = [bodyKey(a), bodyKey(b)];
  if (one === other) return 'same';
  if (one.replace(office, '') === other.replace(office, '')) return 'office';
  const place = /^.{2,12}?(?:省|市|区|县|州|旗|镇|乡|街道)/.exec(one)?.[0];
  if (place === undefined || !other.startsWith(place)) return null;
  const [left, right] = [new Set(one.slice(place.length)), new Set(other.slice(place.length))];
  const shared = [...left].filter((character) => right.has(character)).length;
  return shared >= 2 && shared / Math.max(left.size, right.size) >= 0.6 ? 'alike' : null;
};
