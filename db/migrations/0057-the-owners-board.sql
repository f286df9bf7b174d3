-- The board of whoever runs a mailbox: what comes in and what is settled day by day, so that its pace is read from a few
-- rows however many enquiries there are; and how likely each open enquiry is to be late, worked out each night.

-- Whose board somebody may look at: the mailboxes they run, are the proper officer of or oversee; of the unrestricted
-- ones all for those who see all.
create function enquiries.viewer_boards() returns uuid[]
language plpgsql stable parallel safe security definer set search_path = '' as $$
declare today date := mailboxes.today();
begin
  return (
    select coalesce(array_agg(distinct b.id), '{}') from (
      select n.mailbox_id as id from mailboxes.named_person n
      where n.person_id = platform.viewer() and n.part in ('owner', 'deputy', 'proper-officer')
        and n.from_on <= today and (n.until_on is null or n.until_on >= today)
      union all
      select unnest(mailboxes.viewer_overseen())
      union all
      select m.id from mailboxes.mailbox m where not m.restricted and enquiries.viewer_sees_all()
    ) b);
end
$$;
revoke all on function enquiries.viewer_boards() from public;
grant execute on function enquiries.viewer_boards() to one_stop_app;


create table enquiries.daily (
  mailbox_id uuid not null references mailboxes.mailbox,
  on_day date not null,
  -- received, and opened again
  came int not null default 0 check (came >= 0),
  -- answered, and closed without an answer
  settled int not null default 0 check (settled >= 0),
  primary key (mailbox_id, on_day)
);
alter table enquiries.daily enable row level security;
alter table enquiries.daily force row level security;
grant select, insert, delete on enquiries.daily to one_stop_app;
-- how much reaches a restricted mailbox is known to those who run it
create policy seen_on_the_board on enquiries.daily for select
  using (mailbox_id = any ((select enquiries.viewer_boards())::uuid[]) or (select platform.is_system()));
create policy by_the_house on enquiries.daily for insert with check ((select platform.is_system()));
create policy recounted_by_the_house on enquiries.daily for delete using ((select platform.is_system()));

-- The work list shows it beside the date, so it stands in the row; nothing that happens to an enquiry sets it.
alter table enquiries.enquiry add column late_percent smallint check (late_percent between 0 and 100);
comment on column enquiries.enquiry.late_percent is 'How likely it is to be late, as of last night; empty where nothing can be said';

-- How it came about, for the page of the enquiry: numbers only, in words when they are shown.
create table enquiries.risk (
  enquiry_id uuid primary key references enquiries.enquiry,
  percent smallint not null check (percent between 0 and 100),
  why jsonb not null,
  worked_out_on date not null
);
alter table enquiries.risk enable row level security;
alter table enquiries.risk force row level security;
grant select, insert, update, delete on enquiries.risk to one_stop_app;
create policy seen on enquiries.risk for select using (
  (select platform.is_system())
  or ((select enquiries.viewer_is_officer()) and exists (select from enquiries.enquiry e where e.id = enquiry_id)));
create policy by_the_house on enquiries.risk for insert with check ((select platform.is_system()));
create policy renewed_by_the_house on enquiries.risk for update using ((select platform.is_system()));
create policy forgotten_by_the_house on enquiries.risk for delete using ((select platform.is_system()));

-- Whether it can be believed: of what was said about the last months from what was known before them, how much came true.
create table enquiries.risk_kept (
  -- said to be at a risk of this many tenths, rounded down
  tenth int primary key check (tenth between 0 and 9),
  -- how often it was said, the mean of what was said, and how often it was late
  n int not null check (n > 0),
  said real not null,
  late int not null check (late between 0 and n),
  from_on date not null,
  until_on date not null,
  worked_out_on date not null
);
alter table enquiries.risk_kept enable row level security;
alter table enquiries.risk_kept force row level security;
grant select, insert, delete on enquiries.risk_kept to one_stop_app;
create policy officers on enquiries.risk_kept for select
  using ((select enquiries.viewer_is_officer()) or (select platform.is_system()));
create policy by_the_house on enquiries.risk_kept for insert with check ((select platform.is_system()));
create policy forgotten_by_the_house on enquiries.risk_kept for delete using ((select platform.is_system()));
