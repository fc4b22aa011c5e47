-- Taking an import back by compensating entries: what has to be remembered so that the register is
-- restored exactly, and what stays on record of that which was taken back. Nothing here is ever
-- deleted with the incident it speaks of: incident numbers are used once only.

alter table import_file
  add column undone_at timestamptz,
  add column undone_by text;             -- a sign-in name, or the program's door

-- The import that first named a school nobody has confirmed.
alter table school add column first_import_id bigint;

-- Forgets a school that nobody confirmed and nothing speaks of; false where something does.
create function forget_school(which int) returns boolean
  language plpgsql
as $$
begin
  if exists (select from coverage where school_id = which) then
    return false;
  end if;
  delete from school where school_id = which and not confirmed;
  return found;
exception
  when foreign_key_violation then return false;
end
$$;

-- What a row spoke of: the same for most rows of a sheet. With it and the facts of the incident it
-- is known what an unchanged row said.
create table row_shape (
  trust_id  int not null default current_trust(),
  import_id bigint not null,
  shape     int not null,
  fields    text[] not null,             -- the fields it could change: an empty cell says "unknown"
  reporter  boolean not null,            -- whether it named who reported
  extra     text[] not null,             -- the columns without a field it had a word in
  primary key (trust_id, import_id, shape),
  foreign key (trust_id, import_id) references import_file
);
call guard_by_trust('row_shape');
alter table import_row add column shape int;

-- kind: changed = before an import changed it; undone = before an undo restored it; removed = as an
-- undo took it away; merged = as it was found to be the same incident as another.
-- replaced_by_import: the import that changed it, or the one that was undone.
-- stood: what stands beside the facts in the incident; the whole of it where it was taken away.
alter table incident_history
  drop constraint incident_history_trust_id_incident_id_fkey,
  add column kind text not null default 'changed'
    check (kind in ('changed', 'undone', 'removed', 'merged')),
  add column stood jsonb;
create index incident_history_by_import on incident_history (trust_id, replaced_by_import);

-- A warning that went out stays on record also where the incident was taken away.
alter table deadline_warning drop constraint deadline_warning_trust_id_incident_id_fkey;

-- Which import said who reported, from the first change on: before it, the incident's first import
-- did. Apart from the incident, read by the fewest.
create table reporter_said (
  trust_id    int not null default current_trust(),
  incident_id bigint not null,
  import_id   bigint not null,
  reporter    text not null,
  primary key (trust_id, incident_id, import_id),
  foreign key (trust_id, import_id) references import_file
);
call guard_by_trust('reporter_said');

-- The same for the columns no field was found for.
create table extra_said (
  trust_id    int not null default current_trust(),
  incident_id bigint not null,
  import_id   bigint not null,
  extra       jsonb not null,
  primary key (trust_id, incident_id, import_id),
  foreign key (trust_id, import_id) references import_file
);
call guard_by_trust('extra_said');

-- The months an undone import had covered.
create table undone_coverage (
  trust_id  int not null default current_trust(),
  import_id bigint not null,
  school_id int not null,
  month     date not null,
  primary key (trust_id, import_id, school_id, month),
  foreign key (trust_id, import_id) references import_file
);
call guard_by_trust('undone_coverage');

-- Two names of one school: the second one's record moves to the first. Where both had an alert for
-- the same type and anchor, both stay, the moved one under the number its school had.
alter table alert add column merged_school_id int;
drop index alert_once;
create unique index alert_once on alert
  (trust_id, coalesce(school_id, 0), breach_type, anchor, coalesce(merged_school_id, 0));
