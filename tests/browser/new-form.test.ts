import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { libraryPage, withScaffoldedForm } from '../forms/scaffolded.ts';
import { browsersFrom, programOf } from './browsers.ts';
import { type Visit, visit } from './harness.ts';
import { scriptOf } from './script-of.ts';

/** A form added as CONTRIBUTING.md says is noticed by the probe, in a page that the probe of before passes by. */
describe.each(browsersFrom('firefox'))('in %s', (name) => {
  describe.skipIf(!programOf(name))('a new form', () => {
    let at: Visit;
    beforeAll(async () => {
      at = await visit(name);
    });
    afterAll(() => at?.close());

    const notices = async (probe: string): Promise<boolean> => {
      const page = await at.browser.newPage();
      return page.evaluate(
        (source, html) => {
          const run = new Function(`${source}; return gouji;`) as () => {
            holdsReport: (page: Document) => boolean;
          };
          return run().holdsReport(new DOMParser().parseFromString(html, 'text/html'));
        },
        await scriptOf(probe),
        libraryPage,
      );
    };

    it('is noticed from the scaffold on', async () => {
      const { folder } = await withScaffoldedForm();
      expect(await notices('parser/probe.ts')).toBe(false);
      expect(await notices(join(folder, 'parser/probe.ts'))).toBe(true);
    });
  });
});
