-- Member services look through the addresses that mail comes back from, and say when one is mended.

-- what came back or could not be handed over to somebody lately, to be sent again
create index outbox_not_arrived on mail.outbox (to_person, created_at) where state in ('failed', 'bounced');
