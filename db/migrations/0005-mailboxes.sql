-- Core mailboxes: who answers for what, from which day, and who stands in for whom.
-- Every `until_on` is the last day something holds; null means until further notice.

create schema mailboxes;
grant usage on schema mailboxes to one_stop_app;

create table mailboxes.mailbox (
  id uuid primary key default uuidv7(),
  key text not null unique check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  address public.citext not null unique check (address ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  name text not null check (name <> ''),
  phone text not null default '',
  -- what it is for, in a sentence for members
  purpose text not null default '',
  -- the standard its answers keep
  standard text not null default '',
  service_id uuid references people.service,
  -- set for the mailbox of an outside partner
  organisation_id uuid references people.organisation,
  restricted boolean not null default false,
  -- the kinds of sensitive matters that go to this mailbox's proper officer
  handles text[] not null default '{}'
    check (handles <@ array['child-at-risk', 'adult-at-risk', 'employee', 'personal-matters']),
  limit_working_days int check (limit_working_days between 1 and 60),
  -- the first day on which it takes nothing new
  closed_on date,
  version int not null default 1,
  check (restricted or handles = '{}')
);

create table mailboxes.named_person (
  id uuid primary key default uuidv7(),
  mailbox_id uuid not null references mailboxes.mailbox,
  person_id uuid not null references people.person,
  part text not null check (part in ('owner', 'deputy', 'proper-officer', 'responder')),
  from_on date not null,
  until_on date check (until_on >= from_on),
  constraint named_once exclude using gist
    (mailbox_id with =, person_id with =, part with =, daterange(from_on, until_on, '[]') with &&)
);
-- One owner, one deputy and one proper officer at a time.
alter table mailboxes.named_person add constraint one_at_a_time exclude using gist
  (mailbox_id with =, part with =, daterange(from_on, until_on, '[]') with &&) where (part <> 'responder');
create index named_person_by_person on mailboxes.named_person (person_id) include (mailbox_id, from_on, until_on);

create table mailboxes.topic (
  id uuid primary key default uuidv7(),
  key text not null unique check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null unique check (name <> ''),
  -- words and phrases people use when they mean it
  words text[] not null default '{}',
  kind text not null default 'enquiry'
    check (kind in ('enquiry', 'service-request', 'information-request', 'complaint', 'restricted', 'mp-enquiry')),
  limit_working_days int check (limit_working_days between 1 and 60),
  -- number in the local government service list
  lgsl int,
  -- its answers need a second pair of eyes
  needs_review boolean not null default false,
  version int not null default 1
);

-- Which mailbox answers for a topic: in one ward, or (ward null) wherever no ward has an own arrangement.
create table mailboxes.responsibility (
  id uuid primary key default uuidv7(),
  topic_id uuid not null references mailboxes.topic,
  ward_id uuid references people.ward,
  mailbox_id uuid not null references mailboxes.mailbox,
  from_on date not null,
  until_on date check (until_on >= from_on),
  constraint one_mailbox_at_a_time exclude using gist (
    topic_id with =,
    coalesce(ward_id, '00000000-0000-0000-0000-000000000000') with =,
    daterange(from_on, until_on, '[]') with &&
  )
);
create index responsibility_by_mailbox on mailboxes.responsibility (mailbox_id);

create table mailboxes.absence (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people.person,
  from_on date not null,
  until_on date check (until_on >= from_on),
  cover_id uuid references people.person check (cover_id <> person_id),
  constraint absent_once exclude using gist (person_id with =, daterange(from_on, until_on, '[]') with &&)
);

-- The register (mailboxes, topics, responsibilities) is small and read with every enquiry, so processes hold a copy of
-- it. Any change gives it a new version in the same transaction; a copy is good exactly while its version is here.
create table mailboxes.register (
  single boolean primary key default true check (single),
  version uuid not null default uuidv7()
);
insert into mailboxes.register default values;

create function mailboxes.renew_register() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update mailboxes.register set version = gen_random_uuid();
  return null;
end
$$;
create trigger renew_register after insert or update or delete on mailboxes.mailbox
  for each statement execute function mailboxes.renew_register();
create trigger renew_register after insert or update or delete on mailboxes.topic
  for each statement execute function mailboxes.renew_register();
create trigger renew_register after insert or update or delete on mailboxes.responsibility
  for each statement execute function mailboxes.renew_register();

create function mailboxes.today() returns date language sql stable parallel safe set search_path = '' as $$
  select (now() at time zone 'Europe/London')::date
$$;

-- The mailboxes that name the viewer today, in whatever part.
create function mailboxes.viewer_named() returns uuid[]
  language sql stable security definer parallel safe set search_path = '' as $$
  select coalesce(array_agg(distinct n.mailbox_id), '{}')
  from mailboxes.named_person n
  where n.person_id = platform.viewer()
    and n.from_on <= mailboxes.today() and (n.until_on is null or n.until_on >= mailboxes.today())
$$;

-- The mailboxes the viewer runs today, as owner or deputy.
create function mailboxes.viewer_runs() returns uuid[]
  language sql stable security definer parallel safe set search_path = '' as $$
  select coalesce(array_agg(distinct n.mailbox_id), '{}')
  from mailboxes.named_person n
  where n.person_id = platform.viewer() and n.part in ('owner', 'deputy')
    and n.from_on <= mailboxes.today() and (n.until_on is null or n.until_on >= mailboxes.today())
$$;

-- The unrestricted mailboxes of services the viewer heads and of directorates the viewer directs.
create function mailboxes.viewer_overseen() returns uuid[]
  language sql stable security definer parallel safe set search_path = '' as $$
  select coalesce(array_agg(m.id), '{}')
  from people.service s
  left join people.directorate d on d.id = s.directorate_id
  join mailboxes.mailbox m on m.service_id = s.id
  where (s.head_id = platform.viewer() or d.director_id = platform.viewer()) and not m.restricted
$$;
create index mailbox_by_service on mailboxes.mailbox (service_id);

-- The people of a restricted mailbox are known to each other and to those who set up, protect and audit.
create function mailboxes.viewer_knows_all_people() returns boolean
  language sql stable security definer set search_path = '' as $$
  select platform.is_system() or people.viewer_has('admin') or people.viewer_has('dpo') or people.viewer_has('auditor')
$$;

create function mailboxes.viewer_administers() returns boolean
  language sql stable security definer set search_path = '' as $$
  select platform.is_system() or people.viewer_has('admin')
$$;

revoke all on all functions in schema mailboxes from public;
grant execute on all functions in schema mailboxes to one_stop_app;

grant select, insert, update on mailboxes.mailbox, mailboxes.topic to one_stop_app;
grant select, insert, update, delete on mailboxes.named_person, mailboxes.responsibility, mailboxes.absence to one_stop_app;
grant select on mailboxes.register to one_stop_app;

alter table mailboxes.mailbox enable row level security;
alter table mailboxes.mailbox force row level security;
alter table mailboxes.named_person enable row level security;
alter table mailboxes.named_person force row level security;
alter table mailboxes.topic enable row level security;
alter table mailboxes.topic force row level security;
alter table mailboxes.responsibility enable row level security;
alter table mailboxes.responsibility force row level security;
alter table mailboxes.absence enable row level security;
alter table mailboxes.absence force row level security;
alter table mailboxes.register enable row level security;
alter table mailboxes.register force row level security;

-- The functions above read as the owner, whom FORCE binds too; the app's policies would lead back into themselves.
create policy owner on mailboxes.mailbox to current_user using (true);
create policy owner on mailboxes.named_person to current_user using (true);
create policy owner on mailboxes.topic to current_user using (true);
create policy owner on mailboxes.responsibility to current_user using (true);
create policy owner on mailboxes.absence to current_user using (true);
create policy owner on mailboxes.register to current_user using (true);

-- Everybody signed in may know who answers for what. The register's version has the same readers as the register, so
-- that nobody who sees less can make an incomplete copy of it.
create policy readers on mailboxes.mailbox for select to one_stop_app
  using ((select platform.viewer()) is not null or (select platform.is_system()));
create policy readers on mailboxes.topic for select to one_stop_app
  using ((select platform.viewer()) is not null or (select platform.is_system()));
create policy readers on mailboxes.responsibility for select to one_stop_app
  using ((select platform.viewer()) is not null or (select platform.is_system()));
create policy readers on mailboxes.register for select to one_stop_app
  using ((select platform.viewer()) is not null or (select platform.is_system()));

create policy readers on mailboxes.named_person for select to one_stop_app using (
  (select mailboxes.viewer_knows_all_people())
  or person_id = (select platform.viewer())
  or mailbox_id = any ((select mailboxes.viewer_named())::uuid[])
  or ((select platform.viewer()) is not null and mailbox_id not in (select m.id from mailboxes.mailbox m where m.restricted))
);
create policy readers on mailboxes.absence for select to one_stop_app
  using ((select platform.viewer()) is not null or (select platform.is_system()));

create policy administrators_add on mailboxes.mailbox for insert to one_stop_app with check ((select mailboxes.viewer_administers()));
create policy administrators_change on mailboxes.mailbox for update to one_stop_app using ((select mailboxes.viewer_administers()));
create policy administrators_add on mailboxes.topic for insert to one_stop_app with check ((select mailboxes.viewer_administers()));
create policy administrators_change on mailboxes.topic for update to one_stop_app using ((select mailboxes.viewer_administers()));
create policy administrators on mailboxes.responsibility to one_stop_app
  using ((select mailboxes.viewer_administers())) with check ((select mailboxes.viewer_administers()));

-- Administrators, and whoever runs the mailbox, say who works in it.
create policy runners on mailboxes.named_person to one_stop_app
  using ((select mailboxes.viewer_administers()) or mailbox_id = any ((select mailboxes.viewer_runs())::uuid[]))
  with check ((select mailboxes.viewer_administers()) or mailbox_id = any ((select mailboxes.viewer_runs())::uuid[]));

-- An absence is told by the person, an administrator, or whoever runs a mailbox the person is named in.
create policy tellers on mailboxes.absence to one_stop_app
  using ((select mailboxes.viewer_administers()) or person_id = (select platform.viewer())
    or person_id in (select n.person_id from mailboxes.named_person n where n.mailbox_id = any ((select mailboxes.viewer_runs())::uuid[])))
  with check ((select mailboxes.viewer_administers()) or person_id = (select platform.viewer())
    or person_id in (select n.person_id from mailboxes.named_person n where n.mailbox_id = any ((select mailboxes.viewer_runs())::uuid[])));
