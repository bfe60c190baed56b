import type { Layout } from './invented.ts';
import { random } from './invented.ts';

/** Layouts drawn from a seed: lists in lists, totals first, last or without the word, codes, both ways, columns that do not add up. */

const names = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'.split('');

type Row = { label: string; code: string; cell: string; depth: number };

/** @returns a layout; the same for the same seed. */
export const drawLayout = (seed: number): Layout => {
  const next = random(seed * 7919 + 13);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item;
  const coded = next() < 0.25;
  const first = coded || next() < 0.4;
  const nested = next() < 0.6;
  const word = coded || next() < 0.8;
  const across = next() < 0.45;
  const traps = next() < 0.4;
  const decimals = pick(['', '', '1', '2', '2']);
  const width = 1 + Math.floor(next() * 4);
  const rows: Row[] = [];
  const head = 1;
  let name = 0;
  const leaf = (depth: number, code: string): number => {
    rows.push({
      label: `${names[name % names.length]}${name >= names.length ? '部' : '项'}`,
      code,
      cell: `?${decimals}`,
      depth,
    });
    name++;
    return head + rows.length - 1;
  };
  const group = (depth: number, code: string, size: number, label: string): number => {
    const parts: number[] = [];
    const own = { label, code, cell: '', depth };
    if (first) rows.push(own);
    const at = head + rows.length - 1;
    for (let child = 0; child < size; child++) {
      const below = `${code}${String(child + 1).padStart(2, '0')}`;
      const isGroup = nested && depth === 0 && next() < 0.5;
      parts.push(
        isGroup
          ? group(
              1,
              below,
              2 + Math.floor(next() * 3),
              word && !coded && !first ? '小计' : `${names[(name + 7) % names.length]}类`,
            )
          : leaf(depth + 1, below),
      );
    }
    own.cell = `v${parts.join('+')}`;
    if (first) return at;
    rows.push(own);
    return head + rows.length - 1;
  };
  group(0, coded ? '2' : '', 2 + Math.floor(next() * 6), word ? pick(['合计', '总计']) : '全省');
  const columns = Array.from(
    { length: width },
    (_, at) => `${['收入', '支出', '人员', '项目', '设备'][at]}${across ? '部分' : '金额'}`,
  );
  const offset = coded ? 2 : 1;
  const heads = [
    ...(coded ? ['科目编码'] : []),
    '项目',
    ...(across && width > 1 ? ['合计'] : []),
    ...columns,
    ...(traps ? ['增长（%）'] : []),
  ];
  const lines = rows.map(({ label, code, cell, depth }) => {
    const total =
      across && width > 1
        ? [`h${columns.map((_, at) => offset + 1 + at).join('+')}${cell.startsWith('v') ? `&${cell}` : ''}`]
        : [];
    const indent = nested && first && !coded ? '·'.repeat(depth) : '';
    return [
      ...(coded ? [code === '2' ? '' : code] : []),
      `${indent}${label}`,
      ...total,
      ...columns.map(() => cell),
      ...(traps ? [(next() * 20 - 5).toFixed(1)] : []),
    ].join(' | ');
  });
  return { name: `seed ${seed}`, rows: [heads.join(' | '), ...lines].join('\n') };
};

/** A figure with one digit changed. */
export const withOneDigit = (text: string, next: () => number): string | null => {
  const places = [...text].flatMap((character, at) => (/\d/.test(character) ? [at] : []));
  const at = places[Math.floor(next() * places.length)];
  if (at === undefined) return null;
  const digits = [...'0123456789'].filter((digit) => digit !== text[at]);
  return `${text.slice(0, at)}${digits[Math.floor(next() * digits.length)]}${text.slice(at + 1)}`;
};
