-- Every duty of every incident once more, in sets, as at :as_of.

-- What has happened by then, each moment as the interval it lies in.
create temp table plain_moment on commit drop as
select * from (
  select i.incident_id, f.key as field, f.value = 'undated' as undated,
    pg_temp.first_of(f.value) as first,
    case
      when f.value = 'undated' then null
      when length(f.value) = 10 then (f.value::date + 1)::timestamp at time zone 'Europe/London'
      when f.value like '%/%' then split_part(f.value, '/', 2)::timestamptz
      else f.value::timestamptz end as last,
    length(f.value) = 10 as day,
    case when f.value like '%/%' then 1 when length(f.value) = 10 then 2
      when f.value = 'undated' then 3 else 0 end as coarseness
  from plain_incident i cross join lateral jsonb_each_text(i.facts) f
  where f.key in ('occurred', 'identified', 'aware', 'reported', 'registered',
    'preliminary_investigation', 'form_a_received', 'ico_decided', 'ico_notified', 'closed',
    'individuals_told', 'not_told_documented', 're_evaluated')) m
where undated or first <= :as_of;

-- Closed or documented, but nobody wrote when.
insert into plain_moment
select incident_id, 'closed', true, null::timestamptz, null::timestamptz, false, 3 from plain_incident
where facts ->> 'closed' is null
  and (facts ->> 'closure_finding' in ('near-miss', 'non-event') or facts ->> 'case_state' = 'closed')
union all
select incident_id, 'not_told_documented', true, null::timestamptz, null, false, 3 from plain_incident
where facts ->> 'not_told_documented' is null and facts ->> 'not_told_ground' is not null;
create unique index on plain_moment (incident_id, field);
analyze plain_moment;

create temp table plain_case on commit drop as
select i.incident_id, i.direction is not distinct from 'inbound' as inbound, l.level,
  closed.incident_id is not null
    and (coalesce(i.facts ->> 'closure_finding' in ('near-miss', 'non-event'), false)
      or l.level is not distinct from 0
      -- reported as a near miss or by mistake, and nobody found otherwise when it was closed
      or i.counted_as in ('near-miss', 'non-event')) as zero,
  -- a decision dated after the as-of has not been made yet
  case when i.facts ->> 'ico_decided' is not null and decided.incident_id is null then null
    else i.facts ->> 'ico_decision' end as decision
from plain_incident i
join plain_score s using (incident_id)
cross join lateral (select coalesce((i.facts ->> 'decided_level')::int,
  greatest(s.level, (i.facts ->> 'declared_level')::int)) as level) l
left join plain_moment closed on closed.incident_id = i.incident_id and closed.field = 'closed'
left join plain_moment decided
  on decided.incident_id = i.incident_id and decided.field = 'ico_decided';
create unique index on plain_case (incident_id);
analyze plain_case;

create temp table plain_duty (place int, duty text, starts text[], done text, length interval, kind text)
  on commit drop;
insert into plain_duty values
  (1, 'preliminary_investigation', '{identified}', 'preliminary_investigation', null, 'day'),
  (2, 'form_a', '{occurred}', 'form_a_received', '24 hours', 'time'),
  (3, 'ico_decision', '{identified}', 'ico_decided', '72 hours', 'time'),
  (4, 'ico_policy_clock', '{occurred}', 'ico_notified', '72 hours', 'time'),
  (5, 'ico_legal_clock', '{aware,identified}', 'ico_notified', '72 hours', 'time'),
  (6, 'not_told_documented', '{closed}', 'not_told_documented', '0 hours', 'time'),
  (7, 're_evaluation', '{registered,reported,identified}', 're_evaluated', '6 months', 'months');

-- Start, end and need of each.
create temp table plain_clock on commit drop as
select c.incident_id, d.duty, d.place, d.kind, d.length,
  s.field as start_field, s.undated as start_undated, s.first as start_first, s.last as start_last,
  coalesce(s.day, false) as start_day, s.coarseness as start_coarseness,
  e.incident_id is not null as done,
  by.incident_id is not null as done_by,
  d.duty = 'ico_decision' and c.decision is not null as decided,
  coalesce(n.first, by.first, e.first) as done_first,
  coalesce(n.last, within.last, by.last, e.last) as done_last,
  coalesce(n.day, within.day, by.day, e.day, false) as done_day,
  coalesce(n.coarseness, by.coarseness, e.coarseness,
    case when d.duty = 'ico_decision' and c.decision is not null then 3 end) as done_coarseness,
  c.inbound, c.level, c.zero, c.decision, told.incident_id is not null as told
from plain_case c cross join plain_duty d
left join lateral (
  select m.* from unnest(d.starts) with ordinality f (field, nth)
  join plain_moment m on m.incident_id = c.incident_id and m.field = f.field
  order by f.nth limit 1) s on true
left join plain_moment e on e.incident_id = c.incident_id and e.field = d.done
left join plain_moment by on by.incident_id = c.incident_id and by.field = 'ico_notified'
  and d.duty = 'ico_decision' and (e.incident_id is null or (e.undated and not by.undated))
-- notified before the day the decision is dated: decided by notifying
left join plain_moment n on n.incident_id = c.incident_id and n.field = 'ico_notified'
  and d.duty = 'ico_decision' and n.first <= e.first and n.last <= e.last
  and (n.first < e.first or n.last < e.last)
-- notified on the day the decision is dated: decided on it, but no later than that
left join plain_moment within on within.incident_id = c.incident_id
  and within.field = 'ico_notified' and d.duty = 'ico_decision'
  and within.first > e.first and within.last < e.last
left join plain_moment told on told.incident_id = c.incident_id and told.field = 'individuals_told'
  and d.duty = 'not_told_documented';

create temp table plain_due on commit drop as
with need as (
  select *, not (done or done_by or decided) as undone,
    case kind
      when 'day' then ((start_first at time zone 'Europe/London')::date + 1)::timestamp
        at time zone 'Europe/London'
      when 'time' then start_first + length
      else ((start_first at time zone 'Europe/London') + length) at time zone 'Europe/London'
      end as due_first,
    case
      when kind = 'day' then ((start_first at time zone 'Europe/London')::date + 1)::timestamp
        at time zone 'Europe/London'
      when kind = 'time' then start_last + length
      when start_day then (((start_first at time zone 'Europe/London')::date + length)::date
        + 1)::timestamp at time zone 'Europe/London'
      else ((start_last at time zone 'Europe/London') + length) at time zone 'Europe/London'
      end as due_last
  from plain_clock),
-- six months end in October's repeated hour: its first reading
early as (
  select *,
    due_first - case when kind = 'months' and ((due_first - interval '1 hour')
      at time zone 'Europe/London') = (due_first at time zone 'Europe/London')
      then interval '1 hour' else interval '0' end as due_one,
    due_last - case when kind = 'months' and not start_day and ((due_last - interval '1 hour')
      at time zone 'Europe/London') = (due_last at time zone 'Europe/London')
      then interval '1 hour' else interval '0' end as due_two
  from need),
needed as (
  select *, case
    when undone and zero then 'no'
    when duty = 'not_told_documented' and undone and told then 'no'
    when duty not like 'ico%' then 'yes'
    when inbound then 'no'
    when duty = 'ico_decision' and zero and level is distinct from 1 then 'yes'
    when duty <> 'ico_decision' and not undone then 'yes'
    when duty <> 'ico_decision' and decision = 'not-notify' then 'no'
    when duty <> 'ico_decision' and decision = 'notify' then 'yes'
    when level is null then 'unknown'
    when level < 2 then 'no'
    when duty = 'ico_decision' then 'yes'
    else 'open' end as need
  from early),
judged as (
  select *, case
    when need = 'no' then 'NOT_REQUIRED'
    when need = 'unknown' then 'CANNOT_TELL'
    -- nothing to count from: only what is due at once can be judged, by whether it was done
    when due_two is null and kind = 'time' and length = '0 hours' then case
      when start_field is null and undone then 'RUNNING'
      when start_field is null then 'MET'
      when undone then 'OVERDUE'
      else 'CANNOT_TELL' end
    when due_two is null then 'CANNOT_TELL'
    when undone then case
      when kind = 'day' or start_day then
        case when :as_of < due_two then 'RUNNING' when need = 'open' then 'CANNOT_TELL'
          else 'OVERDUE' end
      else
        case when :as_of <= due_two then 'RUNNING' when need = 'open' then 'CANNOT_TELL'
          else 'OVERDUE' end
      end
    when done_last is null then 'CANNOT_TELL'
    when done_last < due_one or (done_last = due_one and (done_day or kind <> 'day')) then 'MET'
    when done_by then 'CANNOT_TELL'
    when done_first > due_two or (done_first = due_two and (kind = 'day' or start_day)) then 'LATE'
    else 'CANNOT_TELL' end as verdict
  from needed),
timed as (
  select *,
    case when undone then :as_of when not done_by then done_first end as end_first,
    case when undone then :as_of when not done_by then done_last end as end_last
  from judged)
select incident_id, place, duty, verdict,
  case when verdict <> 'NOT_REQUIRED' then
    due_two - case when kind = 'day' or start_day then interval '1 second' else interval '0' end
    end as due,
  case when verdict <> 'NOT_REQUIRED' then
    case when end_first < start_last and end_last > start_first then 0
      else extract(epoch from end_first - start_last) end / 3600 end as shortest,
  case when verdict <> 'NOT_REQUIRED' then
    extract(epoch from end_last - start_first) / 3600 end as longest,
  greatest(start_coarseness,
    case when verdict = 'NOT_REQUIRED' or not done_by then done_coarseness end) as coarseness,
  case when verdict not in ('LATE', 'OVERDUE') then null
    when duty in ('preliminary_investigation', 'ico_decision') then 'acted'
    when due_two is null or i.last is null then 'unclear'
    when i.last < due_one or (i.last = due_one) then 'acted'
    when i.first > due_two or (i.first = due_two and start_day) then 'found'
    else 'unclear' end as lateness
from timed
left join lateral (select m.first, m.last from plain_moment m
  where m.incident_id = timed.incident_id and m.field = 'identified') i on true;
create unique index on plain_due (incident_id, duty);
analyze plain_due;
