import { useEffect, useRef, useState } from 'preact/hooks';
import { Sign } from '../components/sign.tsx';
import type { Detail, Said, Sentences } from './entry.ts';
import type { Stored } from './stored.ts';
import type { PageLanguage, PageWords } from './words.ts';

type Props = {
  stored: Stored;
  /** Place among all rows. */
  at: number;
  /** Place in the list, from 0, and the length of the list. */
  place: number;
  of: number;
  language: PageLanguage;
  words: PageWords;
  onMove: (by: number) => void;
  onClose: () => void;
};

/** One report beside the list; Escape closes it, the arrow keys left and right go to its neighbours in the list. */
export const DetailDialog = ({ stored, at, place, of, language, words, onMove, onClose }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [detail, setDetail] = useState<{ at: number; detail: Detail } | null>(null);
  const row = stored.rows[at];
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    let wanted = true;
    body.current?.scrollTo(0, 0);
    void stored.detail(at).then((found) => {
      if (wanted) setDetail({ at, detail: found });
    });
    return () => {
      wanted = false;
    };
  }, [stored, at]);
  if (!row) return null;
  return (
    <dialog
      ref={dialog}
      class="detail"
      aria-labelledby="detail-title"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') onMove(-1);
        else if (event.key === 'ArrowRight') onMove(1);
      }}
    >
      <div class="detail-head">
        <h2 id="detail-title">
          {row.authority ?? words.unknownAuthority} {row.year ?? words.unknownYear}
        </h2>
        <nav>
          <span class="soft">{words.position(place + 1, of)}</span>
          <button type="button" disabled={place === 0} onClick={() => onMove(-1)}>
            {words.previous}
          </button>
          <button type="button" disabled={place === of - 1} onClick={() => onMove(1)}>
            {words.next}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            {words.close}
          </button>
        </nav>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div ref={body} class="detail-body" tabIndex={0}>
        {detail?.at === at && (
          <>
            <p class={`conclusion is-${row.verdict}`}>
              <Sign verdict={row.verdict} />
              <span>
                <b>{words.verdict[row.verdict]}</b>
                {row.verdict !== 'unread' && <br />}
                {row.verdict !== 'unread' && detail.detail.verdict[language]}
              </span>
            </p>
            <Findings detail={detail.detail} language={language} words={words} />
            <Figures
              detail={detail.detail}
              names={stored.closing.outcomeNames[row.form ?? ''] ?? []}
              language={language}
              words={words}
            />
            <Origin detail={detail.detail} path={row.path} language={language} words={words} />
          </>
        )}
      </div>
    </dialog>
  );
};

type PartProps = { detail: Detail; language: PageLanguage; words: PageWords };

/** What was found, with what may be wrong first. Also what is printed of a report. */
export const Findings = ({ detail, language, words }: PartProps) => {
  const { diagnoses, violated, contradicted, undetermined, unread, notes } = detail;
  const none = [violated, contradicted, undetermined, unread].every(({ said }) => said.length === 0);
  return (
    <>
      {none && notes.said.length === 0 && <p>{words.nothingFound}</p>}
      {diagnoses.length > 0 && (
        <section class="diagnoses">
          <h3>{words.diagnosis}</h3>
          {diagnoses.map(({ alternatives: [first, ...others], remark }, at) => (
            <div key={at} class="diagnosis">
              {first && <p>{first[language]}</p>}
              {remark && <p class="soft">{remark[language]}</p>}
              {others.length > 0 && (
                <details>
                  <summary>{words.otherAlternatives(others.length)}</summary>
                  <ul>
                    {others.map((other, index) => (
                      <li key={index}>{other[language]}</li>
                    ))}
                  </ul>
                </details>
              )}
            </div>
          ))}
          <p class="soft">{words.diagnosisHint}</p>
        </section>
      )}
      <Part title={words.violated} tone="violated" sentences={violated} language={language} words={words} />
      {contradicted.said.length > 0 && (
        <section>
          <h3>{words.contradicted}</h3>
          <ul class="findings">
            {contradicted.said.map((said, at) => (
              <li key={at} class="violated">
                {said[language]}
                <br />
                <q lang="zh-CN">{said.quote}</q>
              </li>
            ))}
          </ul>
          {contradicted.more > 0 && <p class="soft">{words.leftOut(contradicted.more)}</p>}
        </section>
      )}
      <Part title={words.unread} tone="open" sentences={unread} language={language} words={words} />
      <Part
        title={words.undetermined}
        tone="open"
        sentences={undetermined}
        language={language}
        words={words}
      />
      <Part title={words.notes} tone="note" sentences={notes} language={language} words={words} />
    </>
  );
};

const Part = ({
  title,
  tone,
  sentences: { said, more },
  language,
  words,
}: {
  title: string;
  tone: 'violated' | 'open' | 'note';
  sentences: Sentences;
  language: PageLanguage;
  words: PageWords;
}) =>
  said.length === 0 ? null : (
    <section>
      <h3>{title}</h3>
      <ul class="findings">
        {said.map((sentence, at) => (
          <li key={at} class={tone}>
            {sentence[language]}
          </li>
        ))}
      </ul>
      {more > 0 && <p class="soft">{words.leftOut(more)}</p>}
    </section>
  );

const Figures = ({ detail, names, language, words }: PartProps & { names: readonly Said[] }) => {
  const { figures, rate, outcomes } = detail;
  const decided = outcomes.some((value) => value !== null);
  if (figures.every(({ value }) => value === null) && !decided) return null;
  const total = outcomes.reduce<number>((sum, value) => sum + Math.max(0, value ?? 0), 0);
  return (
    <section>
      <h3>{words.figures}</h3>
      <dl class="pairs">
        {figures.map(({ name, value }) => (
          <div key={name.en}>
            <dt>{name[language]}</dt>
            <dd>{value ?? words.noFigure}</dd>
          </div>
        ))}
      </dl>
      {rate && <p>{rate[language]}</p>}
      {names.length > 0 && <h4>{words.outcomes}</h4>}
      <dl class="outcomes">
        {names.map((name, at) => {
          const value = outcomes[at] ?? null;
          return (
            <div key={name.en}>
              <dt>{name[language]}</dt>
              <dd>
                <span
                  aria-hidden="true"
                  style={{ width: `${total > 0 ? (Math.max(0, value ?? 0) * 100) / total : 0}%` }}
                />
                {value === null ? words.noFigure : words.number(value)}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
};

/** Only what a browser may open as a page of the web; anything else stays text. */
const webAddress = (address: string | null): string | null =>
  address !== null && /^https?:\/\//i.test(address) ? address : null;

const Origin = ({ detail, path, language, words }: PartProps & { path: string }) => {
  const web = webAddress(detail.url);
  return (
    <section>
      <h3>{words.source}</h3>
      <dl class="origin">
        <dd>
          {path} {detail.link && <a href={detail.link}>{words.openSource}</a>}
        </dd>
        {detail.url !== null && (
          <>
            <dt>{words.address}</dt>
            <dd>{web === null ? detail.url : <a href={web}>{web}</a>}</dd>
          </>
        )}
        {detail.form && (
          <>
            <dt>{words.form}</dt>
            <dd>{detail.form[language]}</dd>
          </>
        )}
        {detail.sha256 !== '' && (
          <>
            <dt>{words.hash}</dt>
            <dd>
              <code>{detail.sha256}</code>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
};
