-- A message of 35 MB written as one value is held by the program several times over while it is sent. A big one comes in
-- slices, which are put together here and gone again before the transaction ends: nobody ever sees them.

create table mail.slice (
  sha256 text not null,
  place integer not null,
  bytes bytea not null,
  primary key (sha256, place)
);
alter table mail.slice enable row level security;
alter table mail.slice force row level security;
create policy owner on mail.slice to current_user using (true);
create policy by_the_council on mail.slice to one_stop_app using ((select platform.is_system()));
grant select, insert, delete on mail.slice to one_stop_app;
