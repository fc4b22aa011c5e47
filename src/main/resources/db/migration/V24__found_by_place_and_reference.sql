-- An import looks for the incidents of its references, and for what stands next to each new incident among its
-- like: both by plain columns of the narrow table, whatever the register holds besides.

alter table incident_glance add column reference_folded text;
alter table incident_glance no force row level security;
update incident_glance set reference_folded = lower(reference);
alter table incident_glance force row level security;

drop index incident_by_reference;
create index incident_glance_by_reference on incident_glance (trust_id, reference_folded);
create index incident_glance_by_place
  on incident_glance (trust_id, school_id, breach_type, day);

create index incident_glance_by_repeated
  on incident_glance (trust_id, repeat_of) where repeat_of is not null;

-- Incidents to review are put together by the words they were reported with.
create index incident_by_review
  on incident (trust_id, type_key, breach_type, school_id, incident_id) where needs_review;

create or replace function glance_at_incidents() returns trigger
  language plpgsql
as $$
begin
  insert into incident_glance
  select f.* from (
    select trust_id, incident_id, school_id, reference, day, counted_as, breach_type, needs_review,
      glance_level(facts, recorded_facts, category_level), glance_closed(facts, recorded_facts),
      duties @> '[{"verdict": "OVERDUE"}]', duties @> '[{"verdict": "RUNNING"}]',
      glance_review_due(duties, day, judged_as_of),
      repeat_from, registered_at, reference_key, repeat_of, lower(reference)
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
    reference_key = excluded.reference_key, repeat_of = excluded.repeat_of,
    reference_folded = excluded.reference_folded;
  return null;
end
$$;
