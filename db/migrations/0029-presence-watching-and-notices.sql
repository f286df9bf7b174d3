-- Working together on an enquiry: who is at it now, who watches it, and what each of them was told.

-- Who looks at an enquiry or writes about it at this moment. One row a person and enquiry, overwritten in place; what is
-- older than a minute no longer counts, and its owner's next sign of life sweeps it up. Not worth a place in the
-- write-ahead log: after a crash everybody's next sign of life writes it anew.
create unlogged table enquiries.presence (
  enquiry_id uuid not null references enquiries.enquiry (id),
  person_id uuid not null references people.person (id),
  -- `looking`, or the name of the act being written
  doing text not null check (doing ~ '^[a-z][a-z-]{1,40}$'),
  at timestamptz not null,
  primary key (enquiry_id, person_id)
);
create index presence_of on enquiries.presence (person_id, at);

create table enquiries.watch (
  enquiry_id uuid not null references enquiries.enquiry (id),
  person_id uuid not null references people.person (id),
  since timestamptz not null,
  primary key (enquiry_id, person_id)
);
create index watch_of on enquiries.watch (person_id, since desc);

-- What happened, told to one person: because they were mentioned, or watch the enquiry.
create table enquiries.notice (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people.person (id),
  enquiry_id uuid not null references enquiries.enquiry (id),
  event_id uuid not null references enquiries.event (id),
  because text not null check (because in ('mentioned', 'watched')),
  at timestamptz not null,
  read_at timestamptz,
  unique (person_id, event_id)
);
create index notice_of on enquiries.notice (person_id, id desc);
create index notice_unread on enquiries.notice (person_id, enquiry_id) where read_at is null;

-- Whether somebody wants mail besides; whoever never chose has no row.
create table enquiries.notice_choice (
  person_id uuid primary key references people.person (id),
  mail_mentions boolean not null default true,
  mail_watched boolean not null default false
);

do $$
declare it text;
begin
  foreach it in array array['presence', 'watch', 'notice', 'notice_choice'] loop
    execute format('alter table enquiries.%I enable row level security', it);
    execute format('alter table enquiries.%I force row level security', it);
  end loop;
end $$;
grant select, insert, update, delete on enquiries.presence to one_stop_app;
grant select, insert, delete on enquiries.watch to one_stop_app;
grant select, insert, update (read_at) on enquiries.notice to one_stop_app;
grant select, insert, update on enquiries.notice_choice to one_stop_app;

-- Who is at an enquiry is seen by the council's own people who see the enquiry; everybody knows of themselves.
create policy seen on enquiries.presence for select using (
  (select platform.is_system()) or person_id = (select platform.viewer())
  or ((select enquiries.viewer_is_officer()) and exists (select from enquiries.enquiry e where e.id = enquiry_id)));
create policy own_add on enquiries.presence for insert with check (
  person_id = (select platform.viewer()) and exists (select from enquiries.enquiry e where e.id = enquiry_id));
create policy own_change on enquiries.presence for update using (person_id = (select platform.viewer()));
create policy own_remove on enquiries.presence for delete using (
  person_id = (select platform.viewer()) or (select platform.is_system()));

create policy own on enquiries.watch for select using (
  (select platform.is_system()) or person_id = (select platform.viewer()));
create policy own_add on enquiries.watch for insert with check (
  person_id = (select platform.viewer()) and exists (select from enquiries.enquiry e where e.id = enquiry_id));
create policy own_remove on enquiries.watch for delete using (person_id = (select platform.viewer()));

-- A notice is its reader's while they may see what it tells of: a right that is lost takes the notice along.
create policy own on enquiries.notice for select using (
  (select platform.is_system())
  or (person_id = (select platform.viewer()) and exists (select from enquiries.enquiry e where e.id = enquiry_id)));
create policy by_the_house on enquiries.notice for insert with check ((select platform.is_system()));
create policy read_by_its_owner on enquiries.notice for update using (person_id = (select platform.viewer()));

create policy own on enquiries.notice_choice using (
  person_id = (select platform.viewer()) or (select platform.is_system()));
