-- A common word cost what it is common: everything that has it was read to find the newest. What is newest lies beside
-- each other, though, and of a common word the newest few hundred enquiries hold enough. So those are read first, a few
-- more at a time as long as the word keeps turning up, and only what turns up seldom is looked for by the index. A word
-- in the subject is looked for by itself and not read out of every enquiry that has it elsewhere. Members are among what
-- the marks of sight say, so they need no way of their own.

drop function enquiries.found_by_words(text, text, text, uuid[], int, boolean, timestamptz, uuid);

-- The newest enquiries before a place in that order whose words answer the question.
create function enquiries.newest_with(question tsquery, most int, before_at timestamptz, before_id uuid)
returns setof uuid
language plpgsql stable rows 100 set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
  step int := 250;
  so_far int := 0;
  had int;
begin
  while most <= 200 loop
    return query
      select n.enquiry_id from (
        select s.enquiry_id, s.created_at, s.words from enquiries.searchable s
        where (s.created_at, s.enquiry_id) < (before_at, before_id)
        order by s.created_at desc, s.enquiry_id desc limit step
      ) n
      where n.words @@ question
      order by n.created_at desc, n.enquiry_id desc limit most - so_far;
    get diagnostics had = row_count;
    so_far := so_far + had;
    if so_far >= most then return; end if;
    select s.created_at, s.enquiry_id into before_at, before_id from enquiries.searchable s
      where (s.created_at, s.enquiry_id) < (before_at, before_id)
      order by s.created_at desc, s.enquiry_id desc offset step - 1 limit 1;
    if not found then return; end if;
    exit when had * 50 < step;
    step := step * 2;
  end loop;
  -- `offset 0`: by the index of words, whatever is guessed of how common they are
  return query
    select n.enquiry_id from (
      select s.enquiry_id, s.created_at from enquiries.searchable s where s.words @@ question offset 0
    ) n
    where (n.created_at, n.enquiry_id) < (before_at, before_id)
    order by n.created_at desc, n.enquiry_id desc limit most - so_far;
end
$$;

-- As in 0066: enquiries with these words, those with them in the subject first, then the newest, from behind a place in
-- that order; only to be joined with enquiries.enquiry, whose policy says what of it the viewer sees.
create function enquiries.found_by_words(asked text, asked_by_officers text, in_subject text, most int,
  after_subject boolean default null, after_at timestamptz default null, after_id uuid default null)
returns table (enquiry_id uuid, is_subject boolean)
language plpgsql stable security definer rows 100 set search_path = '' as $$
declare
  question tsquery := case when platform.is_system() or enquiries.viewer_is_officer() then asked_by_officers else asked end;
  heading constant tsquery := in_subject;
  sight constant tsquery := enquiries.viewer_sight();
  beginning constant uuid := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  had int := 0;
begin
  if sight is not null then question := question && sight; end if;
  if after_subject is not false then
    return query select n, true from enquiries.newest_with(question && heading, most,
      coalesce(after_at, 'infinity'), coalesce(after_id, beginning)) n;
    get diagnostics had = row_count;
    after_at := null;
    after_id := null;
  end if;
  if had < most then
    return query select n, false from enquiries.newest_with(question && !!heading, most - had,
      coalesce(after_at, 'infinity'), coalesce(after_id, beginning)) n;
  end if;
end
$$;

revoke all on function enquiries.newest_with, enquiries.found_by_words from public;
grant execute on function enquiries.found_by_words to one_stop_app;

-- What was indexed last waits in a list that every search reads from end to end: with the usual 4 MB, 2,000 enquiries
-- long, that took longer than the search itself. A shorter list is put in order more often, and by less at a time.
alter index enquiries.searchable_words set (gin_pending_list_limit = 256);
