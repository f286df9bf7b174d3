-- The people of the council: who they are, what they may do, for whom they act, and how they are known to be who they
-- say they are. Names, roles, wards and members are open to everybody signed in; ways of signing in only to their owner.

create schema people;
grant usage on schema people to one_stop_app;

-- How a name is sorted: by surname, particles with it, without accents ("Aoife Ní Mhurchú" → "ni mhurchu, aoife").
-- A rule and not a column to fill, so that an import cannot forget it.
create function people.sort_name(name text) returns text language sql immutable parallel safe strict as $$
  select platform.plain(regexp_replace(
    regexp_replace(name, '^((councillor|cllr|dr|mr|mrs|ms|miss|mx|prof|professor|sir|dame|rev|revd)\.?\s+)+', '', 'i'),
    '^(.*?)\s+(((de|del|della|di|da|dos|du|la|le|van|von|der|den|ter|al|el|bin|binti|ap|ab|st|st\.|o|ó|ní|nic|mac|uí)\s+)*\S+)$',
    '\2, \1', 'i'))
$$;

create table people.person (
  id uuid primary key default uuidv7(),
  name text not null check (name = btrim(name) and length(name) between 1 and 200),
  sort_name text not null generated always as (people.sort_name(name)) stored,
  -- the address mail goes to; further addresses people write from are in email_address
  email citext not null unique check (length(email::text) <= 254),
  -- what they do, as it stands under their name ("Highways inspector")
  title text not null default '',
  phone text not null default '',
  created_at timestamptz not null default now(),
  -- set: may not sign in, use the API or be given work. The name stays on everything they did.
  disabled_at timestamptz
);
create index on people.person (sort_name, id);

-- Further addresses of a person. Only a verified one says who wrote a mail.
create table people.email_address (
  address citext primary key check (length(address::text) <= 254),
  person_id uuid not null references people.person,
  verified_at timestamptz
);
create index on people.email_address (person_id);

create table people.role_grant (
  person_id uuid not null references people.person,
  role text not null check (role in ('member', 'assistant', 'one-stop', 'responder', 'owner', 'proper-officer', 'partner',
    'head', 'director', 'lmt', 'performance', 'dpo', 'auditor', 'admin')),
  granted_at timestamptz not null default now(),
  granted_by uuid references people.person,
  primary key (person_id, role)
);

create table people.ward (
  id uuid primary key default uuidv7(),
  key text not null unique check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null unique check (name = btrim(name) and name <> '')
);

create table people.political_group (
  id uuid primary key default uuidv7(),
  name text not null unique check (name = btrim(name) and name <> '')
);

create table people.member (
  person_id uuid primary key references people.person,
  ward_id uuid not null references people.ward,
  group_id uuid references people.political_group,
  from_on date not null,
  -- the last day in office; null while serving
  until_on date,
  check (until_on >= from_on)
);
create index on people.member (ward_id);

-- A member lets an assistant act in their office, from a day until a day, revocable at once.
create table people.delegation (
  id uuid primary key default uuidv7(),
  member_id uuid not null references people.member,
  assistant_id uuid not null references people.person,
  from_on date not null,
  -- the last day it holds; null: until revoked
  until_on date,
  revoked_at timestamptz,
  check (until_on >= from_on),
  check (member_id <> assistant_id),
  -- two at once for the same two people would make "revoke" ambiguous
  exclude using gist (member_id with =, assistant_id with =, daterange(from_on, until_on, '[]') with &&)
    where (revoked_at is null)
);
create index on people.delegation (assistant_id);

create table people.directorate (
  id uuid primary key default uuidv7(),
  key text not null unique check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null unique check (name = btrim(name) and name <> ''),
  director_id uuid references people.person
);

create table people.service (
  id uuid primary key default uuidv7(),
  key text not null unique check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null unique check (name = btrim(name) and name <> ''),
  directorate_id uuid not null references people.directorate,
  head_id uuid references people.person
);
create index on people.service (directorate_id);

-- Partners outside the council that answer for it, such as a housing association.
create table people.organisation (
  id uuid primary key default uuidv7(),
  key text not null unique check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null unique check (name = btrim(name) and name <> '')
);

create table people.partner_person (
  person_id uuid primary key references people.person,
  organisation_id uuid not null references people.organisation
);
create index on people.partner_person (organisation_id);

-- Tokens are kept as their SHA-256: who reads the database cannot sign in with what is found there.
create table people.session (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people.person,
  token_hash bytea not null unique check (length(token_hash) = 32),
  device text not null default '',
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  -- unused for so long it ends; kept here so that a request needs no look at the settings
  idle_hours int not null check (idle_hours > 0),
  -- the end that no use postpones
  ends_at timestamptz not null,
  ended_at timestamptz
);
create index on people.session (person_id) where ended_at is null;

create table people.api_token (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people.person,
  name text not null check (length(name) between 1 and 100),
  token_hash bytea not null unique check (length(token_hash) = 32),
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index on people.api_token (person_id);

create table people.sign_in_link (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people.person,
  token_hash bytea not null unique check (length(token_hash) = 32),
  -- the page of ours they wanted before we asked them to sign in
  wanted text not null default '/' check (wanted ~ '^/([^/\\]|$)'),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on people.sign_in_link (person_id, created_at);

-- ---- what policies of every room ask; `security definer` so that they answer the same under every policy ----

create function people.viewer_has(role text) returns boolean
language sql stable parallel safe security definer set search_path = '' as $$
  select exists (
    select 1 from people.role_grant g join people.person p on p.id = g.person_id
    where g.person_id = platform.viewer() and g.role = viewer_has.role and p.disabled_at is null)
$$;

-- The viewer, if a member now or once, and the members in whose name the viewer may act today.
create function people.viewer_members() returns uuid[]
language sql stable parallel safe security definer set search_path = '' as $$
  select coalesce(array_agg(mine.id), '{}') from (
    select m.person_id as id from people.member m where m.person_id = platform.viewer()
    union
    select d.member_id from people.delegation d join people.person p on p.id = d.member_id
    where d.assistant_id = platform.viewer() and d.revoked_at is null and p.disabled_at is null
      and d.from_on <= (now() at time zone 'Europe/London')::date
      and (d.until_on is null or d.until_on >= (now() at time zone 'Europe/London')::date)
  ) as mine
  where exists (select 1 from people.person p where p.id = platform.viewer() and p.disabled_at is null)
$$;

-- The partner the viewer works for; null for everybody else.
create function people.viewer_organisation() returns uuid
language sql stable parallel safe security definer set search_path = '' as $$
  select w.organisation_id from people.partner_person w join people.person p on p.id = w.person_id
  where w.person_id = platform.viewer() and p.disabled_at is null
$$;

-- ---- who is asking: the one query of every request ----

-- These see as the system, because nobody is known yet. They set that and put it back by hand: only a superuser may
-- attach the setting to a function, and a council's own server may not give us one.

create function people.holder_of_session(hash bytea, at timestamptz)
returns table (session_id uuid, person_id uuid, name text, email text, roles text[])
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare before text := coalesce(current_setting('app.viewer', true), '');
begin
  perform set_config('app.viewer', 'system', true);
  return query
    with live as (
      select s.id, s.person_id from people.session s
      where s.token_hash = hash and s.ended_at is null and s.ends_at > at
        and s.last_seen_at > at - make_interval(hours => s.idle_hours)
    ), seen as (
      -- noted every few minutes and not on every request: reading a page should not cost a write
      update people.session s set last_seen_at = at
      from live where s.id = live.id and s.last_seen_at < at - interval '5 minutes'
    )
    select live.id, p.id, p.name, p.email::text,
      array(select g.role from people.role_grant g where g.person_id = p.id order by g.role)
    from live join people.person p on p.id = live.person_id where p.disabled_at is null;
  perform set_config('app.viewer', before, true);
end $$;

create function people.holder_of_token(hash bytea, at timestamptz)
returns table (person_id uuid, name text, email text, roles text[])
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare before text := coalesce(current_setting('app.viewer', true), '');
begin
  perform set_config('app.viewer', 'system', true);
  return query
    with live as (
      select t.id, t.person_id from people.api_token t where t.token_hash = hash and t.revoked_at is null
    ), used as (
      update people.api_token t set last_used_at = at
      from live where t.id = live.id and (t.last_used_at is null or t.last_used_at < at - interval '5 minutes')
    )
    select p.id, p.name, p.email::text,
      array(select g.role from people.role_grant g where g.person_id = p.id order by g.role)
    from live join people.person p on p.id = live.person_id where p.disabled_at is null;
  perform set_config('app.viewer', before, true);
end $$;

-- What the public may know of members: who serves which ward. No addresses.
create function people.public_members(today date)
returns table (name text, ward text, political_group text)
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare before text := coalesce(current_setting('app.viewer', true), '');
begin
  perform set_config('app.viewer', 'system', true);
  return query
    select p.name, w.name, g.name
    from people.member m
    join people.person p on p.id = m.person_id
    join people.ward w on w.id = m.ward_id
    left join people.political_group g on g.id = m.group_id
    where m.from_on <= today and (m.until_on is null or m.until_on >= today) and p.disabled_at is null
    order by w.name, p.sort_name, p.id;
  perform set_config('app.viewer', before, true);
end $$;

-- ---- row-level security ----

-- The directory: everybody signed in reads it, administrators and the system write it.
do $$
declare it text;
begin
  foreach it in array array['person', 'email_address', 'role_grant', 'ward', 'political_group', 'member', 'directorate',
    'service', 'organisation', 'partner_person'] loop
    execute format('alter table people.%I enable row level security', it);
    execute format('alter table people.%I force row level security', it);
    execute format('create policy read on people.%I for select
      using ((select platform.viewer()) is not null or (select platform.is_system()))', it);
    execute format('create policy add on people.%I for insert
      with check ((select platform.is_system()) or (select people.viewer_has(''admin'')))', it);
    execute format('create policy change on people.%I for update
      using ((select platform.is_system()) or (select people.viewer_has(''admin'')))', it);
    execute format('create policy remove on people.%I for delete
      using ((select platform.is_system()) or (select people.viewer_has(''admin'')))', it);
    execute format('grant select, insert, update on people.%I to one_stop_app', it);
  end loop;
end $$;
-- The rest is never deleted: what happened refers to it.
grant delete on people.role_grant, people.email_address, people.partner_person to one_stop_app;

-- Who acts for whom is the business of the two, and of those who set it up or help.
alter table people.delegation enable row level security;
alter table people.delegation force row level security;
create policy read on people.delegation for select using (
  member_id = (select platform.viewer()) or assistant_id = (select platform.viewer()) or (select platform.is_system())
  or (select people.viewer_has('one-stop')) or (select people.viewer_has('admin')));
create policy add on people.delegation for insert with check (
  member_id = (select platform.viewer()) or (select platform.is_system()) or (select people.viewer_has('admin')));
create policy change on people.delegation for update using (
  member_id = (select platform.viewer()) or (select platform.is_system()) or (select people.viewer_has('admin')));
grant select, insert, update on people.delegation to one_stop_app;

-- Ways of signing in: only their owner's and the system's.
do $$
declare it text;
begin
  foreach it in array array['session', 'api_token', 'sign_in_link'] loop
    execute format('alter table people.%I enable row level security', it);
    execute format('alter table people.%I force row level security', it);
    execute format('create policy own on people.%I for all
      using (person_id = (select platform.viewer()) or (select platform.is_system()))', it);
    execute format('grant select, insert, update on people.%I to one_stop_app', it);
  end loop;
end $$;
-- used and expired links are swept
grant delete on people.sign_in_link to one_stop_app;
