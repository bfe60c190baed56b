import type { OptionsWords } from './page-words.ts';

export const en: OptionsWords = {
  options: {
    title: 'Gouji · Settings',
    saved: 'Saved',
    start: 'When to check',
    starts: { always: 'When a report page is opened', click: 'Only when the toolbar button is clicked' },
    startNote:
      'Reports are noticed on gov.cn only. On any other site the page is read only after the toolbar button was clicked.',
    totals: 'Totals in other statistical tables',
    totalsShown: {
      always: 'Check when the page is opened, and show the result',
      quiet: 'Check when the page is opened, and show only totals that are wrong',
      click: 'Only when the toolbar button is clicked',
    },
    totalsNote:
      'For pages without a report whose tables state totals. On a page without totals nothing is shown.',
    spared: 'Sites not checked automatically',
    sparedNote: 'One host a line, with all hosts below it. The toolbar button still works there.',
    language: 'Language',
    languages: { auto: 'Same as the browser', 'zh-CN': '中文', en: 'English' },
    home: 'Where the panel stands',
    homes: { side: 'Beside the page, in the browser’s side panel', page: 'Over the page' },
    homeNote: {
      anywhere:
        'The side panel follows from tab to tab and from page to page; a second press of the toolbar button closes it. Where the browser cannot open it, the panel stands over the page.',
      button:
        'The toolbar button opens the sidebar, and closes it when pressed again; it follows from tab to tab and from page to page. Firefox does not let a page open it: a click on the badge at the edge of the page shows the panel over the page.',
    },
    side: 'Side, over the page',
    sides: { right: 'Right', left: 'Left' },
    warnings: 'Findings that count',
    warningsNote: 'What is not ticked is still listed, but does not count.',
    shortcut: 'Shortcuts',
    shortcuts: { open: 'Opens or closes the panel', keep: 'Keeps the report and goes to the next' },
    noShortcut: 'None is set',
    changeShortcut: 'Change it in the browser',
    shortcutNote:
      'The first does what the toolbar button does. The second needs no open panel: it keeps the report of the tab and shows the next tab with a report that is not kept. In the panel: Tab moves, arrow keys go between tabs and cells; over the page Esc closes it.',
    data: 'Data on this machine',
    dataNote:
      'Settings, findings set aside, your forms and kept reports stay on this machine. Nothing is ever sent.',
    openShelf: 'Kept reports',
    erase: 'Erase all data',
    eraseSure: 'Settings, findings set aside, your forms and all kept reports are deleted for good.',
    eraseYes: 'Erase',
    eraseNo: 'Cancel',
    erased: 'All data is erased',
    eraseFailed: 'It could not be erased. Try again.',
    rules: 'All rules that are checked',
    forms: {
      title: 'My forms',
      note: 'For a table that no built-in form covers you can write a JSON file (see docs/forms.md in the documentation). Once imported it is read and checked like the built-in ones. Such pages are not noticed automatically: click the toolbar button. Forms stay on this machine.',
      choose: 'Import a form',
      imported: (file) => `${file} was imported. It applies when a page is read again.`,
      refused: (file, why) => `${file} was not imported: ${why || 'correct what is listed here'}`,
      why: {
        no_json: 'it is not valid JSON. Check its brackets, quotes and commas.',
        too_large: 'the file is too large.',
        too_many: 'there are 50 forms already. Remove one that is no longer needed.',
      },
      moreProblems: (count) => `${count} more.`,
      unreadable: 'This version cannot read it. Correct it as the documentation says, then import it again.',
      remove: 'Remove',
    },
  },
  refusal: {
    title: 'This page cannot be read',
    reasons: [
      'The browser does not let extensions read its own pages and its extension store.',
      'A PDF, Word or Excel file: save it and drop it onto the page “Kept reports”.',
      'For a page saved on this machine, allow access to file addresses on the browser’s extensions page.',
    ],
  },
  undone:
    'Gouji: a script of this page takes the panel away or hides it. Save the page and drop it onto “Kept reports” to check it.',
};
