import { useState } from 'preact/hooks';
import { Data } from './options/data.tsx';
import { OnPages } from './options/on-pages.tsx';
import { PanelPlace, type SideBy } from './options/panel-place.tsx';
import type { SetProps } from './options/set-props.ts';
import { type ShortcutKeys, Shortcuts } from './options/shortcuts.tsx';
import { Warnings } from './options/warnings.tsx';
import { OwnForms, type OwnFormsProps } from './own-forms.tsx';
import { RuleCatalogue } from './rule-catalogue.tsx';
import { type AllSettings, languageOf, type SettingsChange } from './settings.ts';
import { pageWordsIn } from './words-in.ts';

type Props = {
  settings: AllSettings;
  sideBy: SideBy;
  shortcuts: ShortcutKeys;
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
  const { settings, onChange } = props;
  const language = languageOf(settings.language, props.browserLanguage);
  const words = pageWordsIn(language).options;
  const [notice, setNotice] = useState('');
  const set: SetProps = {
    settings,
    language,
    change: (some) => {
      onChange(some);
      setNotice(words.saved);
    },
  };
  return (
    <main lang={language}>
      <h1>{words.title}</h1>
      <OnPages {...set} />
      <PanelPlace {...set} sideBy={props.sideBy} />
      <Warnings {...set} />
      <OwnForms {...props.forms} language={language} />
      <Shortcuts shortcuts={props.shortcuts} language={language} onShortcut={props.onShortcut} />
      <Data language={language} onShelf={props.onShelf} onErase={props.onErase} onNotice={setNotice} />
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
