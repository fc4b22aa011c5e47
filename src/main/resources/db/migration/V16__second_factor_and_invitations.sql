-- People are invited by mail, choose their own passwords and may add a second factor.

-- What was recorded names the account's sign-in name, which never holds the address.
alter table user_account add column email text check (email = lower(email)); -- personal: never in a log, an audit entry or an address of a page
alter table user_account add column awaits_password boolean not null default false; -- invited, none chosen yet
alter table user_account add column signed_in_at timestamptz;                -- last time
alter table user_account add column stamp bigint not null default 0;         -- sessions of an older stamp have ended
create unique index user_account_by_email on user_account (trust_id, email) where email is not null;

create table second_factor (
  trust_id     int not null references trust,
  user_id      bigint not null,
  secret       bytea not null,            -- sealed with the key in the home's secrets
  begun_at     timestamptz not null,
  confirmed_at timestamptz,               -- null while no code has proved it: it does not count yet
  last_step    bigint not null default 0, -- of 30 seconds; a code of this step or an older one is used up
  primary key (trust_id, user_id),
  foreign key (trust_id, user_id) references user_account
);
call guard_by_trust('second_factor');

create table recovery_code (
  trust_id  int not null references trust,
  user_id   bigint not null,
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  used_at   timestamptz,
  primary key (trust_id, user_id, code_hash),
  foreign key (trust_id, user_id) references user_account
);
call guard_by_trust('recovery_code');

-- Links that let a person choose a password once. The link itself is kept nowhere.
create table account_link (
  trust_id   int not null references trust,
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  user_id    bigint not null,
  kind       text not null check (kind in ('invitation', 'reset')),
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz,
  voided_at  timestamptz,                 -- a newer link took its place
  primary key (trust_id, token_hash),
  foreign key (trust_id, user_id) references user_account
);
create index account_link_of on account_link (trust_id, user_id);
call guard_by_trust('account_link');
