-- Two small costs are paid on every page and every act. Web and worker hold copies of what seldom changes, and asked once
-- for each kind of copy whether it is still good; now one question tells of all. And the policies of a transaction worked
-- out again for every statement who its viewer is; now that is worked out once and remembered until the transaction ends.

create table platform.held (
  what text primary key,
  version uuid not null default uuidv7(),
  -- false: only who is signed in may hold a copy
  everybody boolean not null default true
);
comment on column platform.held.version is 'A version is never used twice: a copy under it is either good or not used';
alter table platform.held enable row level security;
alter table platform.held force row level security;
create policy owner on platform.held to current_user using (true);
create policy readers on platform.held for select to one_stop_app
  using (everybody or (select platform.viewer()) is not null or (select platform.is_system()));
grant select on platform.held to one_stop_app;
insert into platform.held (what, everybody)
values ('platform.setting', true), ('clock.calendar', true), ('mailboxes.register', false);

create function platform.renew_held() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update platform.held set version = uuidv7() where what = tg_argv[0];
  return null;
end
$$;

create trigger renew_held after insert or update or delete on platform.setting
  for each statement execute function platform.renew_held('platform.setting');
create trigger renew_held after insert on clock.calendar_version
  for each statement execute function platform.renew_held('clock.calendar');

drop trigger renew_register on mailboxes.mailbox;
drop trigger renew_register on mailboxes.topic;
drop trigger renew_register on mailboxes.responsibility;
drop function mailboxes.renew_register();
drop table mailboxes.register;
create trigger renew_held after insert or update or delete on mailboxes.mailbox
  for each statement execute function platform.renew_held('mailboxes.register');
create trigger renew_held after insert or update or delete on mailboxes.topic
  for each statement execute function platform.renew_held('mailboxes.register');
create trigger renew_held after insert or update or delete on mailboxes.responsibility
  for each statement execute function platform.renew_held('mailboxes.register');

-- What was remembered for this viewer in this transaction; null when it was not, or for another viewer.
create function platform.recalled(fact text) returns text language sql stable as $$
  select case when starts_with(current_setting('app.' || fact, true), current_setting('app.viewer', true) || '|')
    then substr(current_setting('app.' || fact, true), length(current_setting('app.viewer', true)) + 2) end
$$;

-- Keeps it until the transaction ends, with the viewer it holds for. Not in parallel: settings cannot change there.
create function platform.remember(fact text, value text) returns text language sql as $$
  select substr(set_config('app.' || fact, current_setting('app.viewer', true) || '|' || value, true),
    length(current_setting('app.viewer', true)) + 2)
$$;

create function people.viewer_roles() returns text[]
language plpgsql stable security definer set search_path = '' as $$
declare
  known text := platform.recalled('roles');
begin
  if known is not null then return known::text[]; end if;
  return platform.remember('roles', (
    select coalesce(array_agg(g.role), '{}')
    from people.role_grant g join people.person p on p.id = g.person_id
    where g.person_id = platform.viewer() and p.disabled_at is null)::text);
end
$$;
revoke all on function people.viewer_roles() from public;

create or replace function people.viewer_has_any(roles text[]) returns boolean
language plpgsql stable parallel unsafe security definer set search_path = '' as $$
begin
  return people.viewer_roles() && roles;
end
$$;

create or replace function people.viewer_has(role text) returns boolean
language plpgsql stable parallel unsafe security definer set search_path = '' as $$
begin
  return viewer_has.role = any (people.viewer_roles());
end
$$;

create or replace function people.viewer_members() returns uuid[]
language plpgsql stable parallel unsafe security definer set search_path = '' as $$
declare
  known text := platform.recalled('members');
  today date;
begin
  if known is not null then return known::uuid[]; end if;
  today := (now() at time zone 'Europe/London')::date;
  return platform.remember('members', (
    select coalesce(array_agg(mine.id), '{}') from (
      select m.person_id as id from people.member m where m.person_id = platform.viewer()
      union
      select d.member_id from people.delegation d join people.person p on p.id = d.member_id
      where d.assistant_id = platform.viewer() and d.revoked_at is null and p.disabled_at is null
        and d.from_on <= today and (d.until_on is null or d.until_on >= today)
    ) as mine
    where exists (select 1 from people.person p where p.id = platform.viewer() and p.disabled_at is null))::text);
end
$$;

create or replace function people.viewer_acts_for() returns uuid[]
language plpgsql stable parallel unsafe security definer set search_path = '' as $$
declare
  known text := platform.recalled('acts_for');
  today date;
begin
  if known is not null then return known::uuid[]; end if;
  today := (now() at time zone 'Europe/London')::date;
  return platform.remember('acts_for', (
    select coalesce(array_agg(mine.id), '{}') from unnest(people.viewer_members()) as mine(id)
    where mine.id = platform.viewer() or exists (
      select 1 from people.delegation d
      where d.member_id = mine.id and d.assistant_id = platform.viewer() and d.revoked_at is null and d.level = 'act'
        and d.from_on <= today and (d.until_on is null or d.until_on >= today)))::text);
end
$$;

create or replace function mailboxes.viewer_named() returns uuid[]
language plpgsql stable parallel unsafe security definer set search_path = '' as $$
declare
  known text := platform.recalled('named');
  today date;
begin
  if known is not null then return known::uuid[]; end if;
  today := mailboxes.today();
  return platform.remember('named', (
    select coalesce(array_agg(distinct n.mailbox_id), '{}') from mailboxes.named_person n
    where n.person_id = platform.viewer() and n.from_on <= today and (n.until_on is null or n.until_on >= today))::text);
end
$$;

create or replace function mailboxes.viewer_overseen() returns uuid[]
language plpgsql stable parallel unsafe security definer set search_path = '' as $$
declare
  known text := platform.recalled('overseen');
begin
  if known is not null then return known::uuid[]; end if;
  return platform.remember('overseen', (
    select coalesce(array_agg(m.id), '{}')
    from people.service s
    left join people.directorate d on d.id = s.directorate_id
    join mailboxes.mailbox m on m.service_id = s.id
    where (s.head_id = platform.viewer() or d.director_id = platform.viewer()) and not m.restricted)::text);
end
$$;
