-- How long things are kept, what is held back, and how words are erased when their time is over. What stays is what
-- figures and history rest on: events with ids and codes, facts, and a tombstone that says when and why.

create table privacy.schedule (
  id bigint generated always as identity primary key,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  -- null: kept until somebody decides otherwise
  keep_months int check (keep_months between 1 and 1200),
  reason text not null check (reason <> ''),
  from_on date not null,
  -- null for what One Stop came with
  made_by uuid references people.person,
  made_at timestamptz not null
);
create index schedule_in_force on privacy.schedule (kind, from_on, id);

-- Legal hold: nothing of it is erased while it stands.
create table privacy.hold (
  id uuid primary key default uuidv7(),
  about text not null check (about in ('enquiry', 'person', 'topic')),
  subject_id uuid not null,
  -- as it was typed: a reference, a name
  called text not null,
  reason text not null check (reason <> ''),
  review_on date not null,
  placed_by uuid not null references people.person,
  placed_at timestamptz not null,
  lifted_by uuid references people.person,
  lifted_at timestamptz,
  lifted_because text,
  check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_because is null))
);
create index hold_standing on privacy.hold (subject_id) where lifted_at is null;

-- One erasing: prepared by one person, confirmed by another, then done in batches.
create table privacy.erasing (
  id uuid primary key default uuidv7(),
  why text not null check (why in ('schedule', 'request')),
  -- by schedule: what is due on this day
  due_on date not null,
  reason text not null default '',
  prepared_by uuid not null references people.person,
  prepared_at timestamptz not null,
  confirmed_by uuid references people.person check (confirmed_by <> prepared_by),
  confirmed_at timestamptz,
  withdrawn_at timestamptz,
  finished_at timestamptz,
  check ((confirmed_at is null) = (confirmed_by is null)),
  check (confirmed_at is null or withdrawn_at is null)
);
create unique index erasing_under_way on privacy.erasing ((true))
  where why = 'schedule' and withdrawn_at is null and finished_at is null;

create table privacy.erasing_item (
  erasing_id uuid not null references privacy.erasing,
  enquiry_id uuid not null references enquiries.enquiry,
  reference text not null,
  kind text not null,
  closed_on date,
  schedule_id bigint references privacy.schedule,
  state text not null default 'waiting' check (state in ('waiting', 'erased', 'held', 'not-due')),
  primary key (erasing_id, enquiry_id)
);
create index erasing_item_waiting on privacy.erasing_item (erasing_id, reference) where state = 'waiting';

create table privacy.tombstone (
  enquiry_id uuid primary key references enquiries.enquiry,
  reference text not null unique,
  erased_at timestamptz not null,
  -- null: erased again after a restore to a time before it was erased
  erasing_id uuid references privacy.erasing,
  schedule_id bigint references privacy.schedule
);

-- Bytes on disk that nobody names any more; removed after the words are, and again after a restore.
create table privacy.file_to_forget (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  since_at timestamptz not null,
  forgotten_at timestamptz
);

do $$ declare name text; begin
  foreach name in array array['schedule', 'hold', 'erasing', 'erasing_item', 'tombstone', 'file_to_forget'] loop
    execute format('alter table privacy.%I enable row level security', name);
    execute format('alter table privacy.%I force row level security', name);
  end loop;
end $$;

create function privacy.viewer_sees() returns boolean
language sql stable parallel safe security definer set search_path = '' as $$
  select people.viewer_has('dpo') or people.viewer_has('auditor') or people.viewer_has('director')
$$;
revoke all on function privacy.viewer_sees() from public;
grant execute on function privacy.viewer_sees() to one_stop_app;

create policy seen on privacy.schedule for select using (true);
create policy by_the_house on privacy.schedule for insert with check ((select platform.is_system()));
create policy seen on privacy.hold for select
  using ((select platform.is_system()) or (select privacy.viewer_sees()));
create policy by_the_house on privacy.hold for insert with check ((select platform.is_system()));
create policy lifted_by_the_house on privacy.hold for update using ((select platform.is_system()));
create policy seen on privacy.erasing for select
  using ((select platform.is_system()) or (select privacy.viewer_sees()));
create policy by_the_house on privacy.erasing for insert with check ((select platform.is_system()));
create policy carried_on_by_the_house on privacy.erasing for update using ((select platform.is_system()));
create policy seen on privacy.erasing_item for select
  using ((select platform.is_system()) or (select privacy.viewer_sees()));
create policy by_the_house on privacy.erasing_item for insert with check ((select platform.is_system()));
create policy carried_on_by_the_house on privacy.erasing_item for update using ((select platform.is_system()));
create policy seen on privacy.tombstone for select
  using ((select platform.is_system()) or (select privacy.viewer_sees()));
create policy by_the_house on privacy.tombstone for insert with check ((select platform.is_system()));
create policy the_house on privacy.file_to_forget for all using ((select platform.is_system()));

grant select, insert on privacy.schedule, privacy.tombstone to one_stop_app;
grant select, insert, update on privacy.hold, privacy.erasing, privacy.erasing_item, privacy.file_to_forget to one_stop_app;

insert into privacy.schedule (kind, keep_months, reason, from_on, made_at)
select kind, keep_months, reason, '2000-01-01', now() from (values
  ('enquiry', 72, 'Six years after closing: the time in which most claims can still be brought (Limitation Act 1980)'),
  ('service-request', 36, 'Three years after closing: long enough to see whether a fault came back'),
  ('mp-enquiry', 72, 'Six years after closing, as other enquiries of elected members'),
  ('complaint', 72, 'Six years after closing: the ombudsman and claims'),
  ('information-request', 36, 'Three years after closing: complaints to the regulator and repeated requests'),
  ('restricted', 84, 'Seven years after closing, unless a hold or the law on safeguarding asks for longer; review before it ends'),
  ('mail-raw', 12, 'One year after arrival: the exact copy serves to process a message again, then the enquiry itself suffices'),
  ('mail-sent', 24, 'Two years: what was sent is part of the conversation; the copy of the email shows how it looked'),
  ('quarantine', 6, 'Six months after it was decided: time to take a decision back'),
  ('drafts', 3, 'Three months without a change: nobody goes on with it'),
  ('sessions', 12, 'One year after they ended: to look into a misuse of an account'),
  ('audit', null, 'Kept whole: it holds ids and codes, no words, and a chain with a hole proves nothing'),
  ('erasure-record', null, 'Kept: it proves that something was erased, and is needed again after a restore')
) as it (kind, keep_months, reason);

-- ---- each room erases its own words ----
-- The program may not change what was said. These functions may, for the house alone, and only for what is closed.

alter table enquiries.enquiry add column erased_on date, add column erased_because text,
  add check ((erased_on is null) = (erased_because is null));

create policy erased_by_the_house on enquiries.message for update to current_user using ((select platform.is_system()));
create policy erased_by_the_house on enquiries.promise for update to current_user using ((select platform.is_system()));
create policy erased_by_the_house on enquiries.contribution for update to current_user using ((select platform.is_system()));
create policy erased_by_the_house on enquiries.hand_over for update to current_user using ((select platform.is_system()));
create policy erased_by_the_house on enquiries.submission for update to current_user using ((select platform.is_system()));
create policy erased_by_the_house on enquiries.attachment for delete to current_user using ((select platform.is_system()));

-- Takes the words of one closed enquiry away; gives the files that nothing names any more. Done twice it does nothing more.
create function enquiries.erase_words(of_enquiry uuid, today date, because text) returns text[]
language plpgsql security definer set search_path = '' as $$
declare
  files text[];
begin
  if not platform.is_system() then raise exception 'only the house erases'; end if;
  perform from enquiries.enquiry where id = of_enquiry and status = 'closed' for update;
  if not found then raise exception 'only what is closed is erased'; end if;
  select array_agg(distinct name) into files from (
    select sha256 as name from enquiries.attachment where enquiry_id = of_enquiry
    union select shown_sha256 from enquiries.attachment where enquiry_id = of_enquiry
  ) own where not exists (
    select from enquiries.attachment other
    where other.enquiry_id <> of_enquiry and own.name in (other.sha256, other.shown_sha256));
  delete from enquiries.attachment where enquiry_id = of_enquiry;
  update enquiries.enquiry set subject = 'Erased', constituent = null, place = null, postcode = null, latitude = null,
    longitude = null, erased_on = coalesce(erased_on, today),
    erased_because = coalesce(erased_because, because) where id = of_enquiry;
  update enquiries.message set words = '', quoted = '', contact = '', raw_sha256 = null where enquiry_id = of_enquiry;
  update enquiries.promise set words = 'Erased', who = '' where enquiry_id = of_enquiry;
  update enquiries.question set words = 'Erased', answer = null, excuse = null where enquiry_id = of_enquiry;
  update enquiries.contribution set of_name = 'Erased', of_address = 'erased@erased.invalid', questions = '{Erased}',
    background = '' where enquiry_id = of_enquiry;
  update enquiries.contribution_link set revoked_at = coalesce(revoked_at, now())
    where contribution_id in (select id from enquiries.contribution where enquiry_id = of_enquiry);
  update enquiries.hand_over set wanted = 'Erased', shared = '[]', files = '[]' where enquiry_id = of_enquiry;
  update enquiries.submission set answer = '{}' where enquiry_id = of_enquiry;
  update enquiries.searchable set words = '' where enquiry_id = of_enquiry;
  delete from enquiries.draft where about like (select reference || '%' from enquiries.enquiry where id = of_enquiry);
  update enquiries.bulk_item set words = null, own_given = null, undo_given = null where enquiry_id = of_enquiry;
  delete from enquiries.idempotency where reference = (select reference from enquiries.enquiry where id = of_enquiry);
  delete from enquiries.risk where enquiry_id = of_enquiry;
  return coalesce(files, '{}');
end $$;

create policy erased_by_the_house on mail.raw for select to current_user using ((select platform.is_system()));
create policy blanked_by_the_house on mail.raw for update to current_user using ((select platform.is_system()));
create policy seen_to_erase on mail.delivery for select to current_user using ((select platform.is_system()));
create policy erased_by_the_house on mail.delivery for update to current_user using ((select platform.is_system()));
create policy seen_to_erase on mail.intake for select to current_user using ((select platform.is_system()));
create policy erased_by_the_house on mail.intake for update to current_user using ((select platform.is_system()));
create policy erased_by_the_house on mail.known_message for all to current_user using ((select platform.is_system()));

-- The exact copies of these messages become empty; that they came, and with which fingerprint, stays.
create function mail.blank_raw(of_messages text[]) returns int
language plpgsql security definer set search_path = '' as $$
declare
  n int;
begin
  if not platform.is_system() then raise exception 'only the house erases'; end if;
  update mail.raw set bytes = '' where sha256 = any (of_messages) and bytes <> '';
  get diagnostics n = row_count;
  update mail.delivery set mail_from = '', recipients = '{erased@erased.invalid}', from_ip = '', helo = ''
    where sha256 = any (of_messages) and recipients <> '{erased@erased.invalid}';
  delete from mail.slice where sha256 = any (of_messages);
  return n;
end $$;

-- What came and what was sent about one enquiry loses its words, names and addresses.
create function mail.erase_words(of_enquiry uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  messages text[];
begin
  if not platform.is_system() then raise exception 'only the house erases'; end if;
  select array_agg(i.sha256) into messages from mail.intake i
    where i.enquiry_id = of_enquiry
      or i.duplicate_of in (select o.id from mail.intake o where o.enquiry_id = of_enquiry);
  perform mail.blank_raw(coalesce(messages, '{}'));
  update mail.intake set from_address = null, from_name = null, subject = null, sender_check = null, message_id = null,
    words = case when words is null then null else 'Erased' end where sha256 = any (messages);
  update mail.outbox set subject = 'Erased', text = '', html = '', to_name = '', to_address = 'erased@erased.invalid',
    reply_to = null, files = '[]', last_error = null, in_reply_to = null, refs = '{}',
    once_key = id::text, state = case when state in ('queued', 'sending', 'held') then 'withdrawn' else state end
    where about_enquiry = of_enquiry;
  update mail.reply_address set address = 'erased@erased.invalid', revoked_at = coalesce(revoked_at, now())
    where enquiry = of_enquiry;
  delete from mail.known_message where enquiry_id = of_enquiry;
end $$;

create policy seen_to_erase on quality.score for select to current_user using ((select platform.is_system()));
create policy erased_by_the_house on quality.score for update to current_user using ((select platform.is_system()));
create function quality.erase_words(of_enquiry uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not platform.is_system() then raise exception 'only the house erases'; end if;
  update quality.score set notes = '' where enquiry_id = of_enquiry;
  update quality.example set asked = '', words = 'Erased', state = 'withdrawn',
    decided_on = coalesce(decided_on, proposed_on) where enquiry_id = of_enquiry;
end $$;

create policy erased_by_the_house on review.exception for update to current_user using ((select platform.is_system()));
create function review.erase_words(of_enquiry uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not platform.is_system() then raise exception 'only the house erases'; end if;
  update review.exception set words = 'Erased' where enquiry_id = of_enquiry;
end $$;

create policy forgotten_by_the_house on people.session for delete to current_user using ((select platform.is_system()));
create function people.forget_sessions(ended_before timestamptz, most int) returns int
language plpgsql security definer set search_path = '' as $$
declare
  n int;
begin
  if not platform.is_system() then raise exception 'only the house erases'; end if;
  delete from people.session where id in (
    select id from people.session where coalesce(ended_at, ends_at) < ended_before limit most);
  get diagnostics n = row_count;
  return n;
end $$;

revoke all on function enquiries.erase_words, mail.blank_raw, mail.erase_words, quality.erase_words, review.erase_words,
  people.forget_sessions from public;
grant execute on function enquiries.erase_words, mail.blank_raw, mail.erase_words, quality.erase_words,
  review.erase_words, people.forget_sessions to one_stop_app;
