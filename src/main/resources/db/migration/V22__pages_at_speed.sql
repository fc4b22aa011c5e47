-- What lists and counts of incidents ask for, beside the record: a row of it is a hundredth of an incident,
-- and a job that judges everything again changes few. Row-level security lets no condition on JSON into an
-- index, so the answers stand here as plain columns. Nobody writes it but the triggers below.

create table incident_glance (
  trust_id     int not null default current_trust() references trust,
  incident_id  bigint not null,
  school_id    int not null,
  reference    text,
  day          date,
  counted_as   text not null,
  breach_type  text,
  needs_review boolean not null,
  level        int,                 -- in force: decided by a person, else the higher of computed and declared
  closed       boolean not null,    -- as CaseState decides it
  overdue      boolean not null,    -- some duty is
  running      boolean not null,
  review_due   boolean not null,    -- its review after six months is overdue, or due within a month
  repeat_from   date,               -- these four: where it stands among its like, for the search for repeats
  registered_at timestamptz,
  reference_key text not null,
  repeat_of     bigint,
  primary key (trust_id, incident_id)
);
create index incident_glance_by_day
  on incident_glance (trust_id, day desc nulls last, incident_id desc);
create index incident_glance_by_school
  on incident_glance (trust_id, school_id, day desc nulls last, incident_id desc);
call guard_by_trust('incident_glance');

drop index incident_by_day;

create function glance_level(facts jsonb, recorded jsonb, computed int) returns int
  language sql immutable parallel safe
  return coalesce((recorded ->> 'decided_level')::int, (facts ->> 'decided_level')::int,
    greatest(computed, (facts ->> 'declared_level')::int));

create function glance_closed(facts jsonb, recorded jsonb) returns boolean
  language sql immutable parallel safe
  return case
    when jsonb_exists(recorded, 'closed') then true
    when jsonb_exists(recorded, 'reopened')
      then coalesce(facts ->> 'closed' >= recorded ->> 'reopened', false)
    else jsonb_exists(facts, 'closed') or coalesce(facts ->> 'case_state', '') = 'closed'
      or coalesce(facts ->> 'closure_finding', '') in ('near-miss', 'non-event')
  end;

create function glance_review_due(duties jsonb, day date, judged_as_of timestamptz) returns boolean
  language sql stable parallel safe
  return coalesce(duties @> '[{"duty": "re_evaluation", "verdict": "OVERDUE"}]'
    or duties @> '[{"duty": "re_evaluation", "verdict": "RUNNING"}]'
      and day <= (judged_as_of - interval '5 months')::date, false);

-- After each statement: what is new or looks different now.
create function glance_at_incidents() returns trigger
  language plpgsql
as $$
begin
  insert into incident_glance
  select f.* from (
    select trust_id, incident_id, school_id, reference, day, counted_as, breach_type, needs_review,
      glance_level(facts, recorded_facts, category_level), glance_closed(facts, recorded_facts),
      duties @> '[{"verdict": "OVERDUE"}]', duties @> '[{"verdict": "RUNNING"}]',
      glance_review_due(duties, day, judged_as_of),
      repeat_from, registered_at, reference_key, repeat_of
    from fresh) f
  where not exists (
    select from incident_glance known
    where known.trust_id = f.trust_id and known.incident_id = f.incident_id
      and known is not distinct from f)
  on conflict (trust_id, incident_id) do update set
    school_id = excluded.school_id, reference = excluded.reference, day = excluded.day,
    counted_as = excluded.counted_as, breach_type = excluded.breach_type,
    needs_review = excluded.needs_review, level = excluded.level, closed = excluded.closed,
    overdue = excluded.overdue, running = excluded.running, review_due = excluded.review_due,
    repeat_from = excluded.repeat_from, registered_at = excluded.registered_at,
    reference_key = excluded.reference_key, repeat_of = excluded.repeat_of;
  return null;
end
$$;
create trigger glance_at_new after insert on incident
  referencing new table as fresh for each statement execute function glance_at_incidents();
create trigger glance_at_changed after update on incident
  referencing new table as fresh for each statement execute function glance_at_incidents();

create function forget_glances() returns trigger
  language plpgsql
as $$
begin
  delete from incident_glance g using gone
  where g.trust_id = gone.trust_id and g.incident_id = gone.incident_id;
  return null;
end
$$;
create trigger glance_forgotten after delete on incident
  referencing old table as gone for each statement execute function forget_glances();

-- What is on record already, of all trusts: for this once the owner is not held back.
alter table incident no force row level security;
alter table incident_glance no force row level security;
insert into incident_glance
select trust_id, incident_id, school_id, reference, day, counted_as, breach_type, needs_review,
  glance_level(facts, recorded_facts, category_level), glance_closed(facts, recorded_facts),
  duties @> '[{"verdict": "OVERDUE"}]', duties @> '[{"verdict": "RUNNING"}]',
  glance_review_due(duties, day, judged_as_of),
  repeat_from, registered_at, reference_key, repeat_of
from incident;
alter table incident force row level security;
alter table incident_glance force row level security;

create or replace procedure count_register_anew()
  language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
as $$
begin
  analyze public.incident, public.import_row, public.incident_reporter, public.incident_extra,
    public.incident_glance;
end
$$;
