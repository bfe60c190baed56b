import type { Extraction } from '../parser/extraction.ts';
import type { Language } from '../parser/messages/words.ts';
import { wordsIn } from '../parser/messages/words-in.ts';
import { AttachmentList } from './attachment-list.tsx';
import type { Attachment, AttachmentOutcome, LinkedReport } from './attachments.ts';
import { attachmentWordsIn, panelWordsIn } from './words-in.ts';

/** What else is on a page: where a report may be, if not in its tables. */
export type Nearby = {
  files: readonly Attachment[];
  /** What looks like a report among the links, and the next page of the list. */
  links: readonly LinkedReport[];
  next: string | null;
  /** Addresses of large frames that belong to other sites. */
  frames: readonly string[];
  pictures: number;
  loading: boolean;
  isFile: boolean;
};

type Props = {
  extraction: Extraction;
  nearby: Nearby;
  language: Language;
  onRead: (file: Attachment) => Promise<AttachmentOutcome>;
};

/** Why nothing was read, and what can be done about it. */
export const Absence = ({ extraction, nearby, language, onRead }: Props) => {
  const words = panelWordsIn(language);
  const about = wordsIn(language).about(extraction);
  const { files, frames, pictures, loading, isFile } = nearby;
  return (
    <section class="section absence">
      <h3>{words.whyNone}</h3>
      <ul class="issues">
        {isFile && <li>{attachmentWordsIn(language).isFile}</li>}
        {/* What the browser's viewer puts around the file says nothing of it. */}
        {!isFile &&
          extraction.issues.map((issue) => <li key={JSON.stringify(issue)}>{about.issue(issue)}</li>)}
        {loading && !isFile && <li>{words.stillLoading}</li>}
        {pictures > 0 && <li>{words.pictures(pictures)}</li>}
      </ul>
      {frames.length > 0 && (
        <>
          <h4>{words.foreignFrames}</h4>
          <ul class="issues">
            {frames.map((address) => (
              <li key={address}>
                <a href={address} target="_blank" rel="noopener">
                  {address}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {files.length > 0 && (
        <>
          {!isFile && <h4>{words.onlyFiles(files.length)}</h4>}
          <AttachmentList files={files} atOnce={isFile} language={language} onRead={onRead} />
          <p class="hint">{attachmentWordsIn(language).hint}</p>
        </>
      )}
    </section>
  );
};
