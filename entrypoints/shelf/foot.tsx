import { shelfWordsIn } from '../../components/shelf/words-in.ts';
import type { Language } from '../../parser/messages/words.ts';
import type { Notice } from './notice.ts';

type FootProps = {
  notice: Notice;
  language: Language;
  onUndo: (ids: readonly string[]) => void;
  onClose: () => void;
};

/** What has just happened, at the foot of the page. */
export const Foot = ({ notice, language, onUndo, onClose }: FootProps) => {
  const words = shelfWordsIn(language);
  const { lines, troubles, undo, running } = notice;
  return (
    <div class="foot">
      <div class="notice" role="status">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {running && (
        <>
          <progress
            max={running.of}
            value={running.done}
            aria-label={words.exportedSoFar(running.done, running.of)}
          />
          <span class="so-far">{words.exportedSoFar(running.done, running.of)}</span>
          <button type="button" class="button" onClick={running.stop}>
            {words.stop}
          </button>
        </>
      )}
      {undo && (
        <button type="button" class="button" onClick={() => onUndo(undo)}>
          {words.undo}
        </button>
      )}
      {lines.length > 0 && (undo || troubles) && (
        <button type="button" class="button" onClick={onClose}>
          {words.close}
        </button>
      )}
      {troubles && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <ul class="troubles" tabIndex={0} aria-label={words.troubles(troubles.length)}>
          {troubles.map((trouble) => (
            <li key={trouble}>{trouble}</li>
          ))}
        </ul>
      )}
    </div>
  );
};
