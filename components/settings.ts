import { type Language, languages } from '../parser/messages/words.ts';

/** For whom the panel speaks: one who reads the report, or one who has compiled it and looks for the wrong cell. */
export const panelReaders = ['reading', 'compiling'] as const;
export type PanelReader = (typeof panelReaders)[number];

/** What is done about totals on a page without a report: told, told where one is wrong, or looked for when the person asks. */
export const totalsShown = ['always', 'quiet', 'click'] as const;
export type TotalsShown = (typeof totalsShown)[number];

/** The views of the panel, by its tabs. */
export const panelViews = ['conclusion', 'data', 'prose'] as const;
export type PanelView = (typeof panelViews)[number];

export type Side = 'left' | 'right';

/** Where the panel stands: over the page, or beside it, in the place that the browser has for such. */
export const panelHomes = ['side', 'page'] as const;
export type PanelHome = (typeof panelHomes)[number];

/** How the person wants the panel. */
export type PanelSettings = {
  language: 'auto' | Language;
  home: PanelHome;
  side: Side;
  /** Width beside the page, CSS pixels. */
  width: number;
  /** Height of the sheet on a narrow screen, hundredths of the window. */
  height: number;
  reader: PanelReader;
  /** Rules whose violations are listed, but raise no warning. */
  quiet: readonly string[];
};

/** All that a person can set. */
export type AllSettings = PanelSettings & {
  start: 'always' | 'click';
  totals: TotalsShown;
  spared: readonly string[];
};

/** A change that can be stored: lists are new ones. */
export type SettingsChange = Partial<Omit<AllSettings, 'quiet' | 'spared'>> & {
  quiet?: string[];
  spared?: string[];
};

export const narrowest = 300;
export const widest = 900;
export const lowest = 30;
export const highest = 95;

/** The language to speak to a browser that names `browserLanguage` first. */
export const languageOf = (chosen: PanelSettings['language'], browserLanguage: string): Language =>
  chosen !== 'auto' ? chosen : /^zh\b/i.test(browserLanguage) ? 'zh-CN' : 'en';

/** The other of the two languages. */
export const otherLanguage = (language: Language): Language =>
  languages.find((one) => one !== language) ?? language;
