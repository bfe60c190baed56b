import { expect, test } from 'vitest';
import { shownQuote } from '../../parser/messages/quote.ts';
import { longestQuote } from '../../parser/text/quote.ts';

test('a passage that was cut ends with ……, a whole one does not', () => {
  expect(shownQuote('公开4件，其中甲1件、乙5件')).toBe('公开4件，其中甲1件、乙5件');
  expect(shownQuote('公'.repeat(longestQuote))).toBe(`${'公'.repeat(longestQuote)}……`);
});
