-- A member may let somebody follow their enquiries without acting in their name: a trainee, a colleague covering a week.

alter table people.delegation add column level text not null default 'act' check (level in ('act', 'follow'));

-- The viewer, if a member now or once, and the members in whose name the viewer may act today. Whom one only follows is
-- among `viewer_members`, which says what is seen, and not here.
create function people.viewer_acts_for() returns uuid[]
language sql stable parallel safe security definer set search_path = '' as $$
  select coalesce(array_agg(mine.id), '{}') from unnest(people.viewer_members()) as mine(id)
  where mine.id = platform.viewer() or exists (
    select 1 from people.delegation d
    where d.member_id = mine.id and d.assistant_id = platform.viewer() and d.revoked_at is null and d.level = 'act'
      and d.from_on <= (now() at time zone 'Europe/London')::date
      and (d.until_on is null or d.until_on >= (now() at time zone 'Europe/London')::date))
$$;

-- What somebody wants to hear of by mail, and how often. What is not here is told at once.
create table people.notice_choice (
  person_id uuid not null references people.person,
  topic text not null check (topic ~ '^[a-z]+(-[a-z]+)*$'),
  rhythm text not null check (rhythm in ('at-once', 'daily', 'weekly', 'none')),
  primary key (person_id, topic)
);
alter table people.notice_choice enable row level security;
alter table people.notice_choice force row level security;
create policy own on people.notice_choice for all
  using (person_id = (select platform.viewer()) or (select platform.is_system()));
grant select, insert, update on people.notice_choice to one_stop_app;

-- What waits for somebody's digest: the event alone. Its words are found, and the right to read them asked, when the
-- digest is written. The enquiry's room stands above this one, so that there is no key to it.
create table mail.digest_line (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people.person,
  event_id uuid not null,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  rhythm text not null check (rhythm in ('daily', 'weekly')),
  created_at timestamptz not null,
  taken_at timestamptz,
  -- a reaction that runs twice leaves one line
  unique (person_id, event_id, kind)
);
create index on mail.digest_line (person_id) where taken_at is null;
alter table mail.digest_line enable row level security;
alter table mail.digest_line force row level security;
create policy house on mail.digest_line for all using ((select platform.is_system()));
grant select, insert, update, delete on mail.digest_line to one_stop_app;
