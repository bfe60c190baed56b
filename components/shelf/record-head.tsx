import type { ComponentChildren } from 'preact';
import type { Kept } from '../../parser/export/kept.ts';
import type { Language } from '../../parser/messages/words.ts';
import { ExportMenu } from './export-menu.tsx';
import { keptName, namedIn } from './kept-name.ts';
import { PageHead } from './page-head.tsx';
import type { ExportFormat } from './words.ts';
import { shelfWordsIn } from './words-in.ts';

type Props = {
  record: Kept;
  line: ComponentChildren;
  language: Language;
  onExport: (ids: readonly string[], format: ExportFormat) => void;
  onRemove: (ids: readonly string[]) => void;
};

/** What a kept record is called, and what can be done with it. */
export const RecordHead = ({ record, line, language, onExport, onRemove }: Props) => {
  const words = shelfWordsIn(language);
  return (
    <PageHead title={keptName(namedIn(record), language)} line={line} language={language}>
      <ExportMenu
        label={words.exportAs}
        language={language}
        onChoose={(format) => onExport([record.id], format)}
      />
      <button type="button" class="button" onClick={() => onRemove([record.id])}>
        {words.remove}
      </button>
    </PageHead>
  );
};
