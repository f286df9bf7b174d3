-- Mail that may be sensitive waits for a person before anybody is notified. Until then only those who triage and proper
-- officers see it: not the named people of the mailbox it was sent to, not the auditor. It stays withheld when it is thrown
-- away; it is open once somebody let it through, and restricted once somebody sent it that way.

alter table mail.intake add column withheld boolean not null default false;

drop policy by_one_stop on mail.intake;
create policy by_one_stop on mail.intake for select to one_stop_app using (
  state <> 'waiting' and not restricted
  and ((select people.viewer_has('one-stop')) or (not withheld and (select people.viewer_has('auditor'))))
);
drop policy by_the_named on mail.intake;
create policy by_the_named on mail.intake for select to one_stop_app using (
  state <> 'waiting' and (restricted or not withheld) and mailbox_id = any ((select mailboxes.viewer_named())::uuid[])
);
create policy by_proper_officers on mail.intake for select to one_stop_app using (
  state <> 'waiting' and withheld and not restricted and (select people.viewer_has('proper-officer'))
);

alter table mail.decision drop constraint decision_kind_check;
alter table mail.decision add constraint decision_kind_check check (
  kind in ('file', 'new-enquiry', 'reply', 'discard', 'restore', 'undo', 'reprocess', 'restrict', 'let-through'));
