-- What a verdict compares: over all schools the counts of those that submitted every month. Empty in
-- comparisons kept before, whose evidence alone names them.
alter table recurrence_result
  add column compared_previous int,
  add column compared_current  int,
  add column left_out          int;

-- How many schools the comparison behind an alert left out, and the one that closed it.
alter table alert add column left_out int not null default 0;
alter table alert_step add column outcome_left_out int;
