-- Finding an enquiry by its words. PostgreSQL may use an index for a full-text question only where no policy stands in
-- between, because the comparison is not leakproof. So the words lie in a table of their own that nobody reads but one
-- reviewed function; what it finds is joined with enquiries.enquiry, whose policy decides what of it the viewer sees.
-- There is no second copy of that policy here, and so none that could drift.

create table enquiries.searchable (
  enquiry_id uuid primary key references enquiries.enquiry,
  -- as on the enquiry: the newest come first, and whoever may only see some members' looks only among those
  created_at timestamptz not null,
  member_id uuid not null,
  -- written by src/enquiries/search/index-words.ts: `~` words of internal notes, `^` of the subject, `@` people, `#` ward
  words tsvector not null
);
create index searchable_words on enquiries.searchable using gin (words);
create index searchable_by_created on enquiries.searchable (created_at desc, enquiry_id desc);
create index searchable_by_member on enquiries.searchable (member_id);
-- how common a word is decides how it is looked for; most words of the answers are on this list or rare
alter table enquiries.searchable alter column words set statistics 200;

alter table enquiries.searchable enable row level security;
alter table enquiries.searchable force row level security;
grant select, insert, update on enquiries.searchable to one_stop_app;
create policy owner on enquiries.searchable to current_user using (true);
create policy by_the_house on enquiries.searchable to one_stop_app
  using ((select platform.is_system())) with check ((select platform.is_system()));

-- How words are spelt in what members write, for “did you mean”. Nothing of restricted matters or notes, and nothing
-- that was written only once.
create table enquiries.vocabulary (
  word text primary key,
  enquiries int not null
);
create index vocabulary_like on enquiries.vocabulary using gin (word public.gin_trgm_ops);

alter table enquiries.vocabulary enable row level security;
alter table enquiries.vocabulary force row level security;
grant select, insert, delete on enquiries.vocabulary to one_stop_app;
create policy owner on enquiries.vocabulary to current_user using (true);
create policy by_the_house on enquiries.vocabulary to one_stop_app
  using ((select platform.is_system())) with check ((select platform.is_system()));

-- Enquiries with these words, those with them in the subject first, then the newest, whether or not the viewer may see them: only to be joined with
-- enquiries.enquiry. Notes are looked through for those who may read them (as enquiries.message's policy has it): the
-- second question is theirs. `within`: only these members' enquiries; null: everybody's.
create function enquiries.found_by_words(asked text, asked_by_officers text, in_subject text, within uuid[], most int,
  after_subject boolean default null, after_at timestamptz default null, after_id uuid default null)
returns table (enquiry_id uuid, is_subject boolean)
language plpgsql stable security definer rows 500
set search_path = '' set plan_cache_mode = 'force_custom_plan' as $$
declare
  question tsquery := case when platform.is_system() or enquiries.viewer_is_officer() then asked_by_officers else asked end;
  heading tsquery := in_subject;
begin
  if within is null then
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

-- Words spelt like this one. They say that somebody wrote them, no more; a search with one of them finds only what the
-- viewer may see, and without a find it is not offered.
create function enquiries.spelt_like(typed text) returns table (word text, enquiries int)
language sql stable security definer set search_path = '' as $$
  select v.word, v.enquiries from enquiries.vocabulary v
  where v.word operator(public.%) typed and (platform.viewer() is not null or platform.is_system())
  order by public.similarity(v.word, typed) desc, v.enquiries desc
  limit 20
$$;

revoke all on function enquiries.found_by_words, enquiries.spelt_like from public;
grant execute on function enquiries.found_by_words, enquiries.spelt_like to one_stop_app;
