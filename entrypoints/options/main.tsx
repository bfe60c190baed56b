// First of all: see there.
import '../wire/jitless.ts';

import { render } from 'preact';
import { browser } from 'wxt/browser';
import '../../components/page.css';
import { Options } from '../../components/options.tsx';
import { importOwnForm, listOwnForms, removeOwnForm } from '../wire/own-forms.ts';
import type { OwnMessage } from '../wire/protocol.ts';
import { sidebar, standsBeside } from '../wire/sidebar.ts';
import { changeSettings, readSettings } from '../wire/stored.ts';

/** The options page: shows the settings in force, stores each change at once and tells the background. */
const tell = (message: OwnMessage): Promise<unknown> => browser.runtime.sendMessage(message);

const root = document.querySelector('#root');

const draw = async (): Promise<void> => {
  if (!root) return;
  const commands = await browser.commands.getAll();
  const shortcutOf = (command: string): string | null =>
    commands.find(({ name }) => name === command)?.shortcut || null;
  render(
    <Options
      settings={await readSettings()}
      sideBy={standsBeside() ? (sidebar() ? 'button' : 'anywhere') : null}
      shortcuts={{ open: shortcutOf('_execute_action'), keep: shortcutOf('keep-and-go-on') }}
      browserLanguage={navigator.language}
      onChange={async (some) => {
        await changeSettings(some);
        await tell({ kind: 'settings-written' });
        await draw();
      }}
      onErase={async () => {
        const erased = (await tell({ kind: 'erase' })) === true;
        await draw();
        return erased;
      }}
      forms={{
        forms: await listOwnForms(),
        onImport: async (text) => {
          const refused = await importOwnForm(text);
          await draw();
          return refused;
        },
        onRemove: async (text) => {
          await removeOwnForm(text);
          await draw();
        },
      }}
      onShortcut={showShortcuts}
      onShelf={() =>
        void browser.tabs.create({ url: new URL('shelf.html', browser.runtime.getURL('/')).href })
      }
    />,
    root,
  );
};

/** Only the browser itself can change a shortcut, on a page of its own. */
const showShortcuts = async (): Promise<void> => {
  // Firefox has a call for it (137 and later), of which the types do not know; Chrome an address.
  const commands: typeof browser.commands & { openShortcutSettings?: () => Promise<void> } = browser.commands;
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
};

void draw();
