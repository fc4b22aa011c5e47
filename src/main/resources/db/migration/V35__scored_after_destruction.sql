-- What cited a destroyed incident as the one it repeats is looked at again: it may repeat another, or none, and its
-- score counts the repeat.
create or replace function destroy_listed(list bigint, at timestamptz) returns int
  language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
as $$
declare
  listed bigint[];
  doomed bigint[];
  loose bigint[];
begin
  select array_agg(incident_id) into listed from retention_list_item where list_id = list;
  if listed is null
    or not exists (select from destruction_certificate where list_id = list) then
    raise exception 'nothing is destroyed without a confirmed list and a certificate';
  end if;
  if exists (
    select from legal_hold h join incident i on i.incident_id = any (listed)
      and (h.incident_id = i.incident_id
        or h.incident_id is null and h.school_id = i.school_id)
    where not exists (select from legal_hold_lifted l where l.hold_id = h.hold_id)) then
    raise exception 'a legal hold stands on the list';
  end if;
  doomed := with_earlier_selves(listed);
  loose := imports_of_these_only(doomed);

  delete from case_score where decision_id in
    (select decision_id from case_decision where incident_id = any (doomed));
  delete from case_closure where decision_id in
    (select decision_id from case_decision where incident_id = any (doomed));
  delete from case_decision where incident_id = any (doomed);
  delete from case_action_done where action_id in
    (select action_id from case_action where incident_id = any (doomed));
  delete from case_action where incident_id = any (doomed);
  delete from case_review where incident_id = any (doomed);
  delete from type_confirmation where incident_id = any (doomed);
  delete from deadline_warning where incident_id = any (doomed);
  delete from reporter_said where incident_id = any (doomed);
  delete from extra_said where incident_id = any (doomed);
  delete from legal_hold_reason where hold_id in
    (select hold_id from legal_hold where incident_id = any (doomed));
  delete from retention_kept_reason where kept_id in
    (select kept_id from retention_kept where incident_id = any (doomed));
  delete from redaction_reason where redaction_id in
    (select redaction_id from redaction where incident_id = any (doomed));
  delete from signal where incident_id = any (doomed);
  delete from incident_history where incident_id = any (doomed);
  update import_row set incident_id = null, notices = '[]' where incident_id = any (doomed);
  update incident set repeat_of = null, stale_score = true where repeat_of = any (doomed);
  delete from incident where incident_id = any (doomed);

  return remove_originals(loose, at);
end
$$;
