import type { Tabulation } from '../../parser/tabulation.ts';

/** A source with a table of one figure, and two relations in it. */
export const tabulationOf = (source: object): Tabulation => ({
  schema: 'gouji/tables/1',
  source: { sha256: 'ab', bytes: 1, format: 'html', ...source },
  issues: [],
  tables: [
    {
      ...{ index: 2, caption: '表一', unit: '万元', rows: 6, columns: 3, diagnoses: [] },
      cells: [
        {
          ...{ row: 3, column: 1, raw: '1,200', value: 1200, state: 'number', unit: '万元', role: 'part' },
          rowPath: ['支出', '教 \n育 › 科学'],
          columnPath: ['2020年'],
        },
      ],
      relations: [
        {
          ...{ id: 'r0', kind: 'sum', axis: 'down', target: 5, cue: 'total' },
          parts: [
            { at: 3, weight: 1 },
            { at: 4, weight: -1 },
          ],
          lines: [
            {
              ...{ at: 1, outcome: 'satisfied', rounding: true, strength: 'asserted' },
              ...{ printed: 10, computed: 10.1, difference: -0.1 },
            },
            {
              ...{ at: 2, outcome: 'undetermined', rounding: false, strength: 'hint', reason: 'not_read' },
              ...{ printed: null, computed: null, difference: null },
            },
          ],
        },
        {
          ...{ id: 'r1', kind: 'equal', axis: 'cells', target: [5, 1], cue: 'balance' },
          parts: [
            { at: [2, 3], weight: 1, table: 0 },
            { at: 4, weight: -1, table: 1 },
          ],
          lines: [
            {
              ...{ at: 0, outcome: 'violated', rounding: false, strength: 'hint' },
              ...{ printed: 1, computed: 2, difference: -1 },
            },
          ],
        },
      ],
    },
  ],
});
