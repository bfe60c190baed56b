import { tight } from '../text/label.ts';
import type { Numbering } from './sheet.ts';

/** What stands in front of a label's own words: how it is set in, 其中, numbering, a code, a sign. */
type LabelParts = {
  /** Characters other than spaces that set it in, as `..` or `- ` do, in half-width spaces. */
  indent: number;
  ofWhich: boolean;
  minus: boolean;
  numbering: Numbering | null;
  code: string | null;
  /** The rest: the label's own words. */
  words: string;
};

const chinese = '一二三四五六七八九十';
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** 十二 → 12, 二十 → 20. */
const chineseOrdinal = (text: string): number => {
  const at = text.indexOf('十');
  if (at < 0) return chinese.indexOf(text) + 1;
  const tens = at === 0 ? 1 : chinese.indexOf(text[0] ?? '') + 1;
  const rest = text.slice(at + 1);
  return tens * 10 + (rest === '' ? 0 : chinese.indexOf(rest) + 1);
};

const styles: readonly { rank: number; pattern: RegExp; ordinal: (text: string) => number }[] = [
  { rank: 1, pattern: /^第?([一二三四五六七八九十]{1,3})[、.．,，:：]/, ordinal: chineseOrdinal },
  { rank: 2, pattern: /^[（(]([一二三四五六七八九十]{1,3})[)）]/, ordinal: chineseOrdinal },
  { rank: 3, pattern: /^(\d{1,2})[、.．](?!\d)/, ordinal: Number },
  { rank: 4, pattern: /^[（(](\d{1,2})[)）]/, ordinal: Number },
  { rank: 4, pattern: /^(\d{1,2})[)）]/, ordinal: Number },
  { rank: 5, pattern: /^([①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳])/, ordinal: (text) => circled.indexOf(text) + 1 },
];

const partOf = /^(?:[#＃]|其\s*中\s*[:：,，、]?|of which\b[:,]?|including\b[:,]?)\s*/i;
const takenOff = /^(?:减\s*[:：]|減\s*[:：]|扣除\s*[:：]|less\s*[:：]|less\b)\s*/i;
const added = /^(?:加\s*[:：]|add\s*[:：])\s*/i;
const codeBefore = /^(\d{3,11})(?=[\s　]*(?![年月日号级度]|万|亿)\p{Script=Han})/u;
/** The same sign twice or more, or one that is no letter of any label here, sets a label in. */
const setIn = /^(?:(\p{L}|[.·•\-–—>*_])\1+|[·•\-–—>*+])\s*/u;

const styleOf = (text: string): { numbering: Numbering; length: number } | null => {
  for (const { rank, pattern, ordinal } of styles) {
    const found = pattern.exec(text);
    if (found?.[1]) return { numbering: { rank, ordinal: ordinal(found[1]) }, length: found[0].length };
  }
  return null;
};

/** Takes a label apart. The parts stand in this order, each at most once: 　其中：1. 减：… */
export const labelParts = (label: string): LabelParts => {
  let rest = label.replace(/\s+/g, ' ').trim();
  const parts: LabelParts = {
    indent: 0,
    ofWhich: false,
    minus: false,
    numbering: null,
    code: null,
    words: '',
  };
  const take = (pattern: RegExp): string | null => {
    const found = pattern.exec(rest);
    if (!found || found[0].length === rest.length) return null;
    rest = rest.slice(found[0].length).trimStart();
    return found[1] ?? found[0];
  };
  const before = setIn.exec(rest);
  if (before && before[0].length < rest.length && !/^(?:\p{Script=Han})/u.test(rest)) {
    parts.indent = before[0].length;
    rest = rest.slice(before[0].length);
  }
  parts.ofWhich = take(partOf) !== null;
  for (let turn = 0; turn < 2; turn++) {
    if (take(takenOff) !== null) parts.minus = true;
    else take(added);
    const style = parts.numbering === null ? styleOf(rest) : null;
    if (style && style.length < rest.length) {
      parts.numbering = style.numbering;
      rest = rest.slice(style.length).trimStart();
    }
    if (!parts.ofWhich) parts.ofWhich = take(partOf) !== null;
  }
  parts.code = take(codeBefore);
  parts.words = tight(rest);
  return parts;
};
