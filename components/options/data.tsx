import { useState } from 'preact/hooks';
import type { Language } from '../../parser/messages/words.ts';
import { pageWordsIn } from '../words-in.ts';

type Props = {
  language: Language;
  onShelf: () => void;
  /** Answers whether all is erased. */
  onErase: () => Promise<boolean>;
  onNotice: (notice: string) => void;
};

/** What is kept: the way to it, and to its end, which asks once more. */
export const Data = ({ language, onShelf, onErase, onNotice }: Props) => {
  const words = pageWordsIn(language).options;
  const [erasing, setErasing] = useState(false);
  return (
    <section>
      <h2>{words.data}</h2>
      <p class="note">{words.dataNote}</p>
      <button type="button" onClick={onShelf}>
        {words.openShelf}
      </button>{' '}
      {erasing ? (
        <span class="confirm">
          {words.eraseSure}{' '}
          <button
            type="button"
            class="danger"
            onClick={async () => {
              setErasing(false);
              onNotice((await onErase()) ? words.erased : words.eraseFailed);
            }}
          >
            {words.eraseYes}
          </button>{' '}
          <button type="button" onClick={() => setErasing(false)}>
            {words.eraseNo}
          </button>
        </span>
      ) : (
        <button type="button" class="danger" onClick={() => setErasing(true)}>
          {words.erase}
        </button>
      )}
    </section>
  );
};
