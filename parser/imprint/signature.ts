import type { Block } from '../source/blocks.ts';
import { isBodyLine } from './body-name.ts';
import type { Evidenced } from './evidenced.ts';
import { asPrinted, folded } from './report-title.ts';

/** How many texts at the end of a report may be its signature. */
const closing = 8;

const date =
  /(?:20\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})(?:年[\d一二三四五六七八九十]{1,2}月(?:[\d一二三四五六七八九十]{1,3}日)?|[-./]\d{1,2}[-./]\d{1,2})$/;

/** 甲局(盖章): where the seal goes. */
const seal = /[(（](?:盖章|公章|印章|签章|印|章)[)）]$/;

const filledBy =
  /^(?:填报|填表|报送|编制|报告|公开)?(?:单位|机关)(?:名称)?(?:\(盖?章?\))?[:：](\p{Script=Han}{3,40}?(?:\([^()]{2,20}\))?)(?=$|\d|填|日期|统计[年时期数日]|年度|单位)/u;

/** 填报单位：甲局, above a table: the body whose form it is. 单位：万元 names none. */
export const filledIn = (blocks: readonly Block[]): Evidenced<string> | null => {
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || block.text.length > 80) continue;
    const both = folded(block.text);
    const name = filledBy.exec(both.bare)?.[1] ?? '';
    if (isBodyLine(name)) return { value: asPrinted(both, name), evidence: block.text };
  }
  return null;
};

/** A line that ends in a date, with what stands before the date in it; null where it is none. */
const dated = (text: string): { before: string } | null => {
  const { bare, printed } = folded(text);
  const found = date.exec(bare);
  return found && { before: printed.slice(0, found.index) };
};

const signing = (text: string): string | null => {
  const name = folded(text.trim().replace(seal, ''));
  return isBodyLine(name.bare) ? name.printed : null;
};

/** The body that signed the report: above a date or before it in one line. */
export const signatureIn = (blocks: readonly Block[]): Evidenced<string> | null => {
  const lines = blocks
    .flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
    .slice(-closing)
    .flatMap((text) => text.split('\n'))
    .filter((text) => text.trim() !== '' && text.length <= 60);
  for (let at = lines.length - 1; at >= 0; at--) {
    const [above = '', below = ''] = [lines[at - 1], lines[at]];
    const found = dated(below);
    if (!found) continue;
    const own = found.before !== '';
    const value = signing(own ? found.before : above);
    if (value !== null) return { value, evidence: own ? below : `${above}${below}` };
  }
  return null;
};
