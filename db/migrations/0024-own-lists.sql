-- What people make of their own work list: the columns they look at, the views they save (for themselves or for the
-- people of a mailbox), and what they opened last.

-- One row a person, from the first time they choose something.
create table enquiries.own_list (
  person_id uuid primary key references people.person (id),
  -- in the order in which they stand; null: as the house has them
  columns text[],
  -- the view the list opens with, as its address words; null: as the house has it
  begins_with text,
  -- single keys do something on the work list (WCAG 2.1.4: they can be switched off)
  keys boolean not null default true
);
grant select, insert, update on enquiries.own_list to one_stop_app;
alter table enquiries.own_list enable row level security;
alter table enquiries.own_list force row level security;
create policy own on enquiries.own_list using (person_id = (select platform.viewer()) or (select platform.is_system()));

-- A saved view is an address and a name. It holds no enquiries: whoever opens it sees of it what they may see.
create table enquiries.saved_view (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people.person (id),
  -- shared with everybody who is named in this mailbox
  mailbox_id uuid references mailboxes.mailbox (id),
  name text not null check (name <> '' and length(name) <= 60),
  -- the filters as the address of the list has them: view=mine&status=new
  address text not null check (length(address) <= 4000),
  made_at timestamptz not null,
  -- deleted ones can be taken back for a while
  deleted_at timestamptz
);
create index saved_view_by_person on enquiries.saved_view (person_id);
create index saved_view_by_mailbox on enquiries.saved_view (mailbox_id) where mailbox_id is not null;
grant select, insert, update on enquiries.saved_view to one_stop_app;
alter table enquiries.saved_view enable row level security;
alter table enquiries.saved_view force row level security;
create policy seen on enquiries.saved_view for select using (
  (select platform.is_system())
  or person_id = (select platform.viewer())
  or mailbox_id = any ((select mailboxes.viewer_named())::uuid[]));
create policy saved_by_oneself on enquiries.saved_view for insert with check (
  person_id = (select platform.viewer())
  and (mailbox_id is null or mailbox_id = any ((select mailboxes.viewer_named())::uuid[])));
-- whoever saved it changes it; a shared one also whoever runs the mailbox
create policy changed_by_its_people on enquiries.saved_view for update using (
  person_id = (select platform.viewer()) or mailbox_id = any ((select mailboxes.viewer_runs())::uuid[]))
  with check (mailbox_id is null or mailbox_id = any ((select mailboxes.viewer_named())::uuid[]));

-- What somebody opened last. Only they see it, and of it only what they still may see.
create table enquiries.recently_seen (
  person_id uuid not null references people.person (id),
  enquiry_id uuid not null references enquiries.enquiry (id),
  at timestamptz not null,
  primary key (person_id, enquiry_id)
);
grant select, insert, update, delete on enquiries.recently_seen to one_stop_app;
alter table enquiries.recently_seen enable row level security;
alter table enquiries.recently_seen force row level security;
create policy own on enquiries.recently_seen using (person_id = (select platform.viewer()) or (select platform.is_system()));

-- The open work by its last change, for whoever sorts the list so.
create index enquiry_open_by_change on enquiries.enquiry (changed_at desc, id desc) where status not in ('answered', 'closed');
