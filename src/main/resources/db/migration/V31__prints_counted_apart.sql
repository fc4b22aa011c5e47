-- Prints are kept by what the register holds once the rows of an import are in it, so it is counted before and
-- they are counted after; with the schools, which a first import brings as well: planned as for an empty register,
-- keeping its prints took longer than storing its incidents.
create or replace procedure count_register_anew()
  language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
as $$
begin
  analyze public.incident, public.import_row, public.incident_reporter, public.incident_extra,
    public.incident_glance, public.school;
end
$$;

create procedure count_prints_anew()
  language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
as $$
begin
  analyze public.row_print;
end
$$;
revoke execute on procedure count_prints_anew() from public;
grant execute on procedure count_prints_anew() to breachledger_app;
