-- The school that was named beside a file, folded as names of schools are: the rows of a refused file tell of none.
-- Of names of before, accents go and all signs between letters and figures are one blank, as the program folds them.
alter table import_file add column asked_school text;
alter table import_file no force row level security;
update import_file f set asked_school = nullif(trim(regexp_replace(lower(regexp_replace(
    normalize(k.name, NFKD), '[\u0300-\u036f]', '', 'g')), '[^a-z0-9\u00aa-\u1fff\u2c00-\uffff]+', ' ', 'g')), '')
from (select trust_id, import_id,
    substring(options_key from '^[^/]*/(.*?)/\[[-+0-9, ]*\](?:/.*)?$') as name from import_file) k
where k.trust_id = f.trust_id and k.import_id = f.import_id and k.name is not null;
alter table import_file force row level security;

-- The schools under legal hold, or with a held incident, that imports spoke of or were said to be of.
create or replace function held_with(imports bigint[]) returns int[]
  language sql stable
as $$
  with told as (
    select incident_id from import_row
    where trust_id = current_trust() and import_id = any (imports) and incident_id is not null
    union
    select incident_id from incident_history
    where trust_id = current_trust() and replaced_by_import = any (imports)),
  asked as (
    select asked_school as name from import_file
    where trust_id = current_trust() and import_id = any (imports) and asked_school is not null),
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
    where trust_id = current_trust() and import_id = any (imports)
    union
    select s.school_id from asked a
    join school s on s.trust_id = current_trust() and (s.name_key = a.name or s.urn = a.name)
    union
    select l.school_id from asked a
    join school_alias l on l.trust_id = current_trust() and l.alias_key = a.name)
  select coalesce(array_agg(distinct h.school_id), '{}') from legal_hold h
  where h.trust_id = current_trust()
    and not exists (select from legal_hold_lifted l
      where l.trust_id = h.trust_id and l.hold_id = h.hold_id)
    and (h.incident_id in (select incident_id from told)
      or h.incident_id is null and (h.school_id in (select school_id from schools)
        or exists (select from schools where school_id = 0)))
$$;
