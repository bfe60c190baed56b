import type { AnyForm } from '../parser/forms/open-form.ts';
import type { FormRefusal } from './own-forms.ts';
import type { NamedPaths } from './sources/sources.ts';

/** The options of every command that reads many sources. */
export type RunOptions = {
  include?: string[];
  exclude?: string[];
  follow?: boolean;
  filesFrom?: string;
  /** Files with forms that the person has written. */
  form?: string[];
  jobs?: number;
  output?: string;
  resume?: boolean;
  progress?: boolean;
};

export const namedBy = (paths: readonly string[], options: RunOptions): NamedPaths => ({
  paths,
  ...(options.filesFrom === undefined ? {} : { list: options.filesFrom }),
  choice: {
    include: options.include ?? [],
    exclude: options.exclude ?? [],
    follow: options.follow ?? false,
  },
});

/** Loaded where a form is named: most runs read by those that ship. */
export const ownFormsOf = async ({ form = [] }: RunOptions): Promise<AnyForm[] | FormRefusal> =>
  form.length === 0 ? [] : (await import('./own-forms.ts')).ownForms(form);
