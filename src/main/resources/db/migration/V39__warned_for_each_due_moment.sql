-- A date that is corrected sets a clock anew, and what was warned of before it says nothing of the new moment. Of a
-- duty whose moment nobody knows there is one warning of each stage, as before.
alter table deadline_warning drop constraint deadline_warning_pkey;
alter table deadline_warning
  add column warning_id bigint not null generated always as identity,
  add primary key (trust_id, warning_id),
  add constraint deadline_warning_once
    unique nulls not distinct (trust_id, incident_id, duty, stage, due_at);
