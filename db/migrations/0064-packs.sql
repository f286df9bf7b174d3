-- What the leadership team reads of a month, a quarter or a year, frozen: the document itself, block by block, and the few
-- numbers the next one compares itself with. A correction is a new version with its reason; nothing is ever changed.

create schema if not exists reports;
grant usage on schema reports to one_stop_app;

create table reports.pack (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('month', 'quarter', 'year')),
  -- 2026-05, 2026-Q2, 2025-2026
  key text not null check (length(key) between 7 and 9),
  from_on date not null,
  to_on date not null check (to_on > from_on),
  version int not null check (version >= 1),
  document jsonb not null check (jsonb_typeof(document -> 'sections') = 'array'),
  facts jsonb not null,
  frozen_on date not null check (frozen_on > to_on),
  frozen_at timestamptz not null,
  -- null: the timetable
  frozen_by uuid references people.person,
  reason text check ((reason is null) = (version = 1) and length(reason) between 1 and 1000),
  unique (key, version)
);
create index pack_by_day on reports.pack (to_on desc, kind);

create function reports.never_changes() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'a frozen pack never changes';
end
$$;
create trigger never_changes before update or delete on reports.pack
  for each row execute function reports.never_changes();

create function reports.viewer_reads_packs() returns boolean
language sql stable parallel safe security definer set search_path = '' as $$
  select people.viewer_has('lmt') or people.viewer_has('director') or people.viewer_has('head')
    or people.viewer_has('performance') or people.viewer_has('one-stop') or people.viewer_has('dpo')
    or people.viewer_has('auditor')
$$;
revoke all on function reports.viewer_reads_packs(), reports.never_changes() from public;
grant execute on function reports.viewer_reads_packs() to one_stop_app;

alter table reports.pack enable row level security;
alter table reports.pack force row level security;
grant select, insert on reports.pack to one_stop_app;
create policy read on reports.pack for select
  using ((select platform.is_system()) or (select reports.viewer_reads_packs()));
create policy frozen on reports.pack for insert with check ((select platform.is_system()));
