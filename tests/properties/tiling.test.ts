import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formGrid } from '../../parser/grid/form-grid.ts';
import { readHtml } from '../../parser/source/html/html.ts';
import { draw } from '../grid/drawing.ts';
import { runs, seeded } from './seed.ts';

/**
 * Any way to cover a rectangle with cells, cut into row groups which no cell leaves, written as HTML in any of the dresses
 * that pages wear, is read back as it was drawn.
 */
type Tile = { name: string; row: number; column: number; width: number; height: number };
type Tiling = { width: number; groups: number[]; tiles: Tile[]; slots: string[][] };

/** Numbers that decide, one after another, how large each tile is. */
const tiling: fc.Arbitrary<Tiling> = fc
  .record({
    width: fc.integer({ min: 1, max: 9 }),
    groups: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }),
    sizes: fc.infiniteStream(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))),
  })
  .map(({ width, groups, sizes }) => {
    const height = groups.reduce((a, b) => a + b);
    const slots = Array.from({ length: height }, () => new Array<string>(width).fill(''));
    const tiles: Tile[] = [];
    let start = 0;
    for (const rows of groups) {
      const end = start + rows;
      for (let row = start; row < end; row++)
        for (let column = 0; column < width; column++) {
          if (slots[row]?.[column]) continue;
          const [wide = 1, high = 1] = sizes.next().value ?? [];
          let right = column;
          while (right < width && right < column + wide && !slots[row]?.[right]) right++;
          const tile = {
            name: `c${tiles.length}`,
            row,
            column,
            width: right - column,
            height: Math.min(high, end - row),
          };
          tiles.push(tile);
          for (let y = row; y < row + tile.height; y++) slots[y]?.fill(tile.name, column, right);
        }
      start = end;
    }
    return { width, groups, tiles, slots };
  });

type Dress = {
  /** Rowspan 0 where a cell reaches to the end of its group. */
  toTheEnd: boolean;
  endTags: boolean;
  /** One group has no tbody of its own: the parser adds it. */
  bare: boolean;
  header: 'td' | 'th';
  /** The last group is a tfoot that stands first. */
  foot: boolean;
  inside: (name: string) => string;
};

const dress: fc.Arbitrary<Dress> = fc.record({
  toTheEnd: fc.boolean(),
  endTags: fc.boolean(),
  bare: fc.boolean(),
  header: fc.constantFrom('td', 'th'),
  foot: fc.boolean(),
  inside: fc.constantFrom<Dress['inside'][]>(
    (name) => name,
    (name) => `<p>${name}</p>`,
    (name) => `<p></p><p><span>${name[0]}</span><span>${name.slice(1)}</span><!-- x --></p>`,
    (name) => `<table><tr><td>${name}</td></tr></table>`,
    (name) => `&nbsp;<b>${name}</b><script>var x = '<td>';</script>`,
  ),
});

const toHtml = ({ groups, tiles }: Tiling, how: Dress): string => {
  let start = 0;
  const parts = groups.map((rows, at) => {
    const end = start + rows;
    const lines: string[] = [];
    for (let row = start; row < end; row++) {
      const cells = tiles
        .filter((tile) => tile.row === row)
        .map((tile) => {
          const last = tile.row + tile.height === end;
          const rowspan = how.toTheEnd && last ? 0 : tile.height;
          return (
            `<${how.header} colspan="${tile.width}" rowspan=${rowspan}>${how.inside(tile.name)}` +
            (how.endTags ? `</${how.header}>` : '')
          );
        });
      lines.push(`<tr>${cells.join('\n')}${how.endTags ? '</tr>' : ''}`);
    }
    start = end;
    const name = how.foot && at > 0 && at === groups.length - 1 ? 'tfoot' : 'tbody';
    const open = how.bare && groups.length === 1 ? '' : `<${name}>`;
    return { name, html: open + lines.join('\n') + (how.endTags && open ? `</${name}>` : '') };
  });
  const feet = parts.filter((part) => part.name === 'tfoot');
  const others = parts.filter((part) => part.name !== 'tfoot');
  return `<table border=1>${[...feet, ...others].map((part) => part.html).join('\n')}</table>`;
};

test(`a random tiling, written as HTML and read, is the tiling (${seeded})`, () => {
  fc.assert(
    fc.property(tiling, dress, (drawn, how) => {
      const table = readHtml(toHtml(drawn, how)).blocks.find((block) => block.kind === 'table');
      if (table?.kind !== 'table') throw new Error('No table was read');
      const grid = formGrid(table);
      expect(draw(grid)).toEqual(drawn.slots.map((line) => line.join(' ')));
      expect(grid.problems).toEqual([]);
      for (const tile of drawn.tiles)
        expect(grid.cells.find((place) => place.cell.text === tile.name)).toMatchObject({
          row: tile.row,
          column: tile.column,
          width: tile.width,
          height: tile.height,
        });
    }),
    runs(400),
  );
});
