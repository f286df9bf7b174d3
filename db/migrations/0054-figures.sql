-- Figures have to be asked of a million enquiries as quickly as of a thousand, and must never be told by anybody: each
-- enquiry has one narrow row of facts, worked out from its events alone, and months that are over are summed up beside
-- them. Everything here can be thrown away and made again.

create schema reports;
grant usage on schema reports to one_stop_app;

-- One enquiry as figures see it. Of a restricted one nothing is kept by which it could be told from others but its number.
create table reports.fact (
  enquiry_id uuid primary key references enquiries.enquiry (id),
  reference text not null,
  -- how many events it was made of: an older view of the same enquiry never replaces a newer one
  version int not null,
  received_on date not null,
  restricted boolean not null,
  member_id uuid,
  ward_id uuid,
  topic_id uuid,
  mailbox_id uuid,
  kind text not null,
  channel text,
  direct boolean not null,
  registered_late boolean not null,
  is_open boolean not null,
  joined boolean not null,
  deflected boolean not null,
  -- of the clock that runs now
  due_on date,
  -- of the first round: the date first due; with what was agreed; as if nothing had been waited for
  target_on date,
  agreed_on date,
  gross_on date,
  answered_on date,
  closed_on date,
  working_days smallint,
  working_days_net smallint,
  extensions smallint not null,
  pauses smallint not null,
  chases smallint not null,
  climbs smallint not null,
  rounds smallint not null,
  -- promises that were kept or broken openly; of those the broken ones; the earliest that is neither
  promises smallint not null,
  promises_broken smallint not null,
  promise_due_on date,
  score smallint,
  rating smallint,
  -- time alone may still change what it counts as; the rest is summed up in cells
  live boolean not null,
  check ((answered_on is null) = (working_days is null) and (answered_on is null) = (working_days_net is null)),
  check (not restricted or num_nonnulls(member_id, ward_id, topic_id, mailbox_id, channel) = 0)
);
create index fact_live on reports.fact (received_on) where live;
create index fact_by_day on reports.fact (received_on) where not live;
create index fact_by_mailbox on reports.fact (mailbox_id, received_on);
create index fact_by_member on reports.fact (member_id, received_on);
create index fact_by_ward on reports.fact (ward_id, received_on);
create index fact_by_topic on reports.fact (topic_id, received_on);

-- Whose restricted enquiry it is, for that member alone: they count in the member's own figures.
create table reports.restricted_fact (
  enquiry_id uuid primary key references reports.fact (enquiry_id) on delete cascade,
  member_id uuid not null
);
create index on reports.restricted_fact (member_id);

-- What the facts of a month that are no longer live add up to, for every value of every dimension. The columns are the
-- tallies that measures are made of.
create table reports.cell (
  month date not null check (extract(day from month) = 1),
  dimension text not null check (dimension in ('mailbox', 'ward', 'member', 'topic', 'kind', 'channel')),
  value text not null,
  received int not null,
  judged int not null,
  on_time int not null,
  judged_agreed int not null,
  on_time_agreed int not null,
  judged_gross int not null,
  on_time_gross int not null,
  answered int not null,
  again int not null,
  open int not null,
  overdue int not null,
  extended int not null,
  paused int not null,
  chased int not null,
  climbed int not null,
  scored int not null,
  rated int not null,
  rated_well int not null,
  promised int not null,
  broken int not null,
  recorded int not null,
  registered_late int not null,
  deflected int not null,
  score_sum int not null,
  primary key (month, dimension, value)
);

-- How many of them were answered after so many working days: medians and percentiles come from here, exactly.
create table reports.cell_days (
  month date not null,
  dimension text not null,
  value text not null,
  working_days smallint not null,
  gross int not null,
  net int not null,
  primary key (month, dimension, value, working_days)
);

-- The months whose cells hold. A fact that changes takes its month out in the same transaction; until it is summed up
-- again figures are asked of the facts themselves.
create table reports.rolled (
  month date primary key check (extract(day from month) = 1),
  at timestamptz not null
);

-- What the nightly comparison of facts with events found, and mended.
create table reports.mending (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  compared int not null,
  -- references whose facts were wrong or missing; at most so many as a page shows
  mended text[] not null,
  mended_count int not null,
  -- months whose cells were not the sum of their facts
  months date[] not null
);

create function reports.viewer_restricted() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select coalesce(array_agg(r.enquiry_id), '{}') from reports.restricted_fact r where r.member_id = platform.viewer());
end
$$;
revoke all on function reports.viewer_restricted() from public;
grant execute on function reports.viewer_restricted() to one_stop_app;

do $$
declare
  part text;
begin
  foreach part in array array['fact', 'restricted_fact', 'cell', 'cell_days', 'rolled', 'mending'] loop
    execute format('alter table reports.%I enable row level security', part);
    execute format('alter table reports.%I force row level security', part);
    execute format('grant select, insert, update, delete on reports.%I to one_stop_app', part);
    execute format('create policy by_the_house on reports.%I using ((select platform.is_system())) with check ((select platform.is_system()))', part);
  end loop;
end $$;

-- The function above reads as the owner, whom FORCE binds too.
create policy owner on reports.restricted_fact for select to current_user using (true);

-- Facts are seen with what they are about, and by their reference alone where that is restricted: whoever sees the whole
-- picture counts them, and learns nothing else (domain, section 6).
create policy seen on reports.fact for select using (
  (select enquiries.viewer_sees_all())
  or mailbox_id = any ((select mailboxes.viewer_named())::uuid[])
  or mailbox_id = any ((select mailboxes.viewer_overseen())::uuid[])
  or member_id = any ((select people.viewer_members())::uuid[])
  or enquiry_id = any ((select reports.viewer_restricted())::uuid[])
);
-- Sums over everything are for those who see everything; of single members, for member services (domain, section 10).
create policy seen on reports.cell for select using (
  (select enquiries.viewer_sees_all()) and (dimension <> 'member' or (select people.viewer_has('one-stop'))));
create policy seen on reports.cell_days for select using (
  (select enquiries.viewer_sees_all()) and (dimension <> 'member' or (select people.viewer_has('one-stop'))));
create policy seen on reports.rolled for select using ((select enquiries.viewer_sees_all()));
create policy seen on reports.mending for select using ((select enquiries.viewer_sees_all()));
