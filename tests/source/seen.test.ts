import { describe, expect, test } from 'vitest';
import type { SourceDocument } from '../../parser/source/blocks.ts';
import { readHtml } from '../../parser/source/html/html.ts';
import { readTokens } from '../../parser/source/html/tree.ts';
import { readText } from '../../parser/source/plain-text/text.ts';
import { keyedSheet } from '../../parser/table/keyed-sheet.ts';
import { pageWith, type SeenCell, seenCells } from './seen-cells.ts';

/** A cell is a number only where all that a reader sees in it is that number. */

const figureIn = (document: SourceDocument) => {
  const table = document.blocks.find((block) => block.kind === 'table');
  return table?.kind === 'table' ? keyedSheet(table).rows[0]?.cells[1]?.figure : undefined;
};

const judge = (figure: ReturnType<typeof figureIn>, { seen, right }: SeenCell): string => {
  if (figure?.state === 'unreadable') return right ? 'told' : 'as seen';
  if (figure?.state === 'blank') return seen === 'blank' ? 'as seen' : 'wrong: blank';
  return figure?.state === 'number' && figure.value === seen ? 'as seen' : `wrong: ${JSON.stringify(figure)}`;
};

test('there are more than a hundred cells', () => expect(seenCells.length).toBeGreaterThan(100));

describe.each(seenCells)('$kind: $cell $style', (one) => {
  test('read as seen, or called unreadable', () => {
    expect(judge(figureIn(readHtml(pageWith(one))), one)).toBe('as seen');
  });
});

test('tables that are not shown are not read, and said', () => {
  const rows = '<tr><td>一、本年新收政府信息公开申请数量</td><td>33</td></tr>';
  for (const hidden of [
    `<div style="display:none"><h1>甲县2019年政府信息公开工作年度报告</h1><table>${rows}</table></div>`,
    `<table hidden>${rows}</table>`,
    `<dialog><table>${rows}</table></dialog>`,
    `<style>.old{display:none}</style><section class="old"><table>${rows}</table></section>`,
    ...[
      'style="height:0;overflow:hidden"',
      'style="position:absolute;left:-9999px"',
      'style="position:absolute;clip:rect(0 0 0 0)"',
      'style="transform:scale(0)"',
      'style="opacity:.05"',
      'style="visibility:hidden"',
      'class="layui-hide"',
      'popover',
    ].map((set) => `<div ${set}><h1>甲县2019年政府信息公开工作年度报告</h1><table>${rows}</table></div>`),
    `<object data="a.pdf"><h1>甲县2019年政府信息公开工作年度报告</h1><table>${rows}</table></object>`,
  ]) {
    const document = readHtml(`${hidden}<table><tr><td>乙</td><td>90</td></tr></table>`);
    expect(document.blocks, hidden).toEqual([
      { kind: 'table', index: 1, geometry: 'grid', rows: [expect.objectContaining({ group: 1 })] },
    ]);
    expect(document.issues, hidden).toEqual([{ code: 'tables_hidden', tables: 1 }]);
  }
});

test('a box of no height in which nothing stands hides nothing', () => {
  const page = '<div style="height:0;overflow:hidden"></div><table><tr><td>乙</td><td>90</td></tr></table>';
  expect(readTokens([page])).not.toBeNull();
  expect(readHtml(page).issues).toBeUndefined();
});

test('tables written as HTML in a text of Markdown are read, and counted on', () => {
  const document = readText(
    '# 甲县2022年政府信息公开工作年度报告\n\n<table><tr><td>甲</td><td>1</td></tr></table>\n\n文字\n\n<TABLE><tr><td>乙</td><td>2</td></tr></TABLE>\n',
  );
  expect(document.blocks.map((block) => (block.kind === 'table' ? block.index : block.kind))).toEqual([
    'heading',
    0,
    'paragraph',
    1,
  ]);
});

test('a figure that breaks onto a second line is not cut short', () => {
  const text = [
    '行政许       236  346    2863',
    '可                     7',
    '行政处       12   3      4',
    '罚',
  ].join('\n');
  const table = readText(text).blocks.find((block) => block.kind === 'table');
  const cells =
    table?.kind === 'table' ? table.rows.flatMap((row) => row.cells.map((cell) => cell.text)) : [];
  expect(cells).toContain('2863\n7');
  expect(cells).not.toContain('2863');
});
