-- Promises are followed by themselves: whoever owes one is reminded, and what was not kept is broken the working day
-- after. Each morning asks for the open promises up to a day, so they are indexed by the earliest; kept and broken ones
-- are nothing to follow any more. Dates are ISO texts: their order is that of the days.

create function enquiries.next_promise_on(promises jsonb) returns text
language sql immutable parallel safe set search_path = '' as $$
  select min(p ->> 'dueOn') from jsonb_array_elements(promises) p where not p ? 'keptOn' and not p ? 'brokenOn'
$$;
create index enquiry_by_promise on enquiries.enquiry (enquiries.next_promise_on(promises)) where promises <> '[]';

-- The standard is set by those who keep the definitions; who sets up people and mailboxes does not judge answers.
create or replace function quality.viewer_keeps_standard() returns boolean
language sql stable parallel unsafe security definer set search_path = '' as $$
  select people.viewer_has_any('{performance,one-stop}')
$$;
