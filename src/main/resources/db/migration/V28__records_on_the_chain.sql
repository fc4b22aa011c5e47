-- What a transaction stores or changes of incidents hangs on its audit entry: the entry holds the root of a
-- hash tree (RFC 6962) over its records, so that bulk imports stay fast and a record verifies alone.
--
-- A record is one version of one incident as stored. Its content is hashed with a salt of its own; with the
-- salt gone nobody can find out by trying what the content was, and the chain stays whole.

-- A stretch of records of one kind, packed: a row a record would make an import slower.
-- facts    = what an incident says now; beside it the number of its school
-- recorded = what persons put on record about it
-- past     = a version in the history; beside it its number there
-- gone     = the incident was taken out of the register; without content
-- removed  = contents of it were destroyed or redacted, and their salts with them; without content
create table audit_record (
  trust_id   int not null references trust,
  stretch_id bigint not null generated always as identity,
  seq        bigint,                  -- the entry that holds their root; null until that is written
  written_in xid8 not null default pg_current_xact_id(), -- 0 = what stood there when records came to the chain
  part       text not null check (part in ('facts', 'recorded', 'past', 'gone', 'removed')),
  records    int not null,
  incidents  bigint[] not null,
  beside     bigint[] not null,
  salts      bytea not null,          -- 16 bytes each; zeros where the content was removed
  contents   bytea not null,          -- 32 bytes each: SHA-256 over the salt and the content
  primary key (trust_id, stretch_id),
  check (records > 0 and cardinality(incidents) = records and cardinality(beside) = records
    and octet_length(salts) = 16 * records and octet_length(contents) = 32 * records)
);
alter table audit_record alter column salts set storage external;
alter table audit_record alter column contents set storage external;
create index audit_record_by_entry on audit_record (trust_id, seq);

-- The content as PostgreSQL writes jsonb: the same facts are always the same text.
create function salted(salt bytea, content text) returns bytea
  language sql stable parallel safe
  return sha256(salt || convert_to(content, 'UTF8'));

-- What is on record already: the first entry that follows holds its root.
alter table incident no force row level security;
alter table incident_history no force row level security;
insert into audit_record (trust_id, written_in, part, records, incidents, beside, salts, contents)
select trust_id, '0', part, count(*), array_agg(incident_id), array_agg(beside),
  string_agg(salt, ''), string_agg(salted(salt, content), '')
from (
  select v.*, uuid_send(gen_random_uuid()) as salt,
    (row_number() over (partition by trust_id, part order by incident_id, beside) - 1) / 1000 as stretch
  from (
    select trust_id, 'facts' as part, incident_id, school_id::bigint as beside, facts::text as content
    from incident
    union all
    select trust_id, 'recorded', incident_id, 0, recorded_facts::text
    from incident where recorded_facts <> '{}'
    union all
    select trust_id, 'past', incident_id, history_id, facts::text from incident_history) v) n
group by trust_id, part, stretch
order by trust_id, part, stretch;
alter table incident force row level security;
alter table incident_history force row level security;

call guard_by_trust('audit_record');
revoke insert, update, delete on audit_record from breachledger_app;

-- Entries say in which form they were sealed: 1 = without records, as before; 2 = with their number and root.
alter table audit_entry
  add column form int not null default 1 check (form in (1, 2)),
  add column records bigint not null default 0,
  add column root text not null default '' check (root ~ '^([0-9a-f]{64})?$'),
  add constraint audit_entry_root check ((records = 0) = (root = '') and (form = 2 or records = 0));
alter table audit_entry alter column form drop default;

-- As before; the records its transaction wrote are the entry's from now on.
create or replace function audit_entry_follows() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
as $$
declare
  head audit_head;
  sealed bigint;
begin
  insert into audit_head (trust_id, seq, hash) values (new.trust_id, 0, repeat('0', 64))
    on conflict (trust_id) do nothing;
  select * into head from audit_head where trust_id = new.trust_id for update;
  if new.seq <> head.seq + 1 or new.previous_hash <> head.hash then
    raise exception 'audit entry % does not follow entry %', new.seq, head.seq;
  end if;
  update audit_head set seq = new.seq, hash = new.hash where trust_id = new.trust_id;
  with mine as (
    update audit_record set seq = new.seq
    where trust_id = new.trust_id and seq is null and written_in in ('0', pg_current_xact_id())
    returning records)
  select coalesce(sum(records), 0) into sealed from mine;
  if sealed <> new.records then
    raise exception 'audit entry % names % records, but % were written', new.seq, new.records, sealed;
  end if;
  return new;
end
$$;

-- Two things may happen to a stretch: its entry is written; contents are removed, which takes their salts.
create function audit_record_stays() returns trigger
  language plpgsql
as $$
declare
  same audit_record := new;
begin
  if tg_op = 'UPDATE' then
    if old.seq is null then
      same.seq := null;
      if same is not distinct from old
        and new.seq = (select seq from audit_head where trust_id = new.trust_id) then
        return new;
      end if;
    else
      same.salts := old.salts;
      if same is not distinct from old
        and exists (select from audit_record r where r.trust_id = new.trust_id and r.seq is null
          and r.written_in = pg_current_xact_id() and r.part = 'removed' and r.incidents && new.incidents)
        and not exists (
          select from generate_series(0, new.records - 1) n
          where substring(new.salts from n * 16 + 1 for 16) not in (
            substring(old.salts from n * 16 + 1 for 16), decode(repeat('00', 16), 'hex'))) then
        return new;
      end if;
    end if;
  end if;
  raise exception 'the audit trail is append-only: % on % is refused', tg_op, tg_table_name;
end
$$;
create trigger audit_record_stays before update or delete on audit_record
  for each row execute function audit_record_stays();
create trigger audit_record_stays_whole before truncate on audit_record
  for each statement execute function audit_is_append_only();

-- After each statement that writes incidents, whoever wrote it. As the owner: the application itself can
-- add no record to the chain but by changing what stands in the register.
create function new_incidents_on_the_chain() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
as $$
declare
  -- Kept nowhere: what follows from it is as random as it is, at a third of the cost.
  seed bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
begin
  insert into audit_record (trust_id, part, records, incidents, beside, salts, contents)
  select trust_id, 'facts', count(*), array_agg(incident_id), array_agg(school_id::bigint),
    string_agg(salt, ''), string_agg(salted(salt, facts::text), '')
  from (
    select trust_id, incident_id, school_id, facts,
      substring(sha256(seed || int8send(incident_id)) for 16) as salt
    from fresh offset 0) n
  group by trust_id, incident_id / 1000;
  return null;
end
$$;
create trigger new_on_the_chain after insert on incident
  referencing new table as fresh for each statement execute function new_incidents_on_the_chain();

-- A verdict is no record: it follows from what is. Either table of the statement may be long.
create function changed_incidents_on_the_chain() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
  set enable_nestloop = off
as $$
begin
  if not exists (
    select from fresh f join was w using (trust_id, incident_id)
    where f.facts <> w.facts or f.school_id <> w.school_id or f.recorded_facts <> w.recorded_facts) then
    return null;
  end if;
  insert into audit_record (trust_id, part, records, incidents, beside, salts, contents)
  select trust_id, part, count(*), array_agg(incident_id), array_agg(beside),
    string_agg(salt, ''), string_agg(salted(salt, content::text), '')
  from (
    select v.*, uuid_send(gen_random_uuid()) as salt,
      (row_number() over (partition by part) - 1) / 1000 as stretch
    from (
      select f.trust_id, 'facts' as part, f.incident_id, f.school_id::bigint as beside,
        f.facts as content
      from fresh f join was w using (trust_id, incident_id)
      where f.facts <> w.facts or f.school_id <> w.school_id
      union all
      select f.trust_id, 'recorded', f.incident_id, 0, f.recorded_facts
      from fresh f join was w using (trust_id, incident_id)
      where f.recorded_facts <> w.recorded_facts) v) n
  group by trust_id, part, stretch;
  return null;
end
$$;
create trigger changed_on_the_chain after update on incident
  referencing old table as was new table as fresh
  for each statement execute function changed_incidents_on_the_chain();

create function gone_incidents_on_the_chain() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
as $$
begin
  insert into audit_record (trust_id, part, records, incidents, beside, salts, contents)
  select trust_id, 'gone', count(*), array_agg(incident_id), array_agg(0::bigint),
    string_agg(salt, ''), string_agg(salted(salt, ''), '')
  from (
    select trust_id, incident_id, uuid_send(gen_random_uuid()) as salt,
      (row_number() over () - 1) / 1000 as stretch
    from was) n
  group by trust_id, stretch;
  return null;
end
$$;
create trigger gone_on_the_chain after delete on incident
  referencing old table as was for each statement execute function gone_incidents_on_the_chain();

-- Also what never stood in the register: what was said of two incidents that turned out to be one.
create function past_versions_on_the_chain() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
as $$
begin
  insert into audit_record (trust_id, part, records, incidents, beside, salts, contents)
  select trust_id, 'past', count(*), array_agg(incident_id), array_agg(history_id),
    string_agg(salt, ''), string_agg(salted(salt, facts::text), '')
  from (
    select trust_id, incident_id, history_id, facts, uuid_send(gen_random_uuid()) as salt,
      (row_number() over () - 1) / 1000 as stretch
    from fresh) n
  group by trust_id, stretch;
  return null;
end
$$;
create trigger past_on_the_chain after insert on incident_history
  referencing new table as fresh for each statement execute function past_versions_on_the_chain();

create function changed_versions_on_the_chain() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
  set enable_nestloop = off
as $$
begin
  insert into audit_record (trust_id, part, records, incidents, beside, salts, contents)
  select trust_id, 'past', count(*), array_agg(incident_id), array_agg(history_id),
    string_agg(salt, ''), string_agg(salted(salt, facts::text), '')
  from (
    select f.trust_id, f.incident_id, f.history_id, f.facts, uuid_send(gen_random_uuid()) as salt,
      (row_number() over () - 1) / 1000 as stretch
    from fresh f join was w using (trust_id, history_id)
    where f.facts <> w.facts or f.incident_id <> w.incident_id) n
  group by trust_id, stretch;
  return null;
end
$$;
create trigger changed_past_on_the_chain after update on incident_history
  referencing old table as was new table as fresh
  for each statement execute function changed_versions_on_the_chain();

-- Every record of some incidents with its place in the tree of its entry.
create function audit_leaves(which bigint[]) returns table (
    stretch_id bigint, seq bigint, part text, incident bigint, beside bigint, nth bigint,
    salt bytea, content bytea)
  language sql stable
  set search_path = pg_catalog, public, pg_temp
as $$
  select r.stretch_id, r.seq, r.part, u.incident, u.beside, u.nth,
    substring(r.salts from (u.nth * 16 - 15)::int for 16),
    substring(r.contents from (u.nth * 32 - 31)::int for 32)
  from audit_record r
  cross join lateral unnest(r.incidents, r.beside) with ordinality as u (incident, beside, nth)
  where r.trust_id = current_trust() and u.incident in (select unnest(which))
    and (cardinality(which) > 50 or r.incidents && which) -- compares each with each: for few only
$$;

-- Takes the salts of all that was on record of some incidents and is not any more: call it once the contents
-- are destroyed or redacted, in the same transaction and before its audit entry. What still stands keeps
-- its salt. Says how many were taken.
create function forget_salts(which bigint[]) returns bigint
  language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
as $$
declare
  taken bigint;
begin
  insert into audit_record (trust_id, part, records, incidents, beside, salts, contents)
  select current_trust(), 'removed', count(*), array_agg(incident), array_agg(0::bigint),
    string_agg(salt, ''), string_agg(salted(salt, ''), '')
  from (
    select incident, uuid_send(gen_random_uuid()) as salt
    from (select distinct incident from unnest(which) incident order by incident) i) n
  having count(*) > 0;
  with leaf as materialized (select * from audit_leaves(which)),
  newest as (
    select distinct on (incident, case part when 'gone' then 'facts' else part end,
        case part when 'past' then beside end)
      stretch_id, nth, part, incident, beside
    from leaf where part <> 'removed'
    order by incident, case part when 'gone' then 'facts' else part end,
      case part when 'past' then beside end, seq desc nulls first, stretch_id desc, nth desc),
  stands as (
    select stretch_id, nth from newest n
    where case n.part
      when 'past' then exists (select from incident_history h
        where h.trust_id = current_trust() and h.history_id = n.beside)
      else exists (select from incident i
        where i.trust_id = current_trust() and i.incident_id = n.incident) end),
  blank as (
    select stretch_id, nth from leaf
    where seq is not null and part in ('facts', 'recorded', 'past')
      and salt <> decode(repeat('00', 16), 'hex')
    except
    select stretch_id, nth from stands),
  anew as (
    select r.stretch_id, string_agg(case when b.nth is null
        then substring(r.salts from n * 16 + 1 for 16) else decode(repeat('00', 16), 'hex') end, ''
        order by n) as salts, count(b.nth) as blanked
    from audit_record r
    cross join lateral generate_series(0, r.records - 1) n
    left join blank b on b.stretch_id = r.stretch_id and b.nth = n + 1
    where r.trust_id = current_trust() and r.stretch_id in (select stretch_id from blank)
    group by r.stretch_id),
  written as (
    update audit_record r set salts = a.salts from anew a
    where r.trust_id = current_trust() and r.stretch_id = a.stretch_id
    returning a.blanked)
  select coalesce(sum(blanked), 0) into taken from written;
  return taken;
end
$$;
revoke execute on function forget_salts(bigint[]) from public;
grant execute on function forget_salts(bigint[]) to breachledger_app;

-- The end of the chain as a paper prints it, beside the paper: a chain that was cut back and ended anew
-- does not hold it.
alter table report_paper add column audit_head text;
