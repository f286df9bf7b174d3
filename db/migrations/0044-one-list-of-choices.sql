-- What somebody hears of by mail was chosen in two places: in the profile, and under "For you". Now there is one list of
-- kinds, in people.notice_choice, and a notice in "For you" names the kind it is of.

alter table people.notice_choice no force row level security;
alter table enquiries.notice_choice no force row level security;
alter table enquiries.notice no force row level security;

insert into people.notice_choice (person_id, topic, rhythm)
select person_id, 'mentions', case when mail_mentions then 'at-once' else 'none' end from enquiries.notice_choice
union all
select person_id, 'watching', case when mail_watched then 'at-once' else 'none' end from enquiries.notice_choice
on conflict do nothing;

-- "Work for you" was one kind, and is three
insert into people.notice_choice (person_id, topic, rhythm)
select c.person_id, kind, c.rhythm
from people.notice_choice c, unnest(array['new-work', 'replies']) as kind
where c.topic = 'work'
on conflict do nothing;

-- a receipt is what proves that we have it: it is always sent
delete from people.notice_choice where topic = 'receipts';

drop table enquiries.notice_choice;

alter table enquiries.notice drop constraint notice_because_check;
update enquiries.notice set because = case because when 'mentioned' then 'mentions' when 'watched' then 'watching' else because end;
alter table enquiries.notice add check (because ~ '^[a-z]+(-[a-z]+)*$');

alter table people.notice_choice force row level security;
alter table enquiries.notice force row level security;

-- Where its reader stops mail of this kind; null where it is sent whatever they chose.
alter table mail.outbox add column stop_url text check (stop_url ~ '^https?://[\x21-\x7e]+$');
