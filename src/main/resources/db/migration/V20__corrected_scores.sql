-- A person corrects what an incident is scored on: how many people it affected, and which factors apply.

-- What belongs to the decision "score" of case_decision and to no other. Only ever added to.
create table case_score (
  trust_id    int not null default current_trust(),
  decision_id bigint not null,
  facts       jsonb not null,       -- individuals, factors_added, factors_ruled_out: what the person said
  primary key (trust_id, decision_id),
  foreign key (trust_id, decision_id) references case_decision
);
call guard_by_trust('case_score');
revoke update, delete on case_score from breachledger_app;
