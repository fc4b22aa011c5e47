-- A second opinion on severity beside the policy's own score; empty where too little is mapped.
alter table incident add column second_value numeric(4, 2);
alter table incident add column second_level text;

-- Warnings of deadlines become messages: what was noted and is still to be told, and when it is due.
alter table deadline_warning add column due_at timestamptz;
alter table deadline_warning add column to_tell boolean not null default false;
create index deadline_warning_to_tell on deadline_warning (trust_id) where to_tell;

-- A message about deadlines belongs to no alert.
alter table outbox_message alter column alert_id drop not null;
