-- Whether somebody acts for members was looked up for every page of an enquiry, and nearly everybody acts for nobody or for
-- themselves alone. That follows from whom they see as members, which is remembered already: only who is an assistant has
-- more to be looked up.

create or replace function people.viewer_acts_for() returns uuid[]
language plpgsql stable parallel unsafe security definer set search_path = '' as $$
declare
  known text := platform.recalled('acts_for');
  members uuid[];
  today date;
begin
  if known is not null then return known::uuid[]; end if;
  members := people.viewer_members();
  if members <@ array[platform.viewer()] then return members; end if;
  today := (now() at time zone 'Europe/London')::date;
  return platform.remember('acts_for', (
    select coalesce(array_agg(mine.id), '{}') from unnest(members) as mine(id)
    where mine.id = platform.viewer() or exists (
      select 1 from people.delegation d
      where d.member_id = mine.id and d.assistant_id = platform.viewer() and d.revoked_at is null and d.level = 'act'
        and d.from_on <= today and (d.until_on is null or d.until_on >= today)))::text);
end
$$;
