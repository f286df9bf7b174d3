-- What the check of sensitive matters looks for is the council's to change. The program brings lists of words; here stands
-- what a council added to a list or took out of it, from when until when and by whom. What the program learns later then
-- reaches councils that changed a word or two, and what they changed stays theirs.

create table mailboxes.sensitive_word (
  id uuid primary key default uuidv7(),
  list text not null check (list ~ '^[a-z-]{3,40}$'),
  phrase text not null check (phrase <> '' and length(phrase) <= 80 and phrase = lower(phrase)),
  -- false: a word that the program brings and that does not count here
  added boolean not null,
  changed_at timestamptz not null,
  changed_by uuid references people.person (id),
  -- no longer so from then on; never deleted
  ended_at timestamptz,
  ended_by uuid references people.person (id),
  check ((ended_at is null) or ended_at >= changed_at)
);
create unique index sensitive_word_once on mailboxes.sensitive_word (list, phrase) where ended_at is null;

alter table mailboxes.sensitive_word enable row level security;
alter table mailboxes.sensitive_word force row level security;
grant select, insert, update on mailboxes.sensitive_word to one_stop_app;

create policy readers on mailboxes.sensitive_word for select to one_stop_app
  using ((select platform.viewer()) is not null or (select platform.is_system()));
create policy keepers_add on mailboxes.sensitive_word for insert to one_stop_app
  with check ((select mailboxes.viewer_administers()) or (select people.viewer_has('dpo')));
create policy keepers_end on mailboxes.sensitive_word for update to one_stop_app
  using ((select mailboxes.viewer_administers()) or (select people.viewer_has('dpo')));

-- Every process holds a copy and reads it anew as soon as a word was changed.
insert into platform.held (what, everybody) values ('mailboxes.sensitive-words', false);
create trigger renew_held after insert or update or delete on mailboxes.sensitive_word
  for each statement execute function platform.renew_held('mailboxes.sensitive-words');
