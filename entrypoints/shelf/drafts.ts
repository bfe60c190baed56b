import { useState } from 'preact/hooks';
import { shelfWordsIn } from '../../components/shelf/words-in.ts';
import type { Language } from '../../parser/messages/words.ts';
import type { AttachmentReports } from '../wire/attachment.ts';
import { readToCheck, whyUnread } from './files.ts';

/** A file that is checked and not kept. It lives as long as the page. */
export type Draft = { name: string; retrieved: string; read: AttachmentReports };

export type Drafts = {
  /** Those on show; none before anything was read. */
  drafts: readonly Draft[];
  /** The name of the file that is being read. */
  reading: string | null;
  /** Reads files in place of those before. Answers what could not be read, in sentences that are not shown otherwise. */
  check: (files: readonly File[]) => Promise<string[]>;
};

export const useDrafts = (language: Language): Drafts => {
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const [reading, setReading] = useState<string | null>(null);
  const check = async (files: readonly File[]): Promise<string[]> => {
    const read: Draft[] = [];
    const troubles: string[] = [];
    for (const file of files) {
      setReading(file.name);
      try {
        read.push({ name: file.name, retrieved: new Date().toISOString(), read: await readToCheck(file) });
      } catch (error) {
        console.error('Gouji: a file could not be read.', error);
        troubles.push(shelfWordsIn(language).trouble(file.name, 'failed', String(error)));
      }
    }
    setReading(null);
    setDrafts(read);
    // One by itself says in its own place why there is no report in it.
    const unread = read.length > 1 ? read : [];
    return [...troubles, ...unread.flatMap((one) => reasonsOf(one, language))];
  };
  return { drafts, reading, check };
};

const reasonsOf = ({ name, read }: Draft, language: Language): string[] =>
  whyUnread(
    name,
    read.reports.map(({ extraction }) => extraction),
    language,
  );
