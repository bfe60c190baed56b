import type { Language } from '../../parser/messages/words.ts';
import { pageWordsIn } from '../words-in.ts';

type SitesProps = { sites: readonly string[]; language: Language; onSites: (sites: string[]) => void };

/** Sites to leave alone, one a line. */
export const Sites = ({ sites, language, onSites }: SitesProps) => {
  const words = pageWordsIn(language).options;
  return (
    <section>
      <h2>
        <label for="spared">{words.spared}</label>
      </h2>
      <textarea
        id="spared"
        rows={4}
        spellcheck={false}
        placeholder="www.example.gov.cn"
        value={sites.join('\n')}
        onChange={(event) => onSites(hostsOf(event.currentTarget.value))}
      />
      <p class="note">{words.sparedNote}</p>
    </section>
  );
};

/** Hosts, from what a person types: whole addresses are taken too. */
const hostsOf = (text: string): string[] => {
  const hosts = text
    .split(/[\s,，、;；]+/)
    .map((word) => word.trim().toLowerCase().replace(/^\*\./, ''))
    .filter((word) => word !== '')
    .flatMap((word) => {
      const address = word.includes('://') ? word : `http://${word}`;
      return URL.canParse(address) ? [new URL(address).hostname] : [];
    });
  return [...new Set(hosts)].filter((host) => host !== '').slice(0, 500);
};
