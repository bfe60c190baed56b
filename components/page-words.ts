import type { Language } from '../parser/messages/words.ts';

/** Words of the options page and of the small window of refusal. */
export type PageWords = {
  options: {
    title: string;
    saved: string;
    start: string;
    starts: Record<'always' | 'click', string>;
    startNote: string;
    spared: string;
    sparedNote: string;
    language: string;
    languages: Record<'auto' | Language, string>;
    side: string;
    sides: Record<'left' | 'right', string>;
    warnings: string;
    warningsNote: string;
    shortcut: string;
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
  };
  refusal: { title: string; reasons: readonly string[] };
};

const zhCN: PageWords = {
  options: {
    title: '勾稽 · 设置',
    saved: '已保存',
    start: '何时核对',
    starts: { always: '打开年报页面时自动核对', click: '点击工具栏按钮时才核对' },
    startNote: '只在 gov.cn 网站自动核对；其他网站一律在点击工具栏按钮后才读取当前页面。',
    spared: '不核对的网站',
    sparedNote: '每行一个域名，包括其下级域名。点击工具栏按钮时仍可核对。',
    language: '语言',
    languages: { auto: '跟随浏览器', 'zh-CN': '中文', en: 'English' },
    side: '面板位置',
    sides: { right: '右侧', left: '左侧' },
    warnings: '哪些关系不成立时提示',
    warningsNote: '取消勾选后仍会列出，但不计入提示。',
    shortcut: '快捷键',
    noShortcut: '未设置',
    changeShortcut: '在浏览器中更改',
    shortcutNote:
      '打开或者关闭面板，与点击工具栏按钮相同。面板打开后：Tab 移动，方向键切换标签和单元格，Esc 关闭。',
    data: '本机数据',
    dataNote: '设置、搁置记录和收藏的报告只保存在本机，从不发送。',
    openShelf: '已收藏的报告',
    erase: '清除全部数据',
    eraseSure: '设置、搁置记录和全部收藏都将删除，无法恢复。',
    eraseYes: '确定清除',
    eraseNo: '取消',
    erased: '已清除全部数据',
    eraseFailed: '未能清除，请重试。',
    rules: '全部核对规则',
  },
  refusal: {
    title: '此页不能读取',
    reasons: [
      '浏览器不允许扩展读取自身页面和扩展商店。',
      '如果是 PDF、Word 或 Excel 文件，请保存到本机，再拖到“已收藏的报告”页面。',
      '如果是保存在本机的网页，请在浏览器的扩展管理页允许访问文件网址。',
    ],
  },
};

const en: PageWords = {
  options: {
    title: 'Gouji · Settings',
    saved: 'Saved',
    start: 'When to check',
    starts: { always: 'When a report page is opened', click: 'Only when the toolbar button is clicked' },
    startNote:
      'Reports are noticed on gov.cn only. On any other site the page is read only after the toolbar button was clicked.',
    spared: 'Sites to leave alone',
    sparedNote: 'One host a line, with all hosts below it. The toolbar button still works there.',
    language: 'Language',
    languages: { auto: 'As the browser', 'zh-CN': '中文', en: 'English' },
    side: 'Panel on the',
    sides: { right: 'right', left: 'left' },
    warnings: 'Warn of these when violated',
    warningsNote: 'What is not ticked is still listed, but raises no warning.',
    shortcut: 'Shortcut',
    noShortcut: 'None is set',
    changeShortcut: 'Change it in the browser',
    shortcutNote:
      'Opens or closes the panel, like the toolbar button. In the panel: Tab moves, arrow keys go between tabs and cells, Esc closes.',
    data: 'Data on this machine',
    dataNote: 'Settings, findings set aside and kept reports stay on this machine. Nothing is ever sent.',
    openShelf: 'Kept reports',
    erase: 'Erase all data',
    eraseSure: 'Settings, findings set aside and all kept reports are deleted for good.',
    eraseYes: 'Erase',
    eraseNo: 'Cancel',
    erased: 'All data is erased',
    eraseFailed: 'It could not be erased. Try again.',
    rules: 'All rules that are checked',
  },
  refusal: {
    title: 'This page cannot be read',
    reasons: [
      'The browser lets no extension look into its own pages and its shop.',
      'A PDF, Word or Excel file: save it and drop it onto the page “Kept reports”.',
      'For a page saved on this machine, allow access to file addresses on the browser’s page of extensions.',
    ],
  },
};

const catalogues: Record<Language, PageWords> = { 'zh-CN': zhCN, en };

export const pageWordsIn = (language: Language): PageWords => catalogues[language];
