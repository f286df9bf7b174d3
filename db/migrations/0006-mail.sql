-- The post room. Everything that ever reached the house by mail, exactly as it came; what became of it; and what goes out.

create schema mail;
grant usage on schema mail to one_stop_app;

-- in ------------------------------------------------------------------------------------------------------------------

-- The bytes as they came, committed before the sender hears 250. Never changed: whatever we make of a message can be
-- made again from here. The same bytes are kept once, however often they come.
create table mail.raw (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  size_bytes integer not null generated always as (length(bytes)) stored,
  stored_at timestamptz not null default now()
);
-- mail is mostly base64 or already compressed: trying to compress it again only costs time before the 250
alter table mail.raw alter column bytes set storage external;

-- Each time the bytes were handed over: a message to two mailboxes in two sendings is two deliveries of one message.
create table mail.delivery (
  id uuid primary key default uuidv7(),
  sha256 text not null references mail.raw,
  -- the envelope, which is not what the headers claim; '' is the empty return path of automatic mail
  mail_from text not null,
  recipients text[] not null check (cardinality(recipients) > 0),
  from_ip text not null,
  helo text not null,
  received_at timestamptz not null
);
create index delivery_of_raw on mail.delivery (sha256);

-- What became of each message. One row a message, from its first delivery on.
create table mail.intake (
  id uuid primary key default uuidv7(),
  sha256 text not null unique references mail.raw,
  received_at timestamptz not null,
  state text not null default 'waiting'
    check (state in ('waiting', 'new-enquiry', 'filed', 'recorded', 'automatic', 'duplicate', 'quarantined', 'discarded')),
  -- why it was quarantined, discarded or taken for automatic: a code for machines and words for people
  reason text,
  words text,
  try_after timestamptz not null,
  -- known once parsed
  message_id text,
  content_sha256 text,
  from_address text,
  from_name text,
  subject text,
  -- the verdict on who sent it, with what it rests on
  sender_check jsonb,
  -- the enquiry it was filed at; no foreign key, because enquiries stands above mail
  enquiry_id uuid,
  reference text,
  duplicate_of uuid references mail.intake,
  -- the core mailbox it was sent to; of a restricted one only its named people see anything
  mailbox_id uuid,
  restricted boolean not null default false,
  decided_at timestamptz,
  -- the officer who decided by hand
  decided_by uuid,
  check ((state in ('waiting', 'quarantined')) = (decided_at is null)),
  check ((state = 'duplicate') = (duplicate_of is not null)),
  check (state not in ('new-enquiry', 'filed', 'recorded') or (enquiry_id is not null and reference is not null)),
  check (state not in ('quarantined', 'discarded') or (reason is not null and words is not null))
);
create index intake_waiting on mail.intake (try_after) where state = 'waiting';
create index intake_in_quarantine on mail.intake (received_at, id) where state = 'quarantined';
create index intake_of_message on mail.intake (message_id, content_sha256) where message_id is not null;
create index intake_of_sender on mail.intake (from_address, received_at);
create index intake_of_enquiry on mail.intake (enquiry_id) where enquiry_id is not null;

-- Each try to deal with a message, written before it begins: a message that brings the whole house down is known by its
-- tries, and after the third it goes to quarantine instead of to the fourth.
create table mail.attempt (
  id uuid primary key default uuidv7(),
  intake_id uuid not null references mail.intake,
  begun_at timestamptz not null,
  failed_because text
);
create index attempt_at_intake on mail.attempt (intake_id);

-- The ids of messages filed at an enquiry, ours and theirs: a reply names them in In-Reply-To or References.
create table mail.known_message (
  message_id text primary key,
  enquiry_id uuid not null,
  known_at timestamptz not null default now()
);
create index known_message_of_enquiry on mail.known_message (enquiry_id);

grant select, insert on mail.raw, mail.delivery to one_stop_app;
grant select, insert, update on mail.intake, mail.attempt to one_stop_app;
grant select, insert on mail.known_message to one_stop_app;

alter table mail.raw enable row level security;
alter table mail.raw force row level security;
alter table mail.delivery enable row level security;
alter table mail.delivery force row level security;
alter table mail.intake enable row level security;
alter table mail.intake force row level security;
alter table mail.attempt enable row level security;
alter table mail.attempt force row level security;
alter table mail.known_message enable row level security;
alter table mail.known_message force row level security;

-- Receiving and filing are done for the council.
create policy by_the_council on mail.raw to one_stop_app using ((select platform.is_system()));
create policy by_the_council on mail.delivery to one_stop_app using ((select platform.is_system()));
create policy by_the_council on mail.intake to one_stop_app using ((select platform.is_system()));
create policy by_the_council on mail.attempt to one_stop_app using ((select platform.is_system()));
create policy by_the_council on mail.known_message to one_stop_app using ((select platform.is_system()));

-- One Stop officers see what became of mail and the auditor that it became something; what reached a restricted mailbox
-- only its named people. Nobody sees a message before it has been understood: it may be for a restricted mailbox.
create policy by_one_stop on mail.intake for select to one_stop_app using (
  state <> 'waiting' and not restricted
  and ((select people.viewer_has('one-stop')) or (select people.viewer_has('auditor')))
);
create policy by_the_named on mail.intake for select to one_stop_app using (
  state <> 'waiting' and mailbox_id = any ((select mailboxes.viewer_named())::uuid[])
);
-- The words themselves are not the auditor's; which messages are visible is decided by the policies of mail.intake.
create policy by_those_who_see_its_intake on mail.raw for select to one_stop_app using (
  not (select people.viewer_has('auditor'))
  and exists (select 1 from mail.intake where intake.sha256 = raw.sha256)
);
create policy by_those_who_see_its_intake on mail.delivery for select to one_stop_app using (
  exists (select 1 from mail.intake where intake.sha256 = delivery.sha256)
);

-- out -----------------------------------------------------------------------------------------------------------------

-- out: what the council sends. A row is written in the transaction of the act it tells of, so that nothing is said
-- that did not happen and nothing that happened goes unsaid; the worker sends it afterwards.

-- One row for each recipient: who has seen an answer is a question about one person, never about a list.
create table mail.outbox (
  id uuid primary key default uuidv7(),
  -- event, kind and recipient: a reaction that runs twice writes one row
  once_key text not null unique check (length(once_key) <= 600),
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  to_person uuid references people.person,
  to_name text not null default '',
  to_address text not null check (to_address ~ '^[^\s<>]+@[^\s<>]+$' and length(to_address) <= 320),
  from_name text not null default '',
  from_address text not null check (from_address ~ '^[^\s<>]+@[^\s<>]+$'),
  -- no foreign keys to enquiries: that room stands above this one
  about_enquiry uuid,
  reference text,
  about_message uuid,
  restricted boolean not null default false,
  subject text not null,
  text text not null,
  html text not null,
  -- given at writing, never changed: however often a message is tried, the recipient's mail program sees one message
  message_id text not null unique check (message_id ~ '^<[^<>\s]+@[^<>\s]+>$'),
  in_reply_to text,
  refs text[] not null default '{}',
  reply_to text,
  automatic boolean not null,
  -- held: written while no mail server was set up; it is never sent later. withdrawn: the right to see it was gone
  -- when its turn came, or the enquiry was restricted meanwhile; its text is erased.
  state text not null default 'queued'
    check (state in ('queued', 'sending', 'sent', 'failed', 'bounced', 'held', 'withdrawn')),
  attempts int not null default 0,
  -- while queued: not before then. While sending: the end of the lease, after which another worker takes over
  next_attempt_at timestamptz not null,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  check ((about_enquiry is null) = (reference is null)),
  check (state <> 'sent' or sent_at is not null)
);
create index on mail.outbox (next_attempt_at) where state in ('queued', 'sending');
create index on mail.outbox (about_enquiry) where about_enquiry is not null;
create index on mail.outbox (about_message) where about_message is not null;
create index on mail.outbox (reference) where reference is not null;
create index on mail.outbox (to_person, created_at) where to_person is not null;
create index on mail.outbox (created_at, id);
-- how many receipts somebody had lately, and how many all had: the brakes on mail loops
create index on mail.outbox (to_address, created_at) where kind = 'receipt';
create index on mail.outbox (created_at) where kind = 'receipt';

-- The addresses people reply to: one for each enquiry and recipient. The token itself is not here: it is worked out
-- again from the secret whenever it is needed, so a stolen copy of the database gives no address away.
create table mail.reply_address (
  token_hash bytea primary key check (length(token_hash) = 32),
  enquiry uuid not null,
  person uuid references people.person,
  address text not null,
  created_at timestamptz not null,
  revoked_at timestamptz
);
create index on mail.reply_address (enquiry);

-- Addresses that mail could not be delivered to, until somebody writes from there again.
create table mail.unreachable (
  address citext primary key,
  since_at timestamptz not null,
  reason text not null
);

alter table mail.outbox enable row level security;
alter table mail.outbox force row level security;
alter table mail.reply_address enable row level security;
alter table mail.reply_address force row level security;
alter table mail.unreachable enable row level security;
alter table mail.unreachable force row level security;

-- The council writes and sends; who received a mail may read it here too. The enquiries room adds who else may.
create policy system on mail.outbox using ((select platform.is_system()));
create policy recipient on mail.outbox for select using (to_person = (select platform.viewer()));
create policy system on mail.reply_address using ((select platform.is_system()));
create policy system on mail.unreachable using ((select platform.is_system()));

grant select, insert, update on mail.outbox to one_stop_app;
grant select, insert, update on mail.reply_address to one_stop_app;
grant select, insert, update, delete on mail.unreachable to one_stop_app;
