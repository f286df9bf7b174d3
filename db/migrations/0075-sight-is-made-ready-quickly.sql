-- Before it reads a single row PostgreSQL makes ready every question that the policies ask, for every table once more: on
-- the page of one enquiry that took longer than reading it. The larger the expression, the dearer: so each is the call of
-- one function now, none calls another that changes the search path on its way in and out, and what is remembered of a
-- viewer is handed out by itself. Only what is not known yet is looked up with the eyes of the owner, as before.

create or replace function platform.viewer() returns uuid language plpgsql stable parallel safe as $$
begin
  return case when current_setting('app.viewer', true) in ('', 'public', 'system') then null
    else current_setting('app.viewer', true)::uuid end;
end
$$;

create or replace function platform.is_system() returns boolean language plpgsql stable parallel safe as $$
begin
  return coalesce(current_setting('app.viewer', true) = 'system', false);
end
$$;

create function people.look_up_roles() returns text[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return platform.remember('roles', (
    select coalesce(array_agg(g.role), '{}')
    from people.role_grant g join people.person p on p.id = g.person_id
    where g.person_id = platform.viewer() and p.disabled_at is null)::text);
end
$$;

create or replace function people.viewer_roles() returns text[] language plpgsql stable as $$
begin
  return coalesce(platform.recalled('roles')::text[], people.look_up_roles());
end
$$;

create or replace function people.viewer_has_any(roles text[]) returns boolean language plpgsql stable as $$
begin
  return people.viewer_roles() && viewer_has_any.roles;
end
$$;

create or replace function people.viewer_has(role text) returns boolean language plpgsql stable as $$
begin
  return viewer_has.role = any (people.viewer_roles());
end
$$;

create or replace function enquiries.viewer_sees_all() returns boolean language plpgsql stable as $$
begin
  return people.viewer_roles() && '{one-stop,auditor,performance,lmt,dpo}';
end
$$;

create or replace function enquiries.viewer_is_officer() returns boolean language plpgsql stable as $$
begin
  return people.viewer_roles() && '{one-stop,responder,owner,proper-officer,head,director,auditor,performance,lmt,dpo}';
end
$$;

-- Most viewers are no member and act for none: that is known after two looks into an index.
create function people.look_up_members() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  viewer constant uuid := platform.viewer();
  today date;
begin
  if not exists (select from people.delegation d where d.assistant_id = viewer and d.revoked_at is null)
    and not exists (select from people.member m where m.person_id = viewer)
  then return platform.remember('members', '{}'); end if;
  today := (now() at time zone 'Europe/London')::date;
  return platform.remember('members', (
    select coalesce(array_agg(mine.id), '{}') from (
      select m.person_id as id from people.member m where m.person_id = viewer
      union
      select d.member_id from people.delegation d join people.person p on p.id = d.member_id
      where d.assistant_id = viewer and d.revoked_at is null and p.disabled_at is null
        and d.from_on <= today and (d.until_on is null or d.until_on >= today)
    ) as mine
    where exists (select 1 from people.person p where p.id = viewer and p.disabled_at is null))::text);
end
$$;

create or replace function people.viewer_members() returns uuid[] language plpgsql stable as $$
begin
  return coalesce(platform.recalled('members')::uuid[], people.look_up_members());
end
$$;

create function people.look_up_acts_for() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  viewer constant uuid := platform.viewer();
  members constant uuid[] := people.viewer_members();
  today date;
begin
  if members = '{}' or members = array[viewer] then return platform.remember('acts_for', members::text); end if;
  today := (now() at time zone 'Europe/London')::date;
  return platform.remember('acts_for', (
    select coalesce(array_agg(mine.id), '{}') from unnest(members) as mine(id)
    where mine.id = viewer or exists (
      select 1 from people.delegation d
      where d.member_id = mine.id and d.assistant_id = viewer and d.revoked_at is null and d.level = 'act'
        and d.from_on <= today and (d.until_on is null or d.until_on >= today)))::text);
end
$$;

create or replace function people.viewer_acts_for() returns uuid[] language plpgsql stable as $$
begin
  return coalesce(platform.recalled('acts_for')::uuid[], people.look_up_acts_for());
end
$$;

create function mailboxes.look_up_named() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  today constant date := mailboxes.today();
begin
  return platform.remember('named', (
    select coalesce(array_agg(distinct n.mailbox_id), '{}') from mailboxes.named_person n
    where n.person_id = platform.viewer() and n.from_on <= today and (n.until_on is null or n.until_on >= today))::text);
end
$$;

create or replace function mailboxes.viewer_named() returns uuid[] language plpgsql stable as $$
begin
  return coalesce(platform.recalled('named')::uuid[], mailboxes.look_up_named());
end
$$;

create function mailboxes.look_up_overseen() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return platform.remember('overseen', (
    select coalesce(array_agg(m.id), '{}')
    from people.service s
    left join people.directorate d on d.id = s.directorate_id
    join mailboxes.mailbox m on m.service_id = s.id
    where (s.head_id = platform.viewer() or d.director_id = platform.viewer()) and not m.restricted)::text);
end
$$;

create or replace function mailboxes.viewer_overseen() returns uuid[] language plpgsql stable as $$
begin
  return coalesce(platform.recalled('overseen')::uuid[], mailboxes.look_up_overseen());
end
$$;

revoke all on function people.look_up_roles, people.look_up_members, people.look_up_acts_for, mailboxes.look_up_named,
  mailboxes.look_up_overseen from public;
grant execute on function people.viewer_roles, people.look_up_roles, people.look_up_members, people.look_up_acts_for,
  mailboxes.look_up_named, mailboxes.look_up_overseen to one_stop_app;
