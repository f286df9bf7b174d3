-- The escalation ladder (domain, section 4): in which working days late work climbs which step. One for the council and
-- one for each service that wants its own, in versions by the day from which they hold, so that what was climbed can be
-- told by what held then. Each step may come earlier or later, within limits; none can be left out.

create schema escalation;
grant usage on schema escalation to one_stop_app;

create table escalation.ladder (
  id uuid primary key default uuidv7(),
  -- empty: the council's own, for every service without one
  service_id uuid references people.service (id),
  from_on date not null,
  -- a service that goes back to the council's
  as_council boolean not null default false check (not as_council or service_id is not null),
  not_accepted int not null check (not_accepted between 1 and 3),
  still_not_accepted int not null check (still_not_accepted between 2 and 5 and still_not_accepted > not_accepted),
  nothing_said int not null check (nothing_said between 2 and 8),
  due_soon int not null check (due_soon between 1 and 5),
  overdue int not null check (overdue between 1 and 3),
  still_overdue int not null check (still_overdue between 2 and 7 and still_overdue > overdue),
  leadership int not null check (leadership between 3 and 10 and leadership > still_overdue),
  changed_by uuid references people.person (id),
  changed_at timestamptz not null default now(),
  unique nulls not distinct (service_id, from_on)
);
alter table escalation.ladder enable row level security;
alter table escalation.ladder force row level security;
-- everybody may know when late work climbs; only whoever sets the council up changes it
create policy read on escalation.ladder for select using ((select platform.viewer()) is not null or (select platform.is_system()));
create policy add on escalation.ladder for insert with check ((select platform.is_system()) or (select people.viewer_has('admin')));
create policy change on escalation.ladder for update using ((select platform.is_system()) or (select people.viewer_has('admin')));
grant select, insert, update on escalation.ladder to one_stop_app;

-- what the council had set for given work that nobody accepts is on its ladder from now on
insert into escalation.ladder (from_on, not_accepted, still_not_accepted, nothing_said, due_soon, overdue, still_overdue, leadership)
select '2000-01-01', least(coalesce(first, 1), 3), greatest(least(coalesce(second, 2), 5), least(coalesce(first, 1), 3) + 1), 5, 2, 1, 3, 5
from (
  select
    (select (value #>> '{}')::int from platform.setting where key = 'enquiries.accept-working-days') as first,
    (select (value #>> '{}')::int from platform.setting where key = 'enquiries.accept-member-services-working-days') as second
) was;
delete from platform.setting where key in ('enquiries.accept-working-days', 'enquiries.accept-member-services-working-days');
