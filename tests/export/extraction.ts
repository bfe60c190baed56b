import { checkIdentities } from '../../parser/check/identities.ts';
import type { Extraction, Fact } from '../../parser/extraction.ts';
import { disclosure2019 } from '../../parser/forms/disclosure/edition-2019.ts';
import { factsWith } from '../messages/figures.ts';

/** An extraction with something in every field. */
export const extraction = (changes: Partial<Extraction> = {}): Extraction => {
  const facts = factsWith(disclosure2019, {
    'requests.received_new.natural_person': 90,
    'proactive_disclosure.administrative_licensing.change': -3,
    'requests.granted.total': '',
  });
  return {
    schema: 'gouji/extraction/1',
    source: { path: 'reports/2020.html', sha256: 'ab'.repeat(32), bytes: 1234, format: 'html' },
    form: {
      id: disclosure2019.id,
      title: disclosure2019.title,
      issuedAs: disclosure2019.issuedAs,
    },
    authority: { value: '甲市人民政府', evidence: '甲市人民政府2020年政府信息公开工作年度报告' },
    year: { value: 2020, evidence: '2020年' },
    facts,
    coverage: { read: facts.length, expected: facts.length },
    checks: checkIdentities(disclosure2019, facts),
    diagnoses: [
      {
        explains: ['requests.balance@natural_person'],
        alternatives: [
          {
            changes: [{ ref: 'requests.received_new.natural_person', from: 90, to: 0 }],
            likely: null,
            rank: 1,
          },
        ],
        capped: false,
      },
    ],
    claims: [
      {
        quote: '新收90件',
        value: 90,
        about: ['requests.received_new.total'],
        scope: 'whole',
        outcome: 'violated',
        block: 3,
        at: 12,
      },
    ],
    issues: [
      {
        code: 'extra_row',
        table: 'requests',
        row: 'extra_1',
        label: '6.其他不予处理情形',
        subtotal: false,
        slot: { table: 1, row: 24, column: 2 },
      },
      { code: 'year_conflict', candidates: [{ value: 2020, evidence: '2020年' }] },
    ],
    ...changes,
  };
};

export const fact = (changes: Partial<Fact>): Fact => ({
  ref: 'requests.granted.total',
  value: 1,
  state: 'number',
  raw: '1',
  unit: null,
  slot: { table: 1, row: 5, column: 9 },
  ...changes,
});
