-- What is told to whom, and who may sign in.

-- One alert per school, type and anchor; its numbers are those it was raised with.
create table alert (
  trust_id      int not null references trust,
  alert_id      bigint not null generated always as identity,
  school_id     int,                          -- null for all schools
  breach_type   text not null,
  type_title    text not null,                -- as the type was called then
  window_start  date not null,
  window_middle date not null,
  anchor        date not null,                -- the end of the current window, exclusive
  verdict       text not null,
  previous      int not null,
  current       int not null,
  evidence      text not null,
  incidents     int not null,                 -- how many references the pack names
  state         text not null default 'raised',
  raised_at     timestamptz not null,
  changed_at    timestamptz not null,
  changed_by    text not null,                -- a sign-in name, or the program
  primary key (trust_id, alert_id),
  foreign key (trust_id, school_id) references school,
  check (state in ('raised', 'acknowledged', 'forwarded', 'decided', 'closed'))
);
create unique index alert_once on alert (trust_id, coalesce(school_id, 0), breach_type, anchor);
call guard_by_trust('alert');

-- One message per recipient, kept whole before anything is sent. After a crash it is sent once more at
-- most, under the same Message-ID.
create table outbox_message (
  trust_id        int not null references trust,
  message_id      text not null,              -- as RFC 5322 writes it, without the angle brackets
  alert_id        bigint not null,
  recipient_role  text not null,
  recipient_place int not null,               -- from 1, where a role has several addresses
  recipient       text not null,
  subject         text not null,
  body            text not null,
  file_name       text not null,              -- of the .eml, names no person
  attachment_name text,
  attachment      bytea,
  state           text not null default 'waiting',
  attempts        int not null default 0,
  created_at      timestamptz not null,
  next_attempt_at timestamptz not null,
  last_error      text,                       -- plain words, never what the server answered
  done_at         timestamptz,
  primary key (trust_id, message_id),
  unique (trust_id, alert_id, recipient_role, recipient_place),
  foreign key (trust_id, alert_id) references alert,
  check (state in ('waiting', 'sent', 'written', 'dead')),
  check ((attachment is null) = (attachment_name is null))
);
create index outbox_waiting on outbox_message (trust_id, next_attempt_at) where state = 'waiting';
call guard_by_trust('outbox_message');

create table user_account (
  trust_id      int not null references trust,
  user_id       bigint not null generated always as identity,
  sign_in_name  text not null,                -- in lower case
  role          text not null,
  school_id     int,                          -- the one school of a head or a governor
  label         text not null,                -- what the pages call this account
  password_hash text not null,                -- with the name of its algorithm in front
  must_change   boolean not null default false,
  created_at    timestamptz not null,
  disabled      boolean not null default false,
  primary key (trust_id, user_id),
  unique (trust_id, sign_in_name),
  foreign key (trust_id, school_id) references school,
  check (sign_in_name = lower(sign_in_name)),
  check (role in ('dpo', 'head', 'governor', 'board', 'analyst', 'operator'))
);
call guard_by_trust('user_account');
