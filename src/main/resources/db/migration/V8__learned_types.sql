-- What persons said an incident's breach type is, and what the program learned from it.

-- Who confirmed or corrected a type, and when: only ever added to, the newest row of an incident
-- holds. It stays on record where the incident is taken away or merged.
create table type_confirmation (
  trust_id         int not null default current_trust() references trust,
  confirmation_id  bigint not null generated always as identity,
  incident_id      bigint not null,
  import_id        bigint not null,      -- the import that had last set the incident's facts
  breach_type      text,                 -- null: what was confirmed before is withdrawn
  sub_type         text,
  ruled_type       text,                 -- what the rules said of it then
  ruled_sub_type   text,
  ruled_confidence text not null check (ruled_confidence in ('high', 'medium', 'low')),
  correction       boolean not null,     -- whether the rules had said something else
  reason           text,                 -- in the words of that person; never in logs or exports
  confirmed_by     text not null,
  confirmed_at     timestamptz not null,
  primary key (trust_id, confirmation_id),
  foreign key (trust_id, import_id) references import_file,
  check (breach_type is not null or sub_type is null)
);
create index type_confirmation_by_incident
  on type_confirmation (trust_id, incident_id, confirmation_id desc);
call guard_by_trust('type_confirmation');
-- Erasing a person's words takes the reason away; nothing else of it ever changes.
revoke update, delete on type_confirmation from breachledger_app;
grant update (reason) on type_confirmation to breachledger_app;

-- What was learned from confirmed incidents, a version each time they had changed. The content
-- holds numbers of incidents and of word hashes, no words. A version that has to be forgotten
-- keeps its row without content.
create table learned_types (
  trust_id     int not null default current_trust() references trust,
  version      int not null,
  made_at      timestamptz not null,
  examples     int not null,             -- confirmed incidents it was learned from
  incident_ids bigint[] not null,        -- which, so that an erased one is found
  answered     int not null,             -- each judged by all others: how many got an answer
  answered_right int not null,
  unsure       int not null,             -- the same for those the rules are unsure of
  unsure_answered int not null,
  unsure_right int not null,
  agreed       int not null,             -- answers that are the rules' own guess, too
  agreed_right int not null,
  would_change int not null,             -- incidents whose type it would change when it was made
  sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content      bytea,
  forgotten_at timestamptz,
  primary key (trust_id, version),
  check ((content is null) = (forgotten_at is not null))
);
call guard_by_trust('learned_types');

-- Which version is switched on: the newest row says it; null for none.
create table learned_types_switch (
  trust_id    int not null default current_trust() references trust,
  switch_id   bigint not null generated always as identity,
  version     int,
  switched_by text not null,
  switched_at timestamptz not null,
  primary key (trust_id, switch_id),
  foreign key (trust_id, version) references learned_types
);
call guard_by_trust('learned_types_switch');
revoke update, delete on learned_types_switch from breachledger_app;
