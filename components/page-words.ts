import type { Language } from '../parser/messages/words.ts';
import type { PanelHome, TotalsShown } from './settings.ts';

/** What the browser can be asked for by a shortcut, wherever it is. */
export type ShortcutName = 'open' | 'keep';

/** Words of the options page and of the small window of refusal. */
export type OptionsWords = {
  options: {
    title: string;
    saved: string;
    start: string;
    starts: Record<'always' | 'click', string>;
    startNote: string;
    totals: string;
    totalsShown: Record<TotalsShown, string>;
    totalsNote: string;
    spared: string;
    sparedNote: string;
    language: string;
    languages: Record<'auto' | Language, string>;
    home: string;
    homes: Record<PanelHome, string>;
    /** By what a press opens it beside the page. */
    homeNote: Record<'anywhere' | 'button', string>;
    side: string;
    sides: Record<'left' | 'right', string>;
    warnings: string;
    warningsNote: string;
    shortcut: string;
    shortcuts: Record<ShortcutName, string>;
    noShortcut: string;
    changeShortcut: string;
    shortcutNote: string;
    data: string;
    dataNote: string;
    openShelf: string;
    erase: string;
    eraseSure: string;
    eraseYes: string;
    eraseNo: string;
    erased: string;
    eraseFailed: string;
    rules: string;
    forms: {
      title: string;
      note: string;
      choose: string;
      imported: (file: string) => string;
      /** `why`: a sentence, or nothing where what is wrong follows. */
      refused: (file: string, why: string) => string;
      why: Record<'no_json' | 'too_large' | 'too_many', string>;
      moreProblems: (count: number) => string;
      unreadable: string;
      remove: string;
    };
  };
  refusal: { title: string; reasons: readonly string[] };
  /** Said by the toolbar's button. */
  undone: string;
};

const zhCN: OptionsWords = {
  options: {
    title: '勾稽 · 设置',
    saved: '已保存',
    start: '何时核对',
    starts: { always: '打开年报页面时自动核对', click: '点击工具栏按钮时才核对' },
    startNote: '只在 gov.cn 网站自动核对；其他网站一律在点击工具栏按钮后才读取当前页面。',
    totals: '其他统计表的合计',
    totalsShown: {
      always: '打开页面时自动核对，并显示结果',
      quiet: '打开页面时自动核对，只在合计有误时显示',
      click: '点击工具栏按钮时才核对',
    },
    totalsNote: '适用于没有年报、但表格中列有合计的网页；没有合计的网页不显示任何内容。',
    spared: '不自动核对的网站',
    sparedNote: '每行一个域名，包括其下级域名。点击工具栏按钮时仍可核对。',
    language: '语言',
    languages: { auto: '跟随浏览器', 'zh-CN': '中文', en: 'English' },
    home: '面板显示在',
    homes: { side: '浏览器侧栏，不遮挡网页', page: '网页上' },
    homeNote: {
      anywhere: '侧栏随标签页和网页切换；再按一次工具栏按钮即关闭。浏览器不能打开侧栏时，面板显示在网页上。',
      button:
        '点击工具栏按钮打开侧栏，再按一次即关闭；侧栏随标签页和网页切换。Firefox 不允许从网页中打开侧栏：点击网页边缘的标签，面板显示在网页上。',
    },
    side: '显示在网页上时靠',
    sides: { right: '右侧', left: '左侧' },
    warnings: '计入结论的关系',
    warningsNote: '取消勾选的仍会列出，但不计入结论。',
    shortcut: '快捷键',
    shortcuts: { open: '打开或者关闭面板', keep: '收藏并下一份' },
    noShortcut: '未设置',
    changeShortcut: '在浏览器中更改',
    shortcutNote:
      '第一个与点击工具栏按钮相同；第二个不必打开面板，收藏当前标签页的报告，并转到下一个有未收藏报告的标签页。面板中：Tab 移动，方向键切换标签和单元格；在网页上时 Esc 关闭。',
    data: '本机数据',
    dataNote: '设置、不计记录、我的表样和收藏的报告只保存在本机，从不发送。',
    openShelf: '已收藏的报告',
    erase: '清除全部数据',
    eraseSure: '设置、不计记录、我的表样和全部收藏都将删除，无法恢复。',
    eraseYes: '确定清除',
    eraseNo: '取消',
    erased: '已清除全部数据',
    eraseFailed: '未能清除，请重试。',
    rules: '全部核对规则',
    forms: {
      title: '我的表样',
      note: '没有自带表样的统计表，可以自己写一个 JSON 文件（写法见说明文档 docs/forms.md），导入后与自带表样一样读取和核对。这类页面不会自动识别，请点击工具栏按钮。表样只保存在本机。',
      choose: '导入表样文件',
      imported: (file) => `已导入 ${file}，再次读取页面时生效。`,
      refused: (file, why) => `未导入 ${file}：${why || '请按下列各处修改'}`,
      why: {
        no_json: '不是 JSON 文件，请检查括号、引号和逗号。',
        too_large: '文件过大。',
        too_many: '已有 50 张表样，请先删除不用的。',
      },
      moreProblems: (count) => `另有 ${count} 处。`,
      unreadable: '现在的版本不能读取，请按说明文档修改后重新导入。',
      remove: '删除',
    },
  },
  refusal: {
    title: '此页不能读取',
    reasons: [
      '浏览器不允许扩展读取自身页面和扩展商店。',
      '如果是 PDF、Word 或 Excel 文件，请保存到本机，再拖到“已收藏的报告”页面。',
      '如果是保存在本机的网页，请在浏览器的扩展管理页允许访问文件网址。',
    ],
  },
  undone: '勾稽：本页的脚本移除或者隐藏了核对面板。可保存网页，拖到“已收藏的报告”页面核对。',
};

const en: OptionsWords = {
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
        'The toolbar button opens the sidebar, and closes it when pressed again; it follows from tab to tab and from page to page. Firefox does not let a page open it: a click on the chip at the edge of the page shows the panel over the page.',
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

const catalogues: Record<Language, OptionsWords> = { 'zh-CN': zhCN, en };

export const pageWordsIn = (language: Language): OptionsWords => catalogues[language];
