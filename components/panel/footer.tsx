import { fileNameOf } from '../cells.ts';
import { Keep } from '../keep.tsx';
import { Stepper } from '../stepper.tsx';
import type { OpenPanel } from './state.ts';

type Props = { panel: OpenPanel };

/** What was said last, the way from finding to finding, and what can be taken along of the report. */
export const PanelFooter = ({ panel }: Props) => {
  const { notice, verdict, words, language, listed, listedAt, step, keepable } = panel;
  return (
    <footer>
      <div class="said">
        <p class="notice" aria-hidden="true">
          {notice === verdict.said || notice === '' ? words.local : notice}
        </p>
        {listed.length > 0 && <Stepper at={listedAt} of={listed.length} language={language} onStep={step} />}
      </div>
      {keepable && <TakeAlong panel={panel} />}
    </footer>
  );
};

const TakeAlong = ({ panel }: Props) => {
  const { report, recognised, words, language, alone, exports, keeping } = panel;
  return (
    <div class="exports">
      {recognised && (
        <>
          <button
            type="button"
            class="primary"
            onClick={() => exports.save(fileNameOf(report.extraction), report.csv)}
          >
            {words.download}
          </button>
          <button type="button" onClick={() => exports.copy(report.csv)}>
            {words.copy}
          </button>
        </>
      )}
      <button type="button" title={words.findingsTitle} onClick={exports.saveFindings}>
        {words.downloadFindings}
      </button>
      <Keep
        state={report.kept}
        language={language}
        onKeep={keeping.keep}
        onGoOn={alone ? null : keeping.keepAndGoOn}
        note={report.note}
        onNote={keeping.openNote}
      />
    </div>
  );
};
