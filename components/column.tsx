import { useState } from 'preact/hooks';
import { headline } from '../parser/messages/headline.ts';
import type { Language } from '../parser/messages/words.ts';
import { reasonsOf } from './attachment-list.tsx';
import type { LinkedReport, LinkOutcome } from './attachments.ts';
import { type ColumnRun, isRead, mostAtOnce } from './column-run.ts';
import { Sign } from './sign.tsx';
import { columnWordsIn } from './words-in.ts';

type Props = {
  links: readonly LinkedReport[];
  /** The list goes on, on another page. */
  goesOn: boolean;
  run: ColumnRun;
  language: Language;
  onOpen: (link: LinkedReport) => void;
  onKeepAll: (urls: readonly string[]) => void;
  onMore: () => void;
};

/** The reports that a column page links to, by body and year: chosen, fetched one by one, and what came of each. */
export const Column = ({ links, goesOn, run, language, onOpen, onKeepAll, onMore }: Props) => {
  const words = columnWordsIn(language);
  const choosing = useChoosing(links);
  const read = links.filter(({ url }) => isRead(run.outcomes[url])).map(({ url }) => url);
  return (
    <section class="section column">
      <h3>{words.title(links.length)}</h3>
      <p class="hint">{words.hint(mostAtOnce)}</p>
      <div class="choosing">
        <WhichReports choosing={choosing} language={language} />
        <RunButton run={run} urls={choosing.picked} language={language} />
        {read.length > 0 && run.running === null && (
          <button type="button" class="small keep-all" onClick={() => onKeepAll(read)}>
            {words.keepAll(read.length)}
          </button>
        )}
      </div>
      {run.running && (
        <p class="running">
          <progress
            max={run.running.of}
            value={run.running.done}
            aria-label={words.progress(run.running.done + 1, run.running.of)}
          />{' '}
          {words.progress(run.running.done + 1, run.running.of)}
        </p>
      )}
      <LinkTable choosing={choosing} outcomes={run.outcomes} language={language} onOpen={onOpen} />
      {goesOn && (
        <button type="button" class="wide more" onClick={onMore}>
          {words.more}
        </button>
      )}
    </section>
  );
};

/** Which of the reports are listed, and which of them are chosen. */
const useChoosing = (links: Props['links']) => {
  const [year, setYear] = useState<number | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const listed = links.filter((link) => year === null || link.year === year);
  return {
    years: [...new Set(links.flatMap((link) => link.year ?? []))].sort((a, b) => b - a),
    year,
    setYear,
    listed,
    chosen,
    choose: (urls: readonly string[], on: boolean): void =>
      setChosen((before) => new Set([...before].filter((url) => !urls.includes(url)).concat(on ? urls : []))),
    /** As many of the chosen as one click may fetch. */
    picked: listed
      .filter(({ url }) => chosen.has(url))
      .slice(0, mostAtOnce)
      .map(({ url }) => url),
  };
};

type ChoosingProps = { choosing: ReturnType<typeof useChoosing>; language: Language };

/** All or none, of one year or of any. */
const WhichReports = ({ choosing, language }: ChoosingProps) => {
  const words = columnWordsIn(language);
  const { years, year, setYear, listed, chosen, choose } = choosing;
  return (
    <>
      <label>
        <input
          type="checkbox"
          checked={listed.length > 0 && listed.every(({ url }) => chosen.has(url))}
          onChange={(event) =>
            choose(
              listed.map(({ url }) => url),
              event.currentTarget.checked,
            )
          }
        />{' '}
        {words.all}
      </label>
      {years.length > 1 && (
        <label>
          {words.year}{' '}
          <select
            value={year ?? ''}
            onChange={(event) =>
              setYear(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))
            }
          >
            <option value="">{words.anyYear}</option>
            {years.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
};

/** Starts what is chosen, and stops it. */
const RunButton = ({
  run,
  urls,
  language,
}: Pick<Props, 'run' | 'language'> & { urls: readonly string[] }) => {
  const words = columnWordsIn(language);
  return run.running ? (
    <button type="button" class="small stop" onClick={run.cancel}>
      {words.stop}
    </button>
  ) : (
    <button type="button" class="small start" disabled={urls.length === 0} onClick={() => run.start(urls)}>
      {words.check(urls.length)}
    </button>
  );
};

type LinkTableProps = ChoosingProps & Pick<Props, 'onOpen'> & Pick<ColumnRun, 'outcomes'>;

const LinkTable = ({ choosing, outcomes, language, onOpen }: LinkTableProps) => {
  const words = columnWordsIn(language);
  const { listed, chosen, choose } = choosing;
  return (
    <table class="links">
      <colgroup>
        <col class="pick" />
        <col class="of-year" />
        <col />
        <col class="result" />
      </colgroup>
      <thead class="unseen">
        <tr>
          <td />
          <th scope="col">{words.year}</th>
          <th scope="col">{words.columns.report}</th>
          <th scope="col">{words.columns.result}</th>
        </tr>
      </thead>
      <tbody>
        {listed.map((link) => (
          <tr key={link.url}>
            <td>
              <input
                type="checkbox"
                aria-label={words.select(link.name)}
                checked={chosen.has(link.url)}
                onChange={(event) => choose([link.url], event.currentTarget.checked)}
              />
            </td>
            <td>{link.year === null ? '' : link.year}</td>
            <td>
              <a href={link.url} target="_blank" rel="noopener" title={`${link.name}\n${link.url}`}>
                {link.body ?? link.name}
              </a>
              {link.kind !== 'html' && <span class="kind"> {link.kind.toUpperCase()}</span>}
            </td>
            <td>
              <Result link={link} outcome={outcomes[link.url]} language={language} onOpen={onOpen} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

type ResultProps = {
  link: LinkedReport;
  outcome: LinkOutcome | 'reading' | undefined;
  language: Language;
  onOpen: Props['onOpen'];
};

const Result = ({ link, outcome, language, onOpen }: ResultProps) => {
  const words = columnWordsIn(language);
  if (outcome === undefined) return null;
  if (outcome === 'reading') return <span class="hint">{words.reading}</span>;
  if (outcome.kind !== 'linked')
    return (
      <ul class="issues">
        {reasonsOf(outcome, language).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    );
  return (
    <>
      {outcome.reports.map(({ authority, year, verdict, reasons }) => (
        <p key={`${authority} ${year}`} class={`outcome is-${verdict}`}>
          <Sign verdict={verdict} /> {headline(reasons, language)}
        </p>
      ))}
      <button type="button" class="link" aria-label={words.openOf(link.name)} onClick={() => onOpen(link)}>
        {words.open}
      </button>
    </>
  );
};
