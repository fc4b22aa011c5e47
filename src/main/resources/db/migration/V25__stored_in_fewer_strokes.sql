-- What is stored of every incident is stored in fewer strokes; no guarantee goes with them.

-- An incident belongs to the trust of its import and of its school, which belong to a trust that is on record.
alter table incident drop constraint incident_trust_id_fkey;
-- A glance is written by the triggers of its incident only.
alter table incident_glance drop constraint incident_glance_trust_id_fkey;
-- The narrow table is looked through by place, type and day; a school that goes must be found unused.
drop index incident_by_school_type;
create index incident_by_school on incident (trust_id, school_id);

-- Incidents to review are put together by the words they were reported with: so these stand in the narrow
-- table too, where an incident is to be reviewed.
drop index incident_by_review;
alter table incident_glance add column words_to_review text;
alter table incident no force row level security;
alter table incident_glance no force row level security;
update incident_glance g set words_to_review = i.type_key
from incident i
where i.trust_id = g.trust_id and i.incident_id = g.incident_id and i.needs_review;
alter table incident force row level security;
alter table incident_glance force row level security;

-- An incident that is new has no glance yet, and one that changed has.
create function glance_at_new_incidents() returns trigger
  language plpgsql
as $$
begin
  insert into incident_glance
  select trust_id, incident_id, school_id, reference, day, counted_as, breach_type, needs_review,
    glance_level(facts, recorded_facts, category_level), glance_closed(facts, recorded_facts),
    duties @> '[{"verdict": "OVERDUE"}]', duties @> '[{"verdict": "RUNNING"}]',
    glance_review_due(duties, day, judged_as_of),
    repeat_from, registered_at, reference_key, repeat_of, lower(reference),
    case when needs_review then type_key end
  from fresh;
  return null;
end
$$;

create or replace function glance_at_incidents() returns trigger
  language plpgsql
as $$
begin
  update incident_glance known set
    school_id = f.school_id, reference = f.reference, day = f.day, counted_as = f.counted_as,
    breach_type = f.breach_type, needs_review = f.needs_review, level = f.level,
    closed = f.closed, overdue = f.overdue, running = f.running, review_due = f.review_due,
    repeat_from = f.repeat_from, registered_at = f.registered_at,
    reference_key = f.reference_key, repeat_of = f.repeat_of,
    reference_folded = f.reference_folded, words_to_review = f.words_to_review
  from (
    select trust_id, incident_id, school_id, reference, day, counted_as, breach_type, needs_review,
      glance_level(facts, recorded_facts, category_level) as level,
      glance_closed(facts, recorded_facts) as closed,
      duties @> '[{"verdict": "OVERDUE"}]' as overdue,
      duties @> '[{"verdict": "RUNNING"}]' as running,
      glance_review_due(duties, day, judged_as_of) as review_due,
      repeat_from, registered_at, reference_key, repeat_of,
      lower(reference) as reference_folded,
      case when needs_review then type_key end as words_to_review
    from fresh) f
  where known.trust_id = f.trust_id and known.incident_id = f.incident_id
    and known is distinct from f;
  return null;
end
$$;

drop trigger glance_at_new on incident;
create trigger glance_at_new after insert on incident
  referencing new table as fresh for each statement execute function glance_at_new_incidents();
