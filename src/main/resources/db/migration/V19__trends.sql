-- What the pages show of trends is what the run compared and what its papers printed.

-- The counted incidents of each whole month of both halves, the first first; null where an older
-- program kept the comparison.
alter table recurrence_result add column months int[];

-- The people affected as a published paper prints them: small numbers are withheld already.
create table paper_people (
  trust_id int not null default current_trust(),
  paper_id bigint not null,
  position int not null,
  title    text not null,      -- the type, as it was called then; the last one is all types
  previous text not null,      -- as printed
  current  text not null,
  primary key (trust_id, paper_id, position),
  foreign key (trust_id, paper_id) references report_paper on delete cascade
);
call guard_by_trust('paper_people');
