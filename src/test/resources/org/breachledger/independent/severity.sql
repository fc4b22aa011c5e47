-- Severity once more, in sets: what each incident counts as, on which day, what it repeats, its score.
-- Reads only what was put into the register, and the type the stage before gave it.

create or replace function pg_temp.first_of(written text) returns timestamptz language sql as $$
  select case
    when written = 'undated' then null
    when length(written) = 10 then written::date::timestamp at time zone 'Europe/London'
    else split_part(written, '/', 1)::timestamptz end
$$;

create temp table plain_incident on commit drop as
select i.incident_id, i.school_id, i.reference, i.breach_type, coalesce(i.sub_type, '') as sub_type,
  i.facts,
  coalesce(i.facts ->> 'direction', i.read_direction) as direction,
  coalesce(i.facts ->> 'closure_finding', i.facts ->> 'status', i.read_status, 'incident') as word,
  -- the first of the three that is not after the as-of, or the first there is
  (select m.day from unnest(array[
      (pg_temp.first_of(i.facts ->> 'occurred') at time zone 'Europe/London')::date,
      (pg_temp.first_of(i.facts ->> 'identified') at time zone 'Europe/London')::date,
      (pg_temp.first_of(i.facts ->> 'reported') at time zone 'Europe/London')::date])
      with ordinality m (day, nth)
    where m.day is not null order by m.day > :today, m.nth limit 1) as day,
  pg_temp.first_of(coalesce(
    i.facts ->> 'registered', i.facts ->> 'reported', i.facts ->> 'identified')) as registered
from incident i;

alter table plain_incident add column counted_as text;
update plain_incident set counted_as = case
  when word = 'non-event' then 'non-event'
  when direction = 'inbound' then 'inbound'
  when word = 'near-miss' then 'near-miss'
  else 'incident' end;

-- In one line for each school and type; the last counted one before is cited if it is near enough.
create temp table plain_repeat on commit drop as
with line as (
  select incident_id, school_id, breach_type, day, counted_as,
    row_number() over (
      partition by school_id, breach_type
      order by day, registered nulls last, lower(substr(reference, 1, 1)) collate "C",
        substr(reference, 2)::int) as place
  from plain_incident where breach_type is not null and day is not null
    -- of no school nobody can say that it is the same one
    and school_id in (select school_id from school where name_key <> '')),
before as (
  select *, max(place) filter (where counted_as = 'incident') over (
      partition by school_id, breach_type order by place
      rows between unbounded preceding and 1 preceding) as place_before
  from line)
select b.incident_id, l.incident_id as repeats
from before b
join line l on l.school_id = b.school_id and l.breach_type = b.breach_type
  and l.place = b.place_before
where l.day >= (b.day - interval '12 months')::date;

create temp table plain_score on commit drop as
with weight (place, code, weight) as (values
  (1, 'NO_SENSITIVE_DATA', -1), (2, 'LIMITED_DEMOGRAPHIC_DATA', -1), (3, 'ACCESS_MITIGATED', -1),
  (4, 'BASIC_DEMOGRAPHIC_DATA', 0), (5, 'LIMITED_CLINICAL_DATA', 0),
  (6, 'DETAILED_CARE_DATA', 1), (7, 'PARTICULARLY_SENSITIVE', 1), (8, 'REPEAT_INCIDENT', 1),
  (9, 'SECURITY_FAILING', 1), (10, 'MEDIA_INTEREST', 1), (11, 'ICO_COMPLAINT', 1),
  (12, 'DISTRESS', 1), (13, 'PHYSICAL_HARM', 1), (14, 'DETRIMENT', 1)),
given as (
  select i.incident_id, g.code
  from plain_incident i left join plain_repeat r using (incident_id)
  cross join lateral (
    select unnest(string_to_array(i.facts ->> 'factors', ';')) as code
    union select 'ACCESS_MITIGATED' where i.facts ->> 'encrypted' = 'yes'
    union select 'SECURITY_FAILING' where i.facts ->> 'encrypted' = 'no'
      and (i.breach_type = 'LOST_OR_STOLEN_HARDWARE' or (i.breach_type = 'LOST_IN_TRANSIT'
        and i.facts ->> 'medium' is distinct from 'paper'))
    union select 'ICO_COMPLAINT' where i.facts ->> 'ico_complaint' = 'yes'
    union select 'PHYSICAL_HARM' where i.facts ->> 'risk_physical' = 'yes'
    union select 'DISTRESS' where i.facts ->> 'risk_emotional' = 'yes'
    union select 'DETRIMENT'
      where 'yes' in (i.facts ->> 'risk_identity', i.facts ->> 'risk_financial')
    union select 'MEDIA_INTEREST' where i.facts ->> 'risk_media' = 'yes'
    union select 'PARTICULARLY_SENSITIVE' where i.facts ->> 'data_kinds'
      ~* '(?<!no )(special category|safeguarding|child protection|criminal)'
      or i.facts ->> 'special_category' = 'yes'
    union select 'LIMITED_CLINICAL_DATA' where i.facts ->> 'data_kinds' ~* 'medical|health'
    union select 'BASIC_DEMOGRAPHIC_DATA' where i.facts ->> 'data_kinds' ~* 'contact details'
    union select 'REPEAT_INCIDENT' where r.repeats is not null
      or i.facts ->> 'declared_repeat' in ('A12', 'yes', 'Y - see 24-003', 'No. 24-003')) g),
sum as (
  select incident_id, string_agg(code, ';' order by place) as factors, sum(weight) as adjustment
  from given join weight using (code) group by incident_id),
people as (
  select incident_id, case when facts ->> 'individuals' like '%..%'
    then split_part(facts ->> 'individuals', '..', 2) else facts ->> 'individuals' end::int as people
  from plain_incident)
select i.incident_id, r.repeats, coalesce(s.factors, '') as factors, s.factors is null as provisional,
  case when p.people is not null
    then (p.people > 10)::int + (p.people > 100)::int + (p.people > 1000)::int end as baseline,
  case when p.people is not null then coalesce(s.adjustment, 0) end as adjustment
from plain_incident i
join people p using (incident_id)
left join sum s using (incident_id)
left join plain_repeat r using (incident_id);

alter table plain_score add column score int, add column level int;
update plain_score set score = baseline + adjustment,
  level = case when baseline + adjustment >= 3 then 2 when baseline is not null then 1 end;
create unique index on plain_score (incident_id);
analyze plain_score;
analyze plain_incident;
