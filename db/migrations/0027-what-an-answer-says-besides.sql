-- An answer says whom to contact and whether it may be shared with the resident (domain, section 8). Both are the
-- officer's words and choice at sending, so they stand with the message; null: nobody said.

alter table enquiries.message add column contact text not null default '';
alter table enquiries.message add column may_share boolean;
