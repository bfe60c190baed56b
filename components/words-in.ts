import type { Language } from '../parser/messages/words.ts';
import type { AttachmentWords } from './attachment-words.ts';
import { en as attachmentEn } from './attachment-words-en.ts';
import { zhCN as attachmentZh } from './attachment-words-zh.ts';
import type { ColumnWords } from './column-words.ts';
import { en as columnEn } from './column-words-en.ts';
import { zhCN as columnZh } from './column-words-zh.ts';
import type { DraftWords } from './draft-words.ts';
import { en as draftEn } from './draft-words-en.ts';
import { zhCN as draftZh } from './draft-words-zh.ts';
import type { MeasureWords } from './measure-words.ts';
import { en as measureEn } from './measure-words-en.ts';
import { zhCN as measureZh } from './measure-words-zh.ts';
import type { NoteWords } from './note-words.ts';
import { en as noteEn } from './note-words-en.ts';
import { zhCN as noteZh } from './note-words-zh.ts';
import type { OptionsWords } from './page-words.ts';
import { en as optionsEn } from './page-words-en.ts';
import { zhCN as optionsZh } from './page-words-zh.ts';
import type { TroubleWords } from './trouble-words.ts';
import { en as troubleEn } from './trouble-words-en.ts';
import { zhCN as troubleZh } from './trouble-words-zh.ts';
import type { PanelWords } from './words.ts';
import { en } from './words-en.ts';
import { zhCN } from './words-zh.ts';

const ofAttachment: Record<Language, AttachmentWords> = { 'zh-CN': attachmentZh, en: attachmentEn };
const ofColumn: Record<Language, ColumnWords> = { 'zh-CN': columnZh, en: columnEn };
const ofDraft: Record<Language, DraftWords> = { 'zh-CN': draftZh, en: draftEn };
const ofMeasure: Record<Language, MeasureWords> = { 'zh-CN': measureZh, en: measureEn };
const ofNote: Record<Language, NoteWords> = { 'zh-CN': noteZh, en: noteEn };
const ofOptions: Record<Language, OptionsWords> = { 'zh-CN': optionsZh, en: optionsEn };
const ofTrouble: Record<Language, TroubleWords> = { 'zh-CN': troubleZh, en: troubleEn };

export const attachmentWordsIn = (language: Language): AttachmentWords => ofAttachment[language];

export const columnWordsIn = (language: Language): ColumnWords => ofColumn[language];

export const draftWordsIn = (language: Language): DraftWords => ofDraft[language];

export const measureWordsIn = (language: Language): MeasureWords => ofMeasure[language];

export const noteWordsIn = (language: Language): NoteWords => ofNote[language];

export const pageWordsIn = (language: Language): OptionsWords => ofOptions[language];

export const troubleWordsIn = (language: Language): TroubleWords => ofTrouble[language];

const catalogues: Record<Language, PanelWords> = { 'zh-CN': zhCN, en };

export const panelWordsIn = (language: Language): PanelWords => catalogues[language];
