import type { StateWords } from '../../parser/export/over-years.ts';
import type { Lack } from '../runs/request.ts';

/** What `gouji wide` says. */
export type WideWords = StateWords & {
  about: string;
  usage: string;
  exitCodes: string;
  format: string;
  ref: string;
  share: string;
  change: string;
  sheet: string;
  takesNoPart: (source: string, missing: Lack['missing']) => string;
};
