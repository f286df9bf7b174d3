-- An import of members or officers is a recorded thing: what the file said, who it changed and how, so that it can be
-- looked at before it is done and put back afterwards.

create table people.import (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('members', 'officers')),
  -- the file is the whole list: whoever is not in it leaves
  complete boolean not null,
  file_name text not null check (length(file_name) <= 200),
  -- the file, until it is done; then its changes say all that is needed
  content text not null,
  -- what was shown before it was done: when something else has changed since, it is shown anew
  plan_hash bytea not null check (length(plan_hash) = 32),
  made_by uuid references people.person,
  made_at timestamptz not null,
  done_at timestamptz,
  undone_by uuid references people.person,
  undone_at timestamptz,
  check (done_at is null or content = ''),
  check (undone_at is null or done_at is not null)
);
create index on people.import (made_at);

create table people.import_change (
  import_id uuid not null references people.import on delete cascade,
  place int not null,
  person_id uuid not null references people.person,
  kind text not null check (kind in ('joins', 'changes', 'leaves')),
  -- what was known of them; null for somebody who was not here
  before jsonb,
  after jsonb not null,
  -- after the import was undone: what could not be put back, in words; '' when all was
  left_as text,
  primary key (import_id, place)
);
create index on people.import_change (person_id);

do $$
declare it text;
begin
  foreach it in array array['import', 'import_change'] loop
    execute format('alter table people.%I enable row level security', it);
    execute format('alter table people.%I force row level security', it);
    execute format('create policy administer on people.%I for all
      using ((select platform.is_system()) or (select people.viewer_has(''admin'')))', it);
    execute format('grant select, insert, update on people.%I to one_stop_app', it);
  end loop;
end $$;
-- what was only looked at is swept
grant delete on people.import to one_stop_app;
