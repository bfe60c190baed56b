import { describe, expect, it } from 'vitest';
import { clipOf } from '../../parser/export/clip.ts';
import { formGrid } from '../../parser/grid/form-grid.ts';
import { readHtml } from '../../parser/source/html/html.ts';

const clip = (table: string) => {
  const block = readHtml(`<table>${table}</table>`).blocks.find(({ kind }) => kind === 'table');
  if (block?.kind !== 'table') throw new Error('There is no table.');
  return clipOf(formGrid(block));
};

describe('a table for the clipboard', () => {
  it('keeps its spans as HTML, and has a text where each of them begins', () => {
    const { html, text } = clip(
      '<tr><td rowspan="2">乡镇<td colspan="2">户数<tr><td>城<td>乡<tr><td>东乡<td>1,203<td>-4',
    );
    expect(html).toBe(
      '<table border="1"><tr><td rowspan="2">乡镇</td><td colspan="2">户数</td></tr><tr><td>城</td><td>乡</td></tr><tr><td>东乡</td><td>1,203</td><td>-4</td></tr></table>',
    );
    expect(text).toBe('乡镇\t户数\t\r\n\t城\t乡\r\n东乡\t1,203\t-4');
  });

  it('leaves out rows that nobody sees, and shortens what spans them', () => {
    const { html, text } = clip('<tr><td rowspan="3">甲<td>1<tr style="display:none"><td>2<tr><td>3');
    expect(html).toBe(
      '<table border="1"><tr><td rowspan="2">甲</td><td>1</td></tr><tr><td>3</td></tr></table>',
    );
    expect(text).toBe('甲\t1\r\n\t3');
  });

  it('is text for a spreadsheet, whatever the page writes into it', () => {
    const { html, text } = clip('<tr><td>=1+1<td>+2.5%<td>-<td>&lt;b>"一"&amp;二<td>一<br>二');
    expect(html).toBe(
      '<table border="1"><tr><td>\'=1+1</td><td>+2.5%</td><td>-</td><td>&lt;b&gt;&quot;一&quot;&amp;二</td><td>一<br>二</td></tr></table>',
    );
    expect(text).toBe('\'=1+1\t+2.5%\t-\t"<b>""一""&二"\t"一\n二"');
  });
});
