-- Every import of many rows has the register counted anew, and the server does so by itself now and then.
-- Words and JSON objects are the dearest to count, since each is unpacked and compared with all others, and
-- nothing is planned by what they hold. What is filtered, joined and grouped by goes on being counted.
alter table incident
  alter column facts set statistics 0,
  alter column gaps set statistics 0,
  alter column words_key set statistics 0,
  alter column type_evidence set statistics 0,
  alter column severity_reasons set statistics 0;
alter table incident_history
  alter column facts set statistics 0,
  alter column gaps set statistics 0,
  alter column stood set statistics 0;
alter table import_row
  alter column notices set statistics 0;
alter table incident_extra
  alter column extra set statistics 0;
