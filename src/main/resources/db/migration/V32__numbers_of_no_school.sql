-- Rows without a school have no URN: whichever school was confirmed under it would have taken them all.
alter table school no force row level security;
update school set urn = null where name_key = '';
alter table school force row level security;
