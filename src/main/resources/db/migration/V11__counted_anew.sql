-- After an import of many rows the database must learn how many there are, or it plans the next
-- statements as if there were none. The application may not count tables it does not own.
create procedure count_register_anew()
  language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
as $$
begin
  analyze public.incident, public.import_row, public.incident_reporter, public.incident_extra;
end
$$;
revoke execute on procedure count_register_anew() from public;
grant execute on procedure count_register_anew() to breachledger_app;
