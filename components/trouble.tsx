import { Component, type ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Language } from '../parser/messages/words.ts';
import type { Side } from './settings.ts';
import { troubleWordsIn } from './words-in.ts';

/**
 * Something went wrong on our side. `full`: there was no room to keep something; `error`: an exception, with what it said.
 */
export type Trouble = {
  where: 'probe' | 'reader' | 'panel' | 'background';
  kind: 'error' | 'full';
  what: string;
};

type Props = {
  /** At least one. */
  troubles: readonly Trouble[];
  language: Language;
  side: Side;
  /** Version of the extension, browser and address of the page: they go with the details that the person copies. */
  about: readonly string[];
  onCopy: (text: string) => Promise<boolean>;
  onReread: () => void;
  onClose: () => void;
};

/** Says that something went wrong, in a card of its own, whatever else the panel can show. */
export const TroubleCard = ({ troubles, language, side, about, onCopy, onReread, onClose }: Props) => {
  const words = troubleWordsIn(language);
  const [copied, setCopied] = useState<'copied' | 'copyFailed' | null>(null);
  const kind = mostTelling(troubles);
  const details = [...about, ...troubles.map(({ where, what }) => `[${where}] ${what}`)].join('\n');
  return (
    <div class={`gouji at-${side}`} lang={language}>
      <div
        class="trouble"
        role="alertdialog"
        aria-labelledby="gouji-trouble"
        aria-describedby="gouji-trouble-hint"
      >
        <p id="gouji-trouble">{words.title[kind]}</p>
        <p id="gouji-trouble-hint" class="hint">
          {words.hint[kind]}
        </p>
        <div class="exports">
          {kind === 'error' && (
            <button
              type="button"
              class="primary"
              onClick={async () => setCopied((await onCopy(details)) ? 'copied' : 'copyFailed')}
            >
              {words.copy}
            </button>
          )}
          {kind === 'error' && (
            <button type="button" onClick={onReread}>
              {words.reread}
            </button>
          )}
          <button type="button" onClick={onClose}>
            {words.close}
          </button>
        </div>
        {copied === 'copyFailed' && <textarea readOnly rows={4} aria-label={words.copy} value={details} />}
        <p role="status" class="hint">
          {copied === null ? '' : words[copied]}
        </p>
      </div>
    </div>
  );
};

/** Of several the one that the person can do something about. */
const mostTelling = (troubles: readonly Trouble[]): Trouble['kind'] =>
  troubles.some(({ kind }) => kind === 'full') ? 'full' : 'error';

type UpdatedProps = { language: Language; side: Side };

/** That the extension was updated. Closes by what the browser does of itself: no script is left to listen. */
export const Updated = ({ language, side }: UpdatedProps) => {
  const words = troubleWordsIn(language);
  return (
    <div class={`gouji at-${side}`} lang={language}>
      <dialog open class="updated" role="alertdialog" aria-labelledby="gouji-updated">
        <p id="gouji-updated">{words.title.updated}</p>
        <p class="hint">{words.hint.updated}</p>
        <form method="dialog" class="exports">
          <button type="submit">{words.close}</button>
        </form>
      </dialog>
    </div>
  );
};

type BoundaryProps = { onError: (error: unknown) => void; children: ComponentChildren };

/** Shows what is in it until that throws, then nothing, and says so. */
export class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  override componentDidCatch(error: unknown): void {
    this.setState({ failed: true });
    this.props.onError(error);
  }

  override render({ children }: BoundaryProps, { failed }: { failed: boolean }): ComponentChildren {
    return failed ? null : children;
  }
}
