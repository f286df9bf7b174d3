-- The first use of an API token on each day stands in the trail, as signing in does for people. It is written by the very
-- statement that finds out who holds the token, so that it costs no further question.

create policy token_used on audit.entry for insert to current_user
  with check (act = 'people.token-used' and (select platform.is_system()));

create or replace function people.holder_of_token(hash bytea, at timestamptz)
returns table (person_id uuid, name text, email text, roles text[])
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare before text := coalesce(current_setting('app.viewer', true), '');
begin
  perform set_config('app.viewer', 'system', true);
  return query
    with live as (
      select t.id, t.person_id, t.last_used_at from people.api_token t
      where t.token_hash = hash and t.revoked_at is null
    ), used as (
      update people.api_token t set last_used_at = at
      from live where t.id = live.id and (t.last_used_at is null or t.last_used_at < at - interval '5 minutes')
    ), noted as (
      insert into audit.entry (at, actor, act, subject_kind, subject_id, details)
      select at, live.person_id, 'people.token-used', 'person', live.person_id::text,
        jsonb_build_object('token', live.id)
      from live join people.person p on p.id = live.person_id and p.disabled_at is null
      where live.last_used_at is null
        or (live.last_used_at at time zone 'Europe/London')::date < (at at time zone 'Europe/London')::date
    )
    select p.id, p.name, p.email::text,
      array(select g.role from people.role_grant g where g.person_id = p.id order by g.role)
    from live join people.person p on p.id = live.person_id where p.disabled_at is null;
  perform set_config('app.viewer', before, true);
end $$;
