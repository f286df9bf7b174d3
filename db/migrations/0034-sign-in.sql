-- More ways of showing who one is than a mailed link: a password, passkeys, an app that makes codes, and recovery codes.
-- Only hashes, public keys and sealed secrets are kept. All of it belongs to its owner and to the system alone.

create table people.password (
  person_id uuid primary key references people.person,
  -- in the PHC form, parameters and salt with it, so that older parameters are known and made new at the next sign-in
  hash text not null check (hash like '$argon2id$%'),
  set_at timestamptz not null
);

create table people.passkey (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people.person,
  -- as the authenticator names it; the same key belongs to one person
  credential_id text not null unique check (length(credential_id) between 16 and 1400),
  public_key bytea not null,
  -- a counter that goes back tells of a copied key
  counter bigint not null check (counter >= 0),
  name text not null check (length(name) between 1 and 60),
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index on people.passkey (person_id);

-- A challenge is signed by us and good for minutes; each is taken once. They are swept.
create table people.used_challenge (
  hash bytea primary key check (length(hash) = 32),
  used_at timestamptz not null
);
create index on people.used_challenge (used_at);

create table people.authenticator (
  person_id uuid primary key references people.person,
  -- the shared secret, sealed with the key of the house: a copy of the database alone makes no codes
  sealed_secret text not null,
  -- the newest half minute whose code was taken: a code seen over a shoulder is worth nothing
  last_step bigint not null default 0,
  set_at timestamptz not null
);

create table people.recovery_code (
  person_id uuid not null references people.person,
  hash bytea not null check (length(hash) = 32),
  used_at timestamptz,
  primary key (person_id, hash)
);

-- Attempts to sign in, counted over all processes. The key is a hash of what was tried, known or not, so that the table
-- tells nobody who works here. What succeeded is taken out; the rest is swept after a day.
create table people.attempt (
  id uuid primary key default uuidv7(),
  key bytea not null check (length(key) = 32),
  tried_at timestamptz not null
);
create index on people.attempt (key, tried_at);
create index on people.attempt (tried_at);

-- When whoever is at this device last showed who they are: what is sensitive asks again after a while.
alter table people.session add column proved_at timestamptz;
update people.session set proved_at = started_at;
alter table people.session alter column proved_at set not null;

do $$
declare it text;
begin
  foreach it in array array['password', 'passkey', 'authenticator', 'recovery_code'] loop
    execute format('alter table people.%I enable row level security', it);
    execute format('alter table people.%I force row level security', it);
    execute format('create policy own on people.%I for all
      using (person_id = (select platform.viewer()) or (select platform.is_system()))', it);
    execute format('grant select, insert, update, delete on people.%I to one_stop_app', it);
  end loop;
  foreach it in array array['used_challenge', 'attempt'] loop
    execute format('alter table people.%I enable row level security', it);
    execute format('alter table people.%I force row level security', it);
    execute format('create policy house on people.%I for all using ((select platform.is_system()))', it);
    execute format('grant select, insert, delete on people.%I to one_stop_app', it);
  end loop;
end $$;
