import type { Block, SourceDocument } from '../source/blocks.ts';
import { tight } from '../text/label.ts';
import { bodyNamedIn, isBodyLine, sameName } from './body-name.ts';
import type { Evidenced } from './evidenced.ts';
import { asPrinted, folded, yearPattern } from './report-title.ts';
import { isGovernment, ownEndings, saysWhere } from './self-reference.ts';

/**
 * Who stands beside a report that names no body: as its issuer, as the source of the page, in the path to it, in a line of its own. Sites
 * are kept by others than those who report, so that only the issuer of the paper counts by itself, where its whole name is told; of the
 * others the report has to speak as of itself, too.
 */

type NamedPublisher = Evidenced<string> & { issuer: boolean };

const looked = 4000;
/** Lines that are longer than this name no publisher. */
const short = 160;

const issuing = '(?:发布|发文|制发|制文|公开|编制|报送)(?:机构|机关|单位|部门|主体)';
const source = '(?:(?:信息|文章|稿件|内容|新闻)?来源|(?:供稿|责任)(?:单位|部门))';
const labelled = new RegExp(`(?:(${issuing})|${source})\\s{0,4}[:：]\\s{0,4}(\\S{3,60})`, 'g');
const onlyLabel = new RegExp(`^(?:(${issuing})|${source})[:：]?$`);

/** The way to a page: 首页 > 乡镇街道 > 乙镇. */
const step = /[>＞»›→/]/;

/** Those who keep the site of others. */
const keeper = /政务服务|政务公开|大数据|数据|行政审批|电子政务|信息中心|信息化|融媒体|网信|宣传|新闻|网站/;
const place = /[省市县区州盟旗]$/;

const openings = new RegExp(
  `(?:^|[。;])(?:\\(?[一二三四五六]+[)、.])?(?:${yearPattern}年(?:度|以来|度?全年)?,?)?`,
  'g',
);

/** What makes of the name at the opening of a sentence that of a paper, a site or another body: 甲县|水利局, 乙镇|中心小学. */
const goesOn =
  /^(?:关于|印发|办公|政务公开|网|门户|公众|20)|^\p{Script=Han}{0,8}(?:局|厅|委|所|站|学|院|公司|中心|村|社区)/u;

/** 2022年，甲局…: does a sentence begin with the name? */
const opensWith = (texts: readonly string[], name: string): boolean =>
  texts.some((text) =>
    [...text.matchAll(openings)].some((found) => {
      const at = found.index + found[0].length;
      return text.startsWith(name, at) && !goesOn.test(text.slice(at + name.length, at + name.length + 20));
    }),
  );

/** Names of bodies in what stands beside the report. */
const candidatesIn = (
  { title }: SourceDocument,
  blocks: readonly Block[],
  whole: boolean,
): NamedPublisher[] => {
  const found: NamedPublisher[] = [];
  const add = (text: string, evidence: string, issuer = false) => {
    const both = folded(text);
    const name = both.bare.replace(/[,;|。]$/, '');
    if (isBodyLine(name) && bodyNamedIn(name) === name)
      found.push({ value: asPrinted(both, name), evidence, issuer });
  };
  const addLabelled = (line: string) => {
    for (const [evidence, issuer, name = ''] of line.matchAll(labelled))
      add(name, evidence, issuer !== undefined);
  };
  if (whole && title !== null) for (const part of title.split(/[_|｜>]|\s?[-–—]+\s?/)) add(part, title);
  for (const block of blocks) {
    if (block.kind === 'image') continue;
    if (block.kind === 'table') {
      for (const { cells } of block.rows)
        for (const [at, { text }] of cells.entries()) {
          if (text.length > short) continue;
          const key = onlyLabel.exec(tight(text));
          const next = cells[at + 1]?.text ?? '';
          if (key) add(next, `${text}${next}`, key[1] !== undefined);
          else addLabelled(text);
        }
      continue;
    }
    if (block.text.length > short) continue;
    const line = block.text.replaceAll('\n', ' ');
    addLabelled(line);
    const steps = line.split(step);
    for (const one of steps.length > 2 ? steps : [line]) add(one, block.text);
  }
  return found;
};

/**
 * @param whole true where the document holds one report only, so that its title speaks of it.
 * @returns null as well where several bodies fit.
 */
export const publisherIn = (
  document: SourceDocument,
  blocks: readonly Block[],
  whole: boolean,
): Evidenced<string> | null => {
  const candidates = candidatesIn(document, blocks, whole);
  if (candidates.length === 0) return null;
  const texts = blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.text.length > 12 ? [folded(block.text.slice(0, looked)).bare] : [],
  );
  const endings = ownEndings(texts);
  const fitting = candidates.filter(({ value, issuer }) => {
    const name = folded(value).bare;
    if (!endings.every((ending) => ending.test(name))) return false;
    if (!place.test(name) && opensWith(texts, name)) return true;
    if (keeper.test(name) || isGovernment(name)) return false;
    return endings.length > 0 || (issuer && saysWhere(name));
  });
  const [first] = fitting;
  if (!first || !fitting.every(({ value }) => sameName(value, first.value))) return null;
  const { value, evidence } = fitting.reduce((longest, one) =>
    one.value.length > longest.value.length ? one : longest,
  );
  return { value, evidence };
};
