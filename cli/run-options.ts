import type { Named } from './sources/sources.ts';

/** The options of every command that reads many sources. */
export type RunOptions = {
  include?: string[];
  exclude?: string[];
  follow?: boolean;
  filesFrom?: string;
  jobs?: number;
  output?: string;
  resume?: boolean;
  progress?: boolean;
};

export const namedBy = (paths: readonly string[], options: RunOptions): Named => ({
  paths,
  ...(options.filesFrom === undefined ? {} : { list: options.filesFrom }),
  choice: {
    include: options.include ?? [],
    exclude: options.exclude ?? [],
    follow: options.follow ?? false,
  },
});
