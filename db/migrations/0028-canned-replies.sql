-- Canned replies: words a mailbox uses again and again, with fields that are filled in when they are inserted. They
-- belong to a mailbox and are kept by whoever runs it. What one said at any time stays known: answers were made of it.

create table mailboxes.canned_reply (
  id uuid primary key default uuidv7(),
  mailbox_id uuid not null references mailboxes.mailbox (id),
  name text not null check (name <> '' and length(name) <= 120),
  words text not null check (words <> '' and length(words) <= 20000),
  version int not null default 1 check (version >= 1),
  -- offered no more; never deleted
  retired_at timestamptz,
  changed_at timestamptz not null,
  changed_by uuid references people.person (id)
);
create unique index canned_reply_named_once on mailboxes.canned_reply (mailbox_id, lower(name)) where retired_at is null;

create table mailboxes.canned_reply_version (
  reply_id uuid not null references mailboxes.canned_reply (id),
  version int not null,
  name text not null,
  words text not null,
  changed_at timestamptz not null,
  changed_by uuid references people.person (id),
  primary key (reply_id, version)
);

-- The mailboxes whose canned replies the viewer may change: run by them, or theirs as proper officer.
create function mailboxes.viewer_keeps_replies() returns uuid[]
  language sql stable security definer parallel safe set search_path = '' as $$
  select coalesce(array_agg(distinct n.mailbox_id), '{}')
  from mailboxes.named_person n
  where n.person_id = platform.viewer() and n.part in ('owner', 'deputy', 'proper-officer')
    and n.from_on <= mailboxes.today() and (n.until_on is null or n.until_on >= mailboxes.today())
$$;

-- The mailboxes whose canned replies the viewer may read: named in them; officers who answer read those of every
-- mailbox that is not restricted, because work is passed on between mailboxes.
create function mailboxes.viewer_reads_replies() returns uuid[]
  language sql stable security definer parallel safe set search_path = '' as $$
  select coalesce(array_agg(m.id), '{}')
  from mailboxes.mailbox m
  where m.id = any (mailboxes.viewer_named())
     or platform.is_system() or people.viewer_has('admin')
     or (not m.restricted and (people.viewer_has('one-stop') or people.viewer_has('responder')
         or people.viewer_has('owner') or people.viewer_has('proper-officer') or people.viewer_has('auditor')))
$$;

revoke all on function mailboxes.viewer_keeps_replies(), mailboxes.viewer_reads_replies() from public;
grant execute on function mailboxes.viewer_keeps_replies(), mailboxes.viewer_reads_replies() to one_stop_app;

alter table mailboxes.canned_reply enable row level security;
alter table mailboxes.canned_reply force row level security;
alter table mailboxes.canned_reply_version enable row level security;
alter table mailboxes.canned_reply_version force row level security;
grant select, insert, update on mailboxes.canned_reply to one_stop_app;
grant select, insert on mailboxes.canned_reply_version to one_stop_app;

create policy readers on mailboxes.canned_reply for select to one_stop_app
  using (mailbox_id = any ((select mailboxes.viewer_reads_replies())::uuid[]));
create policy keepers_add on mailboxes.canned_reply for insert to one_stop_app with check (
  (select mailboxes.viewer_administers()) or mailbox_id = any ((select mailboxes.viewer_keeps_replies())::uuid[]));
create policy keepers_change on mailboxes.canned_reply for update to one_stop_app using (
  (select mailboxes.viewer_administers()) or mailbox_id = any ((select mailboxes.viewer_keeps_replies())::uuid[]));
create policy readers on mailboxes.canned_reply_version for select to one_stop_app
  using (exists (select from mailboxes.canned_reply r where r.id = reply_id));
create policy keepers_add on mailboxes.canned_reply_version for insert to one_stop_app with check (
  exists (select from mailboxes.canned_reply r where r.id = reply_id and (
    (select mailboxes.viewer_administers()) or r.mailbox_id = any ((select mailboxes.viewer_keeps_replies())::uuid[]))));
