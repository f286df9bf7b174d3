-- An answer's files go with its email where they are small enough: the outbox names them, their bytes lie in the file
-- store. [{"name", "type", "sha256"}]
alter table mail.outbox add column files jsonb not null default '[]' check (jsonb_typeof(files) = 'array');
