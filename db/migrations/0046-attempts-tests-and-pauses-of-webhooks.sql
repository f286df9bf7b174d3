-- Whoever runs a webhook sees when each delivery is tried next, sends a test, and pauses it without losing what happens
-- meanwhile.

alter table connections.webhook add column paused_at timestamptz;

-- a test tells of no enquiry
alter table connections.delivery alter column enquiry_id drop not null;

-- while it waits: not before then
alter table connections.delivery add column next_at timestamptz;
update connections.delivery set next_at = created_at;
alter table connections.delivery alter column next_at set not null;

-- what a paused webhook left waiting is looked for when it goes on
create index on connections.delivery (webhook_id, created_at) where state = 'waiting';
