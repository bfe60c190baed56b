import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../parser/messages/words.ts';
import { wordsIn } from '../parser/messages/words-in.ts';
import { type Attachment, type AttachmentOutcome, readableKinds } from './attachments.ts';
import { attachmentWordsIn } from './words-in.ts';

type Props = {
  files: readonly Attachment[];
  /** Reads the first without being asked again: the page is this file. */
  atOnce: boolean;
  language: Language;
  /** Fetches a file and reads it. Where a report is in it, this list goes out of sight. */
  onRead: (file: Attachment) => Promise<AttachmentOutcome>;
};

/** Files that the page links to, each with its button, or with the reason why there is none. */
export const AttachmentList = ({ files, atOnce, language, onRead }: Props) => {
  const words = attachmentWordsIn(language);
  const [outcomes, setOutcomes] = useState<Readonly<Record<string, AttachmentOutcome | 'reading'>>>({});
  const read = async (file: Attachment) => {
    setOutcomes((before) => ({ ...before, [file.url]: 'reading' }));
    const outcome = await onRead(file);
    setOutcomes((before) => ({ ...before, [file.url]: outcome }));
  };
  const started = useRef(false);
  useEffect(() => {
    const [file] = files;
    if (!atOnce || started.current || !file || !canRead(file)) return;
    started.current = true;
    void read(file);
  }, [atOnce, files]);
  return (
    <ul class="files">
      {files.map((file) => {
        const outcome = outcomes[file.url];
        return (
          <li key={file.url}>
            <p>
              <span class="kind">{file.kind.toUpperCase()}</span> {file.name}
            </p>
            {canRead(file) ? (
              <button
                type="button"
                class="small"
                disabled={outcome === 'reading'}
                aria-label={words.checkOf(file.name)}
                title={file.url}
                onClick={() => read(file)}
              >
                {outcome === 'reading' ? words.reading : words.check}
              </button>
            ) : (
              <p class="remark">{readableKinds.has(file.kind) ? words.why.elsewhere() : words.otherKind}</p>
            )}
            {outcome && outcome !== 'reading' && outcome.kind !== 'read' && (
              <ul class="issues">
                {reasonsOf(outcome, language).map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ul>
  );
};

const canRead = ({ own, kind }: Attachment): boolean => own && readableKinds.has(kind);

/** Why nothing was read of an attachment. */
export const reasonsOf = (
  outcome: Exclude<AttachmentOutcome, { kind: 'read' }>,
  language: Language,
): string[] => {
  if (outcome.kind === 'unfetched') {
    return [attachmentWordsIn(language).why[outcome.why](outcome.status)];
  }
  const about = wordsIn(language).about(outcome.extraction);
  return outcome.extraction.issues.map((issue) => about.issue(issue));
};
