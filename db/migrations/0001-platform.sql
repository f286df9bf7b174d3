-- The ground everything stands on: extensions, who is asking, and the settings a council may change.

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists citext;
create extension if not exists btree_gist;

revoke all on schema public from public;
grant usage on schema public to one_stop_app;
grant usage on schema platform to one_stop_app;
grant select on platform.migration to one_stop_app;

-- Ids grow with time, so that new rows lie together. PostgreSQL makes such ids itself from version 18; for 16 and 17 the
-- same by hand: 48 bits of milliseconds, then random ones, marked as version 7.
do $$
begin
  if to_regprocedure('pg_catalog.uuidv7()') is null then
    create function public.uuidv7() returns uuid language sql volatile parallel safe set search_path = '' as $body$
      select encode(set_bit(set_bit(overlay(
        uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
        52, 1), 53, 1), 'hex')::uuid
    $body$;
  end if;
end
$$;

-- Who is asking: a person's id, or null for the public and for the system. Read it in policies as
-- (select platform.viewer()), so that it runs once and not for every row.
create function platform.viewer() returns uuid language sql stable parallel safe as $$
  select case when current_setting('app.viewer', true) in ('', 'public', 'system') then null
              else current_setting('app.viewer', true)::uuid end
$$;

-- True for reactions and the timetable, which act for the council.
create function platform.is_system() returns boolean language sql stable parallel safe as $$
  select coalesce(current_setting('app.viewer', true) = 'system', false)
$$;

-- Whatever a council may change and no room owns as dated data of its own. Documented in src/platform/settings.ts.
create table platform.setting (
  key text primary key,
  value jsonb not null,
  changed_at timestamptz not null default now(),
  changed_by uuid
);
grant select, insert, update on platform.setting to one_stop_app;

-- Text for searching and comparing: lower case, without accents. Immutable, so that indexes may use it.
create function platform.plain(given text) returns text language sql immutable parallel safe strict as $$
  select lower(public.unaccent('public.unaccent'::regdictionary, given))
$$;
