import { seeded } from '../corpus-pages/report.ts';

/** Broken markup, made from a seed: the same seed gives the same page. */

const pieces = [
  ...`
<table> </table> <tr> </tr> <td> </td> <tbody> </tbody> <thead> </thead> <tfoot> </tfoot> <caption> </caption> <col> <colgroup> </colgroup> <td/>
<p> </p> <p/> <div> </div> <center> </center> <section> </section> <blockquote> </blockquote> <pre> </pre> <hr> <br> </br> <h1> </h1> <h2> </h2>
<ul> </ul> <ol> </ol> <li> </li> <dl> </dl> <dt> <dd> <body> </body> </html> <b> </b> <em> </em> <strong> </strong> <nobr> </nobr> <span> </span>
</font> </a> <o:p> </o:p> <form> </form> <input> <label> </label> <button> </button> <select> </select> <option> <textarea>q</textarea>
<select><option>x</select> <object> </object> <iframe>z</iframe> <svg> </svg> <title>t</title> <noscript>n</noscript> <template>t</template>
<style>td{}</style> <!--> <!--x--!> <![CDATA[x]]> </> &nbsp; &lt &amp; a 1 2`.split(/\s/),
  '<th colspan=2>',
  '</th>',
  '<td rowspan=3>',
  '<td rowspan="0">',
  '<TD COLSPAN=2 colspan=3>',
  `<td colspan='2'rowspan=&#50;>`,
  '<td/colspan="+2 ">',
  '<table border=1>',
  '</table x=">">',
  '<tr style="display:none">',
  '<tr hidden>',
  '<td hidden>',
  '<th style="display:none" colspan=2>',
  '<p hidden>',
  '<P style="display : none">',
  '<span style="display:none">',
  `<div a='"' b>`,
  '<font color=red>',
  '<a href="x>y">',
  '<td>1<sup>',
  '2</sup>',
  '<input type=hidden>',
  '<input value=7>',
  '<input type=checkbox>',
  '<style>.h{display:none}.u{vertical-align:super}.s{text-decoration:line-through}</style>',
  '<style>p{font-size:9pt}.w{color:#fff}.g:after{content:"7"}</style>',
  '<div class=h>',
  '<span class=u>',
  '<td class="w s">',
  '<td class=g>',
  '<span style="font-size:8px">',
  '<p style="font-size:8px">',
  '<font size=1>',
  '<td style="color:#fff">',
  '<tr style="background:#000">',
  '<span style="vertical-align:super">',
  '<div style="display:none">',
  '<div style="display:none;display:block">',
  '<div style="visibility:hidden">',
  '<table style="display:none">',
  '<tbody hidden>',
  '<dialog>',
  '<details>',
  '</dialog>',
  '</details>',
  '<ol>',
  '</ol>',
  '<canvas>',
  '</canvas>',
  '<small>',
  '</small>',
  '<del>',
  '</del>',
  '<bdo dir=rtl>',
  '</bdo>',
  '<img width=1>',
  '9',
  '0',
  '<img src=a>',
  '<svg><path d="M0"/></svg>',
  '<script>var a="<table>";</script>',
  '<!-- c -->',
  '<!DOCTYPE html>',
  '<?php ?>',
  '< x',
  'b ',
  ' ',
  '\n',
].filter((piece) => piece !== '');

const tableTags = ['<tr>', '<td>', 'x', '</td>', '</tr>', '<p>', '</p>', '<table>', '</table>'];

type Random = () => number;

const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item;

/** Any pieces in any order. */
const heap = (random: Random): string => {
  let html = '';
  for (let left = 3 + Math.floor(random() * 25); left > 0; left--) html += pick(random, pieces);
  return html;
};

/** Mostly table tags, so that most of it stands in tables. */
const tables = (random: Random): string => {
  let html = '<table>';
  for (let left = 3 + Math.floor(random() * 30); left > 0; left--)
    html += random() < 0.7 ? pick(random, tableTags) : pick(random, pieces);
  return html;
};

/** Rows of cells with any pieces in them. */
const cells = (random: Random): string => {
  let html = '<table>';
  for (let left = 2 + Math.floor(random() * 6); left > 0; left--) {
    html += random() < 0.4 ? '<tr><td>' : '<td>';
    for (let more = Math.floor(random() * 4); more > 0; more--) html += pick(random, pieces);
  }
  return html;
};

/** A stretch of a real page around one of its tables, with a few of its tags removed, doubled, moved, swapped or added. */
const damaged = (random: Random, pages: readonly string[]): string => {
  const page = pick(random, pages);
  const starts = [...page.matchAll(/<table/gi)].map((one) => one.index);
  const start = Math.max(0, (starts.length > 0 ? pick(random, starts) : 0) - 300);
  let html = page.slice(start, start + 6000);
  for (let left = 1 + Math.floor(random() * 6); left > 0; left--) {
    const tags = [...html.matchAll(/<[^>]*>/g)].map((tag) => ({ at: tag.index, text: tag[0] }));
    if (tags.length < 2) break;
    const one = pick(random, tags);
    const other = pick(random, tags);
    const without = html.slice(0, one.at) + html.slice(one.at + one.text.length);
    const how = random();
    if (how < 0.5) html = without;
    else if (how < 0.65) html = html.slice(0, one.at) + one.text + html.slice(one.at);
    else if (how < 0.75) html = without.slice(0, other.at) + one.text + without.slice(other.at);
    else if (how < 0.85) html = swapped(html, one, other);
    else html = html.slice(0, one.at) + pick(random, pieces) + html.slice(one.at);
  }
  return html;
};

type Tag = { at: number; text: string };

const swapped = (html: string, one: Tag, other: Tag): string => {
  const [first, last] = one.at < other.at ? [one, other] : [other, one];
  if (first.at === last.at) return html;
  const between = html.slice(first.at + first.text.length, last.at);
  return html.slice(0, first.at) + last.text + between + first.text + html.slice(last.at + last.text.length);
};

/** The malformed page of that seed. `pages`: real pages, some of which are damaged. */
export const malformed = (seed: number, pages: readonly string[]): string => {
  const random = seeded(seed);
  const kind = random();
  if (kind < 0.2) return heap(random);
  if (kind < 0.45) return tables(random);
  return kind < 0.65 ? cells(random) : damaged(random, pages);
};
