-- The tables the record was judged by, word for word, so that an old result can be worked out again.

-- One table as it stood, kept once however often it is used.
create table rules_text (
  trust_id int not null default current_trust() references trust,
  sha256   text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  body     text not null,
  primary key (trust_id, sha256)
);
call guard_by_trust('rules_text');
revoke update, delete on rules_text from breachledger_app;

-- All tables in force together, under a policy.
create table rules_set (
  trust_id      int not null default current_trust() references trust,
  rules_id      int not null generated always as identity,
  sha256        text not null,
  policy        text not null,          -- the profile's name
  tables        jsonb not null,         -- name of the table -> sha256 of its text
  first_used_at timestamptz not null,
  primary key (trust_id, rules_id),
  unique (trust_id, sha256)
);
call guard_by_trust('rules_set');
revoke update, delete on rules_set from breachledger_app;

-- By which tables each stage last judged the record; where they changed, it is judged anew.
create table rules_applied (
  trust_id int not null default current_trust() references trust,
  stage    text not null,
  sha256   text not null,
  primary key (trust_id, stage)
);
call guard_by_trust('rules_applied');

alter table job_manifest
  add column rules_id int,
  add foreign key (trust_id, rules_id) references rules_set;
