-- Who did and who saw what. Entries are only ever added; seals over them, chained by their hashes, make a later change
-- visible, also one made by the owner of the database.

create schema audit;
grant usage on schema audit to one_stop_app;

-- No foreign keys: an entry outlives what it speaks of, and writing one must cost next to nothing.
create table audit.entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  -- when it was really written; differs from `at` only where history is imported or played
  written_at timestamptz not null default clock_timestamp(),
  -- null when the council's own timetable acted
  actor uuid,
  on_behalf_of uuid,
  act text not null check (act ~ '^[a-z-]+\.[a-z-]+$'),
  subject_kind text not null check (subject_kind <> ''),
  subject_id text not null,
  subject_reference text,
  details jsonb not null default '{}' check (jsonb_typeof(details) = 'object')
);
create index entry_by_actor on audit.entry (actor, id);
create index entry_by_subject on audit.entry (subject_id, id);
create index entry_by_reference on audit.entry (subject_reference, id) where subject_reference is not null;
create index entry_by_day on audit.entry using brin (at);

-- One batch of entries in the order of their ids: everything after `after_id` up to and with `last_id`. The ids stand
-- here because numbers drawn by transactions that were rolled back leave honest gaps; the digests (SHA-256 of each
-- entry, 32 bytes each, in the order of the ids) let a check name the very entry that was changed.
create table audit.seal (
  number bigint primary key check (number > 0),
  after_id bigint not null unique,
  last_id bigint not null unique check (last_id > after_id),
  ids bigint[] not null check (cardinality(ids) > 0),
  digests bytea not null check (octet_length(digests) = 32 * cardinality(ids)),
  previous_hash bytea not null check (octet_length(previous_hash) = 32),
  hash bytea not null unique check (octet_length(hash) = 32),
  sealed_at timestamptz not null default clock_timestamp()
);

-- What each check of the chain found, in words.
create table audit.verification (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  sound boolean not null,
  words text not null,
  entries bigint not null,
  seals bigint not null,
  -- the hash of the last seal: noted outside, it proves that the chain was not written anew as a whole
  head bytea
);

grant select, insert on audit.entry, audit.seal, audit.verification to one_stop_app;
grant select on sequence audit.entry_id_seq to one_stop_app;

alter table audit.entry enable row level security;
alter table audit.entry force row level security;
alter table audit.seal enable row level security;
alter table audit.seal force row level security;
alter table audit.verification enable row level security;
alter table audit.verification force row level security;

-- Who may read the trail: auditors, the data protection officer, and the system that seals it.
create function audit.viewer_reads() returns boolean language sql stable security definer set search_path = '' as $$
  select platform.is_system() or people.viewer_has('auditor') or people.viewer_has('dpo')
$$;
revoke all on function audit.viewer_reads() from public;
grant execute on function audit.viewer_reads() to one_stop_app;

create policy readers on audit.entry for select to one_stop_app using ((select audit.viewer_reads()));
-- Nobody writes in somebody else's name. Before sign-in there is no viewer yet, and the system records for all.
create policy writers on audit.entry for insert to one_stop_app
  with check (actor is null or (select platform.viewer()) is null or actor = (select platform.viewer()));

create policy readers on audit.seal for select to one_stop_app using ((select audit.viewer_reads()));
create policy sealer on audit.seal for insert to one_stop_app with check ((select platform.is_system()));

create policy readers on audit.verification for select to one_stop_app using ((select audit.viewer_reads()));
create policy checkers on audit.verification for insert to one_stop_app with check ((select audit.viewer_reads()));
