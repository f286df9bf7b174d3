-- Part answers asked of somebody else: an officer, or a person outside known by name and address alone. They see what
-- they are asked and nothing of the enquiry, and can answer by a link without signing in.

create table enquiries.contribution (
  id uuid primary key,
  enquiry_id uuid not null references enquiries.enquiry (id),
  asked_by uuid not null references people.person (id),
  -- empty for somebody outside
  of_person uuid references people.person (id),
  of_name text not null check (of_name <> ''),
  of_address public.citext not null,
  -- the numbered questions, and what they need to know to answer them
  questions text[] not null check (cardinality(questions) > 0),
  background text not null default '',
  due_on date not null,
  asked_at timestamptz not null
);
create index contribution_of_enquiry on enquiries.contribution (enquiry_id);
create index contribution_of_person on enquiries.contribution (of_person, asked_at) where of_person is not null;

-- The links by which they are answered. Only the hash is here: a copy of the database opens nothing.
create table enquiries.contribution_link (
  token_hash bytea primary key check (length(token_hash) = 32),
  contribution_id uuid not null references enquiries.contribution (id),
  ends_on date not null,
  revoked_at timestamptz
);
create index contribution_link_of on enquiries.contribution_link (contribution_id);

alter table enquiries.enquiry add column contributions jsonb not null default '[]';
-- a fact of its own, so that lists can show and count it
alter table enquiries.enquiry add column open_contributions int not null
  generated always as (jsonb_array_length(jsonb_path_query_array(contributions, '$[*] ? (!exists(@.endedOn))'))) stored;
create index enquiry_with_contributions on enquiries.enquiry (id) where open_contributions > 0;

alter table enquiries.contribution enable row level security;
alter table enquiries.contribution force row level security;
alter table enquiries.contribution_link enable row level security;
alter table enquiries.contribution_link force row level security;
grant select, insert on enquiries.contribution to one_stop_app;
grant select, insert, update on enquiries.contribution_link to one_stop_app;

create policy seen on enquiries.contribution for select using (
  (select platform.is_system())
  or of_person = (select platform.viewer())
  or ((select enquiries.viewer_is_officer()) and exists (select from enquiries.enquiry e where e.id = enquiry_id)));
create policy by_the_house on enquiries.contribution for insert with check ((select platform.is_system()));
create policy the_house on enquiries.contribution_link
  using ((select platform.is_system())) with check ((select platform.is_system()));
