-- How long the register is kept, as each trust's people decided, and what must not be destroyed
-- meanwhile. No period is shipped: where nobody set one, nothing is ever due. Only ever added to.

-- The newest row of a school counts; school 0 = every school that has none of its own.
create table retention_setting (
  trust_id   int not null default current_trust() references trust,
  setting_id bigint not null generated always as identity,
  school_id  int not null,
  length     int not null check (length between 1 and 1200),
  unit       text not null check (unit in ('months', 'years')),
  by_role    text not null,         -- a role of the policy profile
  set_at     timestamptz not null,
  primary key (trust_id, setting_id)
);
call guard_by_trust('retention_setting');
revoke update, delete on retention_setting from breachledger_app;
grant update (school_id) on retention_setting to breachledger_app; -- two names of one school

create table legal_hold (
  trust_id    int not null default current_trust() references trust,
  hold_id     bigint not null generated always as identity,
  school_id   int not null,
  incident_id bigint,               -- null = the whole school
  by_role     text not null,
  placed_at   timestamptz not null,
  primary key (trust_id, hold_id)
);
call guard_by_trust('legal_hold');
revoke update, delete on legal_hold from breachledger_app;
grant update (school_id, incident_id) on legal_hold to breachledger_app;

create table legal_hold_lifted (
  trust_id  int not null default current_trust(),
  hold_id   bigint not null,
  by_role   text not null,
  lifted_at timestamptz not null,
  primary key (trust_id, hold_id),
  foreign key (trust_id, hold_id) references legal_hold
);
call guard_by_trust('legal_hold_lifted');
revoke update, delete on legal_hold_lifted from breachledger_app;

-- Why a hold was placed or lifted: free text of a person, apart from all that papers are made of.
create table legal_hold_reason (
  trust_id int not null default current_trust(),
  hold_id  bigint not null,
  step     text not null check (step in ('placed', 'lifted')),
  why      text not null,           -- never in a paper, log or export
  primary key (trust_id, hold_id, step),
  foreign key (trust_id, hold_id) references legal_hold
);
call guard_by_trust('legal_hold_reason');
revoke update, delete on legal_hold_reason from breachledger_app;
