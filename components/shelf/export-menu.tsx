import { useRef } from 'preact/hooks';
import type { Language } from '../../parser/messages/words.ts';
import type { ExportFormat } from './words.ts';
import { shelfWordsIn } from './words-in.ts';

type Props = { label: string; language: Language; onChoose: (format: ExportFormat) => void };

const formats: readonly ExportFormat[] = ['csv', 'findings', 'json', 'xlsx', 'zip'];

/** A button that opens the list of formats. */
export const ExportMenu = ({ label, language, onChoose }: Props) => {
  const words = shelfWordsIn(language);
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    if (menu.current) menu.current.open = false;
  };
  return (
    <details
      ref={menu}
      class="menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !menu.current?.open) return;
        close();
        menu.current.querySelector('summary')?.focus();
      }}
      onFocusOut={(event) => {
        const goes = event.relatedTarget;
        if (goes instanceof Node && !event.currentTarget.contains(goes)) close();
      }}
    >
      <summary class="button">{label}</summary>
      <ul>
        {formats.map((format) => (
          <li key={format}>
            <button
              type="button"
              onClick={() => {
                close();
                onChoose(format);
              }}
            >
              {words.formats[format]}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
};
