import type { IssueCode } from './issue.ts';

/**
 * How much an issue costs its reader.
 * `unread`: something of the report was not read. `note`: all was read, but the reader should know how.
 */
export type Severity = 'unread' | 'note';

export const severity: Record<IssueCode, Severity> = {
  file_not_found: 'unread',
  file_forbidden: 'unread',
  file_failed: 'unread',
  folder_empty: 'unread',
  archive_empty: 'unread',
  line_malformed: 'unread',
  source_empty: 'unread',
  source_binary: 'unread',
  pdf_scanned: 'unread',
  file_encrypted: 'unread',
  file_damaged: 'unread',
  file_excessive: 'unread',
  encoding_assumed: 'note',
  markup_excessive: 'unread',
  text_garbled: 'unread',
  no_tables: 'unread',
  no_report: 'unread',
  older_form: 'unread',
  half_year_notice: 'unread',
  comparison_page: 'unread',
  form_ambiguous: 'unread',
  notice_differs: 'note',
  blank_form: 'unread',
  year_missing: 'unread',
  year_conflict: 'unread',
  authority_missing: 'unread',
  authority_conflict: 'unread',
  table_missing: 'unread',
  table_is_image: 'unread',
  grid_overlap: 'note',
  grid_too_large: 'unread',
  columns_unknown: 'unread',
  columns_broken: 'note',
  header_cell_missing: 'note',
  hidden_row: 'note',
  row_missing: 'unread',
  row_repeated: 'unread',
  row_in_doubt: 'unread',
  cells_dropped: 'unread',
  cell_merged: 'unread',
  cell_missing: 'unread',
  extra_row: 'note',
  label_differs: 'note',
  value_unreadable: 'unread',
};
