-- A row sent again as it was is known by its print and need not be read: a hash of its cells and of all that
-- decides how they are read. One an incident, of the row that spoke of it last; gone as soon as anything of the
-- incident that a row is compared with is no longer as that row left it.
create table row_print (
  trust_id     int not null default current_trust(),
  incident_id  bigint not null,
  print        uuid not null,      -- 128 bits of a SHA-256
  import_id    bigint not null,    -- whose row it was
  shape        int not null,       -- what the row spoke of, in row_shape of that import
  ordinal      int not null,
  day          date,               -- its counting day
  identity_key text,               -- null where it gave a reference
  primary key (trust_id, incident_id)
);
create index row_print_by_print on row_print (trust_id, print);
call guard_by_trust('row_print');

-- By which tables, program and schools the rows were read, as a hash; null where their prints are not kept.
alter table import_file add column read_by text;

create function forget_row_print() returns trigger
  language plpgsql
as $$
begin
  delete from row_print where trust_id = old.trust_id and incident_id = old.incident_id;
  return null;
end
$$;
create trigger row_print_forgotten
  after update of facts, school_id, reference, day, type_key, words_key, people_key, identity_key, ordinal
  on incident for each row
  when ((old.facts, old.school_id, old.reference, old.day, old.type_key, old.words_key, old.people_key,
      old.identity_key, old.ordinal)
    is distinct from (new.facts, new.school_id, new.reference, new.day, new.type_key, new.words_key,
      new.people_key, new.identity_key, new.ordinal))
  execute function forget_row_print();
create trigger row_print_forgotten after update or delete on incident_reporter
  for each row execute function forget_row_print();
create trigger row_print_forgotten after update or delete on incident_extra
  for each row execute function forget_row_print();

create function forget_row_prints() returns trigger
  language plpgsql
as $$
begin
  delete from row_print p using gone g where p.trust_id = g.trust_id and p.incident_id = g.incident_id;
  return null;
end
$$;
create trigger row_print_gone after delete on incident
  referencing old table as gone for each statement execute function forget_row_prints();

-- As before, with the prints.
create or replace procedure count_register_anew()
  language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
as $$
begin
  analyze public.incident, public.import_row, public.incident_reporter, public.incident_extra,
    public.incident_glance, public.row_print;
end
$$;
