import { expect, test } from 'vitest';
import { refOf, refParts } from '../../parser/text/ref.ts';

test('a ref names table, row and column, each in its place', () => {
  expect(refOf('requests', 'granted', 'total')).toBe('requests.granted.total');
  expect(refOf('requests', 'granted', 'natural_person')).toBe('requests.granted.natural_person');
  expect(refOf('requests', 'carried_over', 'total')).toBe('requests.carried_over.total');
  expect(refOf('other', 'granted', 'total')).toBe('other.granted.total');
  expect(refOf('requests', 'granted', 'total')).toBe('requests.granted.total');
});

test('and they are told from it again; what a text that is no ref does not name is nothing', () => {
  expect(refParts('requests.granted.total')).toEqual({ table: 'requests', row: 'granted', column: 'total' });
  expect(refParts('requests')).toEqual({ table: 'requests', row: '', column: '' });
});
