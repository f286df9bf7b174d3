-- Somebody who may see little looked through everything with a common word, to find that most of it is not theirs to see.
-- The index itself knows now in which mailbox an enquiry is and who raised it, so the words are looked for among what the
-- viewer may see. Row-level security still says the last word: this only narrows, and never shows more.

update enquiries.searchable s
set words = s.words || array_to_tsvector(array_remove(array['+' || e.mailbox_id, '+' || e.raised_by], null))
from enquiries.enquiry e where e.id = s.enquiry_id;

-- Marks of which every enquiry that the viewer may see has one; null where they may see nearly everything.
create function enquiries.viewer_sight() returns tsquery
language plpgsql stable security definer set search_path = '' as $$
begin
  if platform.is_system() or enquiries.viewer_sees_all() then return null; end if;
  return (
    select string_agg(quote_literal(mark), '|')::tsquery from (
      select '@' || platform.viewer()
      union all select '+' || platform.viewer()
      union all select '@' || m from unnest(people.viewer_members()) m
      union all select '+' || b from unnest(mailboxes.viewer_named() || mailboxes.viewer_overseen()) b
    ) marks (mark) where mark is not null);
end
$$;

create or replace function enquiries.found_by_words(asked text, asked_by_officers text, in_subject text, within uuid[], most int,
  after_subject boolean default null, after_at timestamptz default null, after_id uuid default null)
returns table (enquiry_id uuid, is_subject boolean)
language plpgsql stable security definer rows 500 set search_path = '' set plan_cache_mode = 'force_custom_plan' as $$
declare
  question tsquery := case when platform.is_system() or enquiries.viewer_is_officer() then asked_by_officers else asked end;
  heading tsquery := in_subject;
  sight tsquery;
begin
  if within is null then
    sight := enquiries.viewer_sight();
    if sight is not null then question := question && sight; end if;
    return query select s.enquiry_id, s.words @@ heading from enquiries.searchable s
      where s.words @@ question
        and (after_at is null or (s.words @@ heading, s.created_at, s.enquiry_id) < (after_subject, after_at, after_id))
      order by s.words @@ heading desc, s.created_at desc, s.enquiry_id desc limit most;
  else
    return query select s.enquiry_id, s.words @@ heading from enquiries.searchable s
      where s.words @@ question and s.member_id = any (within)
        and (after_at is null or (s.words @@ heading, s.created_at, s.enquiry_id) < (after_subject, after_at, after_id))
      order by s.words @@ heading desc, s.created_at desc, s.enquiry_id desc limit most;
  end if;
end
$$;

revoke all on function enquiries.viewer_sight from public;
grant execute on function enquiries.viewer_sight to one_stop_app;
