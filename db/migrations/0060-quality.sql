-- Quality beside timeliness (domain, section 8): the standard of a good answer in dated versions, a random sample of each
-- mailbox's answers every month with its scores, what members say of their answers, and good answers offered as examples.

create schema quality;
grant usage on schema quality to one_stop_app;

-- What a good answer says, from a day on. A score is kept with the version it was given by.
create table quality.standard (
  version int primary key check (version >= 1),
  from_on date not null,
  -- in the order of the page: {"check": "answers" | "reason" | "next-step" | "contact" | "sharing" | null, "words": …}
  points jsonb not null check (jsonb_typeof(points) = 'array'),
  reading_age int not null check (reading_age between 8 and 18),
  longest_sentence_words int not null check (longest_sentence_words between 10 and 60),
  -- words to avoid: {"say": …, "instead": …}
  jargon jsonb not null check (jsonb_typeof(jargon) = 'array'),
  why text not null check (why <> ''),
  set_at timestamptz not null,
  -- null: the house, at set-up
  set_by uuid references people.person (id)
);

-- The answers of one mailbox in one month that are scored. The seed and the rule draw the same ones again, by anybody.
create table quality.sample (
  id uuid primary key default uuidv7(),
  mailbox_id uuid not null references mailboxes.mailbox (id),
  month date not null check (extract(day from month) = 1),
  drawn_on date not null,
  seed text not null check (length(seed) >= 16),
  -- how many answers the month had, and by which share and least number it was drawn
  answers int not null check (answers >= 0),
  percent int not null check (percent between 1 and 100),
  least int not null check (least >= 1),
  unique (mailbox_id, month)
);
create index sample_by_month on quality.sample (month);

create table quality.sampled (
  enquiry_id uuid not null references enquiries.enquiry (id),
  round int not null,
  sample_id uuid not null references quality.sample (id),
  message_id uuid not null references enquiries.message (id),
  author_id uuid not null references people.person (id),
  answered_on date not null,
  -- sha256 of the seed and the answer's own number: the lowest are in the sample
  draw text not null check (draw ~ '^[0-9a-f]{64}$'),
  primary key (enquiry_id, round),
  unique (enquiry_id, round, author_id)
);
create index sampled_in on quality.sampled (sample_id);

-- What whoever runs the mailbox makes of an answer, 1 to 4. Nobody scores what they wrote: the check below holds for the
-- house itself, and the author comes with the sampled answer.
create table quality.score (
  enquiry_id uuid not null,
  round int not null,
  author_id uuid not null,
  score int not null check (score between 1 and 4),
  notes text not null default '' check (length(notes) <= 5000),
  standard int not null references quality.standard (version),
  scored_on date not null,
  scored_at timestamptz not null,
  scored_by uuid not null references people.person (id),
  primary key (enquiry_id, round),
  foreign key (enquiry_id, round, author_id) references quality.sampled (enquiry_id, round, author_id),
  constraint not_by_its_author check (scored_by <> author_id)
);
create index score_by_day on quality.score (scored_on);

-- Which steps of reminding whoever has to score a sample were taken.
create table quality.reminder (
  sample_id uuid not null references quality.sample (id),
  step int not null check (step >= 1),
  on_day date not null,
  primary key (sample_id, step)
);

-- What the member said of an answer with one tap: 3 it answers everything, 2 useful but not everything, 1 not useful.
create table quality.rating (
  enquiry_id uuid not null references enquiries.enquiry (id),
  round int not null check (round >= 1),
  rating int not null check (rating between 1 and 3),
  rated_on date not null,
  rated_at timestamptz not null,
  -- null: by the button of an email, without signing in
  rated_by uuid references people.person (id),
  via text not null check (via in ('page', 'email', 'api')),
  first_rated_on date not null,
  primary key (enquiry_id, round)
);
create index rating_by_day on quality.rating (rated_on);

-- Answers that scored 4, shown to writers of similar ones: without personal data, and only once somebody has read them.
create table quality.example (
  id uuid primary key default uuidv7(),
  enquiry_id uuid not null,
  round int not null,
  mailbox_id uuid not null references mailboxes.mailbox (id),
  topic_id uuid references mailboxes.topic (id),
  state text not null check (state in ('proposed', 'offered', 'declined', 'withdrawn')),
  asked text not null,
  words text not null check (words <> ''),
  proposed_on date not null,
  decided_on date,
  decided_by uuid references people.person (id),
  version int not null default 1,
  found_by tsvector not null generated always as (to_tsvector('english', asked || ' ' || words)) stored,
  unique (enquiry_id, round),
  foreign key (enquiry_id, round) references quality.score (enquiry_id, round),
  check ((state = 'proposed') = (decided_on is null))
);
create index example_by_topic on quality.example (topic_id) where state = 'offered';
create index example_by_words on quality.example using gin (found_by);
create index example_by_mailbox on quality.example (mailbox_id, state);

-- The mailboxes whose answers the viewer scores: run by them, or theirs as proper officer.
create function quality.viewer_runs() returns uuid[]
language plpgsql stable parallel unsafe security definer set search_path = '' as $$
declare
  known text := platform.recalled('runs');
  today date;
begin
  if known is not null then return known::uuid[]; end if;
  today := mailboxes.today();
  return platform.remember('runs', (
    select coalesce(array_agg(distinct n.mailbox_id), '{}') from mailboxes.named_person n
    where n.person_id = platform.viewer() and n.part in ('owner', 'deputy', 'proper-officer')
      and n.from_on <= today and (n.until_on is null or n.until_on >= today))::text);
end
$$;

-- The mailboxes of which the viewer learns what was drawn and how much of it is scored.
create function quality.viewer_follows() returns uuid[]
language sql stable parallel unsafe security definer set search_path = '' as $$
  select coalesce(array_agg(m.id), '{}') from mailboxes.mailbox m
  where platform.is_system() or m.id = any (mailboxes.viewer_named()) or m.id = any (mailboxes.viewer_overseen())
    or (not m.restricted and enquiries.viewer_sees_all())
$$;

create function quality.viewer_keeps_standard() returns boolean
language sql stable parallel unsafe security definer set search_path = '' as $$
  select people.viewer_has_any('{performance,one-stop,admin}')
$$;
revoke all on function quality.viewer_runs(), quality.viewer_follows(), quality.viewer_keeps_standard() from public;
grant execute on function quality.viewer_runs(), quality.viewer_follows(), quality.viewer_keeps_standard() to one_stop_app;

do $$
declare it text;
begin
  foreach it in array array['standard', 'sample', 'sampled', 'score', 'reminder', 'rating', 'example'] loop
    execute format('alter table quality.%I enable row level security', it);
    execute format('alter table quality.%I force row level security', it);
    execute format('grant select, insert on quality.%I to one_stop_app', it);
  end loop;
end $$;
grant update (score, notes, standard, scored_on, scored_at, scored_by) on quality.score to one_stop_app;
grant update (rating, rated_on, rated_at, rated_by, via) on quality.rating to one_stop_app;
grant update (state, asked, words, topic_id, decided_on, decided_by, version) on quality.example to one_stop_app;

create policy readers on quality.standard for select
  using ((select platform.viewer()) is not null or (select platform.is_system()));
create policy keepers on quality.standard for insert with check (
  (select platform.is_system()) or (select quality.viewer_keeps_standard()) and set_by = (select platform.viewer()));

create policy readers on quality.sample for select using (mailbox_id = any ((select quality.viewer_follows())::uuid[]));
create policy by_the_house on quality.sample for insert with check ((select platform.is_system()));

-- An answer, its score and its notes are seen with its enquiry, by the council's own people.
create policy readers on quality.sampled for select using (
  (select platform.is_system()) or ((select enquiries.viewer_is_officer())
    and exists (select from enquiries.enquiry e where e.id = enquiry_id)));
create policy by_the_house on quality.sampled for insert with check ((select platform.is_system()));

create policy readers on quality.score for select using (
  (select platform.is_system()) or exists (
    select from quality.sampled s where s.enquiry_id = score.enquiry_id and s.round = score.round));
create policy scorers_add on quality.score for insert with check (
  (select platform.is_system()) or (scored_by = (select platform.viewer()) and exists (
    select from quality.sampled s join quality.sample d on d.id = s.sample_id
    where s.enquiry_id = score.enquiry_id and s.round = score.round
      and d.mailbox_id = any ((select quality.viewer_runs())::uuid[]))));
create policy scorers_change on quality.score for update using (
  (select platform.is_system()) or exists (
    select from quality.sampled s join quality.sample d on d.id = s.sample_id
    where s.enquiry_id = score.enquiry_id and s.round = score.round
      and d.mailbox_id = any ((select quality.viewer_runs())::uuid[])))
  with check ((select platform.is_system()) or scored_by = (select platform.viewer()));

create policy readers on quality.reminder for select using ((select platform.is_system()));
create policy by_the_house on quality.reminder for insert with check ((select platform.is_system()));

-- A rating is seen with its enquiry, by the member too; it is written where the rule was asked.
create policy readers on quality.rating for select using (
  (select platform.is_system()) or exists (select from enquiries.enquiry e where e.id = enquiry_id));
create policy by_the_house on quality.rating for insert with check ((select platform.is_system()));
create policy changed_by_the_house on quality.rating for update using ((select platform.is_system()));

-- Whether an enquiry is restricted, asked about one that the viewer may not see.
create function quality.is_restricted(enquiry uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce((select e.restricted from enquiries.enquiry e where e.id = enquiry), true)
$$;
revoke all on function quality.is_restricted(uuid) from public;
grant execute on function quality.is_restricted(uuid) to one_stop_app;
create policy owner on enquiries.enquiry for select to current_user using (true);

-- Until it is offered an example is seen by whoever runs the mailbox and sees the enquiry; offered, by everybody who
-- writes answers. What has become restricted is nobody's example, whoever approved it.
create policy readers on quality.example for select using (
  (select platform.is_system())
  or (state = 'offered' and not quality.is_restricted(enquiry_id)
    and ((select enquiries.viewer_is_officer()) or (select people.viewer_has('partner'))))
  or (mailbox_id = any ((select quality.viewer_runs())::uuid[])
    and exists (select from enquiries.enquiry e where e.id = enquiry_id)));
create policy by_the_house on quality.example for insert with check ((select platform.is_system()));
create policy keepers on quality.example for update using (
  (select platform.is_system()) or mailbox_id = any ((select quality.viewer_runs())::uuid[]));

-- The first standard is domain, section 8, with the two measures that were settings until now.
insert into quality.standard (version, from_on, points, reading_age, longest_sentence_words, jargon, why, set_at)
select 1, '2000-01-01', '[
    {"check": "answers", "words": "the decision, or the answer to each question"},
    {"check": "reason", "words": "the reason"},
    {"check": "next-step", "words": "what happens next, who does it and by when"},
    {"check": "contact", "words": "whom to contact"},
    {"check": "sharing", "words": "whether it may be shared with the resident"}
  ]',
  coalesce((select (s.value #>> '{}')::int from platform.setting s where s.key = 'enquiries.reading-age'), 14),
  coalesce((select (s.value #>> '{}')::int from platform.setting s where s.key = 'enquiries.longest-sentence-words'), 25),
  '[
    {"say": "in due course", "instead": "the date"},
    {"say": "at this moment in time", "instead": "now"},
    {"say": "prior to", "instead": "before"},
    {"say": "subsequent to", "instead": "after"},
    {"say": "in the event that", "instead": "if"},
    {"say": "with regard to", "instead": "about"},
    {"say": "with respect to", "instead": "about"},
    {"say": "in respect of", "instead": "about"},
    {"say": "commence", "instead": "start"},
    {"say": "terminate", "instead": "end"},
    {"say": "utilise", "instead": "use"},
    {"say": "facilitate", "instead": "help"},
    {"say": "endeavour", "instead": "try"},
    {"say": "going forward", "instead": "from now on"},
    {"say": "service users", "instead": "people"},
    {"say": "stakeholders", "instead": "the people or groups you mean"},
    {"say": "signpost", "instead": "point to"},
    {"say": "escalated", "instead": "passed to, and to whom"},
    {"say": "please be advised", "instead": ""},
    {"say": "pursuant to", "instead": "under"},
    {"say": "aforementioned", "instead": "this"},
    {"say": "programme of works", "instead": "the work, and when"},
    {"say": "carriageway", "instead": "road"},
    {"say": "footway", "instead": "pavement"},
    {"say": "defect", "instead": "what is broken"}
  ]',
  'The standard of the first day', now();
delete from platform.setting where key in ('enquiries.reading-age', 'enquiries.longest-sentence-words');
