-- What the access logs of systems hint at: it counts for nothing before a person promotes it.

create table signal (
  trust_id     int not null default current_trust() references trust,
  signal_id    bigint not null generated always as identity,
  rule         text not null,
  title        text not null,              -- the rule's words when it was raised
  breach_type  text not null,              -- the type under which it is put forward
  school_id    int,                        -- null where the school is not on the register
  school_name  text not null default '',   -- as written; empty where nobody said
  school_key   text not null default '',   -- folded
  subject      text not null,              -- the account or address; personal, read by the fewest
  subject_key  text not null,              -- in lower case
  window_from  timestamptz not null,       -- its first line, inclusive
  window_to    timestamptz not null,       -- its last line, inclusive
  lines        int not null,
  records      bigint not null,
  addresses    int not null,
  evidence     text not null,              -- in words, without a name
  import_id    bigint not null,            -- the log it was first found in
  sheet        int not null,
  row          int not null,               -- its first line there
  last_sheet   int not null,
  last_row     int not null,
  raised_at    timestamptz not null,
  state        text not null default 'open',
  decided_by   text,
  decided_at   timestamptz,
  why          text,
  promotion_import_id bigint,              -- the entry among the imports under which it became an incident
  incident_id  bigint,                     -- null again where its promotion was undone
  primary key (trust_id, signal_id),
  foreign key (trust_id, school_id) references school,
  foreign key (trust_id, import_id) references import_file,
  foreign key (trust_id, promotion_import_id) references import_file,
  check (state in ('open', 'promoted', 'dismissed')),
  check ((state = 'open') = (decided_by is null)),
  check ((state = 'open') = (decided_at is null)),
  check ((state = 'open') = (why is null)),
  check ((state = 'promoted') = (promotion_import_id is not null)),
  check (window_from <= window_to)
);
-- The same rule about the same account at the same school at overlapping times is the same signal.
create index signal_by_subject on signal (trust_id, rule, subject_key, school_key, window_from);
create index signal_open on signal (trust_id, window_from) where state = 'open';
create index signal_by_import on signal (trust_id, import_id);
call guard_by_trust('signal');

-- Every log a signal was found in: exports overlap. Undoing one leaves what another has found too.
create table signal_seen (
  trust_id   int not null default current_trust(),
  signal_id  bigint not null,
  import_id  bigint not null,
  sheet      int not null,
  row        int not null,
  last_sheet int not null,
  last_row   int not null,
  primary key (trust_id, signal_id, import_id),
  foreign key (trust_id, signal_id) references signal on delete cascade,
  foreign key (trust_id, import_id) references import_file
);
create index signal_seen_by_import on signal_seen (trust_id, import_id);
call guard_by_trust('signal_seen');
