-- What past enquiries teach about topics: how strongly a word, or two side by side, speaks for each. Words that only one
-- enquiry of a topic has are not kept, and nothing of restricted matters is. People do not read these tables: they get
-- the likeliest topics of a text of their own, with the words of that text that speak for them.

create table mailboxes.learned_topic (
  topic_id uuid primary key references mailboxes.topic,
  -- logarithms: how common the topic is, and what a known word counts that was never seen with it
  prior real not null,
  unseen real not null,
  learned_from int not null check (learned_from >= 0)
);

create table mailboxes.clue (
  word text not null,
  topic_id uuid not null references mailboxes.topic,
  weight real not null,
  primary key (word, topic_id) include (weight)
);
create index clue_by_topic on mailboxes.clue (topic_id);

do $$
declare it text;
begin
  foreach it in array array['learned_topic', 'clue'] loop
    execute format('alter table mailboxes.%I enable row level security', it);
    execute format('alter table mailboxes.%I force row level security', it);
    execute format('grant select, insert, update, delete on mailboxes.%I to one_stop_app', it);
    execute format('create policy owner on mailboxes.%I to current_user using (true)', it);
    execute format('create policy by_the_house on mailboxes.%I to one_stop_app
      using ((select platform.is_system())) with check ((select platform.is_system()))', it);
  end loop;
end $$;

-- The likeliest topics of these words (naive Bayes over what was learned), and which of the words speak for each more
-- than for others.
create function mailboxes.topics_speaking(words text[])
returns table (topic_id uuid, score real, because text[])
language sql stable security definer rows 3 set search_path = '' as $$
  with said as materialized (
    select c.word, c.topic_id, c.weight,
      c.weight - sum(c.weight) over (partition by c.word) / (select count(*) from mailboxes.learned_topic) as lift
    from mailboxes.clue c where c.word = any (words)
  ), known as (select count(distinct word) as n from said)
  select t.topic_id,
    (t.prior + (select n from known) * t.unseen + coalesce(sum(s.weight), 0))::real as score,
    (array_agg(s.word order by s.lift desc, s.word) filter (where s.lift > 1.5))[1:12] as because
  from mailboxes.learned_topic t left join said s on s.topic_id = t.topic_id
  group by t.topic_id, t.prior, t.unseen
  having max(s.lift) > 1.5
  order by 2 desc, 1
  limit 3
$$;
revoke all on function mailboxes.topics_speaking from public;
grant execute on function mailboxes.topics_speaking to one_stop_app;
