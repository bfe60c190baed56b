import { Fragment } from 'preact';
import type { Language } from '../../parser/messages/words.ts';
import type { ShortcutName } from '../page-words.ts';
import { pageWordsIn } from '../words-in.ts';

/** As the browser writes them: `Alt+Shift+G`; null where none is set. */
export type ShortcutKeys = Record<ShortcutName, string | null>;

type Props = { shortcuts: ShortcutKeys; language: Language; onShortcut: () => void };

/** The keys, and the way to the browser's own page for them. */
export const Shortcuts = ({ shortcuts, language, onShortcut }: Props) => {
  const words = pageWordsIn(language).options;
  return (
    <section>
      <h2>{words.shortcut}</h2>
      <dl class="shortcuts">
        {(['open', 'keep'] as const).map((name) => (
          <Fragment key={name}>
            <dt>{words.shortcuts[name]}</dt>
            <dd>{shortcuts[name] === null ? words.noShortcut : <kbd>{shortcuts[name]}</kbd>}</dd>
          </Fragment>
        ))}
      </dl>
      <button type="button" onClick={onShortcut}>
        {words.changeShortcut}
      </button>
      <p class="note">{words.shortcutNote}</p>
    </section>
  );
};
