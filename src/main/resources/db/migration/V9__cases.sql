-- What people decide about an incident, to whom it went, what is to be done, and its review after six
-- months. Only ever added to: the newest record of a subject counts. Nothing here is deleted with the
-- incident it speaks of; the number may change where two incidents are found to be one.

-- What a person recorded, as fields of the incident: read together with the facts of its sheets.
alter table incident add column recorded_facts jsonb not null default '{}';

create table case_decision (
  trust_id    int not null default current_trust() references trust,
  decision_id bigint not null generated always as identity,
  incident_id bigint not null,
  subject     text not null,        -- a subject of casework/decisions.csv, or a route
  outcome     text not null,
  decided     text not null,        -- a moment with its precision, in its canonical text
  by_role     text,                 -- a role of the policy profile
  by_name     text,                 -- where it was no role; personal: never in a paper, log or export
  why         text,                 -- free text of a person; never in a paper, log or export
  delay       text,                 -- the reason for a delay; the same
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (trust_id, decision_id),
  check ((by_role is null) <> (by_name is null))
);
create index case_decision_by_incident on case_decision (trust_id, incident_id);
call guard_by_trust('case_decision');
revoke update, delete on case_decision from breachledger_app;
grant update (incident_id) on case_decision to breachledger_app;

create table case_action (
  trust_id    int not null default current_trust() references trust,
  action_id   bigint not null generated always as identity,
  incident_id bigint not null,
  kind        text not null check (kind in ('training', 'policy', 'control', 'other')),
  what        text not null,        -- free text of a person; never in a paper, log or export
  owner_role  text,                 -- a role of the policy profile
  owner_name  text,                 -- personal: never in a paper, log or export
  due         date,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (trust_id, action_id),
  check (owner_role is null or owner_name is null)
);
create index case_action_by_incident on case_action (trust_id, incident_id);
call guard_by_trust('case_action');
revoke update, delete on case_action from breachledger_app;
grant update (incident_id) on case_action to breachledger_app;

create table case_action_done (
  trust_id    int not null default current_trust(),
  action_id   bigint not null,
  done        text not null,        -- a moment with its precision
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (trust_id, action_id),
  foreign key (trust_id, action_id) references case_action
);
call guard_by_trust('case_action_done');
revoke update, delete on case_action_done from breachledger_app;

-- The sign-off of a review, with what was shown to the person who signed.
create table case_review (
  trust_id     int not null default current_trust() references trust,
  review_id    bigint not null generated always as identity,
  incident_id  bigint not null,
  due          text not null,       -- the last second in time, ISO; empty where nobody can tell
  signed       text not null,       -- a moment with its precision
  by_role      text,
  by_name      text,                -- personal: never in a paper, log or export
  note         text,                -- free text of a person; never in a paper, log or export
  type_verdict text not null,       -- of its type in the newest comparison; empty where there is none
  recurrences  int not null,
  actions_open int not null,
  recorded_by  text not null,
  recorded_at  timestamptz not null,
  primary key (trust_id, review_id),
  check ((by_role is null) <> (by_name is null))
);
create index case_review_by_incident on case_review (trust_id, incident_id);
call guard_by_trust('case_review');
revoke update, delete on case_review from breachledger_app;
grant update (incident_id) on case_review to breachledger_app;
