import type { Language } from '../../parser/messages/words.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import { Choice, type Option } from '../choice.tsx';
import { FileButton } from './file-button.tsx';
import type { ShelfFilter, ShelfOrder, Trait } from './listing.ts';
import { shelfWordsIn } from './words-in.ts';

type Props = {
  filter: ShelfFilter;
  order: ShelfOrder;
  /** What there is to choose from. */
  years: readonly number[];
  forms: readonly { id: string; issuedAs: string }[];
  language: Language;
  onFilter: (filter: ShelfFilter) => void;
  onOrder: (order: ShelfOrder) => void;
  onFiles: (files: readonly File[]) => void;
};

const traits: readonly Trait[] = ['violated', 'open', 'unread', 'holds'];
const orders: readonly ShelfOrder[] = ['authority', 'year', 'kept', 'violated'];

/** Search, filters and order, in one line where there is room. */
export const Filters = (props: Props) => {
  const { filter, order, years, forms, language, onFilter, onOrder, onFiles } = props;
  const words = shelfWordsIn(language);
  const { ui } = wordsIn(language);
  const set = (part: Partial<ShelfFilter>): void => onFilter({ ...filter, ...part });
  return (
    <search class="filters">
      <label class="search">
        <span class="unseen">{words.search}</span>
        <input
          type="search"
          placeholder={words.searchHint}
          value={filter.words}
          onInput={(event) => set({ words: event.currentTarget.value })}
        />
      </label>
      <Choice
        label={words.form}
        value={filter.form ?? ''}
        options={[['', words.any], ...forms.map(({ id, issuedAs }): Option => [id, issuedAs])]}
        onChoose={(value) => set({ form: value || null })}
      />
      <Choice
        label={words.year}
        value={filter.year === null ? '' : String(filter.year)}
        options={[['', words.any], ...years.map((year): Option => [String(year), ui.yearValue(year)])]}
        onChoose={(value) => set({ year: value ? Number(value) : null })}
      />
      <Choice
        label={words.verdict}
        value={filter.trait ?? ''}
        options={[['', words.any], ...traits.map((trait): Option => [trait, words.verdicts[trait]])]}
        onChoose={(value) => set({ trait: traits.find((trait) => trait === value) ?? null })}
      />
      <Choice
        label={words.order}
        value={order}
        options={orders.map((one): Option => [one, words.orders[one]])}
        onChoose={(value) => onOrder(orders.find((one) => one === value) ?? 'authority')}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={filter.older}
          onChange={(event) => set({ older: event.currentTarget.checked })}
        />
        {words.older}
      </label>
      <FileButton label={words.open} onFiles={onFiles} />
    </search>
  );
};
