import { formProblemSentence } from '../../parser/messages/form-problems.ts';
import { mostNamed, type RunWords, someOf } from './words.ts';

export const en: RunWords = {
  options: {
    jobs: 'threads that read at the same time, by default as many as there are processor cores',
    workerJobs: 'threads that read at the same time; default 1: let the scheduler start one worker per core',
    include: 'of folders, read only files that match this glob (may be repeated)',
    exclude: 'of folders, do not read files that match this glob (may be repeated)',
    follow: 'in folders, also follow links to folders',
    form: 'also read by the form that this JSON file describes, see docs/forms.md (may be repeated)',
    filesFrom: 'read the paths listed in this file, one a line; - is standard input',
    output:
      'write to this file instead of standard output; the name ends in .part until the file is complete. A name that ends in / is a folder of tables (extract, parquet or csv)',
    only: 'facts: read the figures of the tables alone and not the text, which is faster; for csv and parquet',
    resume: 'continue an interrupted run (with --output), with no gaps or duplicates',
    report:
      'also write a page for people: the verdict on each report, findings by kind, charts; to be sorted, filtered, printed',
    progress: 'show progress on standard error; by default on terminals only',
  },
  refusal: (refusal) => {
    switch (refusal.code) {
      case 'no_source':
        return 'name a file or folder to read, or a list of them with --files-from';
      case 'output_needed':
        return `${refusal.format} is written to a file: name it with --output`;
      case 'resume_needs_output':
        return '--resume continues a file: name it with --output';
      case 'not_resumable':
        return `a file of ${refusal.format} is written in one go and cannot be resumed; use ndjson, csv, json or sqlite`;
      case 'only_of_figures':
        return `--only facts is for csv and parquet, which hold figures alone; ${refusal.format} also tells of the text and of possible corrections: leave out --only`;
      case 'not_a_folder':
        return `a folder holds parquet or csv; write ${refusal.format} to a file, whose name does not end in /`;
      case 'report_not_resumable':
        return 'the page of --report is written in one go: leave out --report or --resume';
      case 'nothing_to_resume':
        return `"${refusal.output}" is complete, so there is nothing to resume; to write it again leave out --resume`;
      case 'other_task':
        return `the journal of "${refusal.output}" belongs to another run (not the same: ${refusal.options.join(', ')}); use the options of that run, or leave out --resume to start again`;
      case 'other_version':
        return `the journal of "${refusal.output}" was written by version ${refusal.found}; this is ${refusal.here}, which may read differently; use that version, or leave out --resume to start again`;
      case 'database_damaged':
        return `"${refusal.output}.part" is damaged (${refusal.detail}) and cannot be resumed; leave out --resume to start again`;
      case 'format_missing':
        return 'say the format with --format: json, ndjson, csv, xlsx, parquet or sqlite';
      case 'format_unknown':
        return `"${refusal.output}" does not tell the format: give --format json, ndjson, csv, xlsx, parquet or sqlite`;
      case 'form_not_read':
        return `the form "${refusal.path}" cannot be read (${refusal.detail}): it must be a JSON file, see docs/forms.md`;
      case 'form_wrong':
        return [
          `the form "${refusal.path}" is not right in ${refusal.problems.length} ${refusal.problems.length === 1 ? 'place' : 'places'}, see docs/forms.md:`,
          ...refusal.problems.map((problem) => `  ${formProblemSentence(problem, 'en')}`),
        ].join('\n');
    }
  },
  goesOn: (sources) => `Resuming: ${sources} sources were read before and are not read again`,
  lost: ({ damaged, changes, again }) => [
    ...(damaged === 'output' ? ['What was written before is damaged: it has another checksum'] : []),
    ...(damaged === 'journal'
      ? ['The journal of the earlier run is damaged: a line has another checksum']
      : []),
    ...someOf(
      changes,
      ({ path, what }) => `${path}: ${what} since it was read`,
      (more) => `${more} more files changed or deleted`,
    ),
    again > 0
      ? `Written anew from the first of these on; sources read again: ${again}`
      : 'What came after it is read again',
  ],
  journalLost: 'The journal of the earlier run is damaged and cannot be gone on with: beginning anew',
  added: (keys) =>
    `New since the earlier run, written at the end: ${keys.length} (${keys.slice(0, mostNamed).join(', ')})`,
  jobsAllowed: 'must be a whole number, 1 or more',
  workerAbout:
    'read pages line by line (NDJSON) and answer line by line, driven by GNU parallel, Spark and the like',
  workerLines: `Each line in is a JSON object: {"url", "html"}, {"url", "base64", "charset"} or {"path"}, with an "id" if you like.
For each line in there is one line out, in the same order: {"schema": "gouji/answer/1", "line", "id", "extractions"}.
A line that cannot be understood has its answer too, with the reason in its issues; the exit code is always 0.
The line ping is answered with version, forms and schema in "about".`,
};
