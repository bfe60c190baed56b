import type { Extraction } from '../parser/extraction.ts';
import { type Language, wordsIn } from '../parser/messages/words.ts';
import { panelWordsIn } from './words.ts';

/** What else is on a page: where a report may be, if not in its tables. */
export type Nearby = {
  files: readonly { url: string; kind: string; name: string }[];
  pictures: number;
  loading: boolean;
  isFile: boolean;
};

type Props = { extraction: Extraction; nearby: Nearby; language: Language };

/** Why nothing was read, and what can be done about it. */
export const Absence = ({ extraction, nearby, language }: Props) => {
  const words = panelWordsIn(language);
  const about = wordsIn(language).about(extraction);
  const { files, pictures, loading, isFile } = nearby;
  return (
    <section class="section absence">
      <h3>{words.whyNone}</h3>
      <ul class="issues">
        {isFile && <li>{words.isFile}</li>}
        {extraction.issues.map((issue) => (
          <li key={JSON.stringify(issue)}>{about.issue(issue)}</li>
        ))}
        {loading && <li>{words.stillLoading}</li>}
        {pictures > 0 && <li>{words.pictures(pictures)}</li>}
      </ul>
      {files.length > 0 && (
        <>
          <h4>{words.onlyFiles(files.length)}</h4>
          <ul class="files">
            {files.map(({ url, kind, name }) => (
              <li key={url}>
                <span class="kind">{kind.toUpperCase()}</span> {name}
              </li>
            ))}
          </ul>
          <p class="hint">{words.filesHint}</p>
        </>
      )}
    </section>
  );
};
