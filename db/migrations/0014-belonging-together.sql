-- Enquiries that belong together: one that follows from another, related ones, joined ones, and sets of several members'
-- enquiries about one matter. How two belong together is a fact of both, made by events, so it stands in both rows.

alter table enquiries.enquiry
  add column links jsonb not null default '[]',
  -- the enquiry that leads the set this one is in; the lead names itself
  add column set_lead_id uuid references enquiries.enquiry (id);
comment on column enquiries.enquiry.links is 'Others it belongs with: [{"to": id, "as": "follows", "followed-by", "related", "joined-to" or "took-in"}]';

create index enquiry_in_set on enquiries.enquiry (set_lead_id) where set_lead_id is not null;
-- which other open enquiries a member has is asked on each page, to find those about the same matter
create index enquiry_open_by_member on enquiries.enquiry (member_id) where status not in ('answered', 'closed');
