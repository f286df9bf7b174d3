-- Members do everything by email: what the help address answers by itself is an outcome of its own, and every plain
-- receipt counts towards the brakes on mail loops, not only that of a new enquiry.

alter table mail.intake drop constraint intake_state_check;
alter table mail.intake add constraint intake_state_check check (
  state in ('waiting', 'new-enquiry', 'filed', 'recorded', 'answered', 'automatic', 'duplicate', 'quarantined', 'discarded'));

drop index mail.outbox_to_address_created_at_idx;
drop index mail.outbox_created_at_idx;
create index outbox_receipts_to on mail.outbox (to_address, created_at) where kind in ('receipt', 'confirmation');
create index outbox_receipts on mail.outbox (created_at) where kind in ('receipt', 'confirmation');
