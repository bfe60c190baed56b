import type { Block } from '../source/blocks.ts';
import { isBodyLine } from './body-name.ts';
import { asPrinted, folded } from './report-title.ts';

type Found = { value: string; evidence: string };

/** How many texts at the end of a report may be its signature. */
const closing = 8;

const date =
  /^(?:\d{4}|[一二][〇○零九][〇○零一二三四五六七八九]{2})年[\d一二三四五六七八九十]{1,2}月(?:[\d一二三四五六七八九十]{1,3}日)?$/;

const filledBy =
  /^(?:填报|填表|报送|编制|报告|公开)?(?:单位|机关)(?:名称)?(?:\(盖?章?\))?[:：](\p{Script=Han}{3,40}?(?:\([^()]{2,20}\))?)(?=$|\d|填|日期|统计|年度|单位)/u;

/** 填报单位：甲局, above a table: the body whose form it is. 单位：万元 names none. */
export const filledIn = (blocks: readonly Block[]): Found | null => {
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || block.text.length > 80) continue;
    const both = folded(block.text);
    const name = filledBy.exec(both.bare)?.[1] ?? '';
    if (isBodyLine(name)) return { value: asPrinted(both, name), evidence: block.text };
  }
  return null;
};

/** The body that signed the report: a line of its own above a date. */
export const signatureIn = (blocks: readonly Block[]): Found | null => {
  const lines = blocks
    .flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
    .slice(-closing)
    .flatMap((text) => text.split('\n'))
    .filter((text) => text.trim() !== '' && text.length <= 60);
  for (let at = lines.length - 1; at > 0; at--) {
    const [above = '', below = ''] = [lines[at - 1], lines[at]];
    const body = folded(above);
    if (date.test(folded(below).bare) && isBodyLine(body.bare))
      return { value: body.printed, evidence: `${above}${below}` };
  }
  return null;
};
