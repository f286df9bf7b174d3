-- People add the further addresses they write from themselves. Until the mail sent there was answered by its owner, an
-- address is only a claim and says nothing about who wrote a mail: so claims are kept apart from people.email_address.
create table people.address_proof (
  token_hash bytea primary key check (length(token_hash) = 32),
  person_id uuid not null references people.person,
  address citext not null check (length(address::text) <= 254),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on people.address_proof (person_id, created_at);

alter table people.address_proof enable row level security;
alter table people.address_proof force row level security;
create policy own on people.address_proof for all
  using (person_id = (select platform.viewer()) or (select platform.is_system()));
grant select, insert, update on people.address_proof to one_stop_app;
