-- Late work climbs by itself (domain, section 4). An enquiry keeps which steps of the ladder its round has climbed, so
-- that each happens once; when somebody last wrote to its member; and the answer that a second chase is owed, as a
-- promise. What told of given work that nobody accepted was a way of its own and is two steps of the ladder now: what
-- happened before is told in the same words as what happens from here on.

alter table enquiries.enquiry add column climbed jsonb not null default '[]', add column said_on date;
comment on column enquiries.enquiry.climbed is 'The steps of this round, each with the day on which it was truly reached';
comment on column enquiries.enquiry.said_on is 'The last day of this round on which somebody of the council wrote to the member in words of their own';

-- the leadership team's list: short, and read whole
create index enquiry_with_leadership on enquiries.enquiry (due_on, id)
  where climbed @> '[{"rung": "leadership"}]' and status not in ('answered', 'closed');

-- a chase without words promises an answer, too
alter table enquiries.promise alter column message_id drop not null;

update enquiries.event e
set type = 'climbed', data = jsonb_build_object(
  'round', 1 + (select count(*) from enquiries.event before
                where before.enquiry_id = e.enquiry_id and before.sequence < e.sequence
                  and before.type in ('disagreed', 'reopened')),
  'rung', case e.data ->> 'tells' when 'owner' then 'not-accepted' else 'still-not-accepted' end,
  'trueOn', e.on_day,
  'told', '[]'::jsonb,
  'dueOn', null)
where e.type = 'not-accepted';

-- while work is given to the same person, what was climbed since it was given stands
update enquiries.enquiry q
set climbed = coalesce((
  select jsonb_agg(jsonb_build_object('rung', e.data ->> 'rung', 'trueOn', e.data ->> 'trueOn') order by e.sequence)
  from enquiries.event e
  where e.enquiry_id = q.id and e.type = 'climbed' and (e.data ->> 'round')::int = q.round
    and not exists (
      select from enquiries.event given
      where given.enquiry_id = q.id and given.sequence > e.sequence and given.type in ('allocated', 'reassigned', 'unjoined'))), '[]')
where exists (select from enquiries.event e where e.enquiry_id = q.id and e.type = 'climbed');

update enquiries.event
set data = jsonb_set(data #- '{restored,acceptanceReminders}', '{restored,climbed}', '[]')
where type = 'unjoined';

update enquiries.enquiry q
set said_on = (
  select max(e.on_day) from enquiries.event e
  where e.enquiry_id = q.id
    and e.type in ('asked', 'updated-member', 'extended', 'answered', 'handed-over', 'kind-changed', 'promise-broken')
    and not exists (
      select from enquiries.event later
      where later.enquiry_id = q.id and later.sequence > e.sequence
        and later.type in ('disagreed', 'reopened', 'answer-undelivered', 'question-undelivered')));

alter table enquiries.enquiry drop column acceptance_reminders;
