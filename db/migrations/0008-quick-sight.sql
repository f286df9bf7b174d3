-- What the policies ask about the viewer is asked several times by every question of every page. In SQL each of these was
-- planned anew whenever it was first reached in a question; in PL/pgSQL a connection plans it once. They answer the same
-- as before, and a viewer's roles are looked up once and not role by role.

create function people.viewer_has_any(roles text[]) returns boolean
language plpgsql stable parallel safe security definer set search_path = '' as $$
begin
  return exists (
    select 1 from people.role_grant g join people.person p on p.id = g.person_id
    where g.person_id = platform.viewer() and g.role = any (roles) and p.disabled_at is null);
end
$$;
revoke all on function people.viewer_has_any(text[]) from public;
grant execute on function people.viewer_has_any(text[]) to one_stop_app;

create or replace function people.viewer_has(role text) returns boolean
language plpgsql stable parallel safe security definer set search_path = '' as $$
begin
  return people.viewer_has_any(array[viewer_has.role]);
end
$$;

create or replace function people.viewer_members() returns uuid[]
language plpgsql stable parallel safe security definer set search_path = '' as $$
declare today date := (now() at time zone 'Europe/London')::date;
begin
  return (
    select coalesce(array_agg(mine.id), '{}') from (
      select m.person_id as id from people.member m where m.person_id = platform.viewer()
      union
      select d.member_id from people.delegation d join people.person p on p.id = d.member_id
      where d.assistant_id = platform.viewer() and d.revoked_at is null and p.disabled_at is null
        and d.from_on <= today and (d.until_on is null or d.until_on >= today)
    ) as mine
    where exists (select 1 from people.person p where p.id = platform.viewer() and p.disabled_at is null));
end
$$;

create or replace function mailboxes.viewer_named() returns uuid[]
language plpgsql stable parallel safe security definer set search_path = '' as $$
declare today date := mailboxes.today();
begin
  return (
    select coalesce(array_agg(distinct n.mailbox_id), '{}') from mailboxes.named_person n
    where n.person_id = platform.viewer() and n.from_on <= today and (n.until_on is null or n.until_on >= today));
end
$$;

create or replace function mailboxes.viewer_overseen() returns uuid[]
language plpgsql stable parallel safe security definer set search_path = '' as $$
begin
  return (
    select coalesce(array_agg(m.id), '{}')
    from people.service s
    left join people.directorate d on d.id = s.directorate_id
    join mailboxes.mailbox m on m.service_id = s.id
    where (s.head_id = platform.viewer() or d.director_id = platform.viewer()) and not m.restricted);
end
$$;

create or replace function enquiries.viewer_sees_all() returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return people.viewer_has_any('{one-stop,auditor,performance,lmt,dpo}');
end
$$;

create or replace function enquiries.viewer_is_officer() returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return people.viewer_has_any('{one-stop,responder,owner,proper-officer,head,director,auditor,performance,lmt,dpo}');
end
$$;
