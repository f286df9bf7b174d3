-- What officers decide about mail, each with its reason, so that it can be read later and taken back. Several decided
-- together carry the same batch.
create table mail.decision (
  id uuid primary key default uuidv7(),
  intake_id uuid not null references mail.intake,
  batch uuid not null,
  kind text not null check (kind in ('file', 'new-enquiry', 'reply', 'discard', 'restore', 'undo', 'reprocess')),
  reason text not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  -- how the message stood before, to put it back
  was_state text not null,
  was_reason text,
  was_words text,
  -- why it was not done
  refused text,
  undone_at timestamptz
);
create index decision_about_message on mail.decision (intake_id, decided_at);
create index decision_of_batch on mail.decision (batch);

alter table mail.decision enable row level security;
alter table mail.decision force row level security;
create policy by_the_council on mail.decision to one_stop_app using ((select platform.is_system()));
create policy by_those_who_see_its_intake on mail.decision for select to one_stop_app using (
  exists (select 1 from mail.intake where intake.id = decision.intake_id)
);
grant select, insert, update on mail.decision to one_stop_app;

-- A filing that is taken back must not lead answers to where it was; a message that is processed anew has its tries anew.
grant delete on mail.known_message, mail.attempt to one_stop_app;
