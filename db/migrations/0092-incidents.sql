-- An incident: personal data reached somebody it was not for. It has a clock of its own, for the council must decide within
-- 72 hours of becoming aware whether to notify the Information Commissioner. What was done is written down as facts that
-- nobody changes. It holds no word of the matter itself, only its reference and where it had been.

create table privacy.incident (
  id uuid primary key default uuidv7(),
  number int generated always as identity unique,
  enquiry_id uuid references enquiries.enquiry,
  -- null: it stands in no enquiry
  reference text,
  -- the line that says what happened, without details
  words text not null check (words ~ '\S' and length(words) <= 1000),
  aware_at timestamptz not null,
  opened_at timestamptz not null,
  opened_by uuid references people.person,
  -- where it had been, to see what repeats
  mailbox_id uuid references mailboxes.mailbox,
  topic_id uuid references mailboxes.topic,
  channel text,
  sender_id uuid references people.person,
  member_id uuid references people.person,
  check ((enquiry_id is null) = (reference is null))
);
create unique index incident_of_enquiry on privacy.incident (enquiry_id, opened_at);

create table privacy.incident_fact (
  id uuid primary key default uuidv7(),
  incident_id uuid not null references privacy.incident,
  what text not null check (what in ('contained', 'assessed', 'decided', 'notified', 'closed')),
  words text not null check (words ~ '\S' and length(words) <= 5000),
  -- codes and dates: the risk, whether to notify, when it was
  data jsonb not null default '{}' check (jsonb_typeof(data) = 'object'),
  at timestamptz not null,
  by_person uuid not null references people.person
);
create index incident_fact_of on privacy.incident_fact (incident_id, at);

-- Who came across it. `how`: saw it, acted on it, was mailed, asked or told of it, took a file of a list that may hold it.
create table privacy.incident_person (
  id uuid primary key default uuidv7(),
  incident_id uuid not null references privacy.incident,
  person_id uuid references people.person,
  name text not null,
  address citext,
  how text[] not null check (cardinality(how) > 0),
  last_at timestamptz not null,
  asked_at timestamptz,
  asked_by uuid references people.person,
  letter_at timestamptz,
  confirmed_at timestamptz,
  confirmed_words text check (confirmed_words ~ '\S' and length(confirmed_words) <= 1000),
  check ((asked_at is null) = (asked_by is null))
);
create index incident_person_of on privacy.incident_person (incident_id);

create table privacy.incident_reminder (
  incident_id uuid not null references privacy.incident,
  step int not null check (step between 0 and 4),
  at timestamptz not null,
  primary key (incident_id, step)
);

-- The desk sees every incident; a proper officer those of the restricted enquiries they see.
create function privacy.viewer_incidents() returns uuid[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(i.id), '{}')
  from privacy.incident i left join enquiries.enquiry e on e.id = i.enquiry_id
  where platform.is_system() or privacy.viewer_keeps()
    or (people.viewer_has('proper-officer') and e.mailbox_id = any (mailboxes.viewer_named())
      and not e.id = any (enquiries.viewer_excluded()))
$$;

alter table privacy.incident enable row level security;
alter table privacy.incident force row level security;
grant select, insert on privacy.incident to one_stop_app;
create policy owner on privacy.incident to current_user using (true);
create policy opened on privacy.incident for insert to one_stop_app
  with check ((select platform.is_system()) or ((select privacy.viewer_keeps()) and opened_by = (select platform.viewer())));
create policy seen on privacy.incident for select to one_stop_app
  using ((select platform.is_system()) or (select privacy.viewer_keeps()) or id = any ((select privacy.viewer_incidents())::uuid[]));

alter table privacy.incident_fact enable row level security;
alter table privacy.incident_fact force row level security;
grant select, insert on privacy.incident_fact to one_stop_app;
create policy kept on privacy.incident_fact for insert to one_stop_app
  with check ((select privacy.viewer_keeps()) and by_person = (select platform.viewer()));
create policy seen on privacy.incident_fact for select to one_stop_app
  using ((select platform.is_system()) or exists (select from privacy.incident i where i.id = incident_id));

alter table privacy.incident_person enable row level security;
alter table privacy.incident_person force row level security;
grant select, insert on privacy.incident_person to one_stop_app;
grant update (asked_at, asked_by, letter_at, confirmed_at, confirmed_words) on privacy.incident_person to one_stop_app;
create policy listed on privacy.incident_person for insert to one_stop_app
  with check ((select platform.is_system()) or (select privacy.viewer_keeps()));
create policy followed on privacy.incident_person for update to one_stop_app
  using ((select platform.is_system()) or exists (select from privacy.incident i where i.id = incident_id));
create policy seen on privacy.incident_person for select to one_stop_app
  using ((select platform.is_system()) or exists (select from privacy.incident i where i.id = incident_id));

alter table privacy.incident_reminder enable row level security;
alter table privacy.incident_reminder force row level security;
grant select, insert on privacy.incident_reminder to one_stop_app;
create policy by_the_house on privacy.incident_reminder to one_stop_app
  using ((select platform.is_system())) with check ((select platform.is_system()));
