-- Asking for a second thing (a passkey, a code of an app) must also hold for who is signed in already: a session says
-- whether one was shown for it, and whoever asks who is there learns whom the council asks for one.

alter table people.session add column second_shown boolean not null default false;

drop function people.holder_of_session(bytea, timestamptz);
create function people.holder_of_session(hash bytea, at timestamptz)
returns table (
  session_id uuid, person_id uuid, name text, email text, roles text[], second_shown boolean, second_for text
)
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare before text := coalesce(current_setting('app.viewer', true), '');
begin
  perform set_config('app.viewer', 'system', true);
  return query
    with live as (
      select s.id, s.person_id, s.second_shown from people.session s
      where s.token_hash = hash and s.ended_at is null and s.ends_at > at
        and s.last_seen_at > at - make_interval(hours => s.idle_hours)
    ), seen as (
      -- noted every few minutes and not on every request: reading a page should not cost a write
      update people.session s set last_seen_at = at
      from live where s.id = live.id and s.last_seen_at < at - interval '5 minutes'
    )
    select live.id, p.id, p.name, p.email::text,
      array(select g.role from people.role_grant g where g.person_id = p.id order by g.role),
      live.second_shown, (select it.value #>> '{}' from platform.setting it where it.key = 'people.second-factor')
    from live join people.person p on p.id = live.person_id where p.disabled_at is null;
  perform set_config('app.viewer', before, true);
end $$;
