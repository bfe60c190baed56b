import type { Told } from '../parser/findings/finding.ts';
import type { Judgement } from '../parser/findings/judgement.ts';
import { reasonsOf, verdictOn } from '../parser/findings/verdict.ts';
import { headline } from '../parser/messages/headline.ts';
import type { Language } from '../parser/messages/words.ts';
import { wordsIn } from '../parser/messages/words-in.ts';
import { panelWordsIn } from './words-in.ts';

type Props = {
  reports: readonly Told[];
  chosen: number;
  language: Language;
  judgement: Judgement;
  onChoose: (index: number) => void;
};

/** Several reports on one page, to choose from. */
export const ReportList = ({ reports, chosen, language, judgement, onChoose }: Props) => {
  const words = panelWordsIn(language);
  const { ui } = wordsIn(language);
  return (
    <section class="reports" aria-label={words.reports(reports.length)}>
      <p>{words.reports(reports.length)}</p>
      <ul>
        {reports.map(({ extraction, ...told }, index) => (
          <li key={`${extraction.source.url} ${index}`}>
            <button type="button" aria-pressed={index === chosen} onClick={() => onChoose(index)}>
              <span>
                {extraction.authority?.value ?? ui.unknown}
                {extraction.year && ` ${ui.yearValue(extraction.year.value)}`}
              </span>
              <small>{headline(reasonsOf(verdictOn({ extraction, ...told }, judgement)), language)}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
