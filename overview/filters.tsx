import { useEffect, useRef, useState } from 'preact/hooks';
import { Choice, type Option } from '../components/choice.tsx';
import { type FindingKind, verdicts } from './entry.ts';
import { everything, type ReportFilter, type ReportOrder, sortable } from './listing.ts';
import type { PageLanguage, PageWords } from './words.ts';

type Props = {
  filter: ReportFilter;
  order: ReportOrder;
  years: readonly (number | 'unknown')[];
  kinds: Readonly<Record<string, FindingKind>>;
  language: PageLanguage;
  words: PageWords;
  onFilter: (part: Partial<ReportFilter>) => void;
  onOrder: (order: ReportOrder) => void;
};

/** While somebody types, 100,000 reports are not sorted at every key. */
const pause = 150;

export const Filters = ({ filter, order, years, kinds, language, words, onFilter, onOrder }: Props) => {
  const [typed, setTyped] = useState(filter.words);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => setTyped(filter.words), [filter.words]);
  const type = (text: string): void => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onFilter({ words: text }), pause);
  };
  const filtered = JSON.stringify(filter) !== JSON.stringify(everything);
  return (
    <search class="filters">
      <label class="search">
        <span>{words.search}</span>
        <input
          type="search"
          placeholder={words.searchHint}
          value={typed}
          onInput={(event) => type(event.currentTarget.value)}
        />
      </label>
      <Choice
        label={words.verdictChoice}
        value={filter.verdict ?? ''}
        options={[['', words.any], ...verdicts.map((one): Option => [one, words.verdict[one]])]}
        onChoose={(value) => onFilter({ verdict: verdicts.find((one) => one === value) ?? null })}
      />
      <Choice
        label={words.year}
        value={String(filter.year ?? '')}
        options={[
          ['', words.any],
          ...years.map(
            (year): Option => [String(year), year === 'unknown' ? words.unknownYear : String(year)],
          ),
        ]}
        onChoose={(value) => onFilter({ year: years.find((year) => String(year) === value) ?? null })}
      />
      <Choice
        label={words.kindChoice}
        value={filter.kind ?? ''}
        options={[
          ['', words.any],
          ...Object.entries(kinds)
            .filter(([id]) => !id.startsWith('history.'))
            .map(([id, { name }]): Option => [id, name[language]]),
        ]}
        onChoose={(value) => onFilter({ kind: value || null })}
      />
      <div class="narrow-only">
        <Choice
          label={words.sortBy}
          value={order.by}
          options={sortable.map((one): Option => [one, words.column[one]])}
          onChoose={(value) => {
            const by = sortable.find((one) => one === value) ?? order.by;
            onOrder({ by, down: by !== 'authority' && by !== 'verdict' });
          }}
        />
      </div>
      {filtered && (
        <button type="button" class="plain" onClick={() => onFilter(everything)}>
          {words.clear}
        </button>
      )}
    </search>
  );
};
