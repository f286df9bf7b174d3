-- Whether a member asks the council what they asked it lately.

-- A member's enquiries since a moment that share most of the telling words, the likest first: how much of what the words
-- weigh they share, where a word weighs more the fewer of the member's own enquiries have it. Ids only, to be joined with
-- enquiries.enquiry; a member has some hundred enquiries, so this costs a few milliseconds however many there are in all.
create function enquiries.alike(of_member uuid, typed text[], since timestamptz)
returns table (enquiry_id uuid, likeness real)
language sql stable security definer rows 5 set search_path = '' as $$
  with own as materialized (
    select s.enquiry_id, w.word
    from enquiries.searchable s cross join lateral unnest(tsvector_to_array(s.words)) w (word)
    where s.member_id = of_member and s.created_at >= since and w.word = any (typed)
  ), all_own as (
    select count(*) as n from enquiries.searchable s where s.member_id = of_member and s.created_at >= since
  ), weight as (
    select t.word, ln(2 + (select n from all_own) / (1.0 + (select count(*) from own o where o.word = t.word))) as weighs
    from (select distinct unnest(typed) as word) t
  )
  select o.enquiry_id, (sum(w.weighs) / (select sum(weighs) from weight))::real as likeness
  from own o join weight w on w.word = o.word
  group by o.enquiry_id
  having count(*) >= 3
  order by 2 desc, 1
  limit 5
$$;
revoke all on function enquiries.alike from public;
grant execute on function enquiries.alike to one_stop_app;
