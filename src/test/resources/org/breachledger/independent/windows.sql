-- The comparison once more, in sets, for windows of :months months before :anchor.

create temp table plain_window on commit drop as
select (:anchor::date - make_interval(months => 2 * :months))::date as first,
  (:anchor::date - make_interval(months => :months))::date as middle, :anchor::date as last;

create temp table plain_complete on commit drop as
select s.school_id, s.name, not exists (
  select from plain_window w,
    generate_series(date_trunc('month', w.first), w.last - interval '1 day', interval '1 month') m
  where not exists (select from coverage c
      where c.school_id in (0, s.school_id) and c.month = m::date)
    and not exists (select from nil_return n
      where n.school_id = s.school_id and n.month = m::date)) as complete
from school s;

create temp table plain_count on commit drop as
with fallen as (
  select i.school_id, coalesce(i.breach_type, 'UNTYPED') as breach_type, i.sub_type,
    i.day < w.middle as before, i.counted_as = 'near-miss' as near
  from plain_incident i, plain_window w
  where i.day >= w.first and i.day < w.last and i.counted_as in ('incident', 'near-miss'))
select coalesce(school_id, 0) as school_id, breach_type, coalesce(sub_type, '') as sub_type,
  count(*) filter (where before and not near) as previous,
  count(*) filter (where not before and not near) as current,
  count(*) filter (where before and near) as near_previous,
  count(*) filter (where not before and near) as near_current,
  count(*) filter (where before and not near and complete) as compared_previous,
  count(*) filter (where not before and not near and complete) as compared_current
from fallen join plain_complete using (school_id)
group by grouping sets (
  (school_id, breach_type), (school_id, breach_type, sub_type), (breach_type), (breach_type, sub_type))
having grouping(sub_type) = 1 or (coalesce(sub_type, '') <> '' and bool_or(not near));

create temp table plain_verdict on commit drop as
select school_id, breach_type, sub_type, previous, current, near_previous, near_current,
  compared_previous, compared_current,
  case
    when not complete then 'INSUFFICIENT_DATA'
    when x0 = 0 and x1 = 0 then 'NONE'
    when x0 = 0 then 'NEW'
    when x1 = 0 then 'CEASED'
    when x1 < x0 then 'REDUCED'
    else 'NOT_REDUCED' end as verdict,
  (x1 / nullif(last - middle, 0)::float8) / nullif(x0 / (middle - first)::float8, 0) as ratio
from plain_window, plain_count c
cross join lateral (select
  case when c.school_id = 0 then compared_previous else previous end as x0,
  case when c.school_id = 0 then compared_current else current end as x1,
  case when c.school_id = 0 then exists (select from plain_complete p where p.complete)
    else (select p.complete from plain_complete p where p.school_id = c.school_id) end as complete) x;
