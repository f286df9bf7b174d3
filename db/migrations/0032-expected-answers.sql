-- How long answers take, from history: “9 in 10 within 6 working days”. Worked out each night and not for every page. It
-- counts many enquiries at once and no restricted ones, so everybody signed in may read it.
create table enquiries.expected (
  about text not null check (about in ('topic', 'mailbox')),
  -- the topic or the mailbox
  id uuid not null,
  -- 9 in 10 had their first answer within so many working days of receipt
  working_days int not null check (working_days >= 0),
  cases int not null check (cases > 0),
  learned_on date not null,
  primary key (about, id)
);

alter table enquiries.expected enable row level security;
alter table enquiries.expected force row level security;
grant select, insert, delete on enquiries.expected to one_stop_app;
create policy readers on enquiries.expected for select
  using ((select platform.viewer()) is not null or (select platform.is_system()));
create policy by_the_house on enquiries.expected for insert with check ((select platform.is_system()));
create policy forgotten_by_the_house on enquiries.expected for delete using ((select platform.is_system()));
