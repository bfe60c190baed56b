import { useEffect, useState } from 'preact/hooks';
import type { ShelfRow } from '../../components/shelf/row.ts';
import { type Judgement, unjudged } from '../../parser/findings/judgement.ts';
import { onShelfChange, shelfRows, sweep } from '../store/shelf.ts';
import { onDismissals, readDismissals, readSettings } from '../wire/stored.ts';
import { judgedRows } from './with-dismissals.ts';

/** What is kept. */
export type KeptRows = {
  /** As the database holds them; null before they are read. */
  stored: readonly ShelfRow[] | null;
  /** Without what the person has set aside; null before. */
  rows: readonly ShelfRow[] | null;
  judgement: Judgement;
  /** The database cannot be read. */
  broken: boolean;
  refresh: () => Promise<void>;
};

export const useKeptRows = (): KeptRows => {
  const [stored, setStored] = useState<readonly ShelfRow[] | null>(null);
  const [rows, setRows] = useState<readonly ShelfRow[] | null>(null);
  const [broken, setBroken] = useState(false);
  const judgement = useJudgement();
  const refresh = (): Promise<void> =>
    shelfRows().then(setStored, (error: unknown) => {
      console.error('Gouji: the shelf cannot be opened.', error);
      setBroken(true);
    });
  useEffect(() => {
    // What was removed long ago is of no hurry.
    void refresh().then(sweep, () => {});
    return onShelfChange(() => void refresh());
  }, []);
  useEffect(() => {
    let current = true;
    if (stored !== null)
      judgedRows(stored, judgement).then(
        (judged) => current && setRows(judged),
        () => current && setRows(stored),
      );
    return () => {
      current = false;
    };
  }, [stored, judgement]);
  return { stored, rows, judgement, broken, refresh };
};

/** What the person has set aside, kept up to date. */
const useJudgement = (): Judgement => {
  const [judgement, setJudgement] = useState<Judgement>(unjudged);
  useEffect(() => {
    void Promise.all([readDismissals(), readSettings()]).then(([dismissals, { quiet }]) =>
      setJudgement({ dismissals, quiet }),
    );
    return onDismissals((dismissals) => setJudgement(({ quiet }) => ({ dismissals, quiet })));
  }, []);
  return judgement;
};
