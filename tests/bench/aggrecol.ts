import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import type { TableBlock } from '../../parser/source/blocks.ts';
import { tables } from '../../parser/tables.ts';
import { readPrinted } from '../../parser/text/printed.ts';

/**
 * `npm run score:aggrecol -- FILE [--show]`: the sums found in the tables that AggreCol (Jiang and others, EDBT 2022) published with labels.
 * FILE is `data/unseen.jl.gz` or `data/dataset.jl.gz` of github.com/lanchiang/AggreCol; nothing of it stands here. `--show` lists what is
 * found beside the labels and what is not found.
 */

/**
 * Equations that the labels leave out though the heads of their columns or rows state them and they hold on each line: looked at one by one.
 * Without them, what is right is counted as wrong.
 */
const leftOut: readonly (readonly [file: string, ...relations: string[]])[] = [
  ['07tbl12', 'down 4 = 7 37 40 ', 'down 5 = 8 38 41 '],
  ['07tbl34', 'across 1 = 4 7 ', 'across 2 = 5 8 '],
  ['10s0012', 'down 5 = 11 12 13 14 '],
  ['10s1049', 'down 14 = 15 16 ', 'down 20 = 21 22 ', 'down 36 = 37 38 39 40 41 '],
  ['Table_74', 'down 6 = 7 17 18 '],
  ['kimberly_watson__20568', 'down 29 = 15 37 '],
  ['lisa_gang__22391', 'down 16 = 12 18 '],
  ['susan_pereira__39556', 'across 3 = 4 5 6 7 '],
];

const isLeftOut = (file: string, said: string): boolean =>
  leftOut.some(
    ([name, ...relations]) => file.startsWith(name) && relations.some((one) => said.startsWith(one)),
  );

const at = z.tuple([z.int(), z.int()]);
const fileSchema = z.object({
  file_name: z.string(),
  table_id: z.string(),
  table_array: z.array(z.array(z.string())),
  aggregation_annotations: z.array(
    z.object({ operator: z.string(), aggregator_index: at, aggregatee_indices: z.array(at) }),
  ),
});
type Labelled = z.infer<typeof fileSchema>;
type Place = readonly [row: number, column: number];

const blockOf = ({ table_array: rows }: Labelled): TableBlock => ({
  kind: 'table',
  index: 0,
  geometry: 'grid',
  rows: rows.map((cells) => ({
    group: 0,
    cells: cells.map((text) => ({ text: text.trim(), colspan: 1, rowspan: 1 })),
  })),
});

/** The same equation is written the same, whichever side is called its total; what is 0 or blank says nothing. Null where less than two parts are left. */
const keyOf = (
  rows: readonly (readonly string[])[],
  target: Place,
  parts: readonly { place: Place; weight: number }[],
): string | null => {
  const says = ([row, column]: Place): boolean => {
    const figure = readPrinted((rows[row]?.[column] ?? '').trim());
    return figure.state === 'number' && figure.units !== 0;
  };
  const live = parts.filter(({ place }) => says(place));
  if (live.length < 2) return null;
  const terms = [{ place: target, weight: -1 }, ...live]
    .map(({ place, weight }) => ({ name: place.join(','), weight }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const flip = (terms[0]?.weight ?? 1) < 0 ? -1 : 1;
  return terms.map(({ name, weight }) => `${weight * flip > 0 ? '' : '-'}${name}`).join(' ');
};

const knownIn = ({ table_array: rows, aggregation_annotations: labels }: Labelled): Set<string> =>
  new Set(
    labels.flatMap(({ operator, aggregator_index: target, aggregatee_indices: parts }) => {
      if (operator !== 'Sum') return [];
      return (
        keyOf(
          rows,
          target,
          parts.map((place) => ({ place, weight: 1 })),
        ) ?? []
      );
    }),
  );

/** Equations that hold, each with the words by which `--show` names it. */
const foundIn = (labelled: Labelled): Map<string, string> => {
  const rows = labelled.table_array;
  const { tables: read } = tables(
    { title: null, metas: [], blocks: [blockOf(labelled)] },
    { path: '', sha256: '', bytes: 0, format: 'csv' },
  );
  const found = new Map<string, string>();
  for (const { kind, axis, target, parts, lines, cue } of read[0]?.relations ?? []) {
    if (kind !== 'sum' || typeof target !== 'number') continue;
    for (const { at: line, outcome } of lines) {
      if (outcome === 'undetermined') continue;
      const place = (one: number): Place => (axis === 'down' ? [one, line] : [line, one]);
      const key = keyOf(
        rows,
        place(target),
        parts.flatMap((part) =>
          typeof part.at === 'number' ? [{ place: place(part.at), weight: part.weight }] : [],
        ),
      );
      const said = `${axis} ${target} = ${parts.map(({ at: one, weight }) => (weight < 0 ? `-${one}` : one)).join(' ')} (${cue})`;
      if (key !== null) found.set(key, said);
    }
  }
  return found;
};

const {
  values: { show },
  positionals: [path],
} = parseArgs({ options: { show: { type: 'boolean' } }, allowPositionals: true });
if (path === undefined)
  throw new Error('Name the file of labels: data/unseen.jl.gz of github.com/lanchiang/AggreCol.');

const counted = { files: 0, answered: 0, known: 0, found: 0, right: 0, unlabelled: 0 };
for (const line of gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n')) {
  const labelled = fileSchema.parse(JSON.parse(line));
  const known = knownIn(labelled);
  const found = foundIn(labelled);
  const right = [...found.keys()].filter((key) => known.has(key)).length;
  counted.files++;
  counted.answered += Number(found.size > 0);
  counted.known += known.size;
  counted.found += found.size;
  counted.right += right;
  counted.unlabelled += [...found].filter(
    ([key, said]) => !known.has(key) && isLeftOut(labelled.file_name, said),
  ).length;
  if (!show) continue;
  console.info(
    `${labelled.file_name} ${labelled.table_id}: ${right} right of ${found.size} found, ${known.size} known`,
  );
  const beside = Map.groupBy(
    [...found].filter(([key]) => !known.has(key)),
    ([, said]) => said,
  );
  for (const [said, keys] of beside)
    console.info(`  beside the labels, ${keys.length} lines: ${said}, as ${keys[0]?.[0]}`);
  for (const key of known) if (!found.has(key)) console.info(`  not found: ${key}`);
}
const { files, answered, known, found, right, unlabelled } = counted;
console.info(
  `${files} tables, ${answered} with sums | precision ${(right / found).toFixed(3)} (${right}/${found}) | recall ${(right / known).toFixed(3)} (${right}/${known}) | precision with ${unlabelled} that hold and no label names ${((right + unlabelled) / found).toFixed(3)}`,
);
