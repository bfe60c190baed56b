import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Charts } from './charts.tsx';
import { DetailDialog } from './detail.tsx';
import { Filters } from './filters.tsx';
import { Kinds } from './kinds.tsx';
import { List } from './list.tsx';
import { everything, firstOrder, listingOf, type ReportFilter, type ReportOrder } from './listing.ts';
import { OverYearsList } from './over-years.tsx';
import { mostDetails, type Printing, preparedDetails, printOn } from './printed.tsx';
import type { Stored } from './stored.ts';
import { Tiles } from './tiles.tsx';
import type { PageLanguage, PageWords } from './words.ts';
import { pageWordsIn } from './words-in.ts';

type Props = { stored: Stored; first: PageLanguage; printed: HTMLElement };

/** The whole page: how many of which verdict, charts, kinds of findings, and the list of all reports. */
export const ReportPage = ({ stored, first, printed }: Props) => {
  const { rows, closing } = stored;
  const [language, setLanguage] = useState(first);
  const [filter, setFilter] = useState<ReportFilter>(everything);
  const [order, setOrder] = useState<ReportOrder>(firstOrder);
  /** Place in the list of the report that is open. */
  const [open, setOpen] = useState<number | null>(null);
  const list = useRef<HTMLElement>(null);
  const words = pageWordsIn(language);
  const listing = useMemo(() => listingOf(rows), [rows]);
  const chosen = useMemo(() => listing.select(filter, order), [listing, filter, order]);
  const { preparing, print } = usePrinting(stored, printed, { rows, chosen, closing, filter, language });
  const { summary, kinds } = closing;

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = words.title;
  }, [language, words]);

  const set = (part: Partial<ReportFilter>): void => {
    setFilter({ ...filter, ...part });
    setOpen(null);
  };
  /** A choice made above the list is seen in the list. */
  const setAndShow = (part: Partial<ReportFilter>): void => {
    set(part);
    list.current?.scrollIntoView({ block: 'start' });
  };
  const seen = { filter, language, words };
  const listed = { order, kinds, language, words, onOrder: setOrder };

  return (
    <>
      <Head
        summary={summary}
        reports={rows.length}
        years={listing.years}
        language={language}
        words={words}
        preparing={preparing}
        onPrint={print}
        onLanguage={setLanguage}
      />
      <main>
        <Tiles rows={rows} filter={filter} words={words} onFilter={set} />
        <Charts rows={rows} filter={filter} words={words} onFilter={setAndShow} />
        <Kinds rows={rows} kinds={kinds} {...seen} onFilter={setAndShow} />
        <OverYearsList found={summary.overYears} language={language} words={words} />
        <section ref={list} class="reports" aria-labelledby="list-title">
          <h2 id="list-title">{words.list}</h2>
          <Filters {...listed} filter={filter} years={listing.years} onFilter={set} />
          <p class="shown" role="status">
            {words.shown(chosen.length, rows.length)}
            <span class="soft">{words.listAbout}</span>
          </p>
          <List {...listed} rows={rows} chosen={chosen} onOpen={setOpen} />
        </section>
      </main>
      {open !== null && chosen[open] !== undefined && (
        <DetailDialog
          stored={stored}
          at={chosen[open]}
          place={open}
          of={chosen.length}
          language={language}
          words={words}
          onMove={(by) => setOpen(Math.min(chosen.length - 1, Math.max(0, open + by)))}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
};

/** Prints what is listed, with the details, which are unpacked for it. `preparing`: that is being done. */
const usePrinting = (
  stored: Stored,
  printed: HTMLElement,
  shown: Omit<Printing, 'details'>,
): { preparing: boolean; print: () => Promise<void> } => {
  const [preparing, setPreparing] = useState(false);
  const prepared = useRef<Printing['details']>(null);
  const printing = useRef<Omit<Printing, 'details'>>(null);
  printing.current = shown;
  useEffect(
    () => printOn(printed, () => printing.current && { ...printing.current, details: prepared.current }),
    [printed],
  );
  const print = async (): Promise<void> => {
    setPreparing(true);
    prepared.current = await preparedDetails(stored, shown.chosen);
    setPreparing(false);
    // After the page has said that it is ready.
    setTimeout(() => {
      window.print();
      prepared.current = null;
    });
  };
  return { preparing, print };
};

type HeadProps = {
  summary: Stored['closing']['summary'];
  reports: number;
  years: readonly (number | 'unknown')[];
  language: PageLanguage;
  words: PageWords;
  preparing: boolean;
  onPrint: () => Promise<void>;
  onLanguage: (language: PageLanguage) => void;
};

/** What the page is about, and what can be done with all of it. */
const Head = ({ summary, reports, years, language, words, preparing, onPrint, onLanguage }: HeadProps) => {
  const known = years.filter((year) => year !== 'unknown');
  return (
    <header>
      <div class="bar">
        <h1>{words.title}</h1>
        <div class="actions">
          <button
            type="button"
            title={words.printHint(mostDetails)}
            disabled={preparing}
            onClick={() => void onPrint()}
          >
            {preparing ? words.printing : words.print}
          </button>
          <button
            type="button"
            lang={language === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => onLanguage(language === 'zh' ? 'en' : 'zh')}
          >
            {words.otherLanguage}
          </button>
        </div>
      </div>
      <p class="subtitle">
        {words.subtitle({ reports, first: known.at(-1) ?? null, last: known[0] ?? null })}
      </p>
      <p class="soft">{words.madeBy(summary.tool, summary.made.slice(0, 10))}</p>
      {summary.remarks.length > 0 && (
        <details>
          <summary>{words.remarks}</summary>
          <ul>
            {summary.remarks.map((remark, at) => (
              <li key={at}>{remark[language]}</li>
            ))}
          </ul>
        </details>
      )}
    </header>
  );
};
