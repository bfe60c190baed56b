import type { TroubleWords } from './trouble-words.ts';

export const en: TroubleWords = {
  title: {
    error: 'Something went wrong while reading',
    full: 'No room left: it was not saved',
    updated: 'The extension was updated: reload this page',
  },
  hint: {
    error:
      'The fault is in Gouji, not in the report, and what is shown may be incomplete. Check again; if it fails again, copy the details and tell the developers.',
    full: 'The disk, or the room that the browser gives to the extension, is full, and this step was not saved. Free some room on the disk, or remove reports under “Kept reports”, and try again.',
    updated:
      'What was shown here belonged to the version before. It is put away, and the marks are gone. Reload the page to check it again.',
  },
  copy: 'Copy the details',
  copied: 'Copied. The address of this page is in it: look through it before you pass it on.',
  copyFailed: 'The browser does not allow copying. Select the text in the field above.',
  reread: 'Check again',
  close: 'Close',
};
