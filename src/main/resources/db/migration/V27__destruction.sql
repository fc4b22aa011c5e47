-- What is due is confirmed, destroyed and certified; a person's words are taken out of what stays. The two
-- functions at the end are the only way to either: the application may not delete from the tables that are only
-- ever added to. What each table loses by them stands in src/test/resources/keeping/erasure.csv.

-- What a person keeps although its time on record has ended. Only ever added to; the newest row counts.
create table retention_kept (
  trust_id    int not null default current_trust() references trust,
  kept_id     bigint not null generated always as identity,
  incident_id bigint not null,
  until       date not null,        -- London, exclusive: on this day it is due again
  by_role     text not null,
  kept_at     timestamptz not null,
  primary key (trust_id, kept_id)
);
create index retention_kept_by_incident on retention_kept (trust_id, incident_id);
call guard_by_trust('retention_kept');
revoke update, delete on retention_kept from breachledger_app;
grant update (incident_id) on retention_kept to breachledger_app;

create table retention_kept_reason (
  trust_id int not null default current_trust(),
  kept_id  bigint not null,
  why      text not null,           -- free text of a person; never in a paper, log or export
  primary key (trust_id, kept_id),
  foreign key (trust_id, kept_id) references retention_kept
);
call guard_by_trust('retention_kept_reason');
revoke update, delete on retention_kept_reason from breachledger_app;

-- A list of what is due, as a person confirmed it. Kept for years.
create table retention_list (
  trust_id     int not null default current_trust() references trust,
  list_id      bigint not null generated always as identity,
  identity     text not null check (identity ~ '^[0-9a-f]{64}$'),
  school_id    int not null,        -- 0 = all schools
  as_of        timestamptz not null,
  by_role      text not null,
  confirmed_at timestamptz not null,
  primary key (trust_id, list_id)
);
call guard_by_trust('retention_list');
revoke update, delete on retention_list from breachledger_app;

create table retention_list_item (
  trust_id    int not null default current_trust(),
  list_id     bigint not null,
  incident_id bigint not null,
  school_id   int not null,
  school      text not null,        -- as papers call it
  reference   text not null,        -- as papers call it
  breach_type text not null,        -- its code; empty where it had none
  closed_on   date,
  due         date not null,
  period      text not null,        -- in words
  primary key (trust_id, list_id, incident_id),
  foreign key (trust_id, list_id) references retention_list
);
call guard_by_trust('retention_list_item');
revoke update, delete on retention_list_item from breachledger_app;

-- What was destroyed: numbered without a gap, printed, kept for years.
create table destruction_certificate (
  trust_id          int not null default current_trust() references trust,
  number            int not null check (number > 0),
  list_id           bigint not null,
  by_role           text not null,
  destroyed_at      timestamptz not null,
  incidents         int not null,
  originals         int not null,   -- files of the archive that went with them
  backups_kept_days int,            -- as the installation says; null where it does not
  last_backup_at    timestamptz,    -- the last one the program made; null where it made none
  sha256            text not null,
  paper             bytea not null,
  primary key (trust_id, number),
  unique (trust_id, list_id),
  foreign key (trust_id, list_id) references retention_list
);
call guard_by_trust('destruction_certificate');
revoke update, delete on destruction_certificate from breachledger_app;

-- What is left of the destroyed: how many, by school, month and type.
create table destroyed_count (
  trust_id    int not null default current_trust(),
  number      int not null,
  school_id   int not null,
  month       date not null,        -- its first day; 1 January of the year 1 where no day was known
  breach_type text not null,
  sub_type    text not null,
  counted_as  text not null,
  incidents   int not null,
  primary key (trust_id, number, school_id, month, breach_type, sub_type, counted_as)
);
call guard_by_trust('destroyed_count');
revoke update, delete on destroyed_count from breachledger_app;

-- A redaction of an incident that stays. The reason is a person's and stands apart.
create table redaction (
  trust_id     int not null default current_trust() references trust,
  redaction_id bigint not null generated always as identity,
  incident_id  bigint not null,
  by_role      text not null,
  redacted_at  timestamptz not null,
  primary key (trust_id, redaction_id)
);
create index redaction_by_incident on redaction (trust_id, incident_id);
call guard_by_trust('redaction');
revoke update, delete on redaction from breachledger_app;

create table redaction_reason (
  trust_id     int not null default current_trust(),
  redaction_id bigint not null,
  why          text not null,       -- free text of a person; never in a paper, log or export
  primary key (trust_id, redaction_id),
  foreign key (trust_id, redaction_id) references redaction
);
call guard_by_trust('redaction_reason');
revoke update, delete on redaction_reason from breachledger_app;

-- Files that go once the change that asks for it is stored: a program killed in between finds them here.
create table file_to_remove (
  trust_id   int not null default current_trust() references trust,
  file_id    bigint not null generated always as identity,
  file       text not null,         -- below the home, with slashes; named by hashes and numbers only
  sha256     text,                  -- of an original: copies of it that wait to be imported go, too
  asked_at   timestamptz not null,
  removed_at timestamptz,
  primary key (trust_id, file_id)
);
create index file_to_remove_waiting on file_to_remove (trust_id, file_id) where removed_at is null;
call guard_by_trust('file_to_remove');
revoke delete on file_to_remove from breachledger_app;

-- The bytes of an import whose original is gone are known by their hash alone.
alter table import_file add column original_gone_at timestamptz;

-- The incidents meant, and all that was merged into them or taken away under the same reference before.
create function with_earlier_selves(which bigint[]) returns bigint[]
  language sql stable
as $$
  with recursive first_of (incident_id) as (
    select unnest(which)
    union
    select h.incident_id from incident i
    join incident_history h on h.kind = 'removed'
      and (h.stood ->> 'school_id')::int = i.school_id
      and (lower(h.stood ->> 'reference') = lower(i.reference)
        or i.reference is null and h.stood ->> 'identity_key' = i.identity_key)
    where i.incident_id = any (which) and not exists (
      select from incident x where x.incident_id = h.incident_id)),
  self (incident_id) as (
    select incident_id from first_of
    union
    select h.incident_id from self s
    join incident_history h on h.kind = 'merged'
      and (h.stood ->> 'merged_into')::bigint = s.incident_id)
  select array_agg(distinct incident_id) from self
$$;

-- The imports that speak of any of these incidents: their own rows, and the logs their signals were found in.
create function imports_speaking_of(which bigint[]) returns bigint[]
  language sql stable
as $$
  select coalesce(array_agg(distinct import_id), '{}') from (
    select import_id from import_row where incident_id = any (which)
    union
    select s.import_id from signal_seen s join signal g using (trust_id, signal_id)
      where g.incident_id = any (which)
    union
    select import_id from signal where incident_id = any (which)
    union
    select promotion_import_id from signal
      where incident_id = any (which) and promotion_import_id is not null) i
$$;

-- The imports whose originals are evidence of nothing but these incidents: any import of the same bytes counts.
create function imports_of_these_only(which bigint[]) returns bigint[]
  language sql stable
as $$
  select coalesce(array_agg(f.import_id), '{}') from import_file f
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
          and (o.incident_id is null or o.incident_id <> all (which)))))
$$;

-- The imports with the same bytes as any of these.
create function imports_of_the_same_bytes(imports bigint[]) returns bigint[]
  language sql stable
as $$
  select coalesce(array_agg(import_id), '{}') from import_file
  where trust_id = current_trust() and sha256 in (
    select sha256 from import_file where trust_id = current_trust() and import_id = any (imports))
$$;

-- The incidents under legal hold that would lose words or an original by a redaction of these.
create function held_beside(which bigint[]) returns bigint[]
  language sql stable
as $$
  with meant as (select with_earlier_selves(which) as ids),
  touched as (
    select imports_of_the_same_bytes(imports_speaking_of(ids)) as ids from meant),
  beside as (
    select unnest(ids) as incident_id from meant
    union
    select r.incident_id from import_row r, touched t
    where r.trust_id = current_trust() and r.import_id = any (t.ids)
    union
    select g.incident_id from signal g, touched t
    where g.trust_id = current_trust()
      and (g.import_id = any (t.ids) or g.promotion_import_id = any (t.ids)))
  select coalesce(array_agg(distinct i.incident_id), '{}')
  from incident i
  join beside b on b.incident_id = i.incident_id
  join legal_hold h on h.trust_id = i.trust_id
    and (h.incident_id = i.incident_id or h.incident_id is null and h.school_id = i.school_id)
  where i.trust_id = current_trust()
    and not exists (select from legal_hold_lifted l where l.hold_id = h.hold_id)
$$;

-- Has the originals of these imports removed: what the imports said of their files goes at once, hash and row
-- sums stay. Returns how many originals that is.
create function remove_originals(imports bigint[], at timestamptz) returns int
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
    file_name = case when profile = 'form-a' or file_name ~ '^returns-import-[0-9]+[.]xlsx$'
      then file_name else 'removed' end,
    reason = null, sheet = null, mapping = '{}', unmapped = '[]', warnings = '[]',
    returns_file = null,
    sheets = (select coalesce(jsonb_agg(case when e ? 'sheet' then e || '{"sheet": ""}' else e end
      order by n), '[]') from jsonb_array_elements(f.sheets) with ordinality x (e, n))
  where trust_id = current_trust() and import_id = any (imports) and original_gone_at is null;
  update import_row set notices = '[]'
  where trust_id = current_trust() and import_id = any (imports) and incident_id is null
    and notices <> '[]';
  return originals;
end
$$;

-- Destroys what a confirmed list names; refused unless its certificate is on record, and while a hold stands.
create function destroy_listed(list bigint, at timestamptz) returns int
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
  update incident set repeat_of = null where repeat_of = any (doomed);
  delete from incident where incident_id = any (doomed);

  return remove_originals(loose, at);
end
$$;

-- A person's words in the facts of an incident, each replaced by a mark.
create function redacted_facts(facts jsonb, texts text[]) returns jsonb
  language sql immutable
as $$
  select coalesce(jsonb_object_agg(key, case
    when not key = any (texts) then value
    when key = 'declared_repeat' and lower(trim(value #>> '{}')) = any
      ('{"",no,n,none,nil,false,0,-,n/a,unknown}') then value
    when key = 'declared_repeat' then '"yes"'
    else '"[redacted]"' end), '{}') from jsonb_each(facts)
$$;

create function redacted_gaps(gaps jsonb) returns jsonb
  language sql immutable
as $$
  select coalesce(jsonb_agg(case when coalesce(g ->> 'read', '') = '' then g
    else g || '{"read": "[redacted]"}' end order by n), '[]')
  from jsonb_array_elements(gaps) with ordinality x (g, n)
$$;

-- An identity is made of words too where no reference was given: it is made again of what is left.
create function redacted_identity(school text, day text, people text, incident text) returns text
  language sql immutable
as $$
  select md5(concat_ws('|', school, day, '', '', people, 'redacted', incident))
$$;

-- What stands beside the facts in the history of an incident.
create function redacted_stood(stood jsonb, texts text[], incident bigint) returns jsonb
  language sql immutable
as $$
  select stood || coalesce((
    select jsonb_object_agg(k, v) from (values
      ('type_key', '""'::jsonb), ('words_key', '""'), ('type_evidence', 'null'),
      ('severity_reasons', '[]'), ('disagreement', 'null'),
      ('recorded_facts', redacted_facts(coalesce(stood -> 'recorded_facts', '{}'), texts)),
      ('identity_key', case when stood ->> 'identity_key' is null then 'null'::jsonb
        else to_jsonb(redacted_identity(stood ->> 'school_id', stood ->> 'day',
          stood ->> 'people_key', incident::text)) end),
      ('reference', case when 'reference' = any (texts) and stood ->> 'reference' is not null
        then to_jsonb('incident ' || incident) else stood -> 'reference' end),
      ('reference_key', case when 'reference' = any (texts)
        then '""' else stood -> 'reference_key' end)) x (k, v)
    where jsonb_exists(stood, k)), '{}')
$$;

-- Takes the words of persons out of incidents that stay; refused where no redaction is on record for them.
-- texts: the fields of an incident that hold free text.
create function redact_incidents(which bigint[], texts text[], at timestamptz) returns int
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

  update incident set
    facts = redacted_facts(facts, texts),
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
  update incident_history set
    facts = redacted_facts(facts, texts), gaps = redacted_gaps(gaps),
    stood = redacted_stood(stood, texts, incident_id)
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

do $$
declare
  one regprocedure;
begin
  for one in select oid from pg_proc
    where pronamespace = 'public'::regnamespace
      and proname in ('destroy_listed', 'redact_incidents', 'remove_originals')
  loop
    execute format('revoke execute on function %s from public', one);
  end loop;
end
$$;
grant execute on function destroy_listed(bigint, timestamptz) to breachledger_app;
grant execute on function redact_incidents(bigint[], text[], timestamptz) to breachledger_app;
