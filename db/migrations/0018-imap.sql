-- Some councils' mail waits in a folder on an IMAP server. How far we have read there, so that nothing is taken twice
-- and nothing is passed over, and whether the server can be reached.
create table mail.imap_folder (
  -- user@host of the server
  account text not null,
  folder text not null,
  -- the server gives this another value when it numbers its messages anew; null until the folder was first read
  uid_validity bigint,
  -- every message up to this number is kept here
  last_uid bigint not null default 0,
  contact_at timestamptz,
  -- what went wrong since the last contact; null while all is well
  trouble text,
  primary key (account, folder)
);
alter table mail.imap_folder enable row level security;
alter table mail.imap_folder force row level security;
create policy by_the_council on mail.imap_folder to one_stop_app using ((select platform.is_system()));
grant select, insert, update on mail.imap_folder to one_stop_app;
