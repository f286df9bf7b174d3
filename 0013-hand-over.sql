-- Handing an enquiry over to a partner organisation: only what the partner needs, chosen piece by piece, with the authority
-- to share it on record. The partner sees the hand-over and nothing of the enquiry.

-- whether a partner may take an enquiry over wholly, so that it closes here (domain, section 2)
alter table mailboxes.mailbox add column takes_over boolean not null default false;

create table enquiries.hand_over (
  id uuid primary key,
  enquiry_id uuid not null references enquiries.enquiry (id),
  -- the partner's mailbox: its named people answer
  mailbox_id uuid not null references mailboxes.mailbox (id),
  handed_by uuid not null references people.person (id),
  -- what the partner is to do, and what they were shown: pieces with a name and words
  wanted text not null check (wanted <> ''),
  shared jsonb not null,
  -- why this may be shared with them
  authority text not null check (authority <> ''),
  due_on date not null,
  handed_at timestamptz not null
);
create index hand_over_of_enquiry on enquiries.hand_over (enquiry_id, handed_at);
create index hand_over_of_mailbox on enquiries.hand_over (mailbox_id, handed_at);

alter table enquiries.enquiry add column handed_over jsonb;
create index enquiry_with_partner on enquiries.enquiry (id) where status = 'with-partner';

alter table enquiries.hand_over enable row level security;
alter table enquiries.hand_over force row level security;
grant select, insert on enquiries.hand_over to one_stop_app;
create policy seen on enquiries.hand_over for select using (
  (select platform.is_system())
  or mailbox_id = any ((select mailboxes.viewer_named())::uuid[])
  or ((select enquiries.viewer_is_officer()) and exists (select from enquiries.enquiry e where e.id = enquiry_id)));
create policy by_the_house on enquiries.hand_over for insert with check ((select platform.is_system()));
