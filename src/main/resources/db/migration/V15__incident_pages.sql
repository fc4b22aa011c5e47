-- The pages of incidents: data leads sign in as well, and the newest incidents are found at once.
alter table user_account drop constraint user_account_role_check;
alter table user_account add constraint user_account_role_check
  check (role in ('dpo', 'head', 'data_lead', 'governor', 'board', 'analyst', 'operator'));

create index incident_by_day
  on incident (trust_id, day desc nulls last, incident_id desc);
