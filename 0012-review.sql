-- A second person reads an answer before it goes: the answer as it was submitted, with its questions and promises, is kept
-- beside the conversation until it is sent or returned.

create table enquiries.submission (
  -- also the id of its message in the conversation
  id uuid primary key references enquiries.message (id),
  enquiry_id uuid not null references enquiries.enquiry (id),
  round int not null,
  submitted_by uuid not null references people.person (id),
  -- text, answers and promises as the answer takes them
  answer jsonb not null,
  submitted_at timestamptz not null
);
create index submission_of on enquiries.submission (enquiry_id, submitted_at);

alter table enquiries.enquiry add column submitted_by uuid references people.person (id);
comment on column enquiries.enquiry.submitted_by is 'Who wrote the answer that is in review: somebody else sends it';

alter table enquiries.submission enable row level security;
alter table enquiries.submission force row level security;
grant select, insert on enquiries.submission to one_stop_app;
create policy seen on enquiries.submission for select using (
  (select platform.is_system())
  or ((select enquiries.viewer_is_officer()) and exists (select from enquiries.enquiry e where e.id = enquiry_id)));
create policy by_the_house on enquiries.submission for insert with check ((select platform.is_system()));
