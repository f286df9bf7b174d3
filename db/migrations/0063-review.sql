-- The leadership team's monthly review: what was decided, what somebody is to do by when, and what became of it; and the
-- weekly word of each mailbox owner. Nothing here is ever changed: what happens later is written beneath it.

create schema review;
grant usage on schema review to one_stop_app;

-- Who follows the whole review, and who writes down what it decides. Owners see what is asked of them, and sign.
create function review.viewer_follows() returns boolean
language sql stable parallel safe security definer set search_path = '' as $$
  select people.viewer_has('lmt') or people.viewer_has('director') or people.viewer_has('head')
    or people.viewer_has('performance') or people.viewer_has('one-stop') or people.viewer_has('dpo')
    or people.viewer_has('auditor')
$$;

create function review.viewer_records() returns boolean
language sql stable parallel safe security definer set search_path = '' as $$
  select people.viewer_has('lmt') or people.viewer_has('director') or people.viewer_has('performance')
$$;

create table review.decision (
  id uuid primary key default uuidv7(),
  number int not null generated always as identity unique,
  -- the review it was taken in, named like its pack: 2026-05, 2026-Q2, 2025-26
  review text not null check (length(review) between 4 and 10),
  words text not null check (length(words) between 1 and 4000),
  taken_on date not null,
  recorded_by uuid references people.person,
  recorded_at timestamptz not null
);
create index on review.decision (review);

create table review.action (
  id uuid primary key default uuidv7(),
  number int not null generated always as identity unique,
  review text not null check (length(review) between 4 and 10),
  what text not null check (length(what) between 1 and 2000),
  responsible_id uuid not null references people.person,
  -- kept for ever, however often the date moves
  first_due_on date not null,
  agreed_on date not null,
  recorded_by uuid references people.person,
  recorded_at timestamptz not null
);
create index on review.action (review);
create index on review.action (responsible_id);

-- What happened to an action since. Its state is worked out from these.
create table review.action_event (
  action_id uuid not null references review.action,
  sequence int not null check (sequence >= 1),
  type text not null check (type in ('reported', 'moved', 'passed', 'done', 'reopened', 'dropped')),
  -- a report, a reason, or the evidence
  words text not null check (length(words) between 1 and 4000),
  due_on date check ((due_on is not null) = (type = 'moved')),
  to_person uuid references people.person check ((to_person is not null) = (type = 'passed')),
  on_day date not null,
  by_person uuid references people.person,
  at timestamptz not null,
  primary key (action_id, sequence)
);

create table review.sign_off (
  id uuid primary key default uuidv7(),
  mailbox_id uuid not null references mailboxes.mailbox,
  -- its Monday
  week_on date not null check (extract(isodow from week_on) = 1),
  version int not null check (version >= 1),
  signed_by uuid references people.person,
  signed_on date not null,
  signed_at timestamptz not null,
  unique (mailbox_id, week_on, version)
);
create index on review.sign_off (week_on);

-- What was signed, apart from that it was: of a restricted mailbox nobody else learns even how much there is.
create table review.signed_week (
  sign_off_id uuid primary key references review.sign_off,
  -- the figures as they stood when it was signed
  figures jsonb not null,
  exceptions int not null check (exceptions >= 0),
  -- whether all answers of the newest sample were scored by then, and if not, why
  sample_done boolean not null,
  sample_words text not null default '' check (length(sample_words) <= 2000),
  words text not null default '' check (length(words) <= 4000),
  -- why it was signed anew
  reason text check (length(reason) between 1 and 1000)
);

-- One late answer with its explanation; seen by whoever sees both the sign-off and the enquiry, so that a restricted one
-- tells nobody else.
create table review.exception (
  sign_off_id uuid not null references review.sign_off,
  enquiry_id uuid not null references enquiries.enquiry,
  words text not null check (length(words) between 1 and 2000),
  primary key (sign_off_id, enquiry_id)
);

-- An action concerns whoever made it theirs: first named, or passed to since.
create function review.viewer_actions() returns uuid[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(id), '{}') from (
    select a.id from review.action a where a.responsible_id = platform.viewer()
    union
    select e.action_id from review.action_event e where e.to_person = platform.viewer()
  ) as mine
$$;

revoke all on all functions in schema review from public;
grant execute on all functions in schema review to one_stop_app;
grant select, insert on review.decision, review.action, review.action_event, review.sign_off, review.signed_week,
  review.exception to one_stop_app;

do $$
declare it text;
begin
  foreach it in array array['decision', 'action', 'action_event', 'sign_off', 'signed_week', 'exception'] loop
    execute format('alter table review.%I enable row level security', it);
    execute format('alter table review.%I force row level security', it);
  end loop;
end $$;

create policy followed on review.decision for select
  using ((select platform.is_system()) or (select review.viewer_follows()));
create policy recorded on review.decision for insert
  with check ((select platform.is_system())
    or ((select review.viewer_records()) and recorded_by = (select platform.viewer())));

create policy followed on review.action for select
  using ((select platform.is_system()) or (select review.viewer_follows())
    or id = any ((select review.viewer_actions())::uuid[]));
create policy recorded on review.action for insert
  with check ((select platform.is_system())
    or ((select review.viewer_records()) and recorded_by = (select platform.viewer())));

create policy followed on review.action_event for select
  using ((select platform.is_system()) or (select review.viewer_follows())
    or action_id = any ((select review.viewer_actions())::uuid[]));
create policy written on review.action_event for insert
  with check ((select platform.is_system()) or (by_person = (select platform.viewer())
    and ((select review.viewer_records()) or action_id = any ((select review.viewer_actions())::uuid[]))));

create policy followed on review.sign_off for select
  using ((select platform.is_system()) or (select review.viewer_follows())
    or mailbox_id = any ((select mailboxes.viewer_named())::uuid[]));
create policy signed on review.sign_off for insert
  with check ((select platform.is_system())
    or (signed_by = (select platform.viewer()) and mailbox_id = any ((select mailboxes.viewer_runs())::uuid[])));

create policy open_or_own on review.signed_week for select
  using ((select platform.is_system()) or exists (
    select 1 from review.sign_off s join mailboxes.mailbox m on m.id = s.mailbox_id
    where s.id = sign_off_id and (not m.restricted or m.id = any ((select mailboxes.viewer_named())::uuid[]))));
create policy signed on review.signed_week for insert
  with check ((select platform.is_system()) or exists (
    select 1 from review.sign_off s where s.id = sign_off_id and s.signed_by = (select platform.viewer())));

create policy seen on review.exception for select
  using ((select platform.is_system()) or (
    exists (select 1 from review.sign_off s where s.id = sign_off_id)
    and exists (select 1 from enquiries.enquiry e where e.id = enquiry_id)));
create policy signed on review.exception for insert
  with check ((select platform.is_system()) or exists (
    select 1 from review.sign_off s where s.id = sign_off_id and s.signed_by = (select platform.viewer())));
