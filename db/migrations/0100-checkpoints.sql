-- Signed checkpoints of the trail. A chain of hashes shows a change; it does not show that somebody who owns the database
-- wrote the whole chain anew, or cut off its end. A checkpoint notes how far the chain reached and with which hash, signed
-- by a key that is not in the database, and copies of it are kept elsewhere.

create table audit.checkpoint (
  id bigint generated always as identity primary key,
  made_at timestamptz not null,
  council text not null,
  -- the seal it notes, its hash, the last entry under it and how many entries there are up to there
  seal bigint not null check (seal > 0),
  head bytea not null check (octet_length(head) = 32),
  last_entry bigint not null check (last_entry > 0),
  entries bigint not null check (entries > 0),
  -- Ed25519: the key that signed, and its signature
  public_key bytea not null check (octet_length(public_key) = 32),
  signature bytea not null check (octet_length(signature) = 64)
);
grant select, insert on audit.checkpoint to one_stop_app;

alter table audit.checkpoint enable row level security;
alter table audit.checkpoint force row level security;
create policy readers on audit.checkpoint for select to one_stop_app using ((select audit.viewer_reads()));
create policy maker on audit.checkpoint for insert to one_stop_app with check ((select platform.is_system()));
