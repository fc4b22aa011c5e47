-- How the columns of a set of headings were read where the tables alone did not say it: by import,
-- so that an undone one is forgotten with it.
create table remembered_mapping (
  trust_id    int not null default current_trust() references trust,
  import_id   bigint not null,
  fingerprint text not null,   -- the same for the same headings in any order
  came_by     text not null check (came_by in ('stated', 'guessed')),
  sender      text not null,   -- the school asked for, else the account; empty where nobody is known
  mapping     jsonb not null,  -- heading to field code, or to "ignore"
  remembered_at timestamptz not null,
  primary key (trust_id, import_id, fingerprint, came_by),
  foreign key (trust_id, import_id) references import_file on delete cascade
);
create index remembered_mapping_by_sender
  on remembered_mapping (trust_id, sender, fingerprint, came_by, import_id);
call guard_by_trust('remembered_mapping');
