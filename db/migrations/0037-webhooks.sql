-- Other systems are told what happens to enquiries, signed, as far as one person of the council may see it.

create schema connections;
grant usage on schema connections to one_stop_app;

create table connections.webhook (
  id uuid primary key default uuidv7(),
  -- it hears of what this person sees, and of nothing when they can no longer sign in
  owner_id uuid not null references people.person,
  url text not null check (url ~ '^https?://' and length(url) <= 2000),
  description text not null default '' check (length(description) <= 200),
  events text[] not null check (cardinality(events) > 0),
  -- sealed with the key of the house; after a change the old one signs too, until then
  sealed_secret text not null,
  sealed_secret_before text,
  before_until timestamptz,
  made_by uuid references people.person,
  made_at timestamptz not null,
  -- given by the client, so that asking twice makes one
  idempotency_key text,
  failing_since timestamptz,
  disabled_at timestamptz,
  disabled_because text,
  removed_at timestamptz,
  unique (made_by, idempotency_key)
);
create index on connections.webhook (owner_id);

create table connections.delivery (
  id uuid primary key default uuidv7(),
  webhook_id uuid not null references connections.webhook,
  event_id uuid not null,
  type text not null,
  enquiry_id uuid not null,
  -- exactly what is sent and signed: ids and codes, nobody's words
  body text not null,
  created_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'withdrawn')),
  attempts int not null default 0,
  -- an event that is followed twice is told once
  unique (webhook_id, event_id)
);
create index on connections.delivery (webhook_id, created_at);

create table connections.attempt (
  delivery_id uuid not null references connections.delivery,
  number int not null,
  at timestamptz not null,
  -- null: no answer came
  status int,
  -- the beginning of what was answered, or why nothing was
  said text not null,
  milliseconds int not null,
  primary key (delivery_id, number)
);

do $$
declare it text;
begin
  foreach it in array array['webhook', 'delivery', 'attempt'] loop
    execute format('alter table connections.%I enable row level security', it);
    execute format('alter table connections.%I force row level security', it);
    execute format('create policy administer on connections.%I for all
      using ((select platform.is_system()) or (select people.viewer_has(''admin'')))', it);
    execute format('grant select, insert, update on connections.%I to one_stop_app', it);
  end loop;
end $$;
