-- The heart: enquiries, what happened to them, and what was said. Rows are written only by the house itself
-- (platform.is_system()), inside carryOut; people see by the policies below and write through acts.

create schema enquiries;
grant usage on schema enquiries to one_stop_app;

-- Reference numbers, counted per year. What an import brought in is taken up to `last`; from there on a sequence of the
-- year's own counts, because a counter row would make everybody who raises wait for whoever raised before to be on disk.
-- A number is skipped only where something broke between drawing it and keeping the enquiry.
create table enquiries.numbering (
  year int primary key,
  last int not null default 0
);
grant select, insert, update on enquiries.numbering to one_stop_app;

create function enquiries.next_number(of_year int) returns int
language plpgsql volatile security definer set search_path = '' as $$
declare
  counter text := format('enquiries.number_of_%s', of_year);
  taken int := coalesce((select n.last from enquiries.numbering n where n.year = of_year), 0);
  drawn int;
begin
  if to_regclass(counter) is not null then
    drawn := nextval(counter);
    if drawn > taken then return drawn; end if;
  end if;
  -- the first of its year, or the first after an import: one at a time
  perform pg_advisory_xact_lock(hashtext(counter));
  execute format('create sequence if not exists %s as int', counter);
  drawn := nextval(counter);
  if drawn > taken then return drawn; end if;
  perform setval(counter, taken);
  return nextval(counter);
end
$$;

create table enquiries.enquiry (
  id uuid primary key default uuidv7(),
  reference text not null unique check (reference ~ '^ME-\d{4}-\d{6,}$'),
  version int not null default 1,
  member_id uuid not null references people.member (person_id),
  raised_by uuid references people.person (id),
  kind text not null check (kind in ('enquiry', 'service-request', 'information-request', 'complaint', 'restricted', 'mp-enquiry')),
  channel text not null check (channel in ('web', 'email', 'phone', 'in-person', 'letter', 'senior-manager', 'partner', 'api', 'open311', 'import', 'caseworker')),
  direct boolean not null default false,
  late boolean not null default false,
  restricted boolean not null default false,
  topic_id uuid references mailboxes.topic (id),
  ward_id uuid references people.ward (id),
  mailbox_id uuid references mailboxes.mailbox (id),
  holder_id uuid references people.person (id),
  accepted boolean not null default false,
  status text not null check (status in ('new', 'assigned', 'in-progress', 'waiting-for-member', 'with-partner', 'in-review', 'answered', 'closed')),
  round int not null default 1 check (round >= 1),
  received_on date not null,
  registered_on date not null,
  clock_from date not null,
  limit_working_days int not null check (limit_working_days > 0),
  pauses jsonb not null default '[]',
  due_on date,
  headline_due_on date,
  acknowledged_on date,
  next_update_on date,
  answered_on date,
  first_answered_on date,
  closed_on date,
  outcome text,
  lane_on date,
  promises jsonb not null default '[]',
  chases int not null default 0,
  -- people's words, kept beside the facts because every list shows them; erasure blanks them here and in messages
  subject text not null,
  constituent text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check (status <> 'closed' or (closed_on is not null and outcome is not null)),
  check (status <> 'waiting-for-member' or holder_id is not null or not accepted),
  check (registered_on >= received_on)
);
comment on column enquiries.enquiry.due_on is 'Empty while a question to the member holds the clock back';

-- the work list: open work of some mailboxes by due date; each list of the pages has its own partial index
create index enquiry_open_by_mailbox on enquiries.enquiry (mailbox_id, due_on, id) where status not in ('answered', 'closed');
create index enquiry_open_by_due on enquiries.enquiry (due_on, id) where status not in ('answered', 'closed');
create index enquiry_by_holder on enquiries.enquiry (holder_id, due_on, id) where status not in ('answered', 'closed');
create index enquiry_by_member on enquiries.enquiry (member_id, created_at desc, id desc);
create index enquiry_by_mailbox on enquiries.enquiry (mailbox_id, created_at desc, id desc);
create index enquiry_by_created on enquiries.enquiry (created_at desc, id desc);
create index enquiry_by_raiser on enquiries.enquiry (raised_by, created_at desc) where raised_by is not null;
create index enquiry_in_lane on enquiries.enquiry (lane_on) where lane_on is not null;
create index enquiry_answered on enquiries.enquiry (answered_on) where status = 'answered';

-- What happened, in order, for ever. Ids and codes only: words live in messages.
create table enquiries.event (
  id uuid primary key default uuidv7(),
  enquiry_id uuid not null references enquiries.enquiry (id),
  sequence int not null check (sequence >= 1),
  type text not null,
  at timestamptz not null,
  on_day date not null,
  by_person uuid references people.person (id),
  as_part text not null,
  on_behalf_of uuid references people.person (id),
  data jsonb not null default '{}',
  unique (enquiry_id, sequence)
);
create index event_by_day on enquiries.event (on_day, type);

-- What was said.
create table enquiries.message (
  id uuid primary key,
  enquiry_id uuid not null references enquiries.enquiry (id),
  kind text not null,
  round int not null,
  at timestamptz not null,
  from_person uuid references people.person (id),
  from_part text not null,
  via text not null default 'web',
  internal boolean not null default false,
  words text not null,
  quoted text not null default '',
  raw_sha256 text,
  automatic boolean not null default false
);
create index message_of on enquiries.message (enquiry_id, at);

-- The member's numbered questions, by round, and how each was answered.
create table enquiries.question (
  id uuid primary key default uuidv7(),
  enquiry_id uuid not null references enquiries.enquiry (id),
  round int not null,
  number int not null check (number >= 1),
  words text not null,
  answer text,
  excuse text,
  answered_in uuid references enquiries.message (id),
  unique (enquiry_id, round, number)
);

-- What an answer said would happen. The dates are also events; the words are here.
create table enquiries.promise (
  id uuid primary key,
  enquiry_id uuid not null references enquiries.enquiry (id),
  message_id uuid not null references enquiries.message (id),
  words text not null,
  who text not null default '',
  due_on date not null
);
create index promise_of on enquiries.promise (enquiry_id);

create table enquiries.attachment (
  id uuid primary key default uuidv7(),
  enquiry_id uuid not null references enquiries.enquiry (id),
  message_id uuid not null references enquiries.message (id),
  name text not null,
  type text not null,
  size int not null,
  -- the bytes as they came, and as they are shown (a photo without its camera's data); both in the file store
  sha256 text not null,
  shown_sha256 text not null
);
create index attachment_of on enquiries.attachment (enquiry_id);

-- A form somebody is still writing; theirs alone.
create table enquiries.draft (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people.person (id),
  about text not null,
  fields jsonb not null,
  changed_at timestamptz not null,
  unique (person_id, about)
);

-- A create that was sent twice with the same key makes one enquiry.
create table enquiries.idempotency (
  person_id uuid not null references people.person (id),
  key text not null,
  request_sha256 text not null,
  reference text not null,
  at timestamptz not null,
  primary key (person_id, key)
);

-- Who sees an enquiry (architecture, "Visibility"). The two arms are written out because a restricted enquiry is seen
-- by fewer: its member, its holder, its mailbox's named people.
create function enquiries.viewer_sees_all() returns boolean language sql stable security definer set search_path = '' as $$
  select people.viewer_has('one-stop') or people.viewer_has('auditor') or people.viewer_has('performance')
      or people.viewer_has('lmt') or people.viewer_has('dpo')
$$;

-- Internal notes are for the council's own people, not for members, their assistants or partners.
create function enquiries.viewer_is_officer() returns boolean language sql stable security definer set search_path = '' as $$
  select people.viewer_has('one-stop') or people.viewer_has('responder') or people.viewer_has('owner')
      or people.viewer_has('proper-officer') or people.viewer_has('head') or people.viewer_has('director')
      or people.viewer_has('auditor') or people.viewer_has('performance') or people.viewer_has('lmt') or people.viewer_has('dpo')
$$;

alter table enquiries.enquiry enable row level security;
alter table enquiries.enquiry force row level security;
grant select, insert, update on enquiries.enquiry to one_stop_app;

create policy seen on enquiries.enquiry for select using (
  (select platform.is_system())
  or member_id = (select platform.viewer())
  or holder_id = (select platform.viewer())
  or mailbox_id = any ((select mailboxes.viewer_named())::uuid[])
  or (not restricted and (
    (select enquiries.viewer_sees_all())
    -- an officer sees what they recorded; an assistant sees by delegation alone, which ends when it is taken back
    or (raised_by = (select platform.viewer()) and (select enquiries.viewer_is_officer()))
    or member_id = any ((select people.viewer_members())::uuid[])
    or mailbox_id = any ((select mailboxes.viewer_overseen())::uuid[])
  ))
);
create policy by_the_house on enquiries.enquiry for insert with check ((select platform.is_system()));
-- seen rows may be locked by whoever sees them (an act locks before it decides); what is written must be the house's
create policy changed_by_the_house on enquiries.enquiry for update using (true) with check ((select platform.is_system()));

-- Everything about an enquiry is seen with it and written by the house.
do $$
declare
  part text;
begin
  foreach part in array array['event', 'message', 'question', 'promise', 'attachment'] loop
    execute format('alter table enquiries.%I enable row level security', part);
    execute format('alter table enquiries.%I force row level security', part);
    execute format('grant select, insert on enquiries.%I to one_stop_app', part);
    execute format('create policy by_the_house on enquiries.%I for insert with check ((select platform.is_system()))', part);
  end loop;
end $$;

create policy seen on enquiries.event for select using (
  (select platform.is_system()) or exists (select from enquiries.enquiry e where e.id = enquiry_id));
create policy seen on enquiries.question for select using (
  (select platform.is_system()) or exists (select from enquiries.enquiry e where e.id = enquiry_id));
create policy seen on enquiries.promise for select using (
  (select platform.is_system()) or exists (select from enquiries.enquiry e where e.id = enquiry_id));
create policy seen on enquiries.message for select using (
  (select platform.is_system())
  or ((not internal or (select enquiries.viewer_is_officer())) and exists (select from enquiries.enquiry e where e.id = enquiry_id)));
create policy seen on enquiries.attachment for select using (
  (select platform.is_system()) or exists (select from enquiries.message m where m.id = message_id));

grant update (answer, excuse, answered_in) on enquiries.question to one_stop_app;
create policy answered_by_the_house on enquiries.question for update using ((select platform.is_system()));

alter table enquiries.draft enable row level security;
alter table enquiries.draft force row level security;
grant select, insert, update, delete on enquiries.draft to one_stop_app;
create policy own on enquiries.draft using (person_id = (select platform.viewer()) or (select platform.is_system()));

alter table enquiries.idempotency enable row level security;
alter table enquiries.idempotency force row level security;
grant select, insert, delete on enquiries.idempotency to one_stop_app;
create policy own on enquiries.idempotency using (person_id = (select platform.viewer()) or (select platform.is_system()));

-- What was written about an enquiry is seen with it by the council's own people; members see what was sent to them. A
-- restricted enquiry is seen by fewer, and its mail with it.
create policy seen_with_its_enquiry on mail.outbox for select using (
  about_enquiry is not null
  and (select enquiries.viewer_is_officer())
  and exists (select from enquiries.enquiry e where e.id = about_enquiry));
