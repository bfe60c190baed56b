import type { ShelfRow } from '../../components/shelf/row.ts';

/** Rows of the shelf for the states of its list. */

const reasons = {
  identities: 0,
  claims: 0,
  statements: 0,
  years: 0,
  undetermined: 0,
  unread: 0,
  aside: 0,
  hints: 0,
  satisfied: 40,
};

/** What is decided of a row with these reasons. */
const verdictOf = ({ identities, claims, statements, undetermined, unread }: ShelfRow['reasons']) => {
  if (identities + claims + statements > 0) return 'violated';
  return undetermined + unread > 0 ? 'open' : 'holds';
};

const figures = {
  received: 92,
  carriedOver: 0,
  processed: 90,
  granted: 20,
  carriedForward: 2,
  reviews: 2,
  lawsuits: 2,
};

let made = 0;

export const shelfRow = (
  change: Partial<Omit<ShelfRow, 'reasons'>> & { reasons?: Partial<ShelfRow['reasons']> } = {},
): ShelfRow => {
  made += 1;
  return {
    kind: 'report',
    id: `row-${made}`,
    place: `http://www.example.gov.cn/${made}.html`,
    title: '年度报告',
    report: 0,
    retrieved: '2026-02-01T08:00:00.000Z',
    kept: '2026-02-01T08:00:00.000Z',
    tool: '0.1.0',
    form: 'disclosure-2021',
    authority: '甲市人民政府',
    year: 2022,
    figures,
    verdict: verdictOf({ ...reasons, ...change.reasons }),
    ...change,
    reasons: { ...reasons, ...change.reasons },
  };
};
