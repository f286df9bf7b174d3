-- Who gets which work, why, and who stands in: a mailbox may give new work out by itself; whoever stands in for somebody
-- who is away may act as its holder; and with work that is given out it is kept how much everybody had.

alter table mailboxes.mailbox add column gives_out boolean not null default false;
comment on column mailboxes.mailbox.gives_out is 'New work goes by itself to whoever is present and has least; else people take it';

-- Whoever runs a mailbox decides that too; everything else of a mailbox is the administrator's.
create function mailboxes.set_gives_out(mailbox uuid, by_itself boolean) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if not (mailboxes.viewer_administers() or mailbox = any (mailboxes.viewer_runs())) then return false; end if;
  update mailboxes.mailbox m set gives_out = by_itself, version = m.version + 1
  where m.id = mailbox and m.gives_out is distinct from by_itself;
  return true;
end
$$;

-- Those who are away today and for whom the viewer stands in: named as their cover, or as the cover of a cover who is
-- away too. Whoever is away stands in for nobody.
create function mailboxes.viewer_covers() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare today date := mailboxes.today();
begin
  return (
    with recursive away as (
      select a.person_id, a.cover_id from mailboxes.absence a
      where a.from_on <= today and (a.until_on is null or a.until_on >= today)
    ), chain as (
      select a.person_id, a.cover_id, array[a.person_id] as passed from away a where a.cover_id is not null
      union all
      select c.person_id, a.cover_id, c.passed || a.person_id
      from chain c join away a on a.person_id = c.cover_id
      where a.cover_id is not null and not a.cover_id = any (c.passed)
    )
    select coalesce(array_agg(distinct c.person_id), '{}') from chain c
    where c.cover_id = platform.viewer() and not exists (select from away a where a.person_id = platform.viewer()));
end
$$;

-- How much the responders of a mailbox have open and who of them is away, with whoever is given something: only numbers,
-- so that a fair share can be seen where the work itself cannot. Restricted work counts in its own mailbox alone.
create function enquiries.weighed(mailbox uuid, given_to uuid, today date) returns jsonb
language sql stable security definer set search_path = '' set app.viewer = 'system' as $$
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'who', p.id, 'open', l.open, 'away', case when a.id is not null then true end, 'untilOn', a.until_on))
    order by p.id <> given_to, a.id is not null, l.open, p.id), '[]')
  from (
    select n.person_id from mailboxes.named_person n
    where n.mailbox_id = weighed.mailbox and n.part = 'responder'
      and n.from_on <= today and (n.until_on is null or n.until_on >= today)
    union
    select given_to
  ) n
  join people.person p on p.id = n.person_id and p.disabled_at is null
  left join mailboxes.absence a
    on a.person_id = p.id and a.from_on <= today and (a.until_on is null or a.until_on >= today)
  cross join lateral (
    select count(*)::int as open from enquiries.enquiry e
    where e.holder_id = p.id and e.status not in ('answered', 'closed')
      and (not e.restricted or e.mailbox_id = weighed.mailbox)
  ) l
$$;

revoke all on function mailboxes.set_gives_out(uuid, boolean), mailboxes.viewer_covers(),
  enquiries.weighed(uuid, uuid, date) from public;
grant execute on function mailboxes.set_gives_out(uuid, boolean), mailboxes.viewer_covers(),
  enquiries.weighed(uuid, uuid, date) to one_stop_app;
