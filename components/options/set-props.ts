import type { Language } from '../../parser/messages/words.ts';
import type { AllSettings, SettingsChange } from '../settings.ts';

/** Of a part of the options: what is set, and how that is changed. */
export type SetProps = {
  settings: AllSettings;
  language: Language;
  change: (some: SettingsChange) => void;
};
