-- A redaction takes the originals that speak of an incident. A hold stops it for every incident these speak of:
-- also for one whose signal was only seen again in a log that would go.
create or replace function held_beside(which bigint[]) returns bigint[]
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
      and (g.import_id = any (t.ids) or g.promotion_import_id = any (t.ids))
    union
    select g.incident_id from touched t
    join signal_seen s on s.trust_id = current_trust() and s.import_id = any (t.ids)
    join signal g on g.trust_id = s.trust_id and g.signal_id = s.signal_id)
  select coalesce(array_agg(distinct i.incident_id), '{}')
  from incident i
  join beside b on b.incident_id = i.incident_id
  join legal_hold h on h.trust_id = i.trust_id
    and (h.incident_id = i.incident_id or h.incident_id is null and h.school_id = i.school_id)
  where i.trust_id = current_trust()
    and not exists (select from legal_hold_lifted l where l.hold_id = h.hold_id)
$$;

-- Of the name of a file of rows sent back only the number stays, however a spreadsheet program wrote it.
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
  return originals;
end
$$;

-- Which school a number stood for that is used no more. What was counted when incidents were destroyed stays
-- under the number of then.
create table school_merged (
  trust_id  int not null default current_trust() references trust,
  school_id int not null,
  into_id   int not null,
  primary key (trust_id, school_id)
);
call guard_by_trust('school_merged');

-- A redaction may be of an import on which nothing of the register rests, and of what it once put there.
alter table redaction
  alter column incident_id drop not null,
  add column import_id bigint,
  add check (incident_id is not null or import_id is not null);

-- What an import of these bytes once put on the register and is there no more.
create function formerly_of(imports bigint[]) returns bigint[]
  language sql stable
as $$
  select coalesce(array_agg(distinct w.incident_id), '{}') from (
    select incident_id from import_row
    where trust_id = current_trust() and import_id = any (imports) and incident_id is not null
    union
    select incident_id from incident_history
    where trust_id = current_trust() and kind = 'removed' and replaced_by_import = any (imports)) w
  where not exists (select from incident i
    where i.trust_id = current_trust() and i.incident_id = w.incident_id)
$$;

-- An import with all that tells of what it once put on the register: the imports of the same bytes, and those
-- that spoke of the same incidents.
create function imports_told_with(which bigint) returns bigint[]
  language plpgsql stable
as $$
declare
  reached bigint[] := '{}';
  wider bigint[] := imports_of_the_same_bytes(array[which]);
begin
  while cardinality(wider) > cardinality(reached) loop
    reached := wider;
    wider := imports_of_the_same_bytes(
      reached || imports_speaking_of(with_earlier_selves(formerly_of(reached))));
  end loop;
  return reached;
end
$$;

-- The incidents on the register that imports are evidence of; 0 stands for a signal that is open or was promoted.
-- What was undone or refused, or whose original is gone, is evidence of nothing.
create function resting_on(imports bigint[]) returns bigint[]
  language sql stable
as $$
  with evidence as (
    select import_id from import_file
    where trust_id = current_trust() and import_id = any (imports) and status = 'imported'
      and original_gone_at is null)
  select coalesce(array_agg(distinct s.incident_id), '{}') from (
    select r.incident_id from evidence e
    join import_row r on r.trust_id = current_trust() and r.import_id = e.import_id
    join incident i on i.trust_id = r.trust_id and i.incident_id = r.incident_id
    union
    select coalesce(g.incident_id, 0) from evidence e
    join signal g on g.trust_id = current_trust() and g.state <> 'dismissed'
      and (g.import_id = e.import_id or g.promotion_import_id = e.import_id)
    union
    select coalesce(g.incident_id, 0) from evidence e
    join signal_seen n on n.trust_id = current_trust() and n.import_id = e.import_id
    join signal g on g.trust_id = n.trust_id and g.signal_id = n.signal_id
      and g.state <> 'dismissed') s
$$;

-- The schools under legal hold, or with a held incident, that imports spoke of.
create function held_with(imports bigint[]) returns int[]
  language sql stable
as $$
  with told as (
    select incident_id from import_row
    where trust_id = current_trust() and import_id = any (imports) and incident_id is not null
    union
    select incident_id from incident_history
    where trust_id = current_trust() and replaced_by_import = any (imports)),
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
    where trust_id = current_trust() and import_id = any (imports))
  select coalesce(array_agg(distinct h.school_id), '{}') from legal_hold h
  where h.trust_id = current_trust()
    and not exists (select from legal_hold_lifted l
      where l.trust_id = h.trust_id and l.hold_id = h.hold_id)
    and (h.incident_id in (select incident_id from told)
      or h.incident_id is null and (h.school_id in (select school_id from schools)
        or exists (select from schools where school_id = 0)))
$$;

-- Takes the words out of an import on which nothing rests, and of what it once put on the register; refused where
-- no redaction of it is on record. texts: the fields of an incident that hold free text; wordy: those of its former
-- incidents whose reference is one too.
create function redact_import(which bigint, texts text[], wordy bigint[], at timestamptz) returns int
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
  where trust_id = current_trust() and kind = 'undone' and replaced_by_import = any (told);
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
revoke execute on function redact_import(bigint, text[], bigint[], timestamptz) from public;
grant execute on function redact_import(bigint, text[], bigint[], timestamptz) to breachledger_app;
