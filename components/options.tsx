import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { rulesIn } from '../parser/messages/rules.ts';
import { type Language, languages } from '../parser/messages/words.ts';
import { OwnForms, type OwnFormsProps } from './own-forms.tsx';
import type { ShortcutName } from './page-words.ts';
import { RuleCatalogue } from './rule-catalogue.tsx';
import { languageOf, type PanelSettings, panelHomes, type TotalsShown, totalsShown } from './settings.ts';
import { pageWordsIn } from './words-in.ts';

/** All that a person can set. */
export type AllSettings = PanelSettings & {
  start: 'always' | 'click';
  totals: TotalsShown;
  spared: readonly string[];
};

/** A change that can be stored: lists are new ones. */
type SettingsChange = Partial<Omit<AllSettings, 'quiet' | 'spared'>> & {
  quiet?: string[];
  spared?: string[];
};

type Props = {
  settings: AllSettings;
  /** What opens the panel beside the page: any press, or only one of the toolbar's button; null where the browser has no place for it. */
  sideBy: 'anywhere' | 'button' | null;
  /** As the browser writes them: `Alt+Shift+G`; null where none is set. */
  shortcuts: Record<ShortcutName, string | null>;
  browserLanguage: string;
  onChange: (some: SettingsChange) => void;
  /** Answers whether all is erased. */
  onErase: () => Promise<boolean>;
  onShortcut: () => void;
  onShelf: () => void;
  forms: OwnFormsProps;
};

/** The options page. */
export const Options = (props: Props) => {
  const { settings, sideBy, shortcuts, onChange, onErase, onShortcut, onShelf } = props;
  const language = languageOf(settings.language, props.browserLanguage);
  const words = pageWordsIn(language).options;
  const [erasing, setErasing] = useState(false);
  const [notice, setNotice] = useState('');
  const change = (some: SettingsChange) => {
    onChange(some);
    setNotice(words.saved);
  };
  return (
    <main lang={language}>
      <h1>{words.title}</h1>

      <Choice
        title={words.start}
        name="start"
        chosen={settings.start}
        of={['always', 'click'] as const}
        label={(value) => words.starts[value]}
        onChoose={(start) => change({ start })}
      />
      <p class="note">{words.startNote}</p>

      <Choice
        title={words.totals}
        name="totals"
        chosen={settings.totals}
        of={totalsShown}
        label={(value) => words.totalsShown[value]}
        onChoose={(totals) => change({ totals })}
      />
      <p class="note">{words.totalsNote}</p>

      <Sites sites={settings.spared} language={language} onSites={(spared) => change({ spared })} />

      <Choice
        title={words.language}
        name="language"
        chosen={settings.language}
        of={['auto', ...languages] as const}
        label={(value) => words.languages[value]}
        onChoose={(chosen) => change({ language: chosen })}
      />
      {sideBy !== null && (
        <>
          <Choice
            title={words.home}
            name="home"
            chosen={settings.home}
            of={panelHomes}
            label={(value) => words.homes[value]}
            onChoose={(home) => change({ home })}
          />
          <p class="note">{words.homeNote[sideBy]}</p>
        </>
      )}
      <Choice
        title={words.side}
        name="side"
        chosen={settings.side}
        of={['right', 'left'] as const}
        label={(value) => words.sides[value]}
        onChoose={(side) => change({ side })}
      />

      <fieldset>
        <legend>{words.warnings}</legend>
        <p class="note">{words.warningsNote}</p>
        {rules(language).map(({ id, text }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={!settings.quiet.includes(id)}
              onChange={(event) =>
                change({
                  quiet: event.currentTarget.checked
                    ? settings.quiet.filter((one) => one !== id)
                    : [...settings.quiet, id],
                })
              }
            />{' '}
            {text} <code>{id}</code>
          </label>
        ))}
      </fieldset>

      <OwnForms {...props.forms} language={language} />

      <section>
        <h2>{words.shortcut}</h2>
        <dl class="shortcuts">
          {(['open', 'keep'] as const).map((name) => (
            <Fragment key={name}>
              <dt>{words.shortcuts[name]}</dt>
              <dd>{shortcuts[name] === null ? words.noShortcut : <kbd>{shortcuts[name]}</kbd>}</dd>
            </Fragment>
          ))}
        </dl>
        <button type="button" onClick={onShortcut}>
          {words.changeShortcut}
        </button>
        <p class="note">{words.shortcutNote}</p>
      </section>

      <section>
        <h2>{words.data}</h2>
        <p class="note">{words.dataNote}</p>
        <button type="button" onClick={onShelf}>
          {words.openShelf}
        </button>{' '}
        {erasing ? (
          <span class="confirm">
            {words.eraseSure}{' '}
            <button
              type="button"
              class="danger"
              onClick={async () => {
                setErasing(false);
                setNotice((await onErase()) ? words.erased : words.eraseFailed);
              }}
            >
              {words.eraseYes}
            </button>{' '}
            <button type="button" onClick={() => setErasing(false)}>
              {words.eraseNo}
            </button>
          </span>
        ) : (
          <button type="button" class="danger" onClick={() => setErasing(true)}>
            {words.erase}
          </button>
        )}
      </section>

      <details>
        <summary>{words.rules}</summary>
        <RuleCatalogue language={language} />
      </details>

      <p role="status" class="status">
        {notice}
      </p>
    </main>
  );
};

/** Rules between the reports of many bodies: the command compares them, a single page cannot. */
const beyondPage: ReadonlySet<string> = new Set(['departments.sum']);

/** Every rule that can raise a warning, each once: several forms print some of them alike. */
const rules = (language: Language): { id: string; text: string }[] => {
  const found = new Map(
    rulesIn(language)
      .filter(({ id }) => !beyondPage.has(id))
      .map(({ id, relation }) => [id, relation]),
  );
  return Array.from(found, ([id, text]) => ({ id, text }));
};

type ChoiceProps<Value extends string> = {
  title: string;
  name: string;
  chosen: Value;
  of: readonly Value[];
  label: (value: Value) => string;
  onChoose: (value: Value) => void;
};

const Choice = <Value extends string>({ title, name, chosen, of, label, onChoose }: ChoiceProps<Value>) => (
  <fieldset>
    <legend>{title}</legend>
    {of.map((value) => (
      <label key={value}>
        <input
          type="radio"
          name={name}
          value={value}
          checked={value === chosen}
          onChange={() => onChoose(value)}
        />{' '}
        {label(value)}
      </label>
    ))}
  </fieldset>
);

type SitesProps = { sites: readonly string[]; language: Language; onSites: (sites: string[]) => void };

/** Sites to leave alone, one a line. */
const Sites = ({ sites, language, onSites }: SitesProps) => {
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
