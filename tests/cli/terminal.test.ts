import { expect, test } from 'vitest';
import { padTo, widthOf } from '../../cli/terminal.ts';

test('a Chinese character takes two columns', () => {
  expect(widthOf('abc')).toBe(3);
  expect(widthOf('予以公开率')).toBe(10);
  expect(widthOf('（一）')).toBe(6);
  expect(widthOf('')).toBe(0);
});

test('padding counts columns, and never cuts', () => {
  expect(padTo('机关', 6)).toBe('机关  ');
  expect(padTo('予以公开率', 6)).toBe('予以公开率');
});
