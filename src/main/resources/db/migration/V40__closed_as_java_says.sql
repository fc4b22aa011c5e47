-- A closing counts against a reopening by the time it lies in, not by the letters it is written with: a date is a
-- whole day in London, a time in October's repeated hour one of two, and "undated" lies nowhere.

create function glance_earliest(moment text) returns timestamptz
  language sql stable parallel safe
  return case
    when moment = 'undated' then null
    when length(moment) = 10 then moment::date::timestamp at time zone 'Europe/London'
    else split_part(moment, '/', 1)::timestamptz
  end;

create function glance_latest(moment text) returns timestamptz
  language sql stable parallel safe
  return case
    when moment = 'undated' then null
    when length(moment) = 10 then (moment::date + 1)::timestamp at time zone 'Europe/London'
    when moment like '%/%' then split_part(moment, '/', 2)::timestamptz
    else moment::timestamptz
  end;

-- What a sheet says of a closing stands unless a person opened the case since.
create function glance_sheet_stands(facts jsonb, recorded jsonb) returns boolean
  language sql stable parallel safe
  return case
    when glance_latest(recorded ->> 'reopened') is null then true
    else coalesce(
      glance_earliest(facts ->> 'closed') >= glance_latest(recorded ->> 'reopened'), false)
  end;

create or replace function glance_closed(facts jsonb, recorded jsonb) returns boolean
  language sql stable parallel safe
  return case
    when jsonb_exists(recorded, 'closed') then true
    when glance_sheet_stands(facts, recorded) then jsonb_exists(facts, 'closed')
      or coalesce(recorded ->> 'case_state', facts ->> 'case_state', '') = 'closed'
      or coalesce(recorded ->> 'closure_finding', facts ->> 'closure_finding', '')
        in ('near-miss', 'non-event')
    else coalesce(recorded ->> 'case_state', '') = 'closed'
      or coalesce(recorded ->> 'closure_finding', '') in ('near-miss', 'non-event')
  end;

alter table incident no force row level security;
alter table incident_glance no force row level security;
update incident_glance g set closed = glance_closed(i.facts, i.recorded_facts)
from incident i
where i.trust_id = g.trust_id and i.incident_id = g.incident_id
  and g.closed <> glance_closed(i.facts, i.recorded_facts);
alter table incident force row level security;
alter table incident_glance force row level security;
