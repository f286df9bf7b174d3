-- Every page shows who and where. It joined the people, wards and services to what it read, each join with its own
-- policy, or asked for them in one more round; they change a few times a week. Now web and worker hold a copy of the
-- names, as they do of the register. And the parts somebody has in an enquiry were found by subqueries under a dozen
-- policies, which cost more to prepare than to answer: one function answers them.

insert into platform.held (what, everybody) values ('people.names', false);
create trigger renew_held after insert or update or delete on people.person
  for each statement execute function platform.renew_held('people.names');
create trigger renew_held after insert or update or delete on people.ward
  for each statement execute function platform.renew_held('people.names');
create trigger renew_held after insert or update or delete on people.service
  for each statement execute function platform.renew_held('people.names');

-- The parts of the council's side that somebody has in whatever stands in this mailbox today: `head` of its service,
-- `owner` (deputies and proper officers too), `responder`.
create function mailboxes.parts_in(mailbox uuid, person uuid) returns text[]
language plpgsql stable security definer set search_path = '' as $$
declare
  today date := mailboxes.today();
begin
  if mailbox is null or person is null then return '{}'; end if;
  return array(
    select 'head' from mailboxes.mailbox b join people.service s on s.id = b.service_id
    where b.id = parts_in.mailbox and s.head_id = parts_in.person and people.viewer_has('head')
    union
    select case when n.part in ('owner', 'deputy', 'proper-officer') then 'owner' else 'responder' end
    from mailboxes.named_person n
    where n.mailbox_id = parts_in.mailbox and n.person_id = parts_in.person
      and n.from_on <= today and (n.until_on is null or n.until_on >= today));
end
$$;

-- Most people stand in for nobody: that is seen at once, and the chain of who stands in for whom is not followed.
create or replace function mailboxes.viewer_covers() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  today date := mailboxes.today();
begin
  if not exists (select from mailboxes.absence a where a.cover_id = platform.viewer()
    and a.from_on <= today and (a.until_on is null or a.until_on >= today)) then return '{}'; end if;
  return (
    with recursive away as (
      select a.person_id, a.cover_id from mailboxes.absence a
      where a.from_on <= today and (a.until_on is null or a.until_on >= today)
    ), chain as (
      select a.person_id, a.cover_id, array[a.person_id] as passed from away a where a.cover_id is not null
      union all
      select c.person_id, a.cover_id, c.passed || a.person_id
      from chain c join away a on a.person_id = c.cover_id
      where a.cover_id is not null and not a.cover_id = any (c.passed)
    )
    select coalesce(array_agg(distinct c.person_id), '{}') from chain c
    where c.cover_id = platform.viewer() and not exists (select from away a where a.person_id = platform.viewer()));
end
$$;

-- Whoever asks is looked up on every request. That they were seen is noted every few minutes: only then is a write planned.
create or replace function people.holder_of_session(hash bytea, at timestamptz)
returns table (session_id uuid, person_id uuid, name text, email text, roles text[], second_shown boolean, second_for text)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  before text := coalesce(current_setting('app.viewer', true), '');
  live record;
begin
  perform set_config('app.viewer', 'system', true);
  select s.id, s.person_id, s.second_shown, s.last_seen_at into live from people.session s
  where s.token_hash = hash and s.ended_at is null and s.ends_at > at
    and s.last_seen_at > at - make_interval(hours => s.idle_hours);
  if live.last_seen_at < at - interval '5 minutes' then
    update people.session s set last_seen_at = at where s.id = live.id and s.last_seen_at < at - interval '5 minutes';
  end if;
  return query
    select live.id, p.id, p.name, p.email::text,
      array(select g.role from people.role_grant g where g.person_id = p.id order by g.role),
      live.second_shown, (select it.value #>> '{}' from platform.setting it where it.key = 'people.second-factor')
    from people.person p where p.id = live.person_id and p.disabled_at is null;
  perform set_config('app.viewer', before, true);
end
$$;
