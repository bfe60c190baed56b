import type { MeasureWords } from './measure-words.ts';

export const en: MeasureWords = {
  title: 'Chosen cells',
  chosen: (numbers, others) =>
    `${numbers} ${numbers === 1 ? 'number' : 'numbers'} chosen${others > 0 ? `; ${others} blank or not a number, not counted` : ''}`,
  sum: 'Sum',
  least: 'Smallest',
  most: 'Largest',
  place: ({ table, row, column }, raw) => `table ${table + 1}, row ${row + 1}, column ${column + 1} (${raw})`,
  equal: (places) =>
    places.length === 0
      ? 'No figure in the tables of the page equals the sum'
      : `Equal to the sum: ${places.join('; ')}`,
  copy: 'Copy the sum',
  show: 'Highlight equal figures',
  close: 'Close',
};
