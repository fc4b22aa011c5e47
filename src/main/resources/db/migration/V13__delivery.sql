-- Papers leave by mail, and an alert has a life. A message says why it was written and how it leaves.

alter table outbox_message add column channel text not null default 'mail';
alter table outbox_message add column occasion text not null default 'raised'; -- of the alert's life
alter table outbox_message add column paper_id bigint;
alter table outbox_message
  add constraint outbox_of_paper foreign key (trust_id, paper_id) references report_paper;
alter table outbox_message add constraint outbox_channel check (channel in ('mail', 'webhook'));

-- One message per recipient of an alert was one for its whole life; it is one for each occasion now.
do $$
declare
  old text;
begin
  select conname into strict old from pg_constraint
   where conrelid = 'outbox_message'::regclass and contype = 'u';
  execute format('alter table outbox_message drop constraint %I', old);
end
$$;
create unique index outbox_once_for_alert on outbox_message
  (trust_id, alert_id, channel, occasion, recipient_role, recipient_place);
-- A paper goes to an address once, whatever roles stand behind it.
create unique index outbox_once_for_paper on outbox_message (trust_id, paper_id, lower(recipient))
  where paper_id is not null;

-- What became of an alert. Only ever added to; the alert's own state follows it.
create table alert_step (
  trust_id         int not null default current_trust() references trust,
  step_id          bigint not null generated always as identity,
  alert_id         bigint not null,
  step             text not null,
  place            int not null default 0,  -- which decision; after how many days it was escalated
  measure          text,                    -- what was decided
  owner_role       text,                    -- a role of the policy profile
  owner_name       text,                    -- personal: never in a paper, mail, log or export
  due              date,
  why              text,                    -- free text of a person; never in a paper, mail, log or export
  outcome          text,                    -- the verdict of the comparison that closed it
  outcome_previous int,
  outcome_current  int,
  outcome_anchor   date,
  manifest_id      bigint,                  -- the run that closed it
  recorded_by      text not null,           -- a sign-in name, who was named, or the program
  recorded_at      timestamptz not null,
  primary key (trust_id, step_id),
  foreign key (trust_id, alert_id) references alert,
  foreign key (trust_id, manifest_id) references job_manifest,
  unique (trust_id, alert_id, step, place),
  check (step in ('acknowledged', 'forwarded', 'decided', 'escalated', 'closed')),
  check ((step = 'decided') = (measure is not null)),
  check (measure in ('training', 'policy', 'control')),
  check (step = 'decided' or (owner_role is null and owner_name is null and due is null and why is null)),
  check (step <> 'decided' or ((owner_role is null) <> (owner_name is null) and due is not null)),
  check ((step = 'closed') = (outcome is not null)),
  check ((step = 'closed') = (outcome_previous is not null)),
  check ((step = 'closed') = (outcome_current is not null)),
  check ((step = 'closed') = (outcome_anchor is not null))
);
call guard_by_trust('alert_step');
revoke update, delete on alert_step from breachledger_app;
