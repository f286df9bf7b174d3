-- When somebody is in danger now, whoever was about to write calls instead. That they did is kept: when, who called, and
-- whom. Nothing else, and no words: what was said belongs to those who protect people.

create table enquiries.referral (
  id uuid primary key default uuidv7(),
  at timestamptz not null,
  by_person uuid not null references people.person (id),
  -- the emergency services, or the mailbox of those who protect children or adults
  mailbox_id uuid references mailboxes.mailbox (id)
);
create index referral_at on enquiries.referral (at);
create index referral_by on enquiries.referral (by_person);

alter table enquiries.referral enable row level security;
alter table enquiries.referral force row level security;
grant select, insert on enquiries.referral to one_stop_app;

-- Whoever called, the named people of the mailbox that was called, and the data protection officer.
create policy readers on enquiries.referral for select to one_stop_app using (
  by_person = (select platform.viewer())
  or mailbox_id = any ((select mailboxes.viewer_named())::uuid[])
  or (select people.viewer_has('dpo')) or (select platform.is_system()));
create policy by_themselves on enquiries.referral for insert to one_stop_app
  with check (by_person = (select platform.viewer()));
