/**
 * The tables of the database. Ids, outcomes and codes are those of `gouji/extraction/1`; sentences are there in both languages.
 * Names of tables, rows and columns stand once, in `cells`.
 */

/** "Gouj": whose file this is (PRAGMA application_id), and how it is built (user_version). */
export const applicationId = 0x476f756a;
export const structure = 2;

export const tables = `
CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE
);

CREATE TABLE reports (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  -- As the CSV names it: which report of which bytes.
  report TEXT NOT NULL,
  path TEXT, url TEXT, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, format TEXT NOT NULL,
  form TEXT, form_title TEXT, issued_as TEXT,
  authority TEXT, authority_evidence TEXT, year INTEGER, year_evidence TEXT,
  cells_read INTEGER NOT NULL, cells_expected INTEGER NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('violated', 'open', 'holds', 'unread')),
  satisfied INTEGER NOT NULL, violated INTEGER NOT NULL, undetermined INTEGER NOT NULL, hints INTEGER NOT NULL,
  UNIQUE (source, ordinal)
);
CREATE INDEX reports_authority ON reports (authority, year);
CREATE INDEX reports_year ON reports (year);

CREATE TABLE cells (
  id INTEGER PRIMARY KEY,
  form TEXT NOT NULL, ref TEXT NOT NULL,
  "table" TEXT NOT NULL, "row" TEXT NOT NULL, "column" TEXT NOT NULL,
  row_label TEXT NOT NULL, column_label TEXT NOT NULL,
  UNIQUE (ref, form, row_label, column_label)
);

CREATE TABLE facts (
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  cell INTEGER NOT NULL REFERENCES cells,
  value NUMERIC, state TEXT NOT NULL CHECK (state IN ('number', 'blank', 'mark', 'unreadable')),
  unit TEXT, raw TEXT NOT NULL,
  slot_table INTEGER NOT NULL, slot_row INTEGER NOT NULL, slot_column INTEGER NOT NULL,
  CHECK ((value IS NOT NULL) = (state = 'number')),
  PRIMARY KEY (report, ordinal)
) WITHOUT ROWID;
CREATE INDEX facts_cell ON facts (cell);

CREATE TABLE checks (
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  id TEXT NOT NULL, rule TEXT NOT NULL, place TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('satisfied', 'violated', 'undetermined')),
  "left" NUMERIC, "right" NUMERIC, difference NUMERIC,
  -- Of an identity that holds they are those of its rule, as the form has it, and of the facts.
  terms TEXT, assumed_zero TEXT NOT NULL, reason TEXT, reason_refs TEXT,
  sentence_zh TEXT, sentence_en TEXT,
  PRIMARY KEY (report, id)
) WITHOUT ROWID;
CREATE INDEX checks_outcome ON checks (outcome, rule) WHERE outcome <> 'satisfied';

CREATE TABLE diagnoses (
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, alternative INTEGER NOT NULL,
  rank INTEGER NOT NULL, likely TEXT, explains TEXT NOT NULL, changes TEXT NOT NULL, capped INTEGER NOT NULL,
  sentence_zh TEXT, sentence_en TEXT,
  PRIMARY KEY (report, ordinal, alternative)
) WITHOUT ROWID;

CREATE TABLE claims (
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  quote TEXT NOT NULL, value NUMERIC NOT NULL, about TEXT, scope TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('satisfied', 'violated', 'undetermined')),
  block INTEGER NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (report, ordinal)
) WITHOUT ROWID;

CREATE TABLE issues (
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  code TEXT NOT NULL, severity TEXT NOT NULL CHECK (severity IN ('unread', 'note')),
  slot_table INTEGER, slot_row INTEGER, slot_column INTEGER, params TEXT NOT NULL,
  sentence_zh TEXT NOT NULL, sentence_en TEXT NOT NULL,
  PRIMARY KEY (report, ordinal)
) WITHOUT ROWID;
CREATE INDEX issues_code ON issues (code);

CREATE TABLE findings (
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL, rule TEXT NOT NULL,
  strength TEXT NOT NULL CHECK (strength IN ('violated', 'undetermined', 'hint')),
  key TEXT NOT NULL, about TEXT NOT NULL, numbers TEXT NOT NULL, quote TEXT,
  sentence_zh TEXT NOT NULL, sentence_en TEXT NOT NULL,
  PRIMARY KEY (report, ordinal)
) WITHOUT ROWID;
CREATE INDEX findings_rule ON findings (rule, strength);

CREATE VIEW figures AS
  SELECT r.report, r.authority, r.year, r.form, c."table", c."row", c.row_label, c."column", c.column_label, c.ref,
    f.value, f.state, f.unit, f.raw, coalesce(r.path, r.url) AS source, r.sha256,
    't' || f.slot_table || 'r' || f.slot_row || 'c' || f.slot_column AS slot, f.report AS report_id, f.ordinal
  FROM facts f JOIN reports r ON r.id = f.report JOIN cells c ON c.id = f.cell;

CREATE VIEW verdicts AS
  SELECT r.id AS report, r.authority, r.year, r.form, coalesce(r.path, r.url) AS source,
    r.verdict, r.satisfied, r.violated, r.undetermined, r.hints,
    (SELECT count(*) FROM issues WHERE report = r.id AND severity = 'unread') AS unread,
    r.cells_read, r.cells_expected
  FROM reports r;

CREATE VIEW violations AS
  SELECT r.authority, r.year, coalesce(r.path, r.url) AS source, k.rule, k.place, k."left", k."right",
    k.difference, k.sentence_zh, k.sentence_en, k.report
  FROM checks k JOIN reports r ON r.id = k.report WHERE k.outcome = 'violated';
`;
