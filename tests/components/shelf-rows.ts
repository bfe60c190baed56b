import type { ShelfRow } from '../../components/shelf/row.ts';

/** Rows of the shelf for the states of its list. */

const tally = {
  satisfied: 40,
  violated: 0,
  undetermined: 0,
  contradicted: 0,
  overYears: 0,
  doubts: 0,
  unread: 0,
  aside: 0,
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
  change: Partial<Omit<ShelfRow, 'tally'>> & { tally?: Partial<ShelfRow['tally']> } = {},
): ShelfRow => {
  made += 1;
  return {
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
    ...change,
    tally: { ...tally, ...change.tally },
  };
};
