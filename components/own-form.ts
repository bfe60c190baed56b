import type { FormProblem } from '../parser/forms/own-form.ts';

/** A form that a person has written, in the list of theirs. `problems`: this version can no longer read it. */
export type OwnForm = { text: string; id: string; title: string; problems: readonly FormProblem[] | null };

/** Why a form was not taken. */
export type OwnFormRefused =
  | { why: 'no_json' | 'too_large' | 'too_many' }
  | { problems: readonly FormProblem[] };
