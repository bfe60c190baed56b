import type { Diagnosis, Extraction } from '../parser/extraction.ts';
import { likeliestOf } from '../parser/findings/likeliest.ts';
import { printed } from '../parser/messages/figure.ts';
import type { Language } from '../parser/messages/words.ts';
import { wordsIn } from '../parser/messages/words-in.ts';
import { useInSight } from './in-sight.ts';
import { sentencesOf } from './sentences.ts';
import { panelWordsIn } from './words-in.ts';

type Alternative = Diagnosis['alternatives'][number];

type Props = {
  extraction: Extraction;
  language: Language;
  /** Key of what is marked on the page. */
  shown: string | null;
  onToggle: (key: string, alternative: Alternative) => void;
};

/** For each connected part of the identities: the likeliest wrong cells, what would mend everything, the other candidates folded. */
export const Diagnoses = ({ extraction, language, shown, onToggle }: Props) => {
  const words = panelWordsIn(language);
  const { diagnoses } = extraction;
  if (diagnoses.length === 0) return null;
  return (
    <section class="section diagnoses">
      <h3>{diagnoses.some((one) => likeliestOf(one).length > 1) ? words.diagnosisOpen : words.diagnosis}</h3>
      <p class="hint">{words.diagnosisHint}</p>
      <ol>
        {diagnoses.map((diagnosis, at) => {
          const first = likeliestOf(diagnosis);
          const others = diagnosis.alternatives.filter((one) => !first.includes(one));
          const text = sentencesOf(diagnosis, extraction, language);
          const key = (rank: number): string => `diagnosis:${at}:${rank}`;
          const item = (alternative: Alternative) => (
            <Guess
              alternative={alternative}
              sentence={text.alternatives[alternative.rank - 1] ?? ''}
              extraction={extraction}
              language={language}
              shown={shown === key(alternative.rank)}
              onToggle={() => onToggle(key(alternative.rank), alternative)}
            />
          );
          return (
            <li key={diagnosis.explains.join()} class="diagnosis">
              {first.map((one) => (
                <div key={one.rank}>{item(one)}</div>
              ))}
              {text.remark && <p class="remark">{text.remark}</p>}
              {first.length > 0 && (
                <Mends diagnosis={diagnosis} extraction={extraction} language={language} />
              )}
              {others.length > 0 && (
                <details class="others">
                  <summary>{words.otherCandidates(others.length)}</summary>
                  <ol>
                    {others.map((alternative) => (
                      <li key={alternative.rank}>{item(alternative)}</li>
                    ))}
                  </ol>
                </details>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
};

type GuessProps = {
  alternative: Alternative;
  sentence: string;
  extraction: Extraction;
  language: Language;
  shown: boolean;
  onToggle: () => void;
};

/** One set of cells whose change satisfies everything: each with the number printed and the number that would do. */
const Guess = ({ alternative, sentence, extraction, language, shown, onToggle }: GuessProps) => {
  const words = panelWordsIn(language);
  const about = wordsIn(language).about(extraction);
  const { changes } = alternative;
  const button = useInSight<HTMLButtonElement>(shown);
  return (
    <button
      ref={button}
      type="button"
      class="guess"
      aria-pressed={shown}
      title={words.show}
      onClick={onToggle}
    >
      {changes.map(({ ref, from, to }) => (
        <span key={ref} class="change">
          <span class="where">{about.cell(ref)}</span>{' '}
          <span class="numbers">
            <span class="from">{from === null ? words.state.blank : printed(from)}</span>
            <span aria-hidden="true"> → </span>
            <span class="unseen"> {words.wouldBe} </span>
            <b>{printed(to)}</b>
          </span>
        </span>
      ))}
      <span class="likely">{sentence}</span>
    </button>
  );
};

/** The identities that the change would satisfy. */
const Mends = ({
  diagnosis,
  extraction,
  language,
}: {
  diagnosis: Diagnosis;
  extraction: Extraction;
  language: Language;
}) => {
  const about = wordsIn(language).about(extraction);
  const words = panelWordsIn(language);
  const mended = extraction.checks.filter(({ id }) => diagnosis.explains.includes(id));
  return (
    <div class="mends">
      <p>{words.mends(mended.length)}</p>
      <ul>
        {mended.map((check) => (
          <li key={check.id}>
            {about.where(check)} {about.identity(check)}
          </li>
        ))}
      </ul>
    </div>
  );
};
