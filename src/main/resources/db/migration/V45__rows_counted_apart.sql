-- A file sent again brings rows and no incident: only its rows are counted anew, the register is as it was.
create procedure count_rows_anew()
  language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
as $$
begin
  analyze public.import_row;
end
$$;
revoke execute on procedure count_rows_anew() from public;
grant execute on procedure count_rows_anew() to breachledger_app;
