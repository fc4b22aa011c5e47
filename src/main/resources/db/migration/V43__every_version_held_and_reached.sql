-- What a hold protects, and what redaction and destruction reach, is told by every version on record: also by those
-- that an undone import left, and after the words went by which two of them were known to be one incident.

-- What a redacted incident was on record as before: without its words nothing else tells.
create table earlier_self (
  trust_id    int not null default current_trust() references trust,
  incident_id bigint not null,
  earlier_id  bigint not null,
  primary key (trust_id, incident_id, earlier_id)
);
call guard_by_trust('earlier_self');
revoke insert, update, delete on earlier_self from breachledger_app;

-- Each incident meant, with the number of it and of all that was merged into it or taken away under the same
-- reference before.
create function earlier_selves(which bigint[]) returns table (incident_id bigint, self bigint)
  language sql stable
as $$
  with recursive earlier (incident_id, self) as (
    select (stood ->> 'merged_into')::bigint, incident_id from incident_history
    where trust_id = current_trust() and kind = 'merged'
    union all
    select e.incident_id, e.earlier_id from earlier_self e where e.trust_id = current_trust()),
  selves (incident_id, self) as (
    select w, w from unnest(which) w
    union
    select i.incident_id, h.incident_id from incident i
    join incident_history h on h.trust_id = i.trust_id and h.kind = 'removed'
      and (h.stood ->> 'school_id')::int = i.school_id
      and (lower(h.stood ->> 'reference') = lower(i.reference)
        or i.reference is null and h.stood ->> 'identity_key' = i.identity_key)
    where i.trust_id = current_trust() and i.incident_id = any (which) and not exists (
      select from incident x where x.trust_id = i.trust_id and x.incident_id = h.incident_id)),
  every_self (incident_id, self) as (
    select s.incident_id, s.self from selves s
    union
    select s.incident_id, e.self from every_self s join earlier e on e.incident_id = s.self)
  select s.incident_id, s.self from every_self s
$$;

create or replace function with_earlier_selves(which bigint[]) returns bigint[]
  language sql stable
as $$
  select array_agg(distinct s.self) from earlier_selves(which) s
$$;

-- As before; of a log that covers all schools only those of its rows, and the one it was said to be of.
create or replace function held_with(imports bigint[]) returns int[]
  language sql stable
as $$
  with told as (
    select incident_id from import_row
    where trust_id = current_trust() and import_id = any (imports) and incident_id is not null
    union
    select incident_id from incident_history
    where trust_id = current_trust() and replaced_by_import = any (imports)),
  asked as (
    select asked_school as name from import_file
    where trust_id = current_trust() and import_id = any (imports) and asked_school is not null),
  schools as (
    select i.school_id from told t
    join incident i on i.trust_id = current_trust() and i.incident_id = t.incident_id
    union
    select (h.stood ->> 'school_id')::int from told t
    join incident_history h on h.trust_id = current_trust() and h.incident_id = t.incident_id
      and h.kind in ('removed', 'merged')
    union
    select school_id from coverage where trust_id = current_trust() and import_id = any (imports)
    union
    select school_id from undone_coverage
    where trust_id = current_trust() and import_id = any (imports)
    union
    select s.school_id from asked a
    join school s on s.trust_id = current_trust() and (s.name_key = a.name or s.urn = a.name)
    union
    select l.school_id from asked a
    join school_alias l on l.trust_id = current_trust() and l.alias_key = a.name)
  select coalesce(array_agg(distinct h.school_id), '{}') from legal_hold h
  where h.trust_id = current_trust()
    and not exists (select from legal_hold_lifted l
      where l.trust_id = h.trust_id and l.hold_id = h.hold_id)
    and (h.incident_id in (select incident_id from told)
      or h.incident_id is null and h.school_id in (select school_id from schools))
$$;

-- The imports whose originals are evidence of nothing but these incidents: any import of the same bytes counts.
-- None of them spoke of what is under hold, not even in rows that were undone since.
create or replace function imports_of_these_only(which bigint[]) returns bigint[]
  language sql stable
as $$
  with loose as (
    select coalesce(array_agg(f.import_id), '{}') as ids from import_file f
    where f.trust_id = current_trust() and f.sha256 in (
        select sha256 from import_file
        where trust_id = current_trust() and import_id = any (imports_speaking_of(which)))
      and not exists (
        select from import_file g
        where g.trust_id = f.trust_id and g.sha256 = f.sha256 and (
          exists (select from import_row r join incident i on i.incident_id = r.incident_id
            where r.import_id = g.import_id and i.incident_id <> all (which))
          or exists (select from signal_seen s join signal o using (trust_id, signal_id)
            where s.import_id = g.import_id
              and (o.incident_id is null or o.incident_id <> all (which)))
          or exists (select from signal o where o.promotion_import_id = g.import_id
            and (o.incident_id is null or o.incident_id <> all (which))))))
  select case when cardinality(held_with(ids)) = 0 then ids else array(
    select l from unnest(ids) l
    where cardinality(held_with(imports_of_the_same_bytes(array[l]))) = 0) end
  from loose
$$;

-- As before; and the headings of columns no field was found for.
create or replace function remove_originals(imports bigint[], at timestamptz) returns int
  language plpgsql
as $$
declare
  originals int;
begin
  insert into file_to_remove (file, sha256, asked_at)
  select distinct 'archive/' || left(sha256, 2) || '/' || sha256, sha256, at
  from import_file
  where trust_id = current_trust() and import_id = any (imports) and original_gone_at is null;
  get diagnostics originals = row_count;
  insert into file_to_remove (file, asked_at)
  select 'returns/returns-import-' || import_id || '.xlsx', at
  from import_file
  where trust_id = current_trust() and import_id = any (imports) and original_gone_at is null
    and returns_file is not null;
  update import_file f set
    original_gone_at = at,
    file_name = case when profile = 'form-a' then file_name
      else coalesce(substring(lower(file_name) from 'returns-import-[0-9]+') || '.xlsx',
        'removed') end,
    reason = null, sheet = null, mapping = '{}', unmapped = '[]', warnings = '[]',
    returns_file = null,
    sheets = (select coalesce(jsonb_agg(case when e ? 'sheet' then e || '{"sheet": ""}' else e end
      order by n), '[]') from jsonb_array_elements(f.sheets) with ordinality x (e, n))
  where trust_id = current_trust() and import_id = any (imports) and original_gone_at is null;
  update import_row set notices = '[]'
  where trust_id = current_trust() and import_id = any (imports) and incident_id is null
    and notices <> '[]';
  -- Of columns without a field the headings go where no incident has a word in them any more.
  update row_shape s set extra = '{}'
  where s.trust_id = current_trust() and s.import_id = any (imports) and s.extra <> '{}'
    and not exists (
      select from import_row r
      where r.trust_id = s.trust_id and r.import_id = s.import_id and r.shape = s.shape
        and (exists (select from incident_extra e
            where e.trust_id = r.trust_id and e.incident_id = r.incident_id)
          or exists (select from extra_said e
            where e.trust_id = r.trust_id and e.incident_id = r.incident_id)));
  return originals;
end
$$;

-- As before; a number of before that is held holds what it became, and its earlier selves are found after a redaction.
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
  if exists (
    select from legal_hold h where h.trust_id = current_trust() and h.incident_id = any (doomed)
      and not exists (select from legal_hold_lifted l
        where l.trust_id = h.trust_id and l.hold_id = h.hold_id)) then
    raise exception 'a legal hold stands on what is listed or was before';
  end if;
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
  delete from earlier_self where incident_id = any (doomed);
  update import_row set incident_id = null, notices = '[]' where incident_id = any (doomed);
  update incident set repeat_of = null, stale_score = true where repeat_of = any (doomed);
  delete from incident where incident_id = any (doomed);

  return remove_originals(loose, at);
end
$$;

-- What a cell called the school is a person's word too: of a confirmed one its name on the register stays.
create function redacted_school(facts jsonb, of_school int) returns jsonb
  language sql stable
as $$
  select case when s.name is null or not jsonb_exists(facts, 'school') then facts
    else facts || jsonb_build_object('school', s.name) end
  from (select max(name) as name from school
    where trust_id = current_trust() and school_id = of_school and confirmed) s
$$;

-- As before. A hold on a school stops it for every original that spoke of the school; and what an incident was on
-- record as before stays known.
create or replace function redact_incidents(which bigint[], texts text[], at timestamptz) returns int
  language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
as $$
declare
  meant bigint[];
  touched bigint[];
begin
  if exists (select from unnest(which) w
    where not exists (select from redaction r where r.incident_id = w)) then
    raise exception 'nothing is redacted without a redaction on record';
  end if;
  meant := with_earlier_selves(which);
  if cardinality(held_beside(which)) > 0 then
    raise exception 'a legal hold stands on what would go';
  end if;
  touched := imports_of_the_same_bytes(imports_speaking_of(meant));
  if cardinality(held_with(touched)) > 0 then
    raise exception 'a legal hold stands on what would go';
  end if;
  insert into earlier_self (incident_id, earlier_id)
  select s.incident_id, s.self from earlier_selves(which) s where s.self <> s.incident_id
  on conflict do nothing;

  update incident set
    facts = redacted_school(redacted_facts(facts, texts), school_id),
    recorded_facts = redacted_facts(recorded_facts, texts),
    gaps = redacted_gaps(gaps),
    type_key = '', words_key = '',
    reference = case when 'reference' = any (texts) and reference is not null
      then 'incident ' || incident_id else reference end,
    reference_key = case when 'reference' = any (texts) then '' else reference_key end,
    identity_key = case when identity_key is not null then
      redacted_identity(school_id::text, day::text, people_key, incident_id::text) end,
    type_evidence = case when type_evidence is not null then '[redacted]' end,
    severity_reasons = to_jsonb(array_remove(string_to_array(factors, ';'), '')),
    disagreement = case when disagreement is not null then '[redacted]' end,
    needs_review = false
  where incident_id = any (meant);
  update incident_history h set
    facts = redacted_school(redacted_facts(facts, texts), coalesce(
      (stood ->> 'school_id')::int,
      (select i.school_id from incident i where i.incident_id = h.incident_id))),
    gaps = redacted_gaps(gaps), stood = redacted_stood(stood, texts, incident_id)
  where incident_id = any (meant);
  delete from incident_reporter where incident_id = any (meant);
  delete from incident_extra where incident_id = any (meant);
  delete from reporter_said where incident_id = any (meant);
  delete from extra_said where incident_id = any (meant);
  update import_row set notices = redacted_gaps(notices) where incident_id = any (meant);
  update type_confirmation set reason = null
  where incident_id = any (meant) and reason is not null;
  update case_decision set
    by_name = case when by_name is not null then '[redacted]' end,
    why = case when why is not null then '[redacted]' end,
    delay = case when delay is not null then '[redacted]' end
  where incident_id = any (meant);
  update case_closure set lesson = '[redacted]' where lesson is not null and decision_id in
    (select decision_id from case_decision where incident_id = any (meant));
  update case_score set facts = redacted_facts(facts, texts) where decision_id in
    (select decision_id from case_decision where incident_id = any (meant));
  update case_action set what = '[redacted]',
    owner_name = case when owner_name is not null then '[redacted]' end
  where incident_id = any (meant);
  update case_review set
    by_name = case when by_name is not null then '[redacted]' end,
    note = case when note is not null then '[redacted]' end
  where incident_id = any (meant);
  update legal_hold_reason set why = '[redacted]' where hold_id in
    (select hold_id from legal_hold where incident_id = any (meant));
  update retention_kept_reason set why = '[redacted]' where kept_id in
    (select kept_id from retention_kept where incident_id = any (meant));
  update signal set subject = '[redacted]', subject_key = '[redacted]',
    why = case when why is not null then '[redacted]' end
  where incident_id = any (meant);
  return remove_originals(touched, at);
end
$$;

-- What undone imports had said of incidents that stand as they were before: every version one of them said, and those
-- that later imports made of it until it was undone.
create function undone_versions(imports bigint[]) returns table (history_id bigint, incident_id bigint)
  language sql stable
as $$
  with undone as (
    select import_id, coalesce(undone_at, 'infinity') as undone_at from import_file
    where trust_id = current_trust() and import_id = any (imports) and status = 'undone'),
  spans as (
    select h.incident_id, u.undone_at, min(h.history_id) as first
    from undone u
    join incident_history h on h.trust_id = current_trust()
      and (h.import_id = u.import_id or h.replaced_by_import = u.import_id)
    group by u.import_id, u.undone_at, h.incident_id)
  select distinct h.history_id, h.incident_id from spans s
  join incident_history h on h.trust_id = current_trust() and h.incident_id = s.incident_id
    and h.history_id >= s.first and h.replaced_at <= s.undone_at
  -- What an import said that still counts stays; so does what stood before the first change.
  join import_file b on b.trust_id = h.trust_id and b.import_id = h.import_id
    and b.status = 'undone'
  where h.kind = 'undone' or h.history_id > s.first or h.import_id in (select import_id from undone)
$$;

-- As before; every version that an undone import said, not the last alone.
create or replace function redact_import(which bigint, texts text[], wordy bigint[], at timestamptz) returns int
  language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
as $$
declare
  told bigint[];
  former bigint[];
  plain bigint[];
  originals int := 0;
begin
  if not exists (select from redaction r
    where r.trust_id = current_trust() and r.import_id = which and r.incident_id is null) then
    raise exception 'nothing is redacted without a redaction on record';
  end if;
  told := imports_told_with(which);
  if cardinality(resting_on(told)) > 0 then
    raise exception 'the register rests on what would go';
  end if;
  if cardinality(held_with(told)) > 0 then
    raise exception 'a legal hold stands on what would go';
  end if;
  former := formerly_of(told);
  plain := array(select unnest(former) except select unnest(wordy));
  if cardinality(plain) > 0 then
    originals := originals + redact_incidents(plain, texts, at);
  end if;
  if cardinality(wordy) > 0 then
    originals := originals + redact_incidents(wordy, texts || 'reference', at);
  end if;
  -- What an undone import had said of incidents that stand as they were before.
  update incident_history set
    facts = redacted_facts(facts, texts), gaps = redacted_gaps(gaps),
    stood = redacted_stood(stood, texts, incident_id)
  where trust_id = current_trust()
    and history_id in (select v.history_id from undone_versions(told) v);
  update import_row set notices = redacted_gaps(notices)
  where trust_id = current_trust() and import_id = any (told) and notices <> '[]';
  delete from reporter_said where trust_id = current_trust() and import_id = any (told);
  delete from extra_said where trust_id = current_trust() and import_id = any (told);
  delete from remembered_mapping where trust_id = current_trust() and import_id = any (told);
  update signal set subject = '[redacted]', subject_key = '[redacted]',
    why = case when why is not null then '[redacted]' end
  where trust_id = current_trust() and state = 'dismissed' and import_id = any (told);
  return originals + remove_originals(told, at);
end
$$;

-- A restored record tells of the backup it came from: that one holds what is destroyed now, whoever made it.
alter table destruction_certificate add column restored_backup_at timestamptz;
