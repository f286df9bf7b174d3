-- The newest enquiries with a word were looked for by reading the newest of all, which helps where the word is common, and
-- else by reading all that have it, which grows with every year. The index itself now knows the month in which an enquiry
-- came: the newest are looked for in the newest month, then in the year before it, and only what turns up hardly ever is
-- looked for everywhere.

update enquiries.searchable set words = words || array_to_tsvector(array['%' || to_char(created_at at time zone 'UTC', 'YYYY-MM')]);

-- The newest enquiries before a place in that order whose words answer the question.
create or replace function enquiries.newest_with(question tsquery, most int, before_at timestamptz, before_id uuid)
returns setof uuid
language plpgsql stable rows 100 set search_path = '' set timezone = 'UTC' set plan_cache_mode = 'force_generic_plan' as $$
declare
  month timestamptz := date_trunc('month', least(before_at, (select max(s.created_at) from enquiries.searchable s)));
  since timestamptz;
  months int;
  so_far int := 0;
  had int;
begin
  foreach months in array case when most <= 200 then '{1,12}' else '{}' end::int[] loop
    since := month - make_interval(months => months - 1);
    -- `offset 0`: by the index of words, whatever is guessed of how common they are
    return query
      select n.enquiry_id from (
        select s.enquiry_id, s.created_at from enquiries.searchable s
        where s.words @@ (question && (
          select string_agg(quote_literal('%' || to_char(m, 'YYYY-MM')), '|')::tsquery
          from generate_series(since, month, interval '1 month') m))
        offset 0
      ) n
      where (n.created_at, n.enquiry_id) < (before_at, before_id)
      order by n.created_at desc, n.enquiry_id desc limit most - so_far;
    get diagnostics had = row_count;
    so_far := so_far + had;
    if so_far >= most then return; end if;
    before_at := since;
    before_id := '00000000-0000-0000-0000-000000000000';
    month := since - interval '1 month';
  end loop;
  return query
    select n.enquiry_id from (
      select s.enquiry_id, s.created_at from enquiries.searchable s where s.words @@ question offset 0
    ) n
    where (n.created_at, n.enquiry_id) < (before_at, before_id)
    order by n.created_at desc, n.enquiry_id desc limit most - so_far;
end
$$;
