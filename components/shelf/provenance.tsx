import type { Kept } from '../../parser/export/kept.ts';
import type { Language } from '../../parser/messages/words.ts';
import { minuteOf } from './moment.ts';
import { shelfWordsIn } from './words-in.ts';

/** Where a report is from, when it was read and by what: enough to find it again and to prove each number. */
export const Provenance = ({ record, language }: { record: Kept; language: Language }) => {
  const words = shelfWordsIn(language);
  const { source, form } = record.extraction;
  return (
    <dl class="provenance">
      {source.url !== undefined && (
        <div>
          <dt>{words.address}</dt>
          <dd>
            <PageLink url={source.url} />
          </dd>
        </div>
      )}
      {source.path !== undefined && (
        <div>
          <dt>{words.file}</dt>
          <dd>{source.path}</dd>
        </div>
      )}
      {record.title !== null && (
        <div>
          <dt>{words.pageTitle}</dt>
          <dd>{record.title}</dd>
        </div>
      )}
      <div>
        <dt>{words.retrieved}</dt>
        <dd>
          <time dateTime={record.retrieved}>{minuteOf(record.retrieved)}</time>
        </dd>
      </div>
      <div>
        <dt>{words.kept}</dt>
        <dd>
          <time dateTime={record.kept}>{minuteOf(record.kept)}</time>
        </dd>
      </div>
      <div>
        <dt>{words.hash}</dt>
        <dd>
          <code>{source.sha256}</code> <small>{words.hashOf[source.format === 'dom' ? 'dom' : 'file']}</small>
        </dd>
      </div>
      <div>
        <dt>{words.rules}</dt>
        <dd>{words.rulesValue(record.tool, form?.id ?? '—')}</dd>
      </div>
    </dl>
  );
};

/** An imported file may name any address: only one of the web becomes a link. */
const PageLink = ({ url }: { url: string }) =>
  /^https?:\/\//i.test(url) ? (
    <a href={url} target="_blank" rel="noreferrer">
      {url}
    </a>
  ) : (
    url
  );
