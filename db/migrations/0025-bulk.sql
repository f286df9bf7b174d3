-- One act over many enquiries: chosen once, looked at before it is done, done one by one as the person, each with its
-- own result. What is done is written in the transaction that does it, so a run that was cut off goes on where it was.
create table enquiries.bulk (
  id uuid primary key,
  person_id uuid not null references people.person (id),
  act text not null,
  -- what is given to the act; people's words are taken out when it is done, for they live in messages
  given jsonb not null default '{}',
  -- the list it was chosen from, as its address words; '' when the enquiries were ticked one by one
  matching text not null default '',
  -- it takes back what that one did
  undoes uuid references enquiries.bulk (id),
  state text not null default 'preview' check (state in ('preview', 'running', 'done')),
  made_at timestamptz not null,
  confirmed_at timestamptz,
  finished_at timestamptz,
  check ((state = 'preview') = (confirmed_at is null)),
  check ((state = 'done') = (finished_at is not null))
);
create unique index bulk_undone_once on enquiries.bulk (undoes) where undoes is not null;
create index bulk_by_person on enquiries.bulk (person_id, made_at desc);

create table enquiries.bulk_item (
  bulk_id uuid not null references enquiries.bulk (id) on delete cascade,
  place int not null check (place >= 1),
  enquiry_id uuid not null references enquiries.enquiry (id),
  reference text not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'refused')),
  -- why it was refused, or would be: a code for machines and words for people
  code text,
  words text,
  -- an act of its own where every enquiry needs another one (taking back), with what is given and the version expected
  own_act text,
  own_given jsonb,
  expected_version int,
  -- once done: the version it then had, and the act that would take it back
  version int,
  undo_act text,
  undo_given jsonb,
  primary key (bulk_id, place),
  unique (bulk_id, enquiry_id)
);
create index bulk_item_waiting on enquiries.bulk_item (bulk_id, place) where state = 'waiting';

grant select, insert, update on enquiries.bulk, enquiries.bulk_item to one_stop_app;
alter table enquiries.bulk enable row level security;
alter table enquiries.bulk force row level security;
alter table enquiries.bulk_item enable row level security;
alter table enquiries.bulk_item force row level security;
create policy own on enquiries.bulk using (person_id = (select platform.viewer()) or (select platform.is_system()));
create policy own on enquiries.bulk_item using (
  (select platform.is_system()) or exists (select from enquiries.bulk b where b.id = bulk_id and b.person_id = (select platform.viewer())));
