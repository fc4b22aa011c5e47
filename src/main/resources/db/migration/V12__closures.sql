-- Closing a case is a decision of its own, and what a run judged is kept, so that its replay can be
-- held against it.

-- What belongs to the decision "closure" of case_decision and to no other. Only ever added to.
create table case_closure (
  trust_id    int not null default current_trust(),
  decision_id bigint not null,
  lesson      text,                 -- free text of a person; never in a paper, log or export
  missing     text not null,        -- the closing checks that were not met then, joined by ;
  primary key (trust_id, decision_id),
  foreign key (trust_id, decision_id) references case_decision
);
call guard_by_trust('case_closure');
revoke update, delete on case_closure from breachledger_app;

-- How many incidents of a school a run left with each score and with each verdict of each duty.
create table run_judged (
  trust_id    int not null default current_trust(),
  manifest_id bigint not null,
  school_id   int not null,
  judged      text not null,        -- score, or a duty's code
  outcome     text not null,        -- the score or unknown, or the verdict
  incidents   int not null,
  primary key (trust_id, manifest_id, school_id, judged, outcome),
  foreign key (trust_id, manifest_id) references job_manifest
);
call guard_by_trust('run_judged');
revoke update, delete on run_judged from breachledger_app;
