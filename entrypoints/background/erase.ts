import { browser } from 'wxt/browser';
import { sidebar } from '../wire/sidebar.ts';

/** Erases all that the extension keeps on this machine: settings, dismissals, readings of open tabs, and every database of its own. */
export const eraseAll = async (): Promise<void> => {
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
  if (sidebar()) localStorage.clear();
  const databases = await indexedDB.databases();
  await Promise.all(databases.map(({ name }) => name && deleteDatabase(name)));
};

const deleteDatabase = (name: string): Promise<void> =>
  new Promise((done, failed) => {
    const request = indexedDB.deleteDatabase(name);
    // A page of ours that has it open is told, closes it, and the deletion goes on.
    request.onsuccess = () => done();
    request.onerror = () => failed(request.error);
  });
