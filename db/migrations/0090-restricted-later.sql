-- An enquiry that turns out to be sensitive is restricted later. Three things were shown to people for being named in
-- them and not for seeing the enquiry: a part of an answer they were asked for, what was handed over to their mailbox, and
-- the letters they got. Restricting an enquiry hides these from everybody who may no longer see it; whoever is asked
-- afterwards sees what they are asked, as before.

alter table enquiries.contribution add column hidden boolean not null default false;
comment on column enquiries.contribution.hidden is 'The enquiry was restricted after this was asked: only who sees the enquiry sees it';
grant update (hidden) on enquiries.contribution to one_stop_app;
create policy hidden_by_the_house on enquiries.contribution for update to one_stop_app using ((select platform.is_system()));

drop policy seen on enquiries.contribution;
create policy seen on enquiries.contribution for select
  using ((select platform.is_system())
    or (of_person = (select platform.viewer()) and not hidden)
    or ((select enquiries.viewer_is_officer()) and exists (select from enquiries.enquiry e where e.id = contribution.enquiry_id)));

alter table enquiries.hand_over add column hidden boolean not null default false;
comment on column enquiries.hand_over.hidden is 'The enquiry was restricted after this was handed over: only who sees the enquiry sees it';
grant update (hidden) on enquiries.hand_over to one_stop_app;
create policy hidden_by_the_house on enquiries.hand_over for update to one_stop_app using ((select platform.is_system()));

drop policy seen on enquiries.hand_over;
create policy seen on enquiries.hand_over for select
  using ((select platform.is_system())
    or (mailbox_id = any ((select mailboxes.viewer_named())::uuid[]) and not hidden)
    or ((select enquiries.viewer_is_officer()) and exists (select from enquiries.enquiry e where e.id = hand_over.enquiry_id)));

alter table mail.outbox add column hidden boolean not null default false;
comment on column mail.outbox.hidden is 'Its enquiry was restricted after it was written: its recipient may read it here no more';

drop policy recipient on mail.outbox;
create policy recipient on mail.outbox for select
  using (to_person = (select platform.viewer()) and not hidden);
