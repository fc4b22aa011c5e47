-- The tables of the jobs belong to no trust, and no erasure reaches them. A fault is written there with its message
-- and all its causes, which may quote a cell or name a file as its sender did: only its kind is kept.
create function keep_kind_of_fault() returns trigger
  language plpgsql
as $$
begin
  new.exit_message := coalesce(substring(new.exit_message from '^[A-Za-z0-9_.$]+'), '');
  return new;
end
$$;
create trigger kind_of_fault before insert or update of exit_message on batch_job_execution
  for each row execute function keep_kind_of_fault();
create trigger kind_of_fault before insert or update of exit_message on batch_step_execution
  for each row execute function keep_kind_of_fault();
update batch_job_execution set exit_message = exit_message where exit_message <> '';
update batch_step_execution set exit_message = exit_message where exit_message <> '';
