import type { FormRefusal } from '../own-forms.ts';
import type { Lost } from './resume.ts';

/** Why a run cannot be started as it was asked for. Data; the words are below. */
export type Refusal =
  | { code: 'no_source' }
  | { code: 'output_needed'; format: string }
  | { code: 'resume_needs_output' }
  | { code: 'not_resumable'; format: string }
  | { code: 'report_not_resumable' }
  | { code: 'not_a_folder'; format: string }
  | { code: 'only_of_figures'; format: string }
  | { code: 'nothing_to_resume'; output: string }
  | { code: 'other_task'; output: string; options: readonly string[] }
  | { code: 'other_version'; output: string; found: string; here: string }
  | { code: 'database_damaged'; output: string; detail: string }
  | { code: 'format_missing' }
  | { code: 'format_unknown'; output: string }
  | FormRefusal;

export type RunWords = {
  options: Readonly<
    Record<
      | 'jobs'
      | 'workerJobs'
      | 'include'
      | 'exclude'
      | 'follow'
      | 'filesFrom'
      | 'form'
      | 'output'
      | 'resume'
      | 'report'
      | 'only'
      | 'progress',
      string
    >
  >;
  refusal: (refusal: Refusal) => string;
  /** How many sources an earlier run had done. */
  goesOn: (sources: number) => string;
  /** What of an earlier run is not as it was. */
  lost: (lost: Lost) => string[];
  journalLost: string;
  /** Sources that an earlier run has not seen, before others that it has done. */
  added: (keys: readonly string[]) => string;
  jobsAllowed: string;
  workerAbout: string;
  workerLines: string;
};

/** More would push what matters off the screen; the rest is counted. */
export const mostNamed = 5;

export const someOf = <One>(
  all: readonly One[],
  said: (one: One) => string,
  rest: (more: number) => string,
): string[] => [
  ...all.slice(0, mostNamed).map(said),
  ...(all.length > mostNamed ? [rest(all.length - mostNamed)] : []),
];
