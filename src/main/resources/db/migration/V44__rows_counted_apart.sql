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

-- Whoever may name such a function in a trigger of a table of their own has it work there as the owner.
do $do$
declare
  one regprocedure;
begin
  for one in
    select p.oid::regprocedure from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prorettype = 'trigger'::regtype and p.prosecdef
  loop
    execute format('revoke execute on function %s from public', one);
  end loop;
end
$do$;
