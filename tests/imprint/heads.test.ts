import { expect, test } from 'vitest';
import { disclosure2021 } from '../../parser/forms/disclosure/edition-2021.ts';
import { identify } from '../../parser/imprint/identify.ts';
import { readHtml } from '../../parser/source/html/html.ts';
import { readText } from '../../parser/source/plain-text/text.ts';
import { besideTitles } from './heads/beside-titles.ts';
import { inTexts } from './heads/in-texts.ts';
import { inTitles } from './heads/in-titles.ts';
import { nobodyTold } from './heads/nobody-told.ts';

const tables = '<table><tr><td>规章</td><td>0</td></tr></table>';

test.each([...inTitles, ...besideTitles, ...nobodyTold, ...inTexts])('%s', (_, page, body, year) => {
  const document = page.startsWith('<')
    ? readHtml(page.replace('[表]', tables))
    : readText(page.replace('[表]', ''));
  const found = identify(document, document.blocks, disclosure2021, true);
  expect([found.authority?.value ?? null, found.year?.value ?? null]).toEqual([body, year]);
});
