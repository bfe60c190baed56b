/**
 * Fonts draw radicals and the characters that look like them with one glyph, and a PDF, or a text taken from it, may then name the radical: ⻘ for 青. Both
 * blocks of radicals back to characters.
 */

/** CJK Radicals Supplement: NFKC knows two of them only (Unicode, EquivalentUnifiedIdeograph.txt). */
const radicals =
  '⺁厂⺄乙⺈刀⺊卜⺌小⺎兀⺒巳⺓幺⺔彑⺛旡⺜日⺝月⺟母⺠民⺧牛⺩王⺪疋⺫目⺬示⺮竹⺶羊⺷羊⺹耂⺻聿⺼肉⺽臼⻁虎⻄西⻅见⻆角⻇角⻉贝⻊足⻋车⻑長⻒镸⻓长⻔门⻕阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

const characters = new Map<string, string>();
for (let at = 0; at < radicals.length; at += 2) characters.set(radicals.charAt(at), radicals.charAt(at + 1));

/** Everything else stays as it is printed. */
export const withoutRadicals = (text: string): string =>
  text.replace(/[\u2E80-\u2FDF\uF900-\uFAFF]/g, (one) => characters.get(one) ?? one.normalize('NFKC'));
