import { useRef } from 'preact/hooks';
import type { Language } from '../../parser/messages/words.ts';
import { draftWordsIn } from '../words-in.ts';
import { addressOf } from './address.ts';
import { FileButton } from './file-button.tsx';
import { shelfWordsIn } from './words-in.ts';

type Props = {
  language: Language;
  /** The file that is being read. */
  reading: string | null;
  /** Something is on show below: then this takes little room. */
  filled: boolean;
  onFiles: (files: readonly File[]) => void;
};

/** Where a draft is given that is to be checked and not kept: chosen, dropped or pasted. */
export const Intake = ({ language, reading, filled, onFiles }: Props) => {
  const words = draftWordsIn(language);
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <header class={filled ? 'intake filled' : 'intake'}>
      <a class="back" href={addressOf({ view: 'list' })}>
        <span aria-hidden="true">←</span> {shelfWordsIn(language).back}
      </a>
      {!filled && (
        <>
          <h2 tabIndex={-1}>{words.title}</h2>
          <p>{words.how}</p>
          <p class="soft">{words.kinds}</p>
        </>
      )}
      <div class="ways">
        <FileButton label={filled ? words.another : words.choose} primary={!filled} onFiles={onFiles} />
        <textarea
          ref={field}
          class="paste"
          rows={filled ? 1 : 3}
          aria-label={words.paste}
          placeholder={words.pasteHint}
          data-paste
          // It takes what is pasted, which the page hears of; nothing is written here.
          onInput={() => {
            if (field.current) field.current.value = '';
          }}
        />
      </div>
      <p class="reading" role="status">
        {reading !== null && words.reading(reading)}
      </p>
    </header>
  );
};
