-- The desk of the data protection officer: what slipped and was contained, what people ask about their own data, how long
-- things are kept and what was erased. Each part of it brings its own tables.

create schema privacy;
grant usage on schema privacy to one_stop_app;

-- Who runs the desk. It opens no enquiry: what is restricted stays with those who are named for it.
create function privacy.viewer_keeps() returns boolean
language sql stable parallel safe security definer set search_path = '' as $$
  select people.viewer_has('dpo')
$$;
