-- A date agreed later stands beside the one an enquiry is judged by and never replaces it; work that was given and not
-- accepted, or declined, is a fact that the timetable and the mailbox owner act on.

alter table enquiries.enquiry
  -- the day it was given to its holder; empty when they took it themselves or accepted it
  add column assigned_on date,
  -- how often somebody was reminded that it is not accepted
  add column acceptance_reminders int not null default 0,
  -- where it belongs in the view of whoever declined it, until it is placed or taken
  add column right_mailbox_id uuid references mailboxes.mailbox (id),
  -- the extensions of this round, each with its day and its working days
  add column extensions jsonb not null default '[]',
  add column agreed_due_on date;

comment on column enquiries.enquiry.agreed_due_on is 'The date after extensions; due_on stays the one that figures are judged on';

create index enquiry_not_accepted on enquiries.enquiry (assigned_on) where status = 'assigned';
