import type { Extraction } from '../parser/extraction.ts';
import { isBlank, type Language } from '../parser/messages/words.ts';
import { wordsIn } from '../parser/messages/words-in.ts';
import { panelWordsIn } from './words-in.ts';

/** What the report says it is: authority, year, form, and how much of the form was read. */
export const ReportTitle = ({
  extraction,
  language,
  id,
  heading,
}: {
  extraction: Extraction;
  language: Language;
  id: string;
  /** In place of the authority, where there is no report. */
  heading?: string | undefined;
}) => {
  const { ui } = wordsIn(language);
  const { authority, year, form, coverage } = extraction;
  return (
    <div class="title">
      <h2 id={id} tabIndex={-1} title={authority?.evidence}>
        {heading ??
          authority?.value ??
          (form ? `${ui.authority}${ui.unknown}` : panelWordsIn(language).nothingRecognised)}
      </h2>
      {form && (
        <p>
          <span class="year" title={year?.evidence}>
            {year ? ui.yearValue(year.value) : `${ui.year}${ui.unknown}`}
          </span>
          <span>{ui.formValue(form)}</span>
        </p>
      )}
      {form && (
        <p class="coverage">
          {ui.coverage} <b>{ui.coverageValue(coverage, isBlank(extraction))}</b>
          <progress max={Math.max(coverage.expected, 1)} value={coverage.read} aria-hidden="true" />
        </p>
      )}
    </div>
  );
};
