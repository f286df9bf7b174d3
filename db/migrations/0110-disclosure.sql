-- What is given out about people: copies of an enquiry without what others must not read, and answers to people who ask
-- for the data held about them. Both are chosen item by item, with stretches taken out of each, and read by a second
-- person before they can be used. No words of people are kept here twice: an item says where it stands and which stretches
-- of it are taken out.

create table privacy.disclosure (
  id uuid primary key default uuidv7(),
  number integer generated always as identity unique,
  kind text not null check (kind in ('copy', 'request')),
  enquiry_id uuid references enquiries.enquiry (id),
  -- what a person is known by; empty for a copy
  about jsonb not null default '{}' check (jsonb_typeof(about) = 'object'),
  received_on date not null,
  identity text not null default 'known' check (identity in ('known', 'asked', 'checked')),
  identity_on date,
  extended_on date,
  extended_because text check (extended_because in ('complex', 'many')),
  search text not null default 'none' check (search in ('none', 'waiting', 'running', 'done')),
  search_at jsonb not null default '{}',
  searched_at timestamptz,
  made_by uuid not null references people.person (id),
  made_at timestamptz not null,
  submitted_by uuid references people.person (id),
  submitted_at timestamptz,
  confirmed_by uuid references people.person (id),
  confirmed_at timestamptz,
  handed_over_on date,
  handed_over_how text check (handed_over_how in ('in-person', 'post', 'secure-email', 'download')),
  closed_on date,
  outcome text check (outcome in ('given', 'given-in-part', 'nothing-held', 'refused', 'withdrawn')),
  check ((kind = 'copy') = (enquiry_id is not null)),
  check ((confirmed_by is null) = (confirmed_at is null)),
  -- nobody confirms what they handed in themselves
  check (confirmed_by is null or confirmed_by <> submitted_by),
  check ((closed_on is null) = (outcome is null))
);
create index disclosure_of_enquiry on privacy.disclosure (enquiry_id) where enquiry_id is not null;

create table privacy.disclosed_item (
  id uuid primary key default uuidv7(),
  disclosure_id uuid not null references privacy.disclosure (id),
  source text not null check (source in ('enquiry', 'message', 'attachment', 'mail', 'letter', 'person', 'trail')),
  source_id uuid not null,
  enquiry_id uuid references enquiries.enquiry (id),
  at timestamptz not null,
  -- how the person was recognised: codes
  known_by text[] not null default '{}',
  decision text check (decision in ('in', 'out')),
  reason text check (reason in ('other-person', 'third-party', 'exempt', 'privileged', 'twice', 'not-needed')),
  -- an attachment goes as its words, as a picture without what its camera wrote, or whole
  form text not null default 'words' check (form in ('words', 'picture', 'whole')),
  -- stretches of the text that are taken out: [{"from", "to", "because"}], for the text with this digest
  removed jsonb not null default '[]' check (jsonb_typeof(removed) = 'array'),
  text_sha256 text,
  looked_by uuid references people.person (id),
  looked_at timestamptz,
  unique (disclosure_id, source, source_id),
  check (decision is distinct from 'out' or reason is not null)
);
create index disclosed_item_of_enquiry on privacy.disclosed_item (enquiry_id) where enquiry_id is not null;
create index disclosed_item_of_source on privacy.disclosed_item (source_id);

alter table privacy.disclosure enable row level security;
alter table privacy.disclosure force row level security;
alter table privacy.disclosed_item enable row level security;
alter table privacy.disclosed_item force row level security;

-- An item is seen with the enquiry it comes from: what is restricted stays with those who are named for it. What belongs
-- to no enquiry is for the desk.
create policy seen on privacy.disclosed_item for all
  using ((select platform.is_system())
    or (enquiry_id is null and (select privacy.viewer_keeps()))
    or (enquiry_id is not null and (select enquiries.viewer_is_officer())
      and exists (select from enquiries.enquiry e where e.id = disclosed_item.enquiry_id)));

-- A copy is made and read by officers who see its enquiry. A request is for the desk, and for whoever has an item to look at.
create policy seen on privacy.disclosure for select
  using ((select platform.is_system())
    or (kind = 'request' and (select privacy.viewer_keeps()))
    or (kind = 'copy' and (select enquiries.viewer_is_officer())
      and exists (select from enquiries.enquiry e where e.id = disclosure.enquiry_id))
    or (kind = 'request' and (select enquiries.viewer_is_officer())
      and exists (select from privacy.disclosed_item i where i.disclosure_id = disclosure.id)));
create policy made on privacy.disclosure for insert
  with check (made_by = (select platform.viewer()) and ((kind = 'request' and (select privacy.viewer_keeps()))
    or (kind = 'copy' and exists (select from enquiries.enquiry e where e.id = disclosure.enquiry_id))));
create policy changed on privacy.disclosure for update
  using ((select platform.is_system()) or (kind = 'request' and (select privacy.viewer_keeps()))
    or (kind = 'copy' and exists (select from enquiries.enquiry e where e.id = disclosure.enquiry_id)));

grant select, insert, update on privacy.disclosure to one_stop_app;
grant select, insert, update, delete on privacy.disclosed_item to one_stop_app;

-- The desk may know that a request has items in a mailbox it may not look into, and whether they were looked at: numbers,
-- never which enquiries.
create function privacy.unseen_items(disclosure uuid) returns table (mailbox_id uuid, items bigint, undecided bigint)
language sql stable security definer set search_path = '' as $$
  select e.mailbox_id, count(*), count(*) filter (where i.decision is null)
  from privacy.disclosed_item i join enquiries.enquiry e on e.id = i.enquiry_id
  where i.disclosure_id = disclosure and e.restricted and privacy.viewer_keeps()
  group by e.mailbox_id
$$;

-- Held and discarded mail is read by the desk only where a request found the person in it.
create policy found_by_the_desk on mail.intake for select to one_stop_app
  using (state <> 'waiting' and not restricted and not withheld and (select privacy.viewer_keeps())
    and exists (select from privacy.disclosed_item i where i.source = 'mail' and i.source_id = intake.id));

create policy owner on privacy.disclosed_item for select to current_user using (true);
