-- The register: schools, imports, incidents, what was made of them and what was published.
-- Every table carries its trust in its key and is guarded by it.

create table school (
  trust_id   int not null default current_trust() references trust,
  school_id  int not null generated always as identity,
  name       text not null,          -- as confirmed, or as first written
  name_key   text not null,          -- folded for matching
  urn        text,
  confirmed  boolean not null default false,
  primary key (trust_id, school_id),
  unique (trust_id, name_key)
);
call guard_by_trust('school');

create table school_alias (
  trust_id   int not null default current_trust(),
  alias_key  text not null,
  school_id  int not null,
  primary key (trust_id, alias_key),
  foreign key (trust_id, school_id) references school
);
call guard_by_trust('school_alias');

create table import_file (
  trust_id      int not null default current_trust() references trust,
  import_id     bigint not null generated always as identity,
  file_name     text not null,
  sha256        text not null,
  byte_count    bigint not null,
  options_key   text not null default '',   -- profile and school asked for: the same bytes may say other things
  status        text not null,              -- started, imported, refused, undone
  profile       text,
  reason        text,
  sheet         text,
  header_row    int,
  rows_read     int not null default 0,
  rows_imported int not null default 0,
  rows_imported_with_gaps int not null default 0,
  rows_updated  int not null default 0,
  rows_unchanged int not null default 0,
  rows_returned int not null default 0,
  rows_skipped  int not null default 0,
  mapping       jsonb not null default '{}',
  unmapped      jsonb not null default '[]',
  sheets        jsonb not null default '[]',
  warnings      jsonb not null default '[]',
  returns_file  text,
  as_of         timestamptz not null,
  started_at    timestamptz not null,
  finished_at   timestamptz,
  policy        text not null,
  primary key (trust_id, import_id)
);
create unique index import_file_once on import_file (trust_id, sha256, options_key) where status = 'imported';
call guard_by_trust('import_file');

create table incident (
  trust_id      int not null default current_trust() references trust,
  incident_id   bigint not null generated always as identity,
  school_id     int not null,
  reference     text,                       -- as written; null where none was given
  identity_key  text,                       -- without a reference: school, day, type, words and people, folded
  ordinal       int not null default 1,
  day           date,                       -- occurred, else identified, else reported
  day_from      text,                       -- which of the three
  type_key      text not null default '',   -- reported type, folded
  words_key     text not null default '',   -- description, folded
  people_key    text not null default '',
  counted_as    text not null,              -- incident, near-miss, non-event, inbound
  facts         jsonb not null,             -- every known field in its canonical text, the reporter excepted
  gaps          jsonb not null default '[]',
  import_id     bigint not null,            -- the row that last set the facts
  sheet         int not null,
  row           int not null,
  first_import_id bigint not null,
  -- normalise
  breach_type   text,
  sub_type      text,
  type_confidence text,
  type_evidence text,
  needs_review  boolean not null default false,
  read_status   text,                       -- what the words say where no column says it
  read_direction text,
  registered_at timestamptz,                -- number allocated, else reported, else identified
  reference_key text not null default '',   -- the reference, so that 10 comes after 9
  -- severity
  baseline      int,
  adjustment    int,
  score         int,
  category_level int,
  label         text,
  provisional   boolean not null default false,
  factors       text not null default '',
  severity_reasons jsonb not null default '[]',
  disagreement  text,
  repeat_from   date,                       -- the first day a repeat is looked for on
  repeat_of     bigint,
  -- deadline
  duties        jsonb not null default '[]',
  open_duties   boolean not null default true,
  judged_as_of  timestamptz,
  -- what is to be done again
  stale_type    boolean not null default true,
  stale_score   boolean not null default true,
  stale_duties  boolean not null default true,
  policy        text,
  primary key (trust_id, incident_id),
  foreign key (trust_id, school_id) references school,
  foreign key (trust_id, import_id) references import_file
);
create index incident_by_reference on incident (trust_id, school_id, lower(reference));
create index incident_by_identity on incident (trust_id, identity_key) where identity_key is not null;
create index incident_by_school_type on incident (trust_id, school_id, breach_type, day);
create index incident_stale on incident (trust_id, incident_id) where stale_type or stale_score or stale_duties;
call guard_by_trust('incident');

-- Who reported it: optional, apart from the incident, read by the fewest.
create table incident_reporter (
  trust_id    int not null default current_trust(),
  incident_id bigint not null,
  reporter    text not null,
  primary key (trust_id, incident_id),
  foreign key (trust_id, incident_id) references incident on delete cascade
);
call guard_by_trust('incident_reporter');

-- Columns no field was found for, kept with the incident and never exported.
create table incident_extra (
  trust_id    int not null default current_trust(),
  incident_id bigint not null,
  extra       jsonb not null,
  primary key (trust_id, incident_id),
  foreign key (trust_id, incident_id) references incident on delete cascade
);
call guard_by_trust('incident_extra');

-- The facts an incident had before a change; the newest are in the incident itself.
create table incident_history (
  trust_id    int not null default current_trust(),
  history_id  bigint not null generated always as identity,
  incident_id bigint not null,
  facts       jsonb not null,
  gaps        jsonb not null,
  import_id   bigint not null,
  sheet       int not null,
  row         int not null,
  replaced_by_import bigint not null,
  replaced_at timestamptz not null,
  primary key (trust_id, history_id),
  foreign key (trust_id, incident_id) references incident on delete cascade
);
create index incident_history_by_incident on incident_history (trust_id, incident_id);
call guard_by_trust('incident_history');

create table import_row (
  trust_id    int not null default current_trust(),
  import_id   bigint not null,
  sheet       int not null,
  row         int not null,
  outcome     text not null,  -- imported, imported-with-gaps, updated, unchanged, returned, skipped
  incident_id bigint,
  notices     jsonb not null default '[]',
  primary key (trust_id, import_id, sheet, row),
  foreign key (trust_id, import_id) references import_file
);
create index import_row_by_incident on import_row (trust_id, incident_id);
call guard_by_trust('import_row');

create table nil_return (
  trust_id    int not null default current_trust(),
  school_id   int not null,
  month       date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (trust_id, school_id, month),
  foreign key (trust_id, school_id) references school
);
call guard_by_trust('nil_return');

-- Which months an accepted log covers; school 0 stands for every school of the trust.
create table coverage (
  trust_id  int not null default current_trust(),
  import_id bigint not null,
  school_id int not null,
  month     date not null,
  primary key (trust_id, import_id, school_id, month),
  foreign key (trust_id, import_id) references import_file
);
call guard_by_trust('coverage');

-- One finished piece of work: what went in, what came out, under which policy.
create table job_manifest (
  trust_id      int not null default current_trust() references trust,
  manifest_id   bigint not null generated always as identity,
  job           text not null,
  business_key  text not null,    -- the London day of the as-of; for watch-deadlines its UTC hour
  edition       int not null,
  as_of         timestamptz not null,
  inputs_hash   text not null,    -- what the run looked at; the same again has nothing to do
  inputs        jsonb not null default '[]',
  counts        jsonb not null default '{}',
  policy        text not null,
  policy_version text not null,
  status        text not null,    -- running, done, failed
  message       text,
  execution_id  bigint,
  started_at    timestamptz not null,
  finished_at   timestamptz,
  primary key (trust_id, manifest_id),
  unique (trust_id, job, business_key, edition)
);
call guard_by_trust('job_manifest');

create table recurrence_result (
  trust_id       int not null default current_trust(),
  manifest_id    bigint not null,
  position       int not null,
  school         text not null,       -- * for all schools
  school_id      int not null,        -- 0 for all schools
  breach_type    text not null,
  sub_type       text not null,
  window_start   date not null,
  window_middle  date not null,
  window_end     date not null,
  previous       int not null,
  current        int not null,
  verdict        text not null,
  rate_ratio     double precision,
  ci_low         double precision,
  ci_high        double precision,
  p_two_sided    double precision,
  evidence       text not null,
  short_evidence text not null,       -- as papers print it
  near_misses_previous int not null,
  near_misses_current  int not null,
  primary key (trust_id, manifest_id, position),
  foreign key (trust_id, manifest_id) references job_manifest
);
call guard_by_trust('recurrence_result');

-- A published paper: frozen, with the hash of its bytes.
create table report_paper (
  trust_id    int not null default current_trust(),
  paper_id    bigint not null generated always as identity,
  manifest_id bigint not null,
  report      text not null,           -- governors, board, alert-pack
  school_id   int not null default 0,
  title       text not null,
  anchor      date not null,
  edition     int not null,
  data_as_at  timestamptz not null,
  sha256      text not null,
  file        text not null,           -- below the home
  content     bytea not null,
  created_at  timestamptz not null,
  primary key (trust_id, paper_id),
  foreign key (trust_id, manifest_id) references job_manifest
);
call guard_by_trust('report_paper');

-- A warning that went out for a duty: never twice for the same thing.
create table deadline_warning (
  trust_id    int not null default current_trust(),
  incident_id bigint not null,
  duty        text not null,
  stage       text not null,           -- before, due, after
  raised_at   timestamptz not null,
  primary key (trust_id, incident_id, duty, stage),
  foreign key (trust_id, incident_id) references incident on delete cascade
);
call guard_by_trust('deadline_warning');
