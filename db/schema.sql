-- What the migrations add up to, for reading and reviewing. Written by bin/schema, compared by the tests; never run.

-- platform ------------------------------------------------------------------------------------------------------------

create schema platform;

create table platform.held (
  what text not null,
  version uuid default uuidv7() not null,
  everybody boolean default true not null,
  constraint held_pkey PRIMARY KEY (what)
);
-- row-level security: forced
create policy owner on platform.held for all to the owner
  using true;
create policy readers on platform.held for select to one_stop_app
  using (everybody OR (( SELECT platform.viewer() AS viewer) IS NOT NULL) OR ( SELECT platform.is_system() AS is_system));
grant select on platform.held to one_stop_app;

create table platform.migration (
  name text not null,
  applied_at timestamp with time zone default now() not null,
  constraint migration_pkey PRIMARY KEY (name)
);
grant select on platform.migration to one_stop_app;

create table platform.setting (
  key text not null,
  value jsonb not null,
  changed_at timestamp with time zone default now() not null,
  changed_by uuid,
  constraint setting_pkey PRIMARY KEY (key)
);
grant insert, select, update on platform.setting to one_stop_app;

CREATE OR REPLACE FUNCTION platform.is_system()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select coalesce(current_setting('app.viewer', true) = 'system', false)
$function$
;

CREATE OR REPLACE FUNCTION platform.plain(given text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select lower(public.unaccent('public.unaccent'::regdictionary, given))
$function$
;

CREATE OR REPLACE FUNCTION platform.recalled(fact text)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select case when starts_with(current_setting('app.' || fact, true), current_setting('app.viewer', true) || '|')
    then substr(current_setting('app.' || fact, true), length(current_setting('app.viewer', true)) + 2) end
$function$
;

CREATE OR REPLACE FUNCTION platform.remember(fact text, value text)
 RETURNS text
 LANGUAGE sql
AS $function$
  select substr(set_config('app.' || fact, current_setting('app.viewer', true) || '|' || value, true),
    length(current_setting('app.viewer', true)) + 2)
$function$
;

CREATE OR REPLACE FUNCTION platform.renew_held()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update platform.held set version = uuidv7() where what = tg_argv[0];
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION platform.viewer()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select case when current_setting('app.viewer', true) in ('', 'public', 'system') then null
              else current_setting('app.viewer', true)::uuid end
$function$
;

CREATE TRIGGER renew_held AFTER INSERT OR DELETE OR UPDATE ON platform.setting FOR EACH STATEMENT EXECUTE FUNCTION platform.renew_held('platform.setting');

-- people --------------------------------------------------------------------------------------------------------------

create schema people;

create table people.address_proof (
  token_hash bytea not null,
  person_id uuid not null,
  address citext not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint address_proof_address_check CHECK ((length((address)::text) <= 254)),
  constraint address_proof_token_hash_check CHECK ((length(token_hash) = 32)),
  constraint address_proof_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint address_proof_pkey PRIMARY KEY (token_hash)
);
create INDEX address_proof_person_id_created_at_idx ON people.address_proof USING btree (person_id, created_at);
-- row-level security: forced
create policy own on people.address_proof for all
  using ((person_id = ( SELECT platform.viewer() AS viewer)) OR ( SELECT platform.is_system() AS is_system));
grant insert, select, update on people.address_proof to one_stop_app;

create table people.api_token (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  name text not null,
  token_hash bytea not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_token_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint api_token_token_hash_check CHECK ((length(token_hash) = 32)),
  constraint api_token_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint api_token_pkey PRIMARY KEY (id),
  constraint api_token_token_hash_key UNIQUE (token_hash)
);
create INDEX api_token_person_id_idx ON people.api_token USING btree (person_id);
-- row-level security: forced
create policy own on people.api_token for all
  using ((person_id = ( SELECT platform.viewer() AS viewer)) OR ( SELECT platform.is_system() AS is_system));
grant insert, select, update on people.api_token to one_stop_app;

create table people.attempt (
  id uuid default uuidv7() not null,
  key bytea not null,
  tried_at timestamp with time zone not null,
  constraint attempt_key_check CHECK ((length(key) = 32)),
  constraint attempt_pkey PRIMARY KEY (id)
);
create INDEX attempt_key_tried_at_idx ON people.attempt USING btree (key, tried_at);
create INDEX attempt_tried_at_idx ON people.attempt USING btree (tried_at);
-- row-level security: forced
create policy house on people.attempt for all
  using ( SELECT platform.is_system() AS is_system);
grant delete, insert, select on people.attempt to one_stop_app;

create table people.authenticator (
  person_id uuid not null,
  sealed_secret text not null,
  last_step bigint default 0 not null,
  set_at timestamp with time zone not null,
  constraint authenticator_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint authenticator_pkey PRIMARY KEY (person_id)
);
-- row-level security: forced
create policy own on people.authenticator for all
  using ((person_id = ( SELECT platform.viewer() AS viewer)) OR ( SELECT platform.is_system() AS is_system));
grant delete, insert, select, update on people.authenticator to one_stop_app;

create table people.delegation (
  id uuid default uuidv7() not null,
  member_id uuid not null,
  assistant_id uuid not null,
  from_on date not null,
  until_on date,
  revoked_at timestamp with time zone,
  level text default 'act'::text not null,
  constraint delegation_check CHECK ((until_on >= from_on)),
  constraint delegation_check1 CHECK ((member_id <> assistant_id)),
  constraint delegation_level_check CHECK ((level = ANY (ARRAY['act'::text, 'follow'::text]))),
  constraint delegation_assistant_id_fkey FOREIGN KEY (assistant_id) REFERENCES people.person(id),
  constraint delegation_member_id_fkey FOREIGN KEY (member_id) REFERENCES people.member(person_id),
  constraint delegation_pkey PRIMARY KEY (id),
  constraint delegation_member_id_assistant_id_daterange_excl EXCLUDE USING gist (member_id WITH =, assistant_id WITH =, daterange(from_on, until_on, '[]'::text) WITH &&) WHERE ((revoked_at IS NULL))
);
create INDEX delegation_assistant_id_idx ON people.delegation USING btree (assistant_id);
-- row-level security: forced
create policy add on people.delegation for insert
  with check ((member_id = ( SELECT platform.viewer() AS viewer)) OR ( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy change on people.delegation for update
  using ((member_id = ( SELECT platform.viewer() AS viewer)) OR ( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy read on people.delegation for select
  using ((member_id = ( SELECT platform.viewer() AS viewer)) OR (assistant_id = ( SELECT platform.viewer() AS viewer)) OR ( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('one-stop'::text) AS viewer_has) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
grant insert, select, update on people.delegation to one_stop_app;

create table people.directorate (
  id uuid default uuidv7() not null,
  key text not null,
  name text not null,
  director_id uuid,
  constraint directorate_key_check CHECK ((key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint directorate_name_check CHECK (((name = btrim(name)) AND (name <> ''::text))),
  constraint directorate_director_id_fkey FOREIGN KEY (director_id) REFERENCES people.person(id),
  constraint directorate_pkey PRIMARY KEY (id),
  constraint directorate_key_key UNIQUE (key),
  constraint directorate_name_key UNIQUE (name)
);
-- row-level security: forced
create policy add on people.directorate for insert
  with check (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy change on people.directorate for update
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy read on people.directorate for select
  using ((( SELECT platform.viewer() AS viewer) IS NOT NULL) OR ( SELECT platform.is_system() AS is_system));
create policy remove on people.directorate for delete
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
grant insert, select, update on people.directorate to one_stop_app;

create table people.email_address (
  address citext not null,
  person_id uuid not null,
  verified_at timestamp with time zone,
  constraint email_address_address_check CHECK ((length((address)::text) <= 254)),
  constraint email_address_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint email_address_pkey PRIMARY KEY (address)
);
create INDEX email_address_person_id_idx ON people.email_address USING btree (person_id);
-- row-level security: forced
create policy add on people.email_address for insert
  with check (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy change on people.email_address for update
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy read on people.email_address for select
  using ((( SELECT platform.viewer() AS viewer) IS NOT NULL) OR ( SELECT platform.is_system() AS is_system));
create policy remove on people.email_address for delete
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
grant delete, insert, select, update on people.email_address to one_stop_app;

create table people.import (
  id uuid default uuidv7() not null,
  kind text not null,
  complete boolean not null,
  file_name text not null,
  content text not null,
  plan_hash bytea not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  done_at timestamp with time zone,
  undone_by uuid,
  undone_at timestamp with time zone,
  constraint import_check CHECK (((done_at IS NULL) OR (content = ''::text))),
  constraint import_check1 CHECK (((undone_at IS NULL) OR (done_at IS NOT NULL))),
  constraint import_file_name_check CHECK ((length(file_name) <= 200)),
  constraint import_kind_check CHECK ((kind = ANY (ARRAY['members'::text, 'officers'::text]))),
  constraint import_plan_hash_check CHECK ((length(plan_hash) = 32)),
  constraint import_made_by_fkey FOREIGN KEY (made_by) REFERENCES people.person(id),
  constraint import_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES people.person(id),
  constraint import_pkey PRIMARY KEY (id)
);
create INDEX import_made_at_idx ON people.import USING btree (made_at);
-- row-level security: forced
create policy administer on people.import for all
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
grant delete, insert, select, update on people.import to one_stop_app;

create table people.import_change (
  import_id uuid not null,
  place integer not null,
  person_id uuid not null,
  kind text not null,
  before jsonb,
  after jsonb not null,
  left_as text,
  constraint import_change_kind_check CHECK ((kind = ANY (ARRAY['joins'::text, 'changes'::text, 'leaves'::text]))),
  constraint import_change_import_id_fkey FOREIGN KEY (import_id) REFERENCES people.import(id) ON DELETE CASCADE,
  constraint import_change_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint import_change_pkey PRIMARY KEY (import_id, place)
);
create INDEX import_change_person_id_idx ON people.import_change USING btree (person_id);
-- row-level security: forced
create policy administer on people.import_change for all
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
grant insert, select, update on people.import_change to one_stop_app;

create table people.member (
  person_id uuid not null,
  ward_id uuid not null,
  group_id uuid,
  from_on date not null,
  until_on date,
  constraint member_check CHECK ((until_on >= from_on)),
  constraint member_group_id_fkey FOREIGN KEY (group_id) REFERENCES people.political_group(id),
  constraint member_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint member_ward_id_fkey FOREIGN KEY (ward_id) REFERENCES people.ward(id),
  constraint member_pkey PRIMARY KEY (person_id)
);
create INDEX member_ward_id_idx ON people.member USING btree (ward_id);
-- row-level security: forced
create policy add on people.member for insert
  with check (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy change on people.member for update
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy read on people.member for select
  using ((( SELECT platform.viewer() AS viewer) IS NOT NULL) OR ( SELECT platform.is_system() AS is_system));
create policy remove on people.member for delete
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
grant insert, select, update on people.member to one_stop_app;

create table people.notice_choice (
  person_id uuid not null,
  topic text not null,
  rhythm text not null,
  constraint notice_choice_rhythm_check CHECK ((rhythm = ANY (ARRAY['at-once'::text, 'daily'::text, 'weekly'::text, 'none'::text]))),
  constraint notice_choice_topic_check CHECK ((topic ~ '^[a-z]+(-[a-z]+)*$'::text)),
  constraint notice_choice_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint notice_choice_pkey PRIMARY KEY (person_id, topic)
);
-- row-level security: forced
create policy own on people.notice_choice for all
  using ((person_id = ( SELECT platform.viewer() AS viewer)) OR ( SELECT platform.is_system() AS is_system));
grant insert, select, update on people.notice_choice to one_stop_app;

create table people.organisation (
  id uuid default uuidv7() not null,
  key text not null,
  name text not null,
  constraint organisation_key_check CHECK ((key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint organisation_name_check CHECK (((name = btrim(name)) AND (name <> ''::text))),
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_key_key UNIQUE (key),
  constraint organisation_name_key UNIQUE (name)
);
-- row-level security: forced
create policy add on people.organisation for insert
  with check (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy change on people.organisation for update
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy read on people.organisation for select
  using ((( SELECT platform.viewer() AS viewer) IS NOT NULL) OR ( SELECT platform.is_system() AS is_system));
create policy remove on people.organisation for delete
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
grant insert, select, update on people.organisation to one_stop_app;

create table people.partner_person (
  person_id uuid not null,
  organisation_id uuid not null,
  constraint partner_person_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisation(id),
  constraint partner_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint partner_person_pkey PRIMARY KEY (person_id)
);
create INDEX partner_person_organisation_id_idx ON people.partner_person USING btree (organisation_id);
-- row-level security: forced
create policy add on people.partner_person for insert
  with check (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy change on people.partner_person for update
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy read on people.partner_person for select
  using ((( SELECT platform.viewer() AS viewer) IS NOT NULL) OR ( SELECT platform.is_system() AS is_system));
create policy remove on people.partner_person for delete
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
grant delete, insert, select, update on people.partner_person to one_stop_app;

create table people.passkey (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  name text not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  constraint passkey_counter_check CHECK ((counter >= 0)),
  constraint passkey_credential_id_check CHECK (((length(credential_id) >= 16) AND (length(credential_id) <= 1400))),
  constraint passkey_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint passkey_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint passkey_pkey PRIMARY KEY (id),
  constraint passkey_credential_id_key UNIQUE (credential_id)
);
create INDEX passkey_person_id_idx ON people.passkey USING btree (person_id);
-- row-level security: forced
create policy own on people.passkey for all
  using ((person_id = ( SELECT platform.viewer() AS viewer)) OR ( SELECT platform.is_system() AS is_system));
grant delete, insert, select, update on people.passkey to one_stop_app;

create table people.password (
  person_id uuid not null,
  hash text not null,
  set_at timestamp with time zone not null,
  constraint password_hash_check CHECK ((hash ~~ '$argon2id$%'::text)),
  constraint password_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint password_pkey PRIMARY KEY (person_id)
);
-- row-level security: forced
create policy own on people.password for all
  using ((person_id = ( SELECT platform.viewer() AS viewer)) OR ( SELECT platform.is_system() AS is_system));
grant delete, insert, select, update on people.password to one_stop_app;

create table people.person (
  id uuid default uuidv7() not null,
  name text not null,
  sort_name text generated always as (people.sort_name(name)) stored not null,
  email citext not null,
  title text default ''::text not null,
  phone text default ''::text not null,
  created_at timestamp with time zone default now() not null,
  disabled_at timestamp with time zone,
  constraint person_email_check CHECK ((length((email)::text) <= 254)),
  constraint person_name_check CHECK (((name = btrim(name)) AND ((length(name) >= 1) AND (length(name) <= 200)))),
  constraint person_pkey PRIMARY KEY (id),
  constraint person_email_key UNIQUE (email)
);
create INDEX person_sort_name_id_idx ON people.person USING btree (sort_name, id);
-- row-level security: forced
create policy add on people.person for insert
  with check (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy change on people.person for update
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy read on people.person for select
  using ((( SELECT platform.viewer() AS viewer) IS NOT NULL) OR ( SELECT platform.is_system() AS is_system));
create policy remove on people.person for delete
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
grant insert, select, update on people.person to one_stop_app;

create table people.place_list (
  id uuid default uuidv7() not null,
  kind text not null,
  file_name text not null,
  from_on date not null,
  held integer not null,
  passed_over integer default 0 not null,
  codes jsonb default '{}'::jsonb not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  constraint place_list_file_name_check CHECK ((length(file_name) <= 200)),
  constraint place_list_held_check CHECK ((held > 0)),
  constraint place_list_kind_check CHECK ((kind = ANY (ARRAY['postcodes'::text, 'boundaries'::text]))),
  constraint place_list_made_by_fkey FOREIGN KEY (made_by) REFERENCES people.person(id),
  constraint place_list_pkey PRIMARY KEY (id)
);
-- row-level security: forced
create policy add on people.place_list for insert
  with check (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy change on people.place_list for update
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy read on people.place_list for select
  using ((( SELECT platform.viewer() AS viewer) IS NOT NULL) OR ( SELECT platform.is_system() AS is_system));
create policy remove on people.place_list for delete
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
grant delete, insert, select, update on people.place_list to one_stop_app;

create table people.political_group (
  id uuid default uuidv7() not null,
  name text not null,
  constraint political_group_name_check CHECK (((name = btrim(name)) AND (name <> ''::text))),
  constraint political_group_pkey PRIMARY KEY (id),
  constraint political_group_name_key UNIQUE (name)
);
-- row-level security: forced
create policy add on people.political_group for insert
  with check (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy change on people.political_group for update
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy read on people.political_group for select
  using ((( SELECT platform.viewer() AS viewer) IS NOT NULL) OR ( SELECT platform.is_system() AS is_system));
create policy remove on people.political_group for delete
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
grant insert, select, update on people.political_group to one_stop_app;

create table people.postcode (
  list_id uuid not null,
  postcode text not null,
  ward_id uuid not null,
  latitude double precision,
  longitude double precision,
  constraint postcode_postcode_check CHECK ((postcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$'::text)),
  constraint postcode_list_id_fkey FOREIGN KEY (list_id) REFERENCES people.place_list(id) ON DELETE CASCADE,
  constraint postcode_ward_id_fkey FOREIGN KEY (ward_id) REFERENCES people.ward(id),
  constraint postcode_pkey PRIMARY KEY (list_id, postcode)
);
-- row-level security: forced
create policy add on people.postcode for insert
  with check (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy change on people.postcode for update
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy read on people.postcode for select
  using ((( SELECT platform.viewer() AS viewer) IS NOT NULL) OR ( SELECT platform.is_system() AS is_system));
create policy remove on people.postcode for delete
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
grant insert, select on people.postcode to one_stop_app;

create table people.recovery_code (
  person_id uuid not null,
  hash bytea not null,
  used_at timestamp with time zone,
  constraint recovery_code_hash_check CHECK ((length(hash) = 32)),
  constraint recovery_code_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint recovery_code_pkey PRIMARY KEY (person_id, hash)
);
-- row-level security: forced
create policy own on people.recovery_code for all
  using ((person_id = ( SELECT platform.viewer() AS viewer)) OR ( SELECT platform.is_system() AS is_system));
grant delete, insert, select, update on people.recovery_code to one_stop_app;

create table people.role_grant (
  person_id uuid not null,
  role text not null,
  granted_at timestamp with time zone default now() not null,
  granted_by uuid,
  constraint role_grant_role_check CHECK ((role = ANY (ARRAY['member'::text, 'assistant'::text, 'one-stop'::text, 'responder'::text, 'owner'::text, 'proper-officer'::text, 'partner'::text, 'head'::text, 'director'::text, 'lmt'::text, 'performance'::text, 'dpo'::text, 'auditor'::text, 'admin'::text]))),
  constraint role_grant_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES people.person(id),
  constraint role_grant_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint role_grant_pkey PRIMARY KEY (person_id, role)
);
-- row-level security: forced
create policy add on people.role_grant for insert
  with check (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy change on people.role_grant for update
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy read on people.role_grant for select
  using ((( SELECT platform.viewer() AS viewer) IS NOT NULL) OR ( SELECT platform.is_system() AS is_system));
create policy remove on people.role_grant for delete
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
grant delete, insert, select, update on people.role_grant to one_stop_app;

create table people.service (
  id uuid default uuidv7() not null,
  key text not null,
  name text not null,
  directorate_id uuid not null,
  head_id uuid,
  constraint service_key_check CHECK ((key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint service_name_check CHECK (((name = btrim(name)) AND (name <> ''::text))),
  constraint service_directorate_id_fkey FOREIGN KEY (directorate_id) REFERENCES people.directorate(id),
  constraint service_head_id_fkey FOREIGN KEY (head_id) REFERENCES people.person(id),
  constraint service_pkey PRIMARY KEY (id),
  constraint service_key_key UNIQUE (key),
  constraint service_name_key UNIQUE (name)
);
create INDEX service_directorate_id_idx ON people.service USING btree (directorate_id);
-- row-level security: forced
create policy add on people.service for insert
  with check (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy change on people.service for update
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy read on people.service for select
  using ((( SELECT platform.viewer() AS viewer) IS NOT NULL) OR ( SELECT platform.is_system() AS is_system));
create policy remove on people.service for delete
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
grant insert, select, update on people.service to one_stop_app;

create table people.session (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  token_hash bytea not null,
  device text default ''::text not null,
  started_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  idle_hours integer not null,
  ends_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  proved_at timestamp with time zone not null,
  second_shown boolean default false not null,
  constraint session_idle_hours_check CHECK ((idle_hours > 0)),
  constraint session_token_hash_check CHECK ((length(token_hash) = 32)),
  constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_hash_key UNIQUE (token_hash)
);
create INDEX session_person_id_idx ON people.session USING btree (person_id) WHERE (ended_at IS NULL);
-- row-level security: forced
create policy forgotten_by_the_house on people.session for delete to the owner
  using ( SELECT platform.is_system() AS is_system);
create policy own on people.session for all
  using ((person_id = ( SELECT platform.viewer() AS viewer)) OR ( SELECT platform.is_system() AS is_system));
grant insert, select, update on people.session to one_stop_app;

create table people.sign_in_link (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  token_hash bytea not null,
  wanted text default '/'::text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint sign_in_link_token_hash_check CHECK ((length(token_hash) = 32)),
  constraint sign_in_link_wanted_check CHECK ((wanted ~ '^/([^/\\]|$)'::text)),
  constraint sign_in_link_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint sign_in_link_pkey PRIMARY KEY (id),
  constraint sign_in_link_token_hash_key UNIQUE (token_hash)
);
create INDEX sign_in_link_person_id_created_at_idx ON people.sign_in_link USING btree (person_id, created_at);
-- row-level security: forced
create policy own on people.sign_in_link for all
  using ((person_id = ( SELECT platform.viewer() AS viewer)) OR ( SELECT platform.is_system() AS is_system));
grant delete, insert, select, update on people.sign_in_link to one_stop_app;

create table people.used_challenge (
  hash bytea not null,
  used_at timestamp with time zone not null,
  constraint used_challenge_hash_check CHECK ((length(hash) = 32)),
  constraint used_challenge_pkey PRIMARY KEY (hash)
);
create INDEX used_challenge_used_at_idx ON people.used_challenge USING btree (used_at);
-- row-level security: forced
create policy house on people.used_challenge for all
  using ( SELECT platform.is_system() AS is_system);
grant delete, insert, select on people.used_challenge to one_stop_app;

create table people.ward (
  id uuid default uuidv7() not null,
  key text not null,
  name text not null,
  code text,
  constraint ward_code_check CHECK ((code ~ '^[A-Z][0-9]{8}$'::text)),
  constraint ward_key_check CHECK ((key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint ward_name_check CHECK (((name = btrim(name)) AND (name <> ''::text))),
  constraint ward_pkey PRIMARY KEY (id),
  constraint ward_code_key UNIQUE (code),
  constraint ward_key_key UNIQUE (key),
  constraint ward_name_key UNIQUE (name)
);
-- row-level security: forced
create policy add on people.ward for insert
  with check (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy change on people.ward for update
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy read on people.ward for select
  using ((( SELECT platform.viewer() AS viewer) IS NOT NULL) OR ( SELECT platform.is_system() AS is_system));
create policy remove on people.ward for delete
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
grant insert, select, update on people.ward to one_stop_app;

create table people.ward_boundary (
  list_id uuid not null,
  ward_id uuid not null,
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  shape jsonb not null,
  constraint ward_boundary_list_id_fkey FOREIGN KEY (list_id) REFERENCES people.place_list(id) ON DELETE CASCADE,
  constraint ward_boundary_ward_id_fkey FOREIGN KEY (ward_id) REFERENCES people.ward(id),
  constraint ward_boundary_pkey PRIMARY KEY (list_id, ward_id)
);
-- row-level security: forced
create policy add on people.ward_boundary for insert
  with check (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy change on people.ward_boundary for update
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy read on people.ward_boundary for select
  using ((( SELECT platform.viewer() AS viewer) IS NOT NULL) OR ( SELECT platform.is_system() AS is_system));
create policy remove on people.ward_boundary for delete
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
grant insert, select on people.ward_boundary to one_stop_app;

CREATE OR REPLACE FUNCTION people.forget_sessions(ended_before timestamp with time zone, most integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  n int;
begin
  if not platform.is_system() then raise exception 'only the house erases'; end if;
  delete from people.session where id in (
    select id from people.session where coalesce(ended_at, ends_at) < ended_before limit most);
  get diagnostics n = row_count;
  return n;
end $function$
;

CREATE OR REPLACE FUNCTION people.holder_of_session(hash bytea, at timestamp with time zone)
 RETURNS TABLE(session_id uuid, person_id uuid, name text, email text, roles text[], second_shown boolean, second_for text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  before text := coalesce(current_setting('app.viewer', true), '');
  live record;
begin
  perform set_config('app.viewer', 'system', true);
  select s.id, s.person_id, s.second_shown, s.last_seen_at into live from people.session s
  where s.token_hash = hash and s.ended_at is null and s.ends_at > at
    and s.last_seen_at > at - make_interval(hours => s.idle_hours);
  if live.last_seen_at < at - interval '5 minutes' then
    update people.session s set last_seen_at = at where s.id = live.id and s.last_seen_at < at - interval '5 minutes';
  end if;
  return query
    select live.id, p.id, p.name, p.email::text,
      array(select g.role from people.role_grant g where g.person_id = p.id order by g.role),
      live.second_shown, (select it.value #>> '{}' from platform.setting it where it.key = 'people.second-factor')
    from people.person p where p.id = live.person_id and p.disabled_at is null;
  perform set_config('app.viewer', before, true);
end
$function$
;

CREATE OR REPLACE FUNCTION people.holder_of_token(hash bytea, at timestamp with time zone)
 RETURNS TABLE(person_id uuid, name text, email text, roles text[])
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare before text := coalesce(current_setting('app.viewer', true), '');
begin
  perform set_config('app.viewer', 'system', true);
  return query
    with live as (
      select t.id, t.person_id, t.last_used_at from people.api_token t
      where t.token_hash = hash and t.revoked_at is null
    ), used as (
      update people.api_token t set last_used_at = at
      from live where t.id = live.id and (t.last_used_at is null or t.last_used_at < at - interval '5 minutes')
    ), noted as (
      insert into audit.entry (at, actor, act, subject_kind, subject_id, details)
      select at, live.person_id, 'people.token-used', 'person', live.person_id::text,
        jsonb_build_object('token', live.id)
      from live join people.person p on p.id = live.person_id and p.disabled_at is null
      where live.last_used_at is null
        or (live.last_used_at at time zone 'Europe/London')::date < (at at time zone 'Europe/London')::date
    )
    select p.id, p.name, p.email::text,
      array(select g.role from people.role_grant g where g.person_id = p.id order by g.role)
    from live join people.person p on p.id = live.person_id where p.disabled_at is null;
  perform set_config('app.viewer', before, true);
end $function$
;

CREATE OR REPLACE FUNCTION people.public_members(today date)
 RETURNS TABLE(name text, ward text, political_group text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare before text := coalesce(current_setting('app.viewer', true), '');
begin
  perform set_config('app.viewer', 'system', true);
  return query
    select p.name, w.name, g.name
    from people.member m
    join people.person p on p.id = m.person_id
    join people.ward w on w.id = m.ward_id
    left join people.political_group g on g.id = m.group_id
    where m.from_on <= today and (m.until_on is null or m.until_on >= today) and p.disabled_at is null
    order by w.name, p.sort_name, p.id;
  perform set_config('app.viewer', before, true);
end $function$
;

CREATE OR REPLACE FUNCTION people.sort_name(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select platform.plain(regexp_replace(
    regexp_replace(name, '^((councillor|cllr|dr|mr|mrs|ms|miss|mx|prof|professor|sir|dame|rev|revd)\.?\s+)+', '', 'i'),
    '^(.*?)\s+(((de|del|della|di|da|dos|du|la|le|van|von|der|den|ter|al|el|bin|binti|ap|ab|st|st\.|o|ó|ní|nic|mac|uí)\s+)*\S+)$',
    '\2, \1', 'i'))
$function$
;

CREATE OR REPLACE FUNCTION people.viewer_acts_for()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  known text := platform.recalled('acts_for');
  members uuid[];
  today date;
begin
  if known is not null then return known::uuid[]; end if;
  members := people.viewer_members();
  if members <@ array[platform.viewer()] then return members; end if;
  today := (now() at time zone 'Europe/London')::date;
  return platform.remember('acts_for', (
    select coalesce(array_agg(mine.id), '{}') from unnest(members) as mine(id)
    where mine.id = platform.viewer() or exists (
      select 1 from people.delegation d
      where d.member_id = mine.id and d.assistant_id = platform.viewer() and d.revoked_at is null and d.level = 'act'
        and d.from_on <= today and (d.until_on is null or d.until_on >= today)))::text);
end
$function$
;

CREATE OR REPLACE FUNCTION people.viewer_has(role text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return viewer_has.role = any (people.viewer_roles());
end
$function$
;

CREATE OR REPLACE FUNCTION people.viewer_has_any(roles text[])
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return people.viewer_roles() && roles;
end
$function$
;

CREATE OR REPLACE FUNCTION people.viewer_members()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  known text := platform.recalled('members');
  today date;
begin
  if known is not null then return known::uuid[]; end if;
  today := (now() at time zone 'Europe/London')::date;
  return platform.remember('members', (
    select coalesce(array_agg(mine.id), '{}') from (
      select m.person_id as id from people.member m where m.person_id = platform.viewer()
      union
      select d.member_id from people.delegation d join people.person p on p.id = d.member_id
      where d.assistant_id = platform.viewer() and d.revoked_at is null and p.disabled_at is null
        and d.from_on <= today and (d.until_on is null or d.until_on >= today)
    ) as mine
    where exists (select 1 from people.person p where p.id = platform.viewer() and p.disabled_at is null))::text);
end
$function$
;

CREATE OR REPLACE FUNCTION people.viewer_organisation()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select w.organisation_id from people.partner_person w join people.person p on p.id = w.person_id
  where w.person_id = platform.viewer() and p.disabled_at is null
$function$
;

CREATE OR REPLACE FUNCTION people.viewer_roles()
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  known text := platform.recalled('roles');
begin
  if known is not null then return known::text[]; end if;
  return platform.remember('roles', (
    select coalesce(array_agg(g.role), '{}')
    from people.role_grant g join people.person p on p.id = g.person_id
    where g.person_id = platform.viewer() and p.disabled_at is null)::text);
end
$function$
;

CREATE TRIGGER renew_held AFTER INSERT OR DELETE OR UPDATE ON people.person FOR EACH STATEMENT EXECUTE FUNCTION platform.renew_held('people.names');

CREATE TRIGGER renew_held AFTER INSERT OR DELETE OR UPDATE ON people.service FOR EACH STATEMENT EXECUTE FUNCTION platform.renew_held('people.names');

CREATE TRIGGER renew_held AFTER INSERT OR DELETE OR UPDATE ON people.ward FOR EACH STATEMENT EXECUTE FUNCTION platform.renew_held('people.names');

-- audit ---------------------------------------------------------------------------------------------------------------

create schema audit;

create table audit.checkpoint (
  id bigint generated always as identity not null,
  made_at timestamp with time zone not null,
  council text not null,
  seal bigint not null,
  head bytea not null,
  last_entry bigint not null,
  entries bigint not null,
  public_key bytea not null,
  signature bytea not null,
  constraint checkpoint_entries_check CHECK ((entries > 0)),
  constraint checkpoint_head_check CHECK ((octet_length(head) = 32)),
  constraint checkpoint_last_entry_check CHECK ((last_entry > 0)),
  constraint checkpoint_public_key_check CHECK ((octet_length(public_key) = 32)),
  constraint checkpoint_seal_check CHECK ((seal > 0)),
  constraint checkpoint_signature_check CHECK ((octet_length(signature) = 64)),
  constraint checkpoint_pkey PRIMARY KEY (id)
);
-- row-level security: forced
create policy maker on audit.checkpoint for insert to one_stop_app
  with check ( SELECT platform.is_system() AS is_system);
create policy readers on audit.checkpoint for select to one_stop_app
  using ( SELECT audit.viewer_reads() AS viewer_reads);
grant insert, select on audit.checkpoint to one_stop_app;

create table audit.entry (
  id bigint generated always as identity not null,
  at timestamp with time zone not null,
  written_at timestamp with time zone default clock_timestamp() not null,
  actor uuid,
  on_behalf_of uuid,
  act text not null,
  subject_kind text not null,
  subject_id text not null,
  subject_reference text,
  details jsonb default '{}'::jsonb not null,
  constraint entry_act_check CHECK ((act ~ '^[a-z-]+\.[a-z-]+$'::text)),
  constraint entry_details_check CHECK ((jsonb_typeof(details) = 'object'::text)),
  constraint entry_subject_kind_check CHECK ((subject_kind <> ''::text)),
  constraint entry_pkey PRIMARY KEY (id)
);
create INDEX entry_by_actor ON audit.entry USING btree (actor, id);
create INDEX entry_by_day ON audit.entry USING brin (at);
create INDEX entry_by_reference ON audit.entry USING btree (subject_reference, id) WHERE (subject_reference IS NOT NULL);
create INDEX entry_by_subject ON audit.entry USING btree (subject_id, id);
-- row-level security: forced
create policy readers on audit.entry for select to one_stop_app
  using ( SELECT audit.viewer_reads() AS viewer_reads);
create policy token_used on audit.entry for insert to the owner
  with check ((act = 'people.token-used'::text) AND ( SELECT platform.is_system() AS is_system));
create policy writers on audit.entry for insert to one_stop_app
  with check ((actor IS NULL) OR (( SELECT platform.viewer() AS viewer) IS NULL) OR (actor = ( SELECT platform.viewer() AS viewer)));
grant insert, select on audit.entry to one_stop_app;

create table audit.seal (
  number bigint not null,
  after_id bigint not null,
  last_id bigint not null,
  ids bigint[] not null,
  digests bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  sealed_at timestamp with time zone default clock_timestamp() not null,
  constraint seal_check CHECK ((last_id > after_id)),
  constraint seal_check1 CHECK ((octet_length(digests) = (32 * cardinality(ids)))),
  constraint seal_hash_check CHECK ((octet_length(hash) = 32)),
  constraint seal_ids_check CHECK ((cardinality(ids) > 0)),
  constraint seal_number_check CHECK ((number > 0)),
  constraint seal_previous_hash_check CHECK ((octet_length(previous_hash) = 32)),
  constraint seal_pkey PRIMARY KEY (number),
  constraint seal_after_id_key UNIQUE (after_id),
  constraint seal_hash_key UNIQUE (hash),
  constraint seal_last_id_key UNIQUE (last_id)
);
-- row-level security: forced
create policy readers on audit.seal for select to one_stop_app
  using ( SELECT audit.viewer_reads() AS viewer_reads);
create policy sealer on audit.seal for insert to one_stop_app
  with check ( SELECT platform.is_system() AS is_system);
grant insert, select on audit.seal to one_stop_app;

create table audit.verification (
  id bigint generated always as identity not null,
  at timestamp with time zone not null,
  sound boolean not null,
  words text not null,
  entries bigint not null,
  seals bigint not null,
  head bytea,
  constraint verification_pkey PRIMARY KEY (id)
);
-- row-level security: forced
create policy checkers on audit.verification for insert to one_stop_app
  with check ( SELECT audit.viewer_reads() AS viewer_reads);
create policy readers on audit.verification for select to one_stop_app
  using ( SELECT audit.viewer_reads() AS viewer_reads);
grant insert, select on audit.verification to one_stop_app;

CREATE OR REPLACE FUNCTION audit.viewer_reads()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select platform.is_system() or people.viewer_has('auditor') or people.viewer_has('dpo')
$function$
;

-- clock ---------------------------------------------------------------------------------------------------------------

create schema clock;

create table clock.calendar_version (
  version integer not null,
  id uuid default uuidv7() not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  why text not null,
  constraint calendar_version_version_check CHECK ((version > 0)),
  constraint calendar_version_why_check CHECK ((why ~ '\S'::text)),
  constraint calendar_version_pkey PRIMARY KEY (version),
  constraint calendar_version_id_key UNIQUE (id)
);
grant insert, select on clock.calendar_version to one_stop_app;

create table clock.closure (
  id uuid default uuidv7() not null,
  closed_on date not null,
  name text not null,
  added_in integer not null,
  removed_in integer,
  constraint closure_check CHECK ((removed_in > added_in)),
  constraint closure_name_check CHECK ((name ~ '\S'::text)),
  constraint closure_added_in_fkey FOREIGN KEY (added_in) REFERENCES clock.calendar_version(version),
  constraint closure_removed_in_fkey FOREIGN KEY (removed_in) REFERENCES clock.calendar_version(version),
  constraint closure_pkey PRIMARY KEY (id)
);
create INDEX closure_added ON clock.closure USING btree (added_in);
create UNIQUE INDEX closure_in_force ON clock.closure USING btree (closed_on) WHERE (removed_in IS NULL);
create INDEX closure_removed ON clock.closure USING btree (removed_in) WHERE (removed_in IS NOT NULL);
grant insert, select on clock.closure to one_stop_app;
grant update (removed_in) on clock.closure to one_stop_app;

create table clock.holiday (
  id uuid default uuidv7() not null,
  nation text not null,
  held_on date not null,
  name text not null,
  added_in integer not null,
  removed_in integer,
  constraint holiday_check CHECK ((removed_in > added_in)),
  constraint holiday_name_check CHECK ((name ~ '\S'::text)),
  constraint holiday_nation_check CHECK ((nation = ANY (ARRAY['england-and-wales'::text, 'scotland'::text, 'northern-ireland'::text]))),
  constraint holiday_added_in_fkey FOREIGN KEY (added_in) REFERENCES clock.calendar_version(version),
  constraint holiday_removed_in_fkey FOREIGN KEY (removed_in) REFERENCES clock.calendar_version(version),
  constraint holiday_pkey PRIMARY KEY (id)
);
create INDEX holiday_added ON clock.holiday USING btree (added_in);
create UNIQUE INDEX holiday_in_force ON clock.holiday USING btree (nation, held_on) WHERE (removed_in IS NULL);
create INDEX holiday_removed ON clock.holiday USING btree (removed_in) WHERE (removed_in IS NOT NULL);
grant insert, select on clock.holiday to one_stop_app;
grant update (removed_in) on clock.holiday to one_stop_app;

CREATE TRIGGER renew_held AFTER INSERT ON clock.calendar_version FOR EACH STATEMENT EXECUTE FUNCTION platform.renew_held('clock.calendar');

-- mailboxes -----------------------------------------------------------------------------------------------------------

create schema mailboxes;

create table mailboxes.absence (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  from_on date not null,
  until_on date,
  cover_id uuid,
  constraint absence_check CHECK ((until_on >= from_on)),
  constraint absence_check1 CHECK ((cover_id <> person_id)),
  constraint absence_cover_id_fkey FOREIGN KEY (cover_id) REFERENCES people.person(id),
  constraint absence_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint absence_pkey PRIMARY KEY (id),
  constraint absent_once EXCLUDE USING gist (person_id WITH =, daterange(from_on, until_on, '[]'::text) WITH &&)
);
-- row-level security: forced
create policy owner on mailboxes.absence for all to the owner
  using true;
create policy readers on mailboxes.absence for select to one_stop_app
  using ((( SELECT platform.viewer() AS viewer) IS NOT NULL) OR ( SELECT platform.is_system() AS is_system));
create policy tellers on mailboxes.absence for all to one_stop_app
  using (( SELECT mailboxes.viewer_administers() AS viewer_administers) OR (person_id = ( SELECT platform.viewer() AS viewer)) OR (person_id IN ( SELECT n.person_id
   FROM mailboxes.named_person n
  WHERE (n.mailbox_id = ANY (( SELECT mailboxes.viewer_runs() AS viewer_runs)::uuid[])))))
  with check (( SELECT mailboxes.viewer_administers() AS viewer_administers) OR (person_id = ( SELECT platform.viewer() AS viewer)) OR (person_id IN ( SELECT n.person_id
   FROM mailboxes.named_person n
  WHERE (n.mailbox_id = ANY (( SELECT mailboxes.viewer_runs() AS viewer_runs)::uuid[])))));
grant delete, insert, select, update on mailboxes.absence to one_stop_app;

create table mailboxes.canned_reply (
  id uuid default uuidv7() not null,
  mailbox_id uuid not null,
  name text not null,
  words text not null,
  version integer default 1 not null,
  retired_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  constraint canned_reply_name_check CHECK (((name <> ''::text) AND (length(name) <= 120))),
  constraint canned_reply_version_check CHECK ((version >= 1)),
  constraint canned_reply_words_check CHECK (((words <> ''::text) AND (length(words) <= 20000))),
  constraint canned_reply_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people.person(id),
  constraint canned_reply_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES mailboxes.mailbox(id),
  constraint canned_reply_pkey PRIMARY KEY (id)
);
create UNIQUE INDEX canned_reply_named_once ON mailboxes.canned_reply USING btree (mailbox_id, lower(name)) WHERE (retired_at IS NULL);
-- row-level security: forced
create policy keepers_add on mailboxes.canned_reply for insert to one_stop_app
  with check (( SELECT mailboxes.viewer_administers() AS viewer_administers) OR (mailbox_id = ANY (( SELECT mailboxes.viewer_keeps_replies() AS viewer_keeps_replies)::uuid[])));
create policy keepers_change on mailboxes.canned_reply for update to one_stop_app
  using (( SELECT mailboxes.viewer_administers() AS viewer_administers) OR (mailbox_id = ANY (( SELECT mailboxes.viewer_keeps_replies() AS viewer_keeps_replies)::uuid[])));
create policy readers on mailboxes.canned_reply for select to one_stop_app
  using (mailbox_id = ANY (( SELECT mailboxes.viewer_reads_replies() AS viewer_reads_replies)::uuid[]));
grant insert, select, update on mailboxes.canned_reply to one_stop_app;

create table mailboxes.canned_reply_version (
  reply_id uuid not null,
  version integer not null,
  name text not null,
  words text not null,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  constraint canned_reply_version_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people.person(id),
  constraint canned_reply_version_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES mailboxes.canned_reply(id),
  constraint canned_reply_version_pkey PRIMARY KEY (reply_id, version)
);
-- row-level security: forced
create policy keepers_add on mailboxes.canned_reply_version for insert to one_stop_app
  with check (EXISTS ( SELECT
   FROM mailboxes.canned_reply r
  WHERE ((r.id = canned_reply_version.reply_id) AND (( SELECT mailboxes.viewer_administers() AS viewer_administers) OR (r.mailbox_id = ANY (( SELECT mailboxes.viewer_keeps_replies() AS viewer_keeps_replies)::uuid[]))))));
create policy readers on mailboxes.canned_reply_version for select to one_stop_app
  using (EXISTS ( SELECT
   FROM mailboxes.canned_reply r
  WHERE (r.id = canned_reply_version.reply_id)));
grant insert, select on mailboxes.canned_reply_version to one_stop_app;

create table mailboxes.clue (
  word text not null,
  topic_id uuid not null,
  weight real not null,
  constraint clue_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES mailboxes.topic(id),
  constraint clue_pkey PRIMARY KEY (word, topic_id) INCLUDE (weight)
);
create INDEX clue_by_topic ON mailboxes.clue USING btree (topic_id);
-- row-level security: forced
create policy by_the_house on mailboxes.clue for all to one_stop_app
  using ( SELECT platform.is_system() AS is_system)
  with check ( SELECT platform.is_system() AS is_system);
create policy owner on mailboxes.clue for all to the owner
  using true;
grant delete, insert, select, update on mailboxes.clue to one_stop_app;

create table mailboxes.learned_topic (
  topic_id uuid not null,
  prior real not null,
  unseen real not null,
  learned_from integer not null,
  constraint learned_topic_learned_from_check CHECK ((learned_from >= 0)),
  constraint learned_topic_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES mailboxes.topic(id),
  constraint learned_topic_pkey PRIMARY KEY (topic_id)
);
-- row-level security: forced
create policy by_the_house on mailboxes.learned_topic for all to one_stop_app
  using ( SELECT platform.is_system() AS is_system)
  with check ( SELECT platform.is_system() AS is_system);
create policy owner on mailboxes.learned_topic for all to the owner
  using true;
grant delete, insert, select, update on mailboxes.learned_topic to one_stop_app;

create table mailboxes.mailbox (
  id uuid default uuidv7() not null,
  key text not null,
  address citext not null,
  name text not null,
  phone text default ''::text not null,
  purpose text default ''::text not null,
  standard text default ''::text not null,
  service_id uuid,
  organisation_id uuid,
  restricted boolean default false not null,
  handles text[] default '{}'::text[] not null,
  limit_working_days integer,
  closed_on date,
  version integer default 1 not null,
  takes_over boolean default false not null,
  gives_out boolean default false not null,
  constraint mailbox_address_check CHECK ((address ~ '^[^@[:space:]]+@[^@[:space:]]+$'::citext)),
  constraint mailbox_check CHECK ((restricted OR (handles = '{}'::text[]))),
  constraint mailbox_handles_check CHECK ((handles <@ ARRAY['child-at-risk'::text, 'adult-at-risk'::text, 'employee'::text, 'personal-matters'::text])),
  constraint mailbox_key_check CHECK ((key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint mailbox_limit_working_days_check CHECK (((limit_working_days >= 1) AND (limit_working_days <= 60))),
  constraint mailbox_name_check CHECK ((name <> ''::text)),
  constraint mailbox_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisation(id),
  constraint mailbox_service_id_fkey FOREIGN KEY (service_id) REFERENCES people.service(id),
  constraint mailbox_pkey PRIMARY KEY (id),
  constraint mailbox_address_key UNIQUE (address),
  constraint mailbox_key_key UNIQUE (key)
);
create INDEX mailbox_by_service ON mailboxes.mailbox USING btree (service_id);
-- row-level security: forced
create policy administrators_add on mailboxes.mailbox for insert to one_stop_app
  with check ( SELECT mailboxes.viewer_administers() AS viewer_administers);
create policy administrators_change on mailboxes.mailbox for update to one_stop_app
  using ( SELECT mailboxes.viewer_administers() AS viewer_administers);
create policy owner on mailboxes.mailbox for all to the owner
  using true;
create policy readers on mailboxes.mailbox for select to one_stop_app
  using ((( SELECT platform.viewer() AS viewer) IS NOT NULL) OR ( SELECT platform.is_system() AS is_system));
grant insert, select, update on mailboxes.mailbox to one_stop_app;

create table mailboxes.named_person (
  id uuid default uuidv7() not null,
  mailbox_id uuid not null,
  person_id uuid not null,
  part text not null,
  from_on date not null,
  until_on date,
  constraint named_person_check CHECK ((until_on >= from_on)),
  constraint named_person_part_check CHECK ((part = ANY (ARRAY['owner'::text, 'deputy'::text, 'proper-officer'::text, 'responder'::text]))),
  constraint named_person_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES mailboxes.mailbox(id),
  constraint named_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint named_person_pkey PRIMARY KEY (id),
  constraint named_once EXCLUDE USING gist (mailbox_id WITH =, person_id WITH =, part WITH =, daterange(from_on, until_on, '[]'::text) WITH &&),
  constraint one_at_a_time EXCLUDE USING gist (mailbox_id WITH =, part WITH =, daterange(from_on, until_on, '[]'::text) WITH &&) WHERE ((part <> 'responder'::text))
);
create INDEX named_person_by_person ON mailboxes.named_person USING btree (person_id) INCLUDE (mailbox_id, from_on, until_on);
-- row-level security: forced
create policy owner on mailboxes.named_person for all to the owner
  using true;
create policy readers on mailboxes.named_person for select to one_stop_app
  using (( SELECT mailboxes.viewer_knows_all_people() AS viewer_knows_all_people) OR (person_id = ( SELECT platform.viewer() AS viewer)) OR (mailbox_id = ANY (( SELECT mailboxes.viewer_named() AS viewer_named)::uuid[])) OR ((( SELECT platform.viewer() AS viewer) IS NOT NULL) AND (NOT (mailbox_id IN ( SELECT m.id
   FROM mailboxes.mailbox m
  WHERE m.restricted)))));
create policy runners on mailboxes.named_person for all to one_stop_app
  using (( SELECT mailboxes.viewer_administers() AS viewer_administers) OR (mailbox_id = ANY (( SELECT mailboxes.viewer_runs() AS viewer_runs)::uuid[])))
  with check (( SELECT mailboxes.viewer_administers() AS viewer_administers) OR (mailbox_id = ANY (( SELECT mailboxes.viewer_runs() AS viewer_runs)::uuid[])));
grant delete, insert, select, update on mailboxes.named_person to one_stop_app;

create table mailboxes.responsibility (
  id uuid default uuidv7() not null,
  topic_id uuid not null,
  ward_id uuid,
  mailbox_id uuid not null,
  from_on date not null,
  until_on date,
  constraint responsibility_check CHECK ((until_on >= from_on)),
  constraint responsibility_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES mailboxes.mailbox(id),
  constraint responsibility_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES mailboxes.topic(id),
  constraint responsibility_ward_id_fkey FOREIGN KEY (ward_id) REFERENCES people.ward(id),
  constraint responsibility_pkey PRIMARY KEY (id),
  constraint one_mailbox_at_a_time EXCLUDE USING gist (topic_id WITH =, COALESCE(ward_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, daterange(from_on, until_on, '[]'::text) WITH &&)
);
create INDEX responsibility_by_mailbox ON mailboxes.responsibility USING btree (mailbox_id);
-- row-level security: forced
create policy administrators on mailboxes.responsibility for all to one_stop_app
  using ( SELECT mailboxes.viewer_administers() AS viewer_administers)
  with check ( SELECT mailboxes.viewer_administers() AS viewer_administers);
create policy owner on mailboxes.responsibility for all to the owner
  using true;
create policy readers on mailboxes.responsibility for select to one_stop_app
  using ((( SELECT platform.viewer() AS viewer) IS NOT NULL) OR ( SELECT platform.is_system() AS is_system));
grant delete, insert, select, update on mailboxes.responsibility to one_stop_app;

create table mailboxes.sensitive_word (
  id uuid default uuidv7() not null,
  list text not null,
  phrase text not null,
  added boolean not null,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint sensitive_word_check CHECK (((ended_at IS NULL) OR (ended_at >= changed_at))),
  constraint sensitive_word_list_check CHECK ((list ~ '^[a-z-]{3,40}$'::text)),
  constraint sensitive_word_phrase_check CHECK (((phrase <> ''::text) AND (length(phrase) <= 80) AND (phrase = lower(phrase)))),
  constraint sensitive_word_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people.person(id),
  constraint sensitive_word_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people.person(id),
  constraint sensitive_word_pkey PRIMARY KEY (id)
);
create UNIQUE INDEX sensitive_word_once ON mailboxes.sensitive_word USING btree (list, phrase) WHERE (ended_at IS NULL);
-- row-level security: forced
create policy keepers_add on mailboxes.sensitive_word for insert to one_stop_app
  with check (( SELECT mailboxes.viewer_administers() AS viewer_administers) OR ( SELECT people.viewer_has('dpo'::text) AS viewer_has));
create policy keepers_end on mailboxes.sensitive_word for update to one_stop_app
  using (( SELECT mailboxes.viewer_administers() AS viewer_administers) OR ( SELECT people.viewer_has('dpo'::text) AS viewer_has));
create policy readers on mailboxes.sensitive_word for select to one_stop_app
  using ((( SELECT platform.viewer() AS viewer) IS NOT NULL) OR ( SELECT platform.is_system() AS is_system));
grant insert, select, update on mailboxes.sensitive_word to one_stop_app;

create table mailboxes.topic (
  id uuid default uuidv7() not null,
  key text not null,
  name text not null,
  words text[] default '{}'::text[] not null,
  kind text default 'enquiry'::text not null,
  limit_working_days integer,
  lgsl integer,
  needs_review boolean default false not null,
  version integer default 1 not null,
  constraint topic_key_check CHECK ((key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint topic_kind_check CHECK ((kind = ANY (ARRAY['enquiry'::text, 'service-request'::text, 'information-request'::text, 'complaint'::text, 'restricted'::text, 'mp-enquiry'::text]))),
  constraint topic_limit_working_days_check CHECK (((limit_working_days >= 1) AND (limit_working_days <= 60))),
  constraint topic_name_check CHECK ((name <> ''::text)),
  constraint topic_pkey PRIMARY KEY (id),
  constraint topic_key_key UNIQUE (key),
  constraint topic_name_key UNIQUE (name)
);
-- row-level security: forced
create policy administrators_add on mailboxes.topic for insert to one_stop_app
  with check ( SELECT mailboxes.viewer_administers() AS viewer_administers);
create policy administrators_change on mailboxes.topic for update to one_stop_app
  using ( SELECT mailboxes.viewer_administers() AS viewer_administers);
create policy owner on mailboxes.topic for all to the owner
  using true;
create policy readers on mailboxes.topic for select to one_stop_app
  using ((( SELECT platform.viewer() AS viewer) IS NOT NULL) OR ( SELECT platform.is_system() AS is_system));
grant insert, select, update on mailboxes.topic to one_stop_app;

CREATE OR REPLACE FUNCTION mailboxes.parts_in(mailbox uuid, person uuid)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  today date := mailboxes.today();
begin
  if mailbox is null or person is null then return '{}'; end if;
  return array(
    select 'head' from mailboxes.mailbox b join people.service s on s.id = b.service_id
    where b.id = parts_in.mailbox and s.head_id = parts_in.person and people.viewer_has('head')
    union
    select case when n.part in ('owner', 'deputy', 'proper-officer') then 'owner' else 'responder' end
    from mailboxes.named_person n
    where n.mailbox_id = parts_in.mailbox and n.person_id = parts_in.person
      and n.from_on <= today and (n.until_on is null or n.until_on >= today));
end
$function$
;

CREATE OR REPLACE FUNCTION mailboxes.set_gives_out(mailbox uuid, by_itself boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not (mailboxes.viewer_administers() or mailbox = any (mailboxes.viewer_runs())) then return false; end if;
  update mailboxes.mailbox m set gives_out = by_itself, version = m.version + 1
  where m.id = mailbox and m.gives_out is distinct from by_itself;
  return true;
end
$function$
;

CREATE OR REPLACE FUNCTION mailboxes.today()
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO ''
AS $function$
  select (now() at time zone 'Europe/London')::date
$function$
;

CREATE OR REPLACE FUNCTION mailboxes.topics_speaking(words text[])
 RETURNS TABLE(topic_id uuid, score real, because text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 3
 SET search_path TO ''
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION mailboxes.viewer_administers()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select platform.is_system() or people.viewer_has('admin')
$function$
;

CREATE OR REPLACE FUNCTION mailboxes.viewer_covers()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  today date := mailboxes.today();
begin
  if not exists (select from mailboxes.absence a where a.cover_id = platform.viewer()
    and a.from_on <= today and (a.until_on is null or a.until_on >= today)) then return '{}'; end if;
  return (
    with recursive away as (
      select a.person_id, a.cover_id from mailboxes.absence a
      where a.from_on <= today and (a.until_on is null or a.until_on >= today)
    ), chain as (
      select a.person_id, a.cover_id, array[a.person_id] as passed from away a where a.cover_id is not null
      union all
      select c.person_id, a.cover_id, c.passed || a.person_id
      from chain c join away a on a.person_id = c.cover_id
      where a.cover_id is not null and not a.cover_id = any (c.passed)
    )
    select coalesce(array_agg(distinct c.person_id), '{}') from chain c
    where c.cover_id = platform.viewer() and not exists (select from away a where a.person_id = platform.viewer()));
end
$function$
;

CREATE OR REPLACE FUNCTION mailboxes.viewer_keeps_replies()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select coalesce(array_agg(distinct n.mailbox_id), '{}')
  from mailboxes.named_person n
  where n.person_id = platform.viewer() and n.part in ('owner', 'deputy', 'proper-officer')
    and n.from_on <= mailboxes.today() and (n.until_on is null or n.until_on >= mailboxes.today())
$function$
;

CREATE OR REPLACE FUNCTION mailboxes.viewer_knows_all_people()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select platform.is_system() or people.viewer_has('admin') or people.viewer_has('dpo') or people.viewer_has('auditor')
$function$
;

CREATE OR REPLACE FUNCTION mailboxes.viewer_named()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  known text := platform.recalled('named');
  today date;
begin
  if known is not null then return known::uuid[]; end if;
  today := mailboxes.today();
  return platform.remember('named', (
    select coalesce(array_agg(distinct n.mailbox_id), '{}') from mailboxes.named_person n
    where n.person_id = platform.viewer() and n.from_on <= today and (n.until_on is null or n.until_on >= today))::text);
end
$function$
;

CREATE OR REPLACE FUNCTION mailboxes.viewer_overseen()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  known text := platform.recalled('overseen');
begin
  if known is not null then return known::uuid[]; end if;
  return platform.remember('overseen', (
    select coalesce(array_agg(m.id), '{}')
    from people.service s
    left join people.directorate d on d.id = s.directorate_id
    join mailboxes.mailbox m on m.service_id = s.id
    where (s.head_id = platform.viewer() or d.director_id = platform.viewer()) and not m.restricted)::text);
end
$function$
;

CREATE OR REPLACE FUNCTION mailboxes.viewer_reads_replies()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select coalesce(array_agg(m.id), '{}')
  from mailboxes.mailbox m
  where m.id = any (mailboxes.viewer_named())
     or platform.is_system() or people.viewer_has('admin')
     or (not m.restricted and (people.viewer_has('one-stop') or people.viewer_has('responder')
         or people.viewer_has('owner') or people.viewer_has('proper-officer') or people.viewer_has('auditor')))
$function$
;

CREATE OR REPLACE FUNCTION mailboxes.viewer_runs()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select coalesce(array_agg(distinct n.mailbox_id), '{}')
  from mailboxes.named_person n
  where n.person_id = platform.viewer() and n.part in ('owner', 'deputy')
    and n.from_on <= mailboxes.today() and (n.until_on is null or n.until_on >= mailboxes.today())
$function$
;

CREATE TRIGGER renew_held AFTER INSERT OR DELETE OR UPDATE ON mailboxes.mailbox FOR EACH STATEMENT EXECUTE FUNCTION platform.renew_held('mailboxes.register');

CREATE TRIGGER renew_held AFTER INSERT OR DELETE OR UPDATE ON mailboxes.responsibility FOR EACH STATEMENT EXECUTE FUNCTION platform.renew_held('mailboxes.register');

CREATE TRIGGER renew_held AFTER INSERT OR DELETE OR UPDATE ON mailboxes.sensitive_word FOR EACH STATEMENT EXECUTE FUNCTION platform.renew_held('mailboxes.sensitive-words');

CREATE TRIGGER renew_held AFTER INSERT OR DELETE OR UPDATE ON mailboxes.topic FOR EACH STATEMENT EXECUTE FUNCTION platform.renew_held('mailboxes.register');

-- mail ----------------------------------------------------------------------------------------------------------------

create schema mail;

create table mail.attempt (
  id uuid default uuidv7() not null,
  intake_id uuid not null,
  begun_at timestamp with time zone not null,
  failed_because text,
  constraint attempt_intake_id_fkey FOREIGN KEY (intake_id) REFERENCES mail.intake(id),
  constraint attempt_pkey PRIMARY KEY (id)
);
create INDEX attempt_at_intake ON mail.attempt USING btree (intake_id);
-- row-level security: forced
create policy by_the_council on mail.attempt for all to one_stop_app
  using ( SELECT platform.is_system() AS is_system);
grant delete, insert, select, update on mail.attempt to one_stop_app;

create table mail.decision (
  id uuid default uuidv7() not null,
  intake_id uuid not null,
  batch uuid not null,
  kind text not null,
  reason text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  was_state text not null,
  was_reason text,
  was_words text,
  refused text,
  undone_at timestamp with time zone,
  constraint decision_kind_check CHECK ((kind = ANY (ARRAY['file'::text, 'new-enquiry'::text, 'reply'::text, 'discard'::text, 'restore'::text, 'undo'::text, 'reprocess'::text, 'restrict'::text, 'let-through'::text]))),
  constraint decision_intake_id_fkey FOREIGN KEY (intake_id) REFERENCES mail.intake(id),
  constraint decision_pkey PRIMARY KEY (id)
);
create INDEX decision_about_message ON mail.decision USING btree (intake_id, decided_at);
create INDEX decision_of_batch ON mail.decision USING btree (batch);
-- row-level security: forced
create policy by_the_council on mail.decision for all to one_stop_app
  using ( SELECT platform.is_system() AS is_system);
create policy by_those_who_see_its_intake on mail.decision for select to one_stop_app
  using (EXISTS ( SELECT 1
   FROM mail.intake
  WHERE (intake.id = decision.intake_id)));
grant insert, select, update on mail.decision to one_stop_app;

create table mail.delivery (
  id uuid default uuidv7() not null,
  sha256 text not null,
  mail_from text not null,
  recipients text[] not null,
  from_ip text not null,
  helo text not null,
  received_at timestamp with time zone not null,
  constraint delivery_recipients_check CHECK ((cardinality(recipients) > 0)),
  constraint delivery_sha256_fkey FOREIGN KEY (sha256) REFERENCES mail.raw(sha256),
  constraint delivery_pkey PRIMARY KEY (id)
);
create INDEX delivery_of_raw ON mail.delivery USING btree (sha256);
-- row-level security: forced
create policy by_the_council on mail.delivery for all to one_stop_app
  using ( SELECT platform.is_system() AS is_system);
create policy by_those_who_see_its_intake on mail.delivery for select to one_stop_app
  using (EXISTS ( SELECT 1
   FROM mail.intake
  WHERE (intake.sha256 = delivery.sha256)));
create policy erased_by_the_house on mail.delivery for update to the owner
  using ( SELECT platform.is_system() AS is_system);
create policy seen_to_erase on mail.delivery for select to the owner
  using ( SELECT platform.is_system() AS is_system);
grant insert, select on mail.delivery to one_stop_app;

create table mail.digest_line (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  event_id uuid not null,
  kind text not null,
  rhythm text not null,
  created_at timestamp with time zone not null,
  taken_at timestamp with time zone,
  constraint digest_line_kind_check CHECK ((kind ~ '^[a-z]+(-[a-z]+)*$'::text)),
  constraint digest_line_rhythm_check CHECK ((rhythm = ANY (ARRAY['daily'::text, 'weekly'::text]))),
  constraint digest_line_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint digest_line_pkey PRIMARY KEY (id),
  constraint digest_line_person_id_event_id_kind_key UNIQUE (person_id, event_id, kind)
);
create INDEX digest_line_person_id_idx ON mail.digest_line USING btree (person_id) WHERE (taken_at IS NULL);
-- row-level security: forced
create policy house on mail.digest_line for all
  using ( SELECT platform.is_system() AS is_system);
grant delete, insert, select, update on mail.digest_line to one_stop_app;

create table mail.imap_folder (
  account text not null,
  folder text not null,
  uid_validity bigint,
  last_uid bigint default 0 not null,
  contact_at timestamp with time zone,
  trouble text,
  constraint imap_folder_pkey PRIMARY KEY (account, folder)
);
-- row-level security: forced
create policy by_the_council on mail.imap_folder for all to one_stop_app
  using ( SELECT platform.is_system() AS is_system);
grant insert, select, update on mail.imap_folder to one_stop_app;

create table mail.intake (
  id uuid default uuidv7() not null,
  sha256 text not null,
  received_at timestamp with time zone not null,
  state text default 'waiting'::text not null,
  reason text,
  words text,
  try_after timestamp with time zone not null,
  message_id text,
  content_sha256 text,
  from_address text,
  from_name text,
  subject text,
  sender_check jsonb,
  enquiry_id uuid,
  reference text,
  duplicate_of uuid,
  mailbox_id uuid,
  restricted boolean default false not null,
  decided_at timestamp with time zone,
  decided_by uuid,
  withheld boolean default false not null,
  constraint intake_check CHECK (((state = ANY (ARRAY['waiting'::text, 'quarantined'::text])) = (decided_at IS NULL))),
  constraint intake_check1 CHECK (((state = 'duplicate'::text) = (duplicate_of IS NOT NULL))),
  constraint intake_check2 CHECK (((state <> ALL (ARRAY['new-enquiry'::text, 'filed'::text, 'recorded'::text])) OR ((enquiry_id IS NOT NULL) AND (reference IS NOT NULL)))),
  constraint intake_check3 CHECK (((state <> ALL (ARRAY['quarantined'::text, 'discarded'::text])) OR ((reason IS NOT NULL) AND (words IS NOT NULL)))),
  constraint intake_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'new-enquiry'::text, 'filed'::text, 'recorded'::text, 'answered'::text, 'automatic'::text, 'duplicate'::text, 'quarantined'::text, 'discarded'::text]))),
  constraint intake_duplicate_of_fkey FOREIGN KEY (duplicate_of) REFERENCES mail.intake(id),
  constraint intake_sha256_fkey FOREIGN KEY (sha256) REFERENCES mail.raw(sha256),
  constraint intake_pkey PRIMARY KEY (id),
  constraint intake_sha256_key UNIQUE (sha256)
);
create INDEX intake_in_quarantine ON mail.intake USING btree (received_at, id) WHERE (state = 'quarantined'::text);
create INDEX intake_of_enquiry ON mail.intake USING btree (enquiry_id) WHERE (enquiry_id IS NOT NULL);
create INDEX intake_of_message ON mail.intake USING btree (message_id, content_sha256) WHERE (message_id IS NOT NULL);
create INDEX intake_of_sender ON mail.intake USING btree (from_address, received_at);
create INDEX intake_waiting ON mail.intake USING btree (try_after) WHERE (state = 'waiting'::text);
-- row-level security: forced
create policy by_one_stop on mail.intake for select to one_stop_app
  using ((state <> 'waiting'::text) AND (NOT restricted) AND (( SELECT people.viewer_has('one-stop'::text) AS viewer_has) OR ((NOT withheld) AND ( SELECT people.viewer_has('auditor'::text) AS viewer_has))));
create policy by_proper_officers on mail.intake for select to one_stop_app
  using ((state <> 'waiting'::text) AND withheld AND (NOT restricted) AND ( SELECT people.viewer_has('proper-officer'::text) AS viewer_has));
create policy by_the_council on mail.intake for all to one_stop_app
  using ( SELECT platform.is_system() AS is_system);
create policy by_the_named on mail.intake for select to one_stop_app
  using ((state <> 'waiting'::text) AND (restricted OR (NOT withheld)) AND (mailbox_id = ANY (( SELECT mailboxes.viewer_named() AS viewer_named)::uuid[])));
create policy erased_by_the_house on mail.intake for update to the owner
  using ( SELECT platform.is_system() AS is_system);
create policy found_by_the_desk on mail.intake for select to one_stop_app
  using ((state <> 'waiting'::text) AND (NOT restricted) AND (NOT withheld) AND ( SELECT privacy.viewer_keeps() AS viewer_keeps) AND (EXISTS ( SELECT
   FROM privacy.disclosed_item i
  WHERE ((i.source = 'mail'::text) AND (i.source_id = intake.id)))));
create policy not_excluded on mail.intake for select to one_stop_app
  using (( SELECT platform.is_system() AS is_system) OR (enquiry_id IS NULL) OR (NOT (enquiry_id = ANY (( SELECT enquiries.viewer_excluded() AS viewer_excluded)::uuid[]))));
create policy seen_to_erase on mail.intake for select to the owner
  using ( SELECT platform.is_system() AS is_system);
grant insert, select, update on mail.intake to one_stop_app;

create table mail.known_message (
  message_id text not null,
  enquiry_id uuid not null,
  known_at timestamp with time zone default now() not null,
  constraint known_message_pkey PRIMARY KEY (message_id)
);
create INDEX known_message_of_enquiry ON mail.known_message USING btree (enquiry_id);
-- row-level security: forced
create policy by_the_council on mail.known_message for all to one_stop_app
  using ( SELECT platform.is_system() AS is_system);
create policy erased_by_the_house on mail.known_message for all to the owner
  using ( SELECT platform.is_system() AS is_system);
grant delete, insert, select on mail.known_message to one_stop_app;

create table mail.outbox (
  id uuid default uuidv7() not null,
  once_key text not null,
  kind text not null,
  to_person uuid,
  to_name text default ''::text not null,
  to_address text not null,
  from_name text default ''::text not null,
  from_address text not null,
  about_enquiry uuid,
  reference text,
  about_message uuid,
  restricted boolean default false not null,
  subject text not null,
  text text not null,
  html text not null,
  message_id text not null,
  in_reply_to text,
  refs text[] default '{}'::text[] not null,
  reply_to text,
  automatic boolean not null,
  state text default 'queued'::text not null,
  attempts integer default 0 not null,
  next_attempt_at timestamp with time zone not null,
  last_error text,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  files jsonb default '[]'::jsonb not null,
  stop_url text,
  hidden boolean default false not null,
  constraint outbox_check CHECK (((about_enquiry IS NULL) = (reference IS NULL))),
  constraint outbox_check1 CHECK (((state <> 'sent'::text) OR (sent_at IS NOT NULL))),
  constraint outbox_files_check CHECK ((jsonb_typeof(files) = 'array'::text)),
  constraint outbox_from_address_check CHECK ((from_address ~ '^[^\s<>]+@[^\s<>]+$'::text)),
  constraint outbox_kind_check CHECK ((kind ~ '^[a-z]+(-[a-z]+)*$'::text)),
  constraint outbox_message_id_check CHECK ((message_id ~ '^<[^<>\s]+@[^<>\s]+>$'::text)),
  constraint outbox_once_key_check CHECK ((length(once_key) <= 600)),
  constraint outbox_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'bounced'::text, 'held'::text, 'withdrawn'::text]))),
  constraint outbox_stop_url_check CHECK ((stop_url ~ '^https?://[\x21-\x7e]+$'::text)),
  constraint outbox_to_address_check CHECK (((to_address ~ '^[^\s<>]+@[^\s<>]+$'::text) AND (length(to_address) <= 320))),
  constraint outbox_to_person_fkey FOREIGN KEY (to_person) REFERENCES people.person(id),
  constraint outbox_pkey PRIMARY KEY (id),
  constraint outbox_message_id_key UNIQUE (message_id),
  constraint outbox_once_key_key UNIQUE (once_key)
);
create INDEX outbox_about_enquiry_idx ON mail.outbox USING btree (about_enquiry) WHERE (about_enquiry IS NOT NULL);
create INDEX outbox_about_message_idx ON mail.outbox USING btree (about_message) WHERE (about_message IS NOT NULL);
create INDEX outbox_created_at_id_idx ON mail.outbox USING btree (created_at, id);
create INDEX outbox_next_attempt_at_idx ON mail.outbox USING btree (next_attempt_at) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text]));
create INDEX outbox_not_arrived ON mail.outbox USING btree (to_person, created_at) WHERE (state = ANY (ARRAY['failed'::text, 'bounced'::text]));
create INDEX outbox_receipts ON mail.outbox USING btree (created_at) WHERE (kind = ANY (ARRAY['receipt'::text, 'confirmation'::text]));
create INDEX outbox_receipts_to ON mail.outbox USING btree (to_address, created_at) WHERE (kind = ANY (ARRAY['receipt'::text, 'confirmation'::text]));
create INDEX outbox_reference_idx ON mail.outbox USING btree (reference) WHERE (reference IS NOT NULL);
create INDEX outbox_to_person_created_at_idx ON mail.outbox USING btree (to_person, created_at) WHERE (to_person IS NOT NULL);
-- row-level security: forced
create policy not_excluded on mail.outbox for select to one_stop_app
  using (( SELECT platform.is_system() AS is_system) OR (about_enquiry IS NULL) OR (NOT (about_enquiry = ANY (( SELECT enquiries.viewer_excluded() AS viewer_excluded)::uuid[]))));
create policy recipient on mail.outbox for select
  using ((to_person = ( SELECT platform.viewer() AS viewer)) AND (NOT hidden));
create policy seen_with_its_enquiry on mail.outbox for select
  using ((about_enquiry IS NOT NULL) AND ( SELECT enquiries.viewer_is_officer() AS viewer_is_officer) AND (EXISTS ( SELECT
   FROM enquiries.enquiry e
  WHERE (e.id = outbox.about_enquiry))));
create policy system on mail.outbox for all
  using ( SELECT platform.is_system() AS is_system);
grant insert, select, update on mail.outbox to one_stop_app;

create table mail.raw (
  sha256 text not null,
  bytes bytea not null,
  size_bytes integer generated always as (length(bytes)) stored not null,
  stored_at timestamp with time zone default now() not null,
  constraint raw_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint raw_pkey PRIMARY KEY (sha256)
);
-- row-level security: forced
create policy blanked_by_the_house on mail.raw for update to the owner
  using ( SELECT platform.is_system() AS is_system);
create policy by_the_council on mail.raw for all to one_stop_app
  using ( SELECT platform.is_system() AS is_system);
create policy by_those_who_see_its_intake on mail.raw for select to one_stop_app
  using ((NOT ( SELECT people.viewer_has('auditor'::text) AS viewer_has)) AND (EXISTS ( SELECT 1
   FROM mail.intake
  WHERE (intake.sha256 = raw.sha256))));
create policy erased_by_the_house on mail.raw for select to the owner
  using ( SELECT platform.is_system() AS is_system);
grant insert, select on mail.raw to one_stop_app;

create table mail.reply_address (
  token_hash bytea not null,
  enquiry uuid not null,
  person uuid,
  address text not null,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint reply_address_token_hash_check CHECK ((length(token_hash) = 32)),
  constraint reply_address_person_fkey FOREIGN KEY (person) REFERENCES people.person(id),
  constraint reply_address_pkey PRIMARY KEY (token_hash)
);
create INDEX reply_address_enquiry_idx ON mail.reply_address USING btree (enquiry);
-- row-level security: forced
create policy system on mail.reply_address for all
  using ( SELECT platform.is_system() AS is_system);
grant insert, select, update on mail.reply_address to one_stop_app;

create table mail.slice (
  sha256 text not null,
  place integer not null,
  bytes bytea not null,
  constraint slice_pkey PRIMARY KEY (sha256, place)
);
-- row-level security: forced
create policy by_the_council on mail.slice for all to one_stop_app
  using ( SELECT platform.is_system() AS is_system);
create policy owner on mail.slice for all to the owner
  using true;
grant delete, insert, select on mail.slice to one_stop_app;

create table mail.unreachable (
  address citext not null,
  since_at timestamp with time zone not null,
  reason text not null,
  constraint unreachable_pkey PRIMARY KEY (address)
);
-- row-level security: forced
create policy system on mail.unreachable for all
  using ( SELECT platform.is_system() AS is_system);
grant delete, insert, select, update on mail.unreachable to one_stop_app;

CREATE OR REPLACE FUNCTION mail.blank_raw(of_messages text[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  n int;
begin
  if not platform.is_system() then raise exception 'only the house erases'; end if;
  update mail.raw set bytes = '' where sha256 = any (of_messages) and bytes <> '';
  get diagnostics n = row_count;
  update mail.delivery set mail_from = '', recipients = '{erased@erased.invalid}', from_ip = '', helo = ''
    where sha256 = any (of_messages) and recipients <> '{erased@erased.invalid}';
  delete from mail.slice where sha256 = any (of_messages);
  return n;
end $function$
;

CREATE OR REPLACE FUNCTION mail.erase_words(of_enquiry uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  messages text[];
begin
  if not platform.is_system() then raise exception 'only the house erases'; end if;
  select array_agg(i.sha256) into messages from mail.intake i
    where i.enquiry_id = of_enquiry
      or i.duplicate_of in (select o.id from mail.intake o where o.enquiry_id = of_enquiry);
  perform mail.blank_raw(coalesce(messages, '{}'));
  update mail.intake set from_address = null, from_name = null, subject = null, sender_check = null, message_id = null,
    words = case when words is null then null else 'Erased' end where sha256 = any (messages);
  update mail.outbox set subject = 'Erased', text = '', html = '', to_name = '', to_address = 'erased@erased.invalid',
    reply_to = null, files = '[]', last_error = null, in_reply_to = null, refs = '{}',
    once_key = id::text, state = case when state in ('queued', 'sending', 'held') then 'withdrawn' else state end
    where about_enquiry = of_enquiry;
  update mail.reply_address set address = 'erased@erased.invalid', revoked_at = coalesce(revoked_at, now())
    where enquiry = of_enquiry;
  delete from mail.known_message where enquiry_id = of_enquiry;
end $function$
;

-- enquiries -----------------------------------------------------------------------------------------------------------

create schema enquiries;

create table enquiries.attachment (
  id uuid default uuidv7() not null,
  enquiry_id uuid not null,
  message_id uuid not null,
  name text not null,
  type text not null,
  size integer not null,
  sha256 text not null,
  shown_sha256 text not null,
  constraint attachment_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiries.enquiry(id),
  constraint attachment_message_id_fkey FOREIGN KEY (message_id) REFERENCES enquiries.message(id),
  constraint attachment_pkey PRIMARY KEY (id)
);
create INDEX attachment_of ON enquiries.attachment USING btree (enquiry_id);
-- row-level security: forced
create policy by_the_house on enquiries.attachment for insert
  with check ( SELECT platform.is_system() AS is_system);
create policy erased_by_the_house on enquiries.attachment for delete to the owner
  using ( SELECT platform.is_system() AS is_system);
create policy seen on enquiries.attachment for select
  using (( SELECT platform.is_system() AS is_system) OR (EXISTS ( SELECT
   FROM enquiries.message m
  WHERE (m.id = attachment.message_id))));
grant insert, select on enquiries.attachment to one_stop_app;

create table enquiries.bulk (
  id uuid not null,
  person_id uuid not null,
  act text not null,
  given jsonb default '{}'::jsonb not null,
  matching text default ''::text not null,
  undoes uuid,
  state text default 'preview'::text not null,
  made_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  finished_at timestamp with time zone,
  constraint bulk_check CHECK (((state = 'preview'::text) = (confirmed_at IS NULL))),
  constraint bulk_check1 CHECK (((state = 'done'::text) = (finished_at IS NOT NULL))),
  constraint bulk_state_check CHECK ((state = ANY (ARRAY['preview'::text, 'running'::text, 'done'::text]))),
  constraint bulk_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint bulk_undoes_fkey FOREIGN KEY (undoes) REFERENCES enquiries.bulk(id),
  constraint bulk_pkey PRIMARY KEY (id)
);
create INDEX bulk_by_age ON enquiries.bulk USING btree (made_at);
create INDEX bulk_by_person ON enquiries.bulk USING btree (person_id, made_at DESC);
create UNIQUE INDEX bulk_undone_once ON enquiries.bulk USING btree (undoes) WHERE (undoes IS NOT NULL);
-- row-level security: forced
create policy own on enquiries.bulk for all
  using ((person_id = ( SELECT platform.viewer() AS viewer)) OR ( SELECT platform.is_system() AS is_system));
grant delete, insert, select, update on enquiries.bulk to one_stop_app;

create table enquiries.bulk_item (
  bulk_id uuid not null,
  place integer not null,
  enquiry_id uuid not null,
  reference text not null,
  state text default 'waiting'::text not null,
  code text,
  words text,
  own_act text,
  own_given jsonb,
  expected_version integer,
  version integer,
  undo_act text,
  undo_given jsonb,
  constraint bulk_item_place_check CHECK ((place >= 1)),
  constraint bulk_item_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'refused'::text]))),
  constraint bulk_item_bulk_id_fkey FOREIGN KEY (bulk_id) REFERENCES enquiries.bulk(id) ON DELETE CASCADE,
  constraint bulk_item_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiries.enquiry(id),
  constraint bulk_item_pkey PRIMARY KEY (bulk_id, place),
  constraint bulk_item_bulk_id_enquiry_id_key UNIQUE (bulk_id, enquiry_id)
);
create INDEX bulk_item_waiting ON enquiries.bulk_item USING btree (bulk_id, place) WHERE (state = 'waiting'::text);
-- row-level security: forced
create policy own on enquiries.bulk_item for all
  using (( SELECT platform.is_system() AS is_system) OR (EXISTS ( SELECT
   FROM enquiries.bulk b
  WHERE ((b.id = bulk_item.bulk_id) AND (b.person_id = ( SELECT platform.viewer() AS viewer))))));
grant insert, select, update on enquiries.bulk_item to one_stop_app;

create table enquiries.contribution (
  id uuid not null,
  enquiry_id uuid not null,
  asked_by uuid not null,
  of_person uuid,
  of_name text not null,
  of_address citext not null,
  questions text[] not null,
  background text default ''::text not null,
  due_on date not null,
  asked_at timestamp with time zone not null,
  hidden boolean default false not null,
  constraint contribution_of_name_check CHECK ((of_name <> ''::text)),
  constraint contribution_questions_check CHECK ((cardinality(questions) > 0)),
  constraint contribution_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people.person(id),
  constraint contribution_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiries.enquiry(id),
  constraint contribution_of_person_fkey FOREIGN KEY (of_person) REFERENCES people.person(id),
  constraint contribution_pkey PRIMARY KEY (id)
);
create INDEX contribution_of_enquiry ON enquiries.contribution USING btree (enquiry_id);
create INDEX contribution_of_person ON enquiries.contribution USING btree (of_person, asked_at) WHERE (of_person IS NOT NULL);
-- row-level security: forced
create policy by_the_house on enquiries.contribution for insert
  with check ( SELECT platform.is_system() AS is_system);
create policy erased_by_the_house on enquiries.contribution for update to the owner
  using ( SELECT platform.is_system() AS is_system);
create policy hidden_by_the_house on enquiries.contribution for update to one_stop_app
  using ( SELECT platform.is_system() AS is_system);
create policy not_excluded on enquiries.contribution for select to one_stop_app
  using (( SELECT platform.is_system() AS is_system) OR (NOT (enquiry_id = ANY (( SELECT enquiries.viewer_excluded() AS viewer_excluded)::uuid[]))));
create policy seen on enquiries.contribution for select
  using (( SELECT platform.is_system() AS is_system) OR ((of_person = ( SELECT platform.viewer() AS viewer)) AND (NOT hidden)) OR (( SELECT enquiries.viewer_is_officer() AS viewer_is_officer) AND (EXISTS ( SELECT
   FROM enquiries.enquiry e
  WHERE (e.id = contribution.enquiry_id)))));
grant insert, select on enquiries.contribution to one_stop_app;
grant update (hidden) on enquiries.contribution to one_stop_app;

create table enquiries.contribution_link (
  token_hash bytea not null,
  contribution_id uuid not null,
  ends_on date not null,
  revoked_at timestamp with time zone,
  constraint contribution_link_token_hash_check CHECK ((length(token_hash) = 32)),
  constraint contribution_link_contribution_id_fkey FOREIGN KEY (contribution_id) REFERENCES enquiries.contribution(id),
  constraint contribution_link_pkey PRIMARY KEY (token_hash)
);
create INDEX contribution_link_of ON enquiries.contribution_link USING btree (contribution_id);
-- row-level security: forced
create policy the_house on enquiries.contribution_link for all
  using ( SELECT platform.is_system() AS is_system)
  with check ( SELECT platform.is_system() AS is_system);
grant insert, select, update on enquiries.contribution_link to one_stop_app;

create table enquiries.daily (
  mailbox_id uuid not null,
  on_day date not null,
  came integer default 0 not null,
  settled integer default 0 not null,
  constraint daily_came_check CHECK ((came >= 0)),
  constraint daily_settled_check CHECK ((settled >= 0)),
  constraint daily_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES mailboxes.mailbox(id),
  constraint daily_pkey PRIMARY KEY (mailbox_id, on_day)
);
-- row-level security: forced
create policy by_the_house on enquiries.daily for insert
  with check ( SELECT platform.is_system() AS is_system);
create policy recounted_by_the_house on enquiries.daily for delete
  using ( SELECT platform.is_system() AS is_system);
create policy seen_on_the_board on enquiries.daily for select
  using ((mailbox_id = ANY (( SELECT enquiries.viewer_boards() AS viewer_boards)::uuid[])) OR ( SELECT platform.is_system() AS is_system));
grant delete, insert, select on enquiries.daily to one_stop_app;

create table enquiries.draft (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  about text not null,
  fields jsonb not null,
  changed_at timestamp with time zone not null,
  constraint draft_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint draft_pkey PRIMARY KEY (id),
  constraint draft_person_id_about_key UNIQUE (person_id, about)
);
-- row-level security: forced
create policy own on enquiries.draft for all
  using ((person_id = ( SELECT platform.viewer() AS viewer)) OR ( SELECT platform.is_system() AS is_system));
grant delete, insert, select, update on enquiries.draft to one_stop_app;

create table enquiries.enquiry (
  id uuid default uuidv7() not null,
  reference text not null,
  version integer default 1 not null,
  member_id uuid not null,
  raised_by uuid,
  kind text not null,
  channel text not null,
  direct boolean default false not null,
  late boolean default false not null,
  restricted boolean default false not null,
  topic_id uuid,
  ward_id uuid,
  mailbox_id uuid,
  holder_id uuid,
  accepted boolean default false not null,
  status text not null,
  round integer default 1 not null,
  received_on date not null,
  registered_on date not null,
  clock_from date not null,
  limit_working_days integer not null,
  pauses jsonb default '[]'::jsonb not null,
  due_on date,
  headline_due_on date,
  acknowledged_on date,
  next_update_on date,
  answered_on date,
  first_answered_on date,
  closed_on date,
  outcome text,
  lane_on date,
  promises jsonb default '[]'::jsonb not null,
  chases integer default 0 not null,
  subject text not null,
  constituent text,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  assigned_on date,
  right_mailbox_id uuid,
  extensions jsonb default '[]'::jsonb not null,
  agreed_due_on date,
  contributions jsonb default '[]'::jsonb not null,
  open_contributions integer generated always as (jsonb_array_length(jsonb_path_query_array(contributions, '$[*]?(!(exists (@."endedOn")))'::jsonpath))) stored not null,
  links jsonb default '[]'::jsonb not null,
  set_lead_id uuid,
  submitted_by uuid,
  handed_over jsonb,
  place text,
  postcode text,
  latitude double precision,
  longitude double precision,
  climbed jsonb default '[]'::jsonb not null,
  said_on date,
  late_percent smallint,
  erased_on date,
  erased_because text,
  constraint enquiry_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'email'::text, 'phone'::text, 'in-person'::text, 'letter'::text, 'senior-manager'::text, 'partner'::text, 'api'::text, 'open311'::text, 'import'::text, 'caseworker'::text]))),
  constraint enquiry_check CHECK (((status <> 'closed'::text) OR ((closed_on IS NOT NULL) AND (outcome IS NOT NULL)))),
  constraint enquiry_check1 CHECK (((status <> 'waiting-for-member'::text) OR (holder_id IS NOT NULL) OR (NOT accepted))),
  constraint enquiry_check2 CHECK ((registered_on >= received_on)),
  constraint enquiry_check3 CHECK (((latitude IS NULL) = (longitude IS NULL))),
  constraint enquiry_check4 CHECK (((erased_on IS NULL) = (erased_because IS NULL))),
  constraint enquiry_kind_check CHECK ((kind = ANY (ARRAY['enquiry'::text, 'service-request'::text, 'information-request'::text, 'complaint'::text, 'restricted'::text, 'mp-enquiry'::text]))),
  constraint enquiry_late_percent_check CHECK (((late_percent >= 0) AND (late_percent <= 100))),
  constraint enquiry_limit_working_days_check CHECK ((limit_working_days > 0)),
  constraint enquiry_place_check CHECK ((length(place) <= 300)),
  constraint enquiry_reference_check CHECK ((reference ~ '^ME-\d{4}-\d{6,}$'::text)),
  constraint enquiry_round_check CHECK ((round >= 1)),
  constraint enquiry_status_check CHECK ((status = ANY (ARRAY['new'::text, 'assigned'::text, 'in-progress'::text, 'waiting-for-member'::text, 'with-partner'::text, 'in-review'::text, 'answered'::text, 'closed'::text]))),
  constraint enquiry_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES people.person(id),
  constraint enquiry_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES mailboxes.mailbox(id),
  constraint enquiry_member_id_fkey FOREIGN KEY (member_id) REFERENCES people.member(person_id),
  constraint enquiry_raised_by_fkey FOREIGN KEY (raised_by) REFERENCES people.person(id),
  constraint enquiry_right_mailbox_id_fkey FOREIGN KEY (right_mailbox_id) REFERENCES mailboxes.mailbox(id),
  constraint enquiry_set_lead_id_fkey FOREIGN KEY (set_lead_id) REFERENCES enquiries.enquiry(id),
  constraint enquiry_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES people.person(id),
  constraint enquiry_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES mailboxes.topic(id),
  constraint enquiry_ward_id_fkey FOREIGN KEY (ward_id) REFERENCES people.ward(id),
  constraint enquiry_pkey PRIMARY KEY (id),
  constraint enquiry_reference_key UNIQUE (reference)
);
create INDEX enquiry_answered ON enquiries.enquiry USING btree (answered_on) WHERE (status = 'answered'::text);
create INDEX enquiry_by_created ON enquiries.enquiry USING btree (created_at DESC, id DESC);
create INDEX enquiry_by_holder ON enquiries.enquiry USING btree (holder_id, due_on, id) WHERE (status <> ALL (ARRAY['answered'::text, 'closed'::text]));
create INDEX enquiry_by_mailbox ON enquiries.enquiry USING btree (mailbox_id, created_at DESC, id DESC);
create INDEX enquiry_by_member ON enquiries.enquiry USING btree (member_id, created_at DESC, id DESC);
create INDEX enquiry_by_promise ON enquiries.enquiry USING btree (enquiries.next_promise_on(promises)) WHERE (promises <> '[]'::jsonb);
create INDEX enquiry_by_raiser ON enquiries.enquiry USING btree (raised_by, created_at DESC) WHERE (raised_by IS NOT NULL);
create INDEX enquiry_in_lane ON enquiries.enquiry USING btree (lane_on) WHERE (lane_on IS NOT NULL);
create INDEX enquiry_in_set ON enquiries.enquiry USING btree (set_lead_id) WHERE (set_lead_id IS NOT NULL);
create INDEX enquiry_not_accepted ON enquiries.enquiry USING btree (assigned_on) WHERE (status = 'assigned'::text);
create INDEX enquiry_open_by_change ON enquiries.enquiry USING btree (changed_at DESC, id DESC) WHERE (status <> ALL (ARRAY['answered'::text, 'closed'::text]));
create INDEX enquiry_open_by_due ON enquiries.enquiry USING btree (due_on, id) WHERE (status <> ALL (ARRAY['answered'::text, 'closed'::text]));
create INDEX enquiry_open_by_mailbox ON enquiries.enquiry USING btree (mailbox_id, due_on, id) WHERE (status <> ALL (ARRAY['answered'::text, 'closed'::text]));
create INDEX enquiry_open_by_member ON enquiries.enquiry USING btree (member_id) WHERE (status <> ALL (ARRAY['answered'::text, 'closed'::text]));
create INDEX enquiry_with_contributions ON enquiries.enquiry USING btree (id) WHERE (open_contributions > 0);
create INDEX enquiry_with_leadership ON enquiries.enquiry USING btree (due_on, id) WHERE ((climbed @> '[{"rung": "leadership"}]'::jsonb) AND (status <> ALL (ARRAY['answered'::text, 'closed'::text])));
create INDEX enquiry_with_partner ON enquiries.enquiry USING btree (id) WHERE (status = 'with-partner'::text);
-- row-level security: forced
create policy by_the_house on enquiries.enquiry for insert
  with check ( SELECT platform.is_system() AS is_system);
create policy changed_by_the_house on enquiries.enquiry for update
  using true
  with check ( SELECT platform.is_system() AS is_system);
create policy not_excluded on enquiries.enquiry for select to one_stop_app
  using (( SELECT platform.is_system() AS is_system) OR (NOT (id = ANY (( SELECT enquiries.viewer_excluded() AS viewer_excluded)::uuid[]))));
create policy owner on enquiries.enquiry for select to the owner
  using true;
create policy seen on enquiries.enquiry for select
  using (( SELECT platform.is_system() AS is_system) OR (member_id = ( SELECT platform.viewer() AS viewer)) OR (holder_id = ( SELECT platform.viewer() AS viewer)) OR (mailbox_id = ANY (( SELECT mailboxes.viewer_named() AS viewer_named)::uuid[])) OR ((NOT restricted) AND (( SELECT enquiries.viewer_sees_all() AS viewer_sees_all) OR ((raised_by = ( SELECT platform.viewer() AS viewer)) AND ( SELECT enquiries.viewer_is_officer() AS viewer_is_officer)) OR (member_id = ANY (( SELECT people.viewer_members() AS viewer_members)::uuid[])) OR (mailbox_id = ANY (( SELECT mailboxes.viewer_overseen() AS viewer_overseen)::uuid[])))));
grant insert, select, update on enquiries.enquiry to one_stop_app;

create table enquiries.event (
  id uuid default uuidv7() not null,
  enquiry_id uuid not null,
  sequence integer not null,
  type text not null,
  at timestamp with time zone not null,
  on_day date not null,
  by_person uuid,
  as_part text not null,
  on_behalf_of uuid,
  data jsonb default '{}'::jsonb not null,
  constraint event_sequence_check CHECK ((sequence >= 1)),
  constraint event_by_person_fkey FOREIGN KEY (by_person) REFERENCES people.person(id),
  constraint event_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiries.enquiry(id),
  constraint event_on_behalf_of_fkey FOREIGN KEY (on_behalf_of) REFERENCES people.person(id),
  constraint event_pkey PRIMARY KEY (id),
  constraint event_enquiry_id_sequence_key UNIQUE (enquiry_id, sequence)
);
create INDEX event_by_day ON enquiries.event USING btree (on_day, type);
-- row-level security: forced
create policy by_the_house on enquiries.event for insert
  with check ( SELECT platform.is_system() AS is_system);
create policy seen on enquiries.event for select
  using (( SELECT platform.is_system() AS is_system) OR (EXISTS ( SELECT
   FROM enquiries.enquiry e
  WHERE (e.id = event.enquiry_id))));
grant insert, select on enquiries.event to one_stop_app;

create table enquiries.exclusion (
  id uuid default uuidv7() not null,
  enquiry_id uuid not null,
  person_id uuid not null,
  why text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  lifted_at timestamp with time zone,
  lifted_by uuid,
  lifted_why text,
  constraint exclusion_check CHECK ((num_nonnulls(lifted_at, lifted_by, lifted_why) = ANY (ARRAY[0, 3]))),
  constraint exclusion_lifted_why_check CHECK (((lifted_why ~ '\S'::text) AND (length(lifted_why) <= 1000))),
  constraint exclusion_why_check CHECK (((why ~ '\S'::text) AND (length(why) <= 1000))),
  constraint exclusion_by_person_fkey FOREIGN KEY (by_person) REFERENCES people.person(id),
  constraint exclusion_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiries.enquiry(id),
  constraint exclusion_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES people.person(id),
  constraint exclusion_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint exclusion_pkey PRIMARY KEY (id)
);
create UNIQUE INDEX exclusion_in_force ON enquiries.exclusion USING btree (person_id, enquiry_id) WHERE (lifted_at IS NULL);
create INDEX exclusion_of ON enquiries.exclusion USING btree (enquiry_id);
-- row-level security: forced
create policy by_the_house on enquiries.exclusion for insert to one_stop_app
  with check ( SELECT platform.is_system() AS is_system);
create policy lifted_by_the_house on enquiries.exclusion for update to one_stop_app
  using ( SELECT platform.is_system() AS is_system);
create policy owner on enquiries.exclusion for all to the owner
  using true;
create policy seen on enquiries.exclusion for select to one_stop_app
  using (( SELECT platform.is_system() AS is_system) OR (( SELECT people.viewer_has_any('{one-stop,owner,proper-officer,dpo,auditor}'::text[]) AS viewer_has_any) AND (EXISTS ( SELECT
   FROM enquiries.enquiry e
  WHERE (e.id = exclusion.enquiry_id)))));
grant insert, select on enquiries.exclusion to one_stop_app;
grant update (lifted_at, lifted_by, lifted_why) on enquiries.exclusion to one_stop_app;

create table enquiries.expected (
  about text not null,
  id uuid not null,
  working_days integer not null,
  cases integer not null,
  learned_on date not null,
  constraint expected_about_check CHECK ((about = ANY (ARRAY['topic'::text, 'mailbox'::text]))),
  constraint expected_cases_check CHECK ((cases > 0)),
  constraint expected_working_days_check CHECK ((working_days >= 0)),
  constraint expected_pkey PRIMARY KEY (about, id)
);
-- row-level security: forced
create policy by_the_house on enquiries.expected for insert
  with check ( SELECT platform.is_system() AS is_system);
create policy forgotten_by_the_house on enquiries.expected for delete
  using ( SELECT platform.is_system() AS is_system);
create policy readers on enquiries.expected for select
  using ((( SELECT platform.viewer() AS viewer) IS NOT NULL) OR ( SELECT platform.is_system() AS is_system));
grant delete, insert, select on enquiries.expected to one_stop_app;

create table enquiries.hand_over (
  id uuid not null,
  enquiry_id uuid not null,
  mailbox_id uuid not null,
  handed_by uuid not null,
  wanted text not null,
  shared jsonb not null,
  files jsonb not null,
  due_on date not null,
  handed_at timestamp with time zone not null,
  hidden boolean default false not null,
  constraint hand_over_wanted_check CHECK ((wanted <> ''::text)),
  constraint hand_over_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiries.enquiry(id),
  constraint hand_over_handed_by_fkey FOREIGN KEY (handed_by) REFERENCES people.person(id),
  constraint hand_over_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES mailboxes.mailbox(id),
  constraint hand_over_pkey PRIMARY KEY (id)
);
create INDEX hand_over_of_enquiry ON enquiries.hand_over USING btree (enquiry_id, handed_at);
create INDEX hand_over_of_mailbox ON enquiries.hand_over USING btree (mailbox_id, handed_at);
-- row-level security: forced
create policy by_the_house on enquiries.hand_over for insert
  with check ( SELECT platform.is_system() AS is_system);
create policy erased_by_the_house on enquiries.hand_over for update to the owner
  using ( SELECT platform.is_system() AS is_system);
create policy hidden_by_the_house on enquiries.hand_over for update to one_stop_app
  using ( SELECT platform.is_system() AS is_system);
create policy not_excluded on enquiries.hand_over for select to one_stop_app
  using (( SELECT platform.is_system() AS is_system) OR (NOT (enquiry_id = ANY (( SELECT enquiries.viewer_excluded() AS viewer_excluded)::uuid[]))));
create policy seen on enquiries.hand_over for select
  using (( SELECT platform.is_system() AS is_system) OR ((mailbox_id = ANY (( SELECT mailboxes.viewer_named() AS viewer_named)::uuid[])) AND (NOT hidden)) OR (( SELECT enquiries.viewer_is_officer() AS viewer_is_officer) AND (EXISTS ( SELECT
   FROM enquiries.enquiry e
  WHERE (e.id = hand_over.enquiry_id)))));
grant insert, select on enquiries.hand_over to one_stop_app;
grant update (hidden) on enquiries.hand_over to one_stop_app;

create table enquiries.idempotency (
  person_id uuid not null,
  key text not null,
  request_sha256 text not null,
  reference text not null,
  at timestamp with time zone not null,
  constraint idempotency_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint idempotency_pkey PRIMARY KEY (person_id, key)
);
-- row-level security: forced
create policy own on enquiries.idempotency for all
  using ((person_id = ( SELECT platform.viewer() AS viewer)) OR ( SELECT platform.is_system() AS is_system));
grant delete, insert, select on enquiries.idempotency to one_stop_app;

create table enquiries.message (
  id uuid not null,
  enquiry_id uuid not null,
  kind text not null,
  round integer not null,
  at timestamp with time zone not null,
  from_person uuid,
  from_part text not null,
  via text default 'web'::text not null,
  internal boolean default false not null,
  words text not null,
  quoted text default ''::text not null,
  raw_sha256 text,
  automatic boolean default false not null,
  contact text default ''::text not null,
  may_share boolean,
  constraint message_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiries.enquiry(id),
  constraint message_from_person_fkey FOREIGN KEY (from_person) REFERENCES people.person(id),
  constraint message_pkey PRIMARY KEY (id)
);
create INDEX message_of ON enquiries.message USING btree (enquiry_id, at);
-- row-level security: forced
create policy by_the_house on enquiries.message for insert
  with check ( SELECT platform.is_system() AS is_system);
create policy erased_by_the_house on enquiries.message for update to the owner
  using ( SELECT platform.is_system() AS is_system);
create policy seen on enquiries.message for select
  using (( SELECT platform.is_system() AS is_system) OR (((NOT internal) OR ( SELECT enquiries.viewer_is_officer() AS viewer_is_officer)) AND (EXISTS ( SELECT
   FROM enquiries.enquiry e
  WHERE (e.id = message.enquiry_id)))));
grant insert, select on enquiries.message to one_stop_app;

create table enquiries.notice (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  enquiry_id uuid not null,
  event_id uuid not null,
  because text not null,
  at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint notice_because_check CHECK ((because ~ '^[a-z]+(-[a-z]+)*$'::text)),
  constraint notice_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiries.enquiry(id),
  constraint notice_event_id_fkey FOREIGN KEY (event_id) REFERENCES enquiries.event(id),
  constraint notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_person_id_event_id_key UNIQUE (person_id, event_id)
);
create INDEX notice_of ON enquiries.notice USING btree (person_id, id DESC);
create INDEX notice_unread ON enquiries.notice USING btree (person_id, enquiry_id) WHERE (read_at IS NULL);
-- row-level security: forced
create policy by_the_house on enquiries.notice for insert
  with check ( SELECT platform.is_system() AS is_system);
create policy own on enquiries.notice for select
  using (( SELECT platform.is_system() AS is_system) OR ((person_id = ( SELECT platform.viewer() AS viewer)) AND (EXISTS ( SELECT
   FROM enquiries.enquiry e
  WHERE (e.id = notice.enquiry_id)))));
create policy read_by_its_owner on enquiries.notice for update
  using (person_id = ( SELECT platform.viewer() AS viewer));
grant insert, select on enquiries.notice to one_stop_app;
grant update (read_at) on enquiries.notice to one_stop_app;

create table enquiries.numbering (
  year integer not null,
  last integer default 0 not null,
  constraint numbering_pkey PRIMARY KEY (year)
);
grant insert, select, update on enquiries.numbering to one_stop_app;

create table enquiries.own_list (
  person_id uuid not null,
  columns text[],
  begins_with text,
  keys boolean default true not null,
  constraint own_list_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint own_list_pkey PRIMARY KEY (person_id)
);
-- row-level security: forced
create policy own on enquiries.own_list for all
  using ((person_id = ( SELECT platform.viewer() AS viewer)) OR ( SELECT platform.is_system() AS is_system));
grant insert, select, update on enquiries.own_list to one_stop_app;

create table enquiries.presence (
  enquiry_id uuid not null,
  person_id uuid not null,
  doing text not null,
  at timestamp with time zone not null,
  constraint presence_doing_check CHECK ((doing ~ '^[a-z][a-z-]{1,40}$'::text)),
  constraint presence_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiries.enquiry(id),
  constraint presence_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint presence_pkey PRIMARY KEY (enquiry_id, person_id)
);
create INDEX presence_of ON enquiries.presence USING btree (person_id, at);
-- row-level security: forced
create policy own_add on enquiries.presence for insert
  with check ((person_id = ( SELECT platform.viewer() AS viewer)) AND (EXISTS ( SELECT
   FROM enquiries.enquiry e
  WHERE (e.id = presence.enquiry_id))));
create policy own_change on enquiries.presence for update
  using (person_id = ( SELECT platform.viewer() AS viewer));
create policy own_remove on enquiries.presence for delete
  using ((person_id = ( SELECT platform.viewer() AS viewer)) OR ( SELECT platform.is_system() AS is_system));
create policy seen on enquiries.presence for select
  using (( SELECT platform.is_system() AS is_system) OR (person_id = ( SELECT platform.viewer() AS viewer)) OR (( SELECT enquiries.viewer_is_officer() AS viewer_is_officer) AND (EXISTS ( SELECT
   FROM enquiries.enquiry e
  WHERE (e.id = presence.enquiry_id)))));
grant delete, insert, select, update on enquiries.presence to one_stop_app;

create table enquiries.promise (
  id uuid not null,
  enquiry_id uuid not null,
  message_id uuid,
  words text not null,
  who text default ''::text not null,
  due_on date not null,
  constraint promise_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiries.enquiry(id),
  constraint promise_message_id_fkey FOREIGN KEY (message_id) REFERENCES enquiries.message(id),
  constraint promise_pkey PRIMARY KEY (id)
);
create INDEX promise_of ON enquiries.promise USING btree (enquiry_id);
-- row-level security: forced
create policy by_the_house on enquiries.promise for insert
  with check ( SELECT platform.is_system() AS is_system);
create policy erased_by_the_house on enquiries.promise for update to the owner
  using ( SELECT platform.is_system() AS is_system);
create policy seen on enquiries.promise for select
  using (( SELECT platform.is_system() AS is_system) OR (EXISTS ( SELECT
   FROM enquiries.enquiry e
  WHERE (e.id = promise.enquiry_id))));
grant insert, select on enquiries.promise to one_stop_app;

create table enquiries.question (
  id uuid default uuidv7() not null,
  enquiry_id uuid not null,
  round integer not null,
  number integer not null,
  words text not null,
  answer text,
  excuse text,
  answered_in uuid,
  constraint question_number_check CHECK ((number >= 1)),
  constraint question_answered_in_fkey FOREIGN KEY (answered_in) REFERENCES enquiries.message(id),
  constraint question_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiries.enquiry(id),
  constraint question_pkey PRIMARY KEY (id),
  constraint question_enquiry_id_round_number_key UNIQUE (enquiry_id, round, number)
);
-- row-level security: forced
create policy answered_by_the_house on enquiries.question for update
  using ( SELECT platform.is_system() AS is_system);
create policy by_the_house on enquiries.question for insert
  with check ( SELECT platform.is_system() AS is_system);
create policy seen on enquiries.question for select
  using (( SELECT platform.is_system() AS is_system) OR (EXISTS ( SELECT
   FROM enquiries.enquiry e
  WHERE (e.id = question.enquiry_id))));
grant insert, select on enquiries.question to one_stop_app;
grant update (answer, excuse, answered_in) on enquiries.question to one_stop_app;

create table enquiries.recently_seen (
  person_id uuid not null,
  enquiry_id uuid not null,
  at timestamp with time zone not null,
  constraint recently_seen_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiries.enquiry(id),
  constraint recently_seen_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint recently_seen_pkey PRIMARY KEY (person_id, enquiry_id)
);
-- row-level security: forced
create policy own on enquiries.recently_seen for all
  using ((person_id = ( SELECT platform.viewer() AS viewer)) OR ( SELECT platform.is_system() AS is_system));
grant delete, insert, select, update on enquiries.recently_seen to one_stop_app;

create table enquiries.referral (
  id uuid default uuidv7() not null,
  at timestamp with time zone not null,
  by_person uuid not null,
  mailbox_id uuid,
  constraint referral_by_person_fkey FOREIGN KEY (by_person) REFERENCES people.person(id),
  constraint referral_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES mailboxes.mailbox(id),
  constraint referral_pkey PRIMARY KEY (id)
);
create INDEX referral_at ON enquiries.referral USING btree (at);
create INDEX referral_by ON enquiries.referral USING btree (by_person);
-- row-level security: forced
create policy by_themselves on enquiries.referral for insert to one_stop_app
  with check (by_person = ( SELECT platform.viewer() AS viewer));
create policy readers on enquiries.referral for select to one_stop_app
  using ((by_person = ( SELECT platform.viewer() AS viewer)) OR (mailbox_id = ANY (( SELECT mailboxes.viewer_named() AS viewer_named)::uuid[])) OR ( SELECT people.viewer_has('dpo'::text) AS viewer_has) OR ( SELECT platform.is_system() AS is_system));
grant insert, select on enquiries.referral to one_stop_app;

create table enquiries.risk (
  enquiry_id uuid not null,
  percent smallint not null,
  why jsonb not null,
  worked_out_on date not null,
  constraint risk_percent_check CHECK (((percent >= 0) AND (percent <= 100))),
  constraint risk_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiries.enquiry(id),
  constraint risk_pkey PRIMARY KEY (enquiry_id)
);
-- row-level security: forced
create policy by_the_house on enquiries.risk for insert
  with check ( SELECT platform.is_system() AS is_system);
create policy forgotten_by_the_house on enquiries.risk for delete
  using ( SELECT platform.is_system() AS is_system);
create policy renewed_by_the_house on enquiries.risk for update
  using ( SELECT platform.is_system() AS is_system);
create policy seen on enquiries.risk for select
  using (( SELECT platform.is_system() AS is_system) OR (( SELECT enquiries.viewer_is_officer() AS viewer_is_officer) AND (EXISTS ( SELECT
   FROM enquiries.enquiry e
  WHERE (e.id = risk.enquiry_id)))));
grant delete, insert, select, update on enquiries.risk to one_stop_app;

create table enquiries.risk_kept (
  tenth integer not null,
  n integer not null,
  said real not null,
  late integer not null,
  from_on date not null,
  until_on date not null,
  worked_out_on date not null,
  constraint risk_kept_check CHECK (((late >= 0) AND (late <= n))),
  constraint risk_kept_n_check CHECK ((n > 0)),
  constraint risk_kept_tenth_check CHECK (((tenth >= 0) AND (tenth <= 9))),
  constraint risk_kept_pkey PRIMARY KEY (tenth)
);
-- row-level security: forced
create policy by_the_house on enquiries.risk_kept for insert
  with check ( SELECT platform.is_system() AS is_system);
create policy forgotten_by_the_house on enquiries.risk_kept for delete
  using ( SELECT platform.is_system() AS is_system);
create policy officers on enquiries.risk_kept for select
  using (( SELECT enquiries.viewer_is_officer() AS viewer_is_officer) OR ( SELECT platform.is_system() AS is_system));
grant delete, insert, select on enquiries.risk_kept to one_stop_app;

create table enquiries.saved_view (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  mailbox_id uuid,
  name text not null,
  address text not null,
  made_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint saved_view_address_check CHECK ((length(address) <= 4000)),
  constraint saved_view_name_check CHECK (((name <> ''::text) AND (length(name) <= 60))),
  constraint saved_view_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES mailboxes.mailbox(id),
  constraint saved_view_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint saved_view_pkey PRIMARY KEY (id)
);
create INDEX saved_view_by_mailbox ON enquiries.saved_view USING btree (mailbox_id) WHERE (mailbox_id IS NOT NULL);
create INDEX saved_view_by_person ON enquiries.saved_view USING btree (person_id);
-- row-level security: forced
create policy changed_by_its_people on enquiries.saved_view for update
  using ((person_id = ( SELECT platform.viewer() AS viewer)) OR (mailbox_id = ANY (( SELECT mailboxes.viewer_runs() AS viewer_runs)::uuid[])))
  with check ((mailbox_id IS NULL) OR (mailbox_id = ANY (( SELECT mailboxes.viewer_named() AS viewer_named)::uuid[])));
create policy saved_by_oneself on enquiries.saved_view for insert
  with check ((person_id = ( SELECT platform.viewer() AS viewer)) AND ((mailbox_id IS NULL) OR (mailbox_id = ANY (( SELECT mailboxes.viewer_named() AS viewer_named)::uuid[]))));
create policy seen on enquiries.saved_view for select
  using (( SELECT platform.is_system() AS is_system) OR (person_id = ( SELECT platform.viewer() AS viewer)) OR (mailbox_id = ANY (( SELECT mailboxes.viewer_named() AS viewer_named)::uuid[])));
grant insert, select, update on enquiries.saved_view to one_stop_app;

create table enquiries.searchable (
  enquiry_id uuid not null,
  created_at timestamp with time zone not null,
  member_id uuid not null,
  words tsvector not null,
  constraint searchable_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiries.enquiry(id),
  constraint searchable_pkey PRIMARY KEY (enquiry_id)
);
create INDEX searchable_by_created ON enquiries.searchable USING btree (created_at DESC, enquiry_id DESC);
create INDEX searchable_by_member ON enquiries.searchable USING btree (member_id);
create INDEX searchable_words ON enquiries.searchable USING gin (words) WITH (gin_pending_list_limit='256');
-- row-level security: forced
create policy by_the_house on enquiries.searchable for all to one_stop_app
  using ( SELECT platform.is_system() AS is_system)
  with check ( SELECT platform.is_system() AS is_system);
create policy owner on enquiries.searchable for all to the owner
  using true;
grant insert, select, update on enquiries.searchable to one_stop_app;

create table enquiries.submission (
  id uuid not null,
  enquiry_id uuid not null,
  round integer not null,
  submitted_by uuid not null,
  answer jsonb not null,
  submitted_at timestamp with time zone not null,
  constraint submission_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiries.enquiry(id),
  constraint submission_id_fkey FOREIGN KEY (id) REFERENCES enquiries.message(id),
  constraint submission_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES people.person(id),
  constraint submission_pkey PRIMARY KEY (id)
);
create INDEX submission_of ON enquiries.submission USING btree (enquiry_id, submitted_at);
-- row-level security: forced
create policy by_the_house on enquiries.submission for insert
  with check ( SELECT platform.is_system() AS is_system);
create policy erased_by_the_house on enquiries.submission for update to the owner
  using ( SELECT platform.is_system() AS is_system);
create policy seen on enquiries.submission for select
  using (( SELECT platform.is_system() AS is_system) OR (( SELECT enquiries.viewer_is_officer() AS viewer_is_officer) AND (EXISTS ( SELECT
   FROM enquiries.enquiry e
  WHERE (e.id = submission.enquiry_id)))));
grant insert, select on enquiries.submission to one_stop_app;

create table enquiries.vocabulary (
  word text not null,
  enquiries integer not null,
  constraint vocabulary_pkey PRIMARY KEY (word)
);
create INDEX vocabulary_like ON enquiries.vocabulary USING gin (word gin_trgm_ops);
-- row-level security: forced
create policy by_the_house on enquiries.vocabulary for all to one_stop_app
  using ( SELECT platform.is_system() AS is_system)
  with check ( SELECT platform.is_system() AS is_system);
create policy owner on enquiries.vocabulary for all to the owner
  using true;
grant delete, insert, select on enquiries.vocabulary to one_stop_app;

create table enquiries.watch (
  enquiry_id uuid not null,
  person_id uuid not null,
  since timestamp with time zone not null,
  constraint watch_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiries.enquiry(id),
  constraint watch_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint watch_pkey PRIMARY KEY (enquiry_id, person_id)
);
create INDEX watch_of ON enquiries.watch USING btree (person_id, since DESC);
-- row-level security: forced
create policy own on enquiries.watch for select
  using (( SELECT platform.is_system() AS is_system) OR (person_id = ( SELECT platform.viewer() AS viewer)));
create policy own_add on enquiries.watch for insert
  with check ((person_id = ( SELECT platform.viewer() AS viewer)) AND (EXISTS ( SELECT
   FROM enquiries.enquiry e
  WHERE (e.id = watch.enquiry_id))));
create policy own_remove on enquiries.watch for delete
  using (person_id = ( SELECT platform.viewer() AS viewer));
grant delete, insert, select on enquiries.watch to one_stop_app;

CREATE OR REPLACE FUNCTION enquiries.alike(of_member uuid, typed text[], since timestamp with time zone)
 RETURNS TABLE(enquiry_id uuid, likeness real)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 5
 SET search_path TO ''
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION enquiries.erase_words(of_enquiry uuid, today date, because text)
 RETURNS text[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  files text[];
begin
  if not platform.is_system() then raise exception 'only the house erases'; end if;
  perform from enquiries.enquiry where id = of_enquiry and status = 'closed' for update;
  if not found then raise exception 'only what is closed is erased'; end if;
  select array_agg(distinct name) into files from (
    select sha256 as name from enquiries.attachment where enquiry_id = of_enquiry
    union select shown_sha256 from enquiries.attachment where enquiry_id = of_enquiry
  ) own where not exists (
    select from enquiries.attachment other
    where other.enquiry_id <> of_enquiry and own.name in (other.sha256, other.shown_sha256));
  delete from enquiries.attachment where enquiry_id = of_enquiry;
  update enquiries.enquiry set subject = 'Erased', constituent = null, place = null, postcode = null, latitude = null,
    longitude = null, erased_on = coalesce(erased_on, today),
    erased_because = coalesce(erased_because, because) where id = of_enquiry;
  update enquiries.message set words = '', quoted = '', contact = '', raw_sha256 = null where enquiry_id = of_enquiry;
  update enquiries.promise set words = 'Erased', who = '' where enquiry_id = of_enquiry;
  update enquiries.question set words = 'Erased', answer = null, excuse = null where enquiry_id = of_enquiry;
  update enquiries.contribution set of_name = 'Erased', of_address = 'erased@erased.invalid', questions = '{Erased}',
    background = '' where enquiry_id = of_enquiry;
  update enquiries.contribution_link set revoked_at = coalesce(revoked_at, now())
    where contribution_id in (select id from enquiries.contribution where enquiry_id = of_enquiry);
  update enquiries.hand_over set wanted = 'Erased', shared = '[]', files = '[]' where enquiry_id = of_enquiry;
  update enquiries.submission set answer = '{}' where enquiry_id = of_enquiry;
  update enquiries.searchable set words = '' where enquiry_id = of_enquiry;
  delete from enquiries.draft where about like (select reference || '%' from enquiries.enquiry where id = of_enquiry);
  update enquiries.bulk_item set words = null, own_given = null, undo_given = null where enquiry_id = of_enquiry;
  delete from enquiries.idempotency where reference = (select reference from enquiries.enquiry where id = of_enquiry);
  delete from enquiries.risk where enquiry_id = of_enquiry;
  return coalesce(files, '{}');
end $function$
;

CREATE OR REPLACE FUNCTION enquiries.found_by_words(asked text, asked_by_officers text, in_subject text, most integer, after_subject boolean DEFAULT NULL::boolean, after_at timestamp with time zone DEFAULT NULL::timestamp with time zone, after_id uuid DEFAULT NULL::uuid)
 RETURNS TABLE(enquiry_id uuid, is_subject boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 100
 SET search_path TO ''
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION enquiries.newest_with(question tsquery, most integer, before_at timestamp with time zone, before_id uuid)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE ROWS 100
 SET search_path TO ''
 SET "TimeZone" TO 'UTC'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION enquiries.next_number(of_year integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  counter text := format('enquiries.number_of_%s', of_year);
  taken int := coalesce((select n.last from enquiries.numbering n where n.year = of_year), 0);
  drawn int;
begin
  if to_regclass(counter) is not null then
    drawn := nextval(counter);
    if drawn > taken then return drawn; end if;
  end if;
  -- the first of its year, or the first after an import: one at a time
  perform pg_advisory_xact_lock(hashtext(counter));
  execute format('create sequence if not exists %s as int', counter);
  drawn := nextval(counter);
  if drawn > taken then return drawn; end if;
  perform setval(counter, taken);
  return nextval(counter);
end
$function$
;

CREATE OR REPLACE FUNCTION enquiries.next_promise_on(promises jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO ''
AS $function$
  select min(p ->> 'dueOn') from jsonb_array_elements(promises) p where not p ? 'keptOn' and not p ? 'brokenOn'
$function$
;

CREATE OR REPLACE FUNCTION enquiries.note_seen(person uuid, enquiry uuid, at timestamp with time zone, kept integer)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform set_config('app.viewer', person::text, true), set_config('synchronous_commit', 'off', true);
  insert into enquiries.recently_seen as s (person_id, enquiry_id, at) values (person, enquiry, note_seen.at)
  on conflict (person_id, enquiry_id) do update set at = excluded.at;
  delete from enquiries.recently_seen s where s.person_id = person and s.at < (
    select o.at from enquiries.recently_seen o where o.person_id = person order by o.at desc offset kept - 1 limit 1);
end
$function$
;

CREATE OR REPLACE FUNCTION enquiries.spelt_like(typed text)
 RETURNS TABLE(word text, enquiries integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select v.word, v.enquiries from enquiries.vocabulary v
  where v.word operator(public.%) typed and (platform.viewer() is not null or platform.is_system())
  order by public.similarity(v.word, typed) desc, v.enquiries desc
  limit 20
$function$
;

CREATE OR REPLACE FUNCTION enquiries.viewer_boards()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare today date := mailboxes.today();
begin
  return (
    select coalesce(array_agg(distinct b.id), '{}') from (
      select n.mailbox_id as id from mailboxes.named_person n
      where n.person_id = platform.viewer() and n.part in ('owner', 'deputy', 'proper-officer')
        and n.from_on <= today and (n.until_on is null or n.until_on >= today)
      union all
      select unnest(mailboxes.viewer_overseen())
      union all
      select m.id from mailboxes.mailbox m where not m.restricted and enquiries.viewer_sees_all()
    ) b);
end
$function$
;

CREATE OR REPLACE FUNCTION enquiries.viewer_excluded()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  known text := platform.recalled('excluded');
begin
  if known is not null then return known::uuid[]; end if;
  return platform.remember('excluded', (
    select coalesce(array_agg(x.enquiry_id), '{}') from enquiries.exclusion x
    where x.person_id = platform.viewer() and x.lifted_at is null)::text);
end
$function$
;

CREATE OR REPLACE FUNCTION enquiries.viewer_is_officer()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return people.viewer_has_any('{one-stop,responder,owner,proper-officer,head,director,auditor,performance,lmt,dpo}');
end
$function$
;

CREATE OR REPLACE FUNCTION enquiries.viewer_sees_all()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return people.viewer_has_any('{one-stop,auditor,performance,lmt,dpo}');
end
$function$
;

CREATE OR REPLACE FUNCTION enquiries.viewer_sight()
 RETURNS tsquery
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if platform.is_system() or enquiries.viewer_sees_all() then return null; end if;
  return (
    select string_agg(quote_literal(mark), '|')::tsquery from (
      select '@' || platform.viewer()
      union all select '+' || platform.viewer()
      union all select '@' || m from unnest(people.viewer_members()) m
      union all select '+' || b from unnest(mailboxes.viewer_named() || mailboxes.viewer_overseen()) b
    ) marks (mark) where mark is not null);
end
$function$
;

CREATE OR REPLACE FUNCTION enquiries.weighed(mailbox uuid, given_to uuid, today date)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET "app.viewer" TO 'system'
AS $function$
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'who', p.id, 'open', l.open, 'away', case when a.id is not null then true end, 'untilOn', a.until_on))
    order by p.id <> given_to, a.id is not null, l.open, p.id), '[]')
  from (
    select n.person_id from mailboxes.named_person n
    where n.mailbox_id = weighed.mailbox and n.part = 'responder'
      and n.from_on <= today and (n.until_on is null or n.until_on >= today)
    union
    select given_to
  ) n
  join people.person p on p.id = n.person_id and p.disabled_at is null
  left join mailboxes.absence a
    on a.person_id = p.id and a.from_on <= today and (a.until_on is null or a.until_on >= today)
  cross join lateral (
    select count(*)::int as open from enquiries.enquiry e
    where e.holder_id = p.id and e.status not in ('answered', 'closed')
      and (not e.restricted or e.mailbox_id = weighed.mailbox)
  ) l
$function$
;

-- escalation ----------------------------------------------------------------------------------------------------------

create schema escalation;

create table escalation.ladder (
  id uuid default uuidv7() not null,
  service_id uuid,
  from_on date not null,
  as_council boolean default false not null,
  not_accepted integer not null,
  still_not_accepted integer not null,
  nothing_said integer not null,
  due_soon integer not null,
  overdue integer not null,
  still_overdue integer not null,
  leadership integer not null,
  changed_by uuid,
  changed_at timestamp with time zone default now() not null,
  constraint ladder_check CHECK (((NOT as_council) OR (service_id IS NOT NULL))),
  constraint ladder_check1 CHECK ((((still_not_accepted >= 2) AND (still_not_accepted <= 5)) AND (still_not_accepted > not_accepted))),
  constraint ladder_check2 CHECK ((((still_overdue >= 2) AND (still_overdue <= 7)) AND (still_overdue > overdue))),
  constraint ladder_check3 CHECK ((((leadership >= 3) AND (leadership <= 10)) AND (leadership > still_overdue))),
  constraint ladder_due_soon_check CHECK (((due_soon >= 1) AND (due_soon <= 5))),
  constraint ladder_not_accepted_check CHECK (((not_accepted >= 1) AND (not_accepted <= 3))),
  constraint ladder_nothing_said_check CHECK (((nothing_said >= 2) AND (nothing_said <= 8))),
  constraint ladder_overdue_check CHECK (((overdue >= 1) AND (overdue <= 3))),
  constraint ladder_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people.person(id),
  constraint ladder_service_id_fkey FOREIGN KEY (service_id) REFERENCES people.service(id),
  constraint ladder_pkey PRIMARY KEY (id),
  constraint ladder_service_id_from_on_key UNIQUE NULLS NOT DISTINCT (service_id, from_on)
);
-- row-level security: forced
create policy add on escalation.ladder for insert
  with check (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy change on escalation.ladder for update
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
create policy read on escalation.ladder for select
  using ((( SELECT platform.viewer() AS viewer) IS NOT NULL) OR ( SELECT platform.is_system() AS is_system));
grant insert, select, update on escalation.ladder to one_stop_app;

-- quality -------------------------------------------------------------------------------------------------------------

create schema quality;

create table quality.example (
  id uuid default uuidv7() not null,
  enquiry_id uuid not null,
  round integer not null,
  mailbox_id uuid not null,
  topic_id uuid,
  state text not null,
  asked text not null,
  words text not null,
  proposed_on date not null,
  decided_on date,
  decided_by uuid,
  version integer default 1 not null,
  found_by tsvector generated always as (to_tsvector('english'::regconfig, ((asked || ' '::text) || words))) stored not null,
  constraint example_check CHECK (((state = 'proposed'::text) = (decided_on IS NULL))),
  constraint example_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'offered'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint example_words_check CHECK ((words <> ''::text)),
  constraint example_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people.person(id),
  constraint example_enquiry_id_round_fkey FOREIGN KEY (enquiry_id, round) REFERENCES quality.score(enquiry_id, round),
  constraint example_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES mailboxes.mailbox(id),
  constraint example_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES mailboxes.topic(id),
  constraint example_pkey PRIMARY KEY (id),
  constraint example_enquiry_id_round_key UNIQUE (enquiry_id, round)
);
create INDEX example_by_mailbox ON quality.example USING btree (mailbox_id, state);
create INDEX example_by_topic ON quality.example USING btree (topic_id) WHERE (state = 'offered'::text);
create INDEX example_by_words ON quality.example USING gin (found_by);
-- row-level security: forced
create policy by_the_house on quality.example for insert
  with check ( SELECT platform.is_system() AS is_system);
create policy keepers on quality.example for update
  using (( SELECT platform.is_system() AS is_system) OR (mailbox_id = ANY (( SELECT quality.viewer_runs() AS viewer_runs)::uuid[])));
create policy not_excluded on quality.example for select to one_stop_app
  using (( SELECT platform.is_system() AS is_system) OR (NOT (enquiry_id = ANY (( SELECT enquiries.viewer_excluded() AS viewer_excluded)::uuid[]))));
create policy readers on quality.example for select
  using (( SELECT platform.is_system() AS is_system) OR ((state = 'offered'::text) AND (NOT quality.is_restricted(enquiry_id)) AND (( SELECT enquiries.viewer_is_officer() AS viewer_is_officer) OR ( SELECT people.viewer_has('partner'::text) AS viewer_has))) OR ((mailbox_id = ANY (( SELECT quality.viewer_runs() AS viewer_runs)::uuid[])) AND (EXISTS ( SELECT
   FROM enquiries.enquiry e
  WHERE (e.id = example.enquiry_id)))));
grant insert, select on quality.example to one_stop_app;
grant update (topic_id, state, asked, words, decided_on, decided_by, version) on quality.example to one_stop_app;

create table quality.rating (
  enquiry_id uuid not null,
  round integer not null,
  rating integer not null,
  rated_on date not null,
  rated_at timestamp with time zone not null,
  rated_by uuid,
  via text not null,
  first_rated_on date not null,
  constraint rating_rating_check CHECK (((rating >= 1) AND (rating <= 3))),
  constraint rating_round_check CHECK ((round >= 1)),
  constraint rating_via_check CHECK ((via = ANY (ARRAY['page'::text, 'email'::text, 'api'::text]))),
  constraint rating_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiries.enquiry(id),
  constraint rating_rated_by_fkey FOREIGN KEY (rated_by) REFERENCES people.person(id),
  constraint rating_pkey PRIMARY KEY (enquiry_id, round)
);
create INDEX rating_by_day ON quality.rating USING btree (rated_on);
-- row-level security: forced
create policy by_the_house on quality.rating for insert
  with check ( SELECT platform.is_system() AS is_system);
create policy changed_by_the_house on quality.rating for update
  using ( SELECT platform.is_system() AS is_system);
create policy readers on quality.rating for select
  using (( SELECT platform.is_system() AS is_system) OR (EXISTS ( SELECT
   FROM enquiries.enquiry e
  WHERE (e.id = rating.enquiry_id))));
grant insert, select on quality.rating to one_stop_app;
grant update (rating, rated_on, rated_at, rated_by, via) on quality.rating to one_stop_app;

create table quality.reminder (
  sample_id uuid not null,
  step integer not null,
  on_day date not null,
  constraint reminder_step_check CHECK ((step >= 1)),
  constraint reminder_sample_id_fkey FOREIGN KEY (sample_id) REFERENCES quality.sample(id),
  constraint reminder_pkey PRIMARY KEY (sample_id, step)
);
-- row-level security: forced
create policy by_the_house on quality.reminder for insert
  with check ( SELECT platform.is_system() AS is_system);
create policy readers on quality.reminder for select
  using ( SELECT platform.is_system() AS is_system);
grant insert, select on quality.reminder to one_stop_app;

create table quality.sample (
  id uuid default uuidv7() not null,
  mailbox_id uuid not null,
  month date not null,
  drawn_on date not null,
  seed text not null,
  answers integer not null,
  percent integer not null,
  "least" integer not null,
  constraint sample_answers_check CHECK ((answers >= 0)),
  constraint sample_least_check CHECK (("least" >= 1)),
  constraint sample_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint sample_percent_check CHECK (((percent >= 1) AND (percent <= 100))),
  constraint sample_seed_check CHECK ((length(seed) >= 16)),
  constraint sample_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES mailboxes.mailbox(id),
  constraint sample_pkey PRIMARY KEY (id),
  constraint sample_mailbox_id_month_key UNIQUE (mailbox_id, month)
);
create INDEX sample_by_month ON quality.sample USING btree (month);
-- row-level security: forced
create policy by_the_house on quality.sample for insert
  with check ( SELECT platform.is_system() AS is_system);
create policy readers on quality.sample for select
  using (mailbox_id = ANY (( SELECT quality.viewer_follows() AS viewer_follows)::uuid[]));
grant insert, select on quality.sample to one_stop_app;

create table quality.sampled (
  enquiry_id uuid not null,
  round integer not null,
  sample_id uuid not null,
  message_id uuid not null,
  author_id uuid not null,
  answered_on date not null,
  draw text not null,
  constraint sampled_draw_check CHECK ((draw ~ '^[0-9a-f]{64}$'::text)),
  constraint sampled_author_id_fkey FOREIGN KEY (author_id) REFERENCES people.person(id),
  constraint sampled_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiries.enquiry(id),
  constraint sampled_message_id_fkey FOREIGN KEY (message_id) REFERENCES enquiries.message(id),
  constraint sampled_sample_id_fkey FOREIGN KEY (sample_id) REFERENCES quality.sample(id),
  constraint sampled_pkey PRIMARY KEY (enquiry_id, round),
  constraint sampled_enquiry_id_round_author_id_key UNIQUE (enquiry_id, round, author_id)
);
create INDEX sampled_in ON quality.sampled USING btree (sample_id);
-- row-level security: forced
create policy by_the_house on quality.sampled for insert
  with check ( SELECT platform.is_system() AS is_system);
create policy readers on quality.sampled for select
  using (( SELECT platform.is_system() AS is_system) OR (( SELECT enquiries.viewer_is_officer() AS viewer_is_officer) AND (EXISTS ( SELECT
   FROM enquiries.enquiry e
  WHERE (e.id = sampled.enquiry_id)))));
grant insert, select on quality.sampled to one_stop_app;

create table quality.score (
  enquiry_id uuid not null,
  round integer not null,
  author_id uuid not null,
  score integer not null,
  notes text default ''::text not null,
  standard integer not null,
  scored_on date not null,
  scored_at timestamp with time zone not null,
  scored_by uuid not null,
  constraint not_by_its_author CHECK ((scored_by <> author_id)),
  constraint score_notes_check CHECK ((length(notes) <= 5000)),
  constraint score_score_check CHECK (((score >= 1) AND (score <= 4))),
  constraint score_enquiry_id_round_author_id_fkey FOREIGN KEY (enquiry_id, round, author_id) REFERENCES quality.sampled(enquiry_id, round, author_id),
  constraint score_scored_by_fkey FOREIGN KEY (scored_by) REFERENCES people.person(id),
  constraint score_standard_fkey FOREIGN KEY (standard) REFERENCES quality.standard(version),
  constraint score_pkey PRIMARY KEY (enquiry_id, round)
);
create INDEX score_by_day ON quality.score USING btree (scored_on);
-- row-level security: forced
create policy erased_by_the_house on quality.score for update to the owner
  using ( SELECT platform.is_system() AS is_system);
create policy readers on quality.score for select
  using (( SELECT platform.is_system() AS is_system) OR (EXISTS ( SELECT
   FROM quality.sampled s
  WHERE ((s.enquiry_id = score.enquiry_id) AND (s.round = score.round)))));
create policy scorers_add on quality.score for insert
  with check (( SELECT platform.is_system() AS is_system) OR ((scored_by = ( SELECT platform.viewer() AS viewer)) AND (EXISTS ( SELECT
   FROM (quality.sampled s
     JOIN quality.sample d ON ((d.id = s.sample_id)))
  WHERE ((s.enquiry_id = score.enquiry_id) AND (s.round = score.round) AND (d.mailbox_id = ANY (( SELECT quality.viewer_runs() AS viewer_runs)::uuid[])))))));
create policy scorers_change on quality.score for update
  using (( SELECT platform.is_system() AS is_system) OR (EXISTS ( SELECT
   FROM (quality.sampled s
     JOIN quality.sample d ON ((d.id = s.sample_id)))
  WHERE ((s.enquiry_id = score.enquiry_id) AND (s.round = score.round) AND (d.mailbox_id = ANY (( SELECT quality.viewer_runs() AS viewer_runs)::uuid[]))))))
  with check (( SELECT platform.is_system() AS is_system) OR (scored_by = ( SELECT platform.viewer() AS viewer)));
create policy seen_to_erase on quality.score for select to the owner
  using ( SELECT platform.is_system() AS is_system);
grant insert, select on quality.score to one_stop_app;
grant update (score, notes, standard, scored_on, scored_at, scored_by) on quality.score to one_stop_app;

create table quality.standard (
  version integer not null,
  from_on date not null,
  points jsonb not null,
  reading_age integer not null,
  longest_sentence_words integer not null,
  jargon jsonb not null,
  why text not null,
  set_at timestamp with time zone not null,
  set_by uuid,
  constraint standard_jargon_check CHECK ((jsonb_typeof(jargon) = 'array'::text)),
  constraint standard_longest_sentence_words_check CHECK (((longest_sentence_words >= 10) AND (longest_sentence_words <= 60))),
  constraint standard_points_check CHECK ((jsonb_typeof(points) = 'array'::text)),
  constraint standard_reading_age_check CHECK (((reading_age >= 8) AND (reading_age <= 18))),
  constraint standard_version_check CHECK ((version >= 1)),
  constraint standard_why_check CHECK ((why <> ''::text)),
  constraint standard_set_by_fkey FOREIGN KEY (set_by) REFERENCES people.person(id),
  constraint standard_pkey PRIMARY KEY (version)
);
-- row-level security: forced
create policy keepers on quality.standard for insert
  with check (( SELECT platform.is_system() AS is_system) OR (( SELECT quality.viewer_keeps_standard() AS viewer_keeps_standard) AND (set_by = ( SELECT platform.viewer() AS viewer))));
create policy readers on quality.standard for select
  using ((( SELECT platform.viewer() AS viewer) IS NOT NULL) OR ( SELECT platform.is_system() AS is_system));
grant insert, select on quality.standard to one_stop_app;

CREATE OR REPLACE FUNCTION quality.erase_words(of_enquiry uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not platform.is_system() then raise exception 'only the house erases'; end if;
  update quality.score set notes = '' where enquiry_id = of_enquiry;
  update quality.example set asked = '', words = 'Erased', state = 'withdrawn',
    decided_on = coalesce(decided_on, proposed_on) where enquiry_id = of_enquiry;
end $function$
;

CREATE OR REPLACE FUNCTION quality.is_restricted(enquiry uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select coalesce((select e.restricted from enquiries.enquiry e where e.id = enquiry), true)
$function$
;

CREATE OR REPLACE FUNCTION quality.viewer_follows()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select coalesce(array_agg(m.id), '{}') from mailboxes.mailbox m
  where platform.is_system() or m.id = any (mailboxes.viewer_named()) or m.id = any (mailboxes.viewer_overseen())
    or (not m.restricted and enquiries.viewer_sees_all())
$function$
;

CREATE OR REPLACE FUNCTION quality.viewer_keeps_standard()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select people.viewer_has_any('{performance,one-stop}')
$function$
;

CREATE OR REPLACE FUNCTION quality.viewer_runs()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  known text := platform.recalled('runs');
  today date;
begin
  if known is not null then return known::uuid[]; end if;
  today := mailboxes.today();
  return platform.remember('runs', (
    select coalesce(array_agg(distinct n.mailbox_id), '{}') from mailboxes.named_person n
    where n.person_id = platform.viewer() and n.part in ('owner', 'deputy', 'proper-officer')
      and n.from_on <= today and (n.until_on is null or n.until_on >= today))::text);
end
$function$
;

-- reports -------------------------------------------------------------------------------------------------------------

create schema reports;

create table reports.cell (
  month date not null,
  dimension text not null,
  value text not null,
  received integer not null,
  judged integer not null,
  on_time integer not null,
  judged_agreed integer not null,
  on_time_agreed integer not null,
  judged_gross integer not null,
  on_time_gross integer not null,
  answered integer not null,
  again integer not null,
  open integer not null,
  overdue integer not null,
  extended integer not null,
  paused integer not null,
  chased integer not null,
  climbed integer not null,
  scored integer not null,
  rated integer not null,
  rated_well integer not null,
  promised integer not null,
  broken integer not null,
  recorded integer not null,
  registered_late integer not null,
  deflected integer not null,
  score_sum integer not null,
  constraint cell_dimension_check CHECK ((dimension = ANY (ARRAY['mailbox'::text, 'ward'::text, 'member'::text, 'topic'::text, 'kind'::text, 'channel'::text]))),
  constraint cell_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint cell_pkey PRIMARY KEY (month, dimension, value)
);
-- row-level security: forced
create policy by_the_house on reports.cell for all
  using ( SELECT platform.is_system() AS is_system)
  with check ( SELECT platform.is_system() AS is_system);
create policy seen on reports.cell for select
  using (( SELECT enquiries.viewer_sees_all() AS viewer_sees_all) AND ((dimension <> 'member'::text) OR ( SELECT people.viewer_has('one-stop'::text) AS viewer_has)));
grant delete, insert, select, update on reports.cell to one_stop_app;

create table reports.cell_days (
  month date not null,
  dimension text not null,
  value text not null,
  working_days smallint not null,
  gross integer not null,
  net integer not null,
  constraint cell_days_pkey PRIMARY KEY (month, dimension, value, working_days)
);
-- row-level security: forced
create policy by_the_house on reports.cell_days for all
  using ( SELECT platform.is_system() AS is_system)
  with check ( SELECT platform.is_system() AS is_system);
create policy seen on reports.cell_days for select
  using (( SELECT enquiries.viewer_sees_all() AS viewer_sees_all) AND ((dimension <> 'member'::text) OR ( SELECT people.viewer_has('one-stop'::text) AS viewer_has)));
grant delete, insert, select, update on reports.cell_days to one_stop_app;

create table reports.fact (
  enquiry_id uuid not null,
  reference text not null,
  version integer not null,
  received_on date not null,
  restricted boolean not null,
  member_id uuid,
  ward_id uuid,
  topic_id uuid,
  mailbox_id uuid,
  kind text not null,
  channel text,
  direct boolean not null,
  registered_late boolean not null,
  is_open boolean not null,
  joined boolean not null,
  deflected boolean not null,
  due_on date,
  target_on date,
  agreed_on date,
  gross_on date,
  answered_on date,
  closed_on date,
  working_days smallint,
  working_days_net smallint,
  extensions smallint not null,
  pauses smallint not null,
  chases smallint not null,
  climbs smallint not null,
  rounds smallint not null,
  promises smallint not null,
  promises_broken smallint not null,
  promise_due_on date,
  score smallint,
  rating smallint,
  live boolean not null,
  constraint fact_check CHECK ((((answered_on IS NULL) = (working_days IS NULL)) AND ((answered_on IS NULL) = (working_days_net IS NULL)))),
  constraint fact_check1 CHECK (((NOT restricted) OR (num_nonnulls(member_id, ward_id, topic_id, mailbox_id, channel) = 0))),
  constraint fact_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiries.enquiry(id),
  constraint fact_pkey PRIMARY KEY (enquiry_id)
);
create INDEX fact_by_day ON reports.fact USING btree (received_on) WHERE (NOT live);
create INDEX fact_by_mailbox ON reports.fact USING btree (mailbox_id, received_on);
create INDEX fact_by_member ON reports.fact USING btree (member_id, received_on);
create INDEX fact_by_topic ON reports.fact USING btree (topic_id, received_on);
create INDEX fact_by_ward ON reports.fact USING btree (ward_id, received_on);
create INDEX fact_live ON reports.fact USING btree (received_on) WHERE live;
-- row-level security: forced
create policy by_the_house on reports.fact for all
  using ( SELECT platform.is_system() AS is_system)
  with check ( SELECT platform.is_system() AS is_system);
create policy not_excluded on reports.fact for select to one_stop_app
  using (( SELECT platform.is_system() AS is_system) OR (NOT (enquiry_id = ANY (( SELECT enquiries.viewer_excluded() AS viewer_excluded)::uuid[]))));
create policy seen on reports.fact for select
  using (( SELECT enquiries.viewer_sees_all() AS viewer_sees_all) OR (mailbox_id = ANY (( SELECT mailboxes.viewer_named() AS viewer_named)::uuid[])) OR (mailbox_id = ANY (( SELECT mailboxes.viewer_overseen() AS viewer_overseen)::uuid[])) OR (member_id = ANY (( SELECT people.viewer_members() AS viewer_members)::uuid[])) OR (enquiry_id = ANY (( SELECT reports.viewer_restricted() AS viewer_restricted)::uuid[])));
grant delete, insert, select, update on reports.fact to one_stop_app;

create table reports.mending (
  id bigint generated always as identity not null,
  at timestamp with time zone not null,
  compared integer not null,
  mended text[] not null,
  mended_count integer not null,
  months date[] not null,
  constraint mending_pkey PRIMARY KEY (id)
);
-- row-level security: forced
create policy by_the_house on reports.mending for all
  using ( SELECT platform.is_system() AS is_system)
  with check ( SELECT platform.is_system() AS is_system);
create policy seen on reports.mending for select
  using ( SELECT enquiries.viewer_sees_all() AS viewer_sees_all);
grant delete, insert, select, update on reports.mending to one_stop_app;

create table reports.pack (
  id uuid default uuidv7() not null,
  kind text not null,
  key text not null,
  from_on date not null,
  to_on date not null,
  version integer not null,
  document jsonb not null,
  facts jsonb not null,
  frozen_on date not null,
  frozen_at timestamp with time zone not null,
  frozen_by uuid,
  reason text,
  constraint pack_check CHECK ((to_on > from_on)),
  constraint pack_check1 CHECK ((frozen_on > to_on)),
  constraint pack_check2 CHECK ((((reason IS NULL) = (version = 1)) AND ((length(reason) >= 1) AND (length(reason) <= 1000)))),
  constraint pack_document_check CHECK ((jsonb_typeof((document -> 'sections'::text)) = 'array'::text)),
  constraint pack_key_check CHECK (((length(key) >= 7) AND (length(key) <= 9))),
  constraint pack_kind_check CHECK ((kind = ANY (ARRAY['month'::text, 'quarter'::text, 'year'::text]))),
  constraint pack_version_check CHECK ((version >= 1)),
  constraint pack_frozen_by_fkey FOREIGN KEY (frozen_by) REFERENCES people.person(id),
  constraint pack_pkey PRIMARY KEY (id),
  constraint pack_key_version_key UNIQUE (key, version)
);
create INDEX pack_by_day ON reports.pack USING btree (to_on DESC, kind);
-- row-level security: forced
create policy frozen on reports.pack for insert
  with check ( SELECT platform.is_system() AS is_system);
create policy read on reports.pack for select
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT reports.viewer_reads_packs() AS viewer_reads_packs));
grant insert, select on reports.pack to one_stop_app;

create table reports.restricted_fact (
  enquiry_id uuid not null,
  member_id uuid not null,
  constraint restricted_fact_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES reports.fact(enquiry_id) ON DELETE CASCADE,
  constraint restricted_fact_pkey PRIMARY KEY (enquiry_id)
);
create INDEX restricted_fact_member_id_idx ON reports.restricted_fact USING btree (member_id);
-- row-level security: forced
create policy by_the_house on reports.restricted_fact for all
  using ( SELECT platform.is_system() AS is_system)
  with check ( SELECT platform.is_system() AS is_system);
create policy owner on reports.restricted_fact for select to the owner
  using true;
grant delete, insert, select, update on reports.restricted_fact to one_stop_app;

create table reports.rolled (
  month date not null,
  at timestamp with time zone not null,
  constraint rolled_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint rolled_pkey PRIMARY KEY (month)
);
-- row-level security: forced
create policy by_the_house on reports.rolled for all
  using ( SELECT platform.is_system() AS is_system)
  with check ( SELECT platform.is_system() AS is_system);
create policy seen on reports.rolled for select
  using ( SELECT enquiries.viewer_sees_all() AS viewer_sees_all);
grant delete, insert, select, update on reports.rolled to one_stop_app;

CREATE OR REPLACE FUNCTION reports.never_changes()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  raise exception 'a frozen pack never changes';
end
$function$
;

CREATE OR REPLACE FUNCTION reports.viewer_reads_packs()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select people.viewer_has('lmt') or people.viewer_has('director') or people.viewer_has('head')
    or people.viewer_has('performance') or people.viewer_has('one-stop') or people.viewer_has('dpo')
    or people.viewer_has('auditor')
$function$
;

CREATE OR REPLACE FUNCTION reports.viewer_restricted()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return (select coalesce(array_agg(r.enquiry_id), '{}') from reports.restricted_fact r where r.member_id = platform.viewer());
end
$function$
;

CREATE TRIGGER never_changes BEFORE DELETE OR UPDATE ON reports.pack FOR EACH ROW EXECUTE FUNCTION reports.never_changes();

-- review --------------------------------------------------------------------------------------------------------------

create schema review;

create table review.action (
  id uuid default uuidv7() not null,
  number integer generated always as identity not null,
  review text not null,
  what text not null,
  responsible_id uuid not null,
  first_due_on date not null,
  agreed_on date not null,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  constraint action_review_check CHECK (((length(review) >= 4) AND (length(review) <= 10))),
  constraint action_what_check CHECK (((length(what) >= 1) AND (length(what) <= 2000))),
  constraint action_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people.person(id),
  constraint action_responsible_id_fkey FOREIGN KEY (responsible_id) REFERENCES people.person(id),
  constraint action_pkey PRIMARY KEY (id),
  constraint action_number_key UNIQUE (number)
);
create INDEX action_responsible_id_idx ON review.action USING btree (responsible_id);
create INDEX action_review_idx ON review.action USING btree (review);
-- row-level security: forced
create policy followed on review.action for select
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT review.viewer_follows() AS viewer_follows) OR (id = ANY (( SELECT review.viewer_actions() AS viewer_actions)::uuid[])));
create policy recorded on review.action for insert
  with check (( SELECT platform.is_system() AS is_system) OR (( SELECT review.viewer_records() AS viewer_records) AND (recorded_by = ( SELECT platform.viewer() AS viewer))));
grant insert, select on review.action to one_stop_app;

create table review.action_event (
  action_id uuid not null,
  sequence integer not null,
  type text not null,
  words text not null,
  due_on date,
  to_person uuid,
  on_day date not null,
  by_person uuid,
  at timestamp with time zone not null,
  constraint action_event_check CHECK (((due_on IS NOT NULL) = (type = 'moved'::text))),
  constraint action_event_check1 CHECK (((to_person IS NOT NULL) = (type = 'passed'::text))),
  constraint action_event_sequence_check CHECK ((sequence >= 1)),
  constraint action_event_type_check CHECK ((type = ANY (ARRAY['reported'::text, 'moved'::text, 'passed'::text, 'done'::text, 'reopened'::text, 'dropped'::text]))),
  constraint action_event_words_check CHECK (((length(words) >= 1) AND (length(words) <= 4000))),
  constraint action_event_action_id_fkey FOREIGN KEY (action_id) REFERENCES review.action(id),
  constraint action_event_by_person_fkey FOREIGN KEY (by_person) REFERENCES people.person(id),
  constraint action_event_to_person_fkey FOREIGN KEY (to_person) REFERENCES people.person(id),
  constraint action_event_pkey PRIMARY KEY (action_id, sequence)
);
-- row-level security: forced
create policy followed on review.action_event for select
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT review.viewer_follows() AS viewer_follows) OR (action_id = ANY (( SELECT review.viewer_actions() AS viewer_actions)::uuid[])));
create policy written on review.action_event for insert
  with check (( SELECT platform.is_system() AS is_system) OR ((by_person = ( SELECT platform.viewer() AS viewer)) AND (( SELECT review.viewer_records() AS viewer_records) OR (action_id = ANY (( SELECT review.viewer_actions() AS viewer_actions)::uuid[])))));
grant insert, select on review.action_event to one_stop_app;

create table review.decision (
  id uuid default uuidv7() not null,
  number integer generated always as identity not null,
  review text not null,
  words text not null,
  taken_on date not null,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  constraint decision_review_check CHECK (((length(review) >= 4) AND (length(review) <= 10))),
  constraint decision_words_check CHECK (((length(words) >= 1) AND (length(words) <= 4000))),
  constraint decision_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people.person(id),
  constraint decision_pkey PRIMARY KEY (id),
  constraint decision_number_key UNIQUE (number)
);
create INDEX decision_review_idx ON review.decision USING btree (review);
-- row-level security: forced
create policy followed on review.decision for select
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT review.viewer_follows() AS viewer_follows));
create policy recorded on review.decision for insert
  with check (( SELECT platform.is_system() AS is_system) OR (( SELECT review.viewer_records() AS viewer_records) AND (recorded_by = ( SELECT platform.viewer() AS viewer))));
grant insert, select on review.decision to one_stop_app;

create table review.exception (
  sign_off_id uuid not null,
  enquiry_id uuid not null,
  words text not null,
  constraint exception_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000))),
  constraint exception_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiries.enquiry(id),
  constraint exception_sign_off_id_fkey FOREIGN KEY (sign_off_id) REFERENCES review.sign_off(id),
  constraint exception_pkey PRIMARY KEY (sign_off_id, enquiry_id)
);
-- row-level security: forced
create policy erased_by_the_house on review.exception for update to the owner
  using ( SELECT platform.is_system() AS is_system);
create policy seen on review.exception for select
  using (( SELECT platform.is_system() AS is_system) OR ((EXISTS ( SELECT 1
   FROM review.sign_off s
  WHERE (s.id = exception.sign_off_id))) AND (EXISTS ( SELECT 1
   FROM enquiries.enquiry e
  WHERE (e.id = exception.enquiry_id)))));
create policy signed on review.exception for insert
  with check (( SELECT platform.is_system() AS is_system) OR (EXISTS ( SELECT 1
   FROM review.sign_off s
  WHERE ((s.id = exception.sign_off_id) AND (s.signed_by = ( SELECT platform.viewer() AS viewer))))));
grant insert, select on review.exception to one_stop_app;

create table review.sign_off (
  id uuid default uuidv7() not null,
  mailbox_id uuid not null,
  week_on date not null,
  version integer not null,
  signed_by uuid,
  signed_on date not null,
  signed_at timestamp with time zone not null,
  constraint sign_off_version_check CHECK ((version >= 1)),
  constraint sign_off_week_on_check CHECK ((EXTRACT(isodow FROM week_on) = (1)::numeric)),
  constraint sign_off_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES mailboxes.mailbox(id),
  constraint sign_off_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES people.person(id),
  constraint sign_off_pkey PRIMARY KEY (id),
  constraint sign_off_mailbox_id_week_on_version_key UNIQUE (mailbox_id, week_on, version)
);
create INDEX sign_off_week_on_idx ON review.sign_off USING btree (week_on);
-- row-level security: forced
create policy followed on review.sign_off for select
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT review.viewer_follows() AS viewer_follows) OR (mailbox_id = ANY (( SELECT mailboxes.viewer_named() AS viewer_named)::uuid[])));
create policy signed on review.sign_off for insert
  with check (( SELECT platform.is_system() AS is_system) OR ((signed_by = ( SELECT platform.viewer() AS viewer)) AND (mailbox_id = ANY (( SELECT mailboxes.viewer_runs() AS viewer_runs)::uuid[]))));
grant insert, select on review.sign_off to one_stop_app;

create table review.signed_week (
  sign_off_id uuid not null,
  figures jsonb not null,
  exceptions integer not null,
  sample_done boolean not null,
  sample_words text default ''::text not null,
  words text default ''::text not null,
  reason text,
  constraint signed_week_exceptions_check CHECK ((exceptions >= 0)),
  constraint signed_week_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  constraint signed_week_sample_words_check CHECK ((length(sample_words) <= 2000)),
  constraint signed_week_words_check CHECK ((length(words) <= 4000)),
  constraint signed_week_sign_off_id_fkey FOREIGN KEY (sign_off_id) REFERENCES review.sign_off(id),
  constraint signed_week_pkey PRIMARY KEY (sign_off_id)
);
-- row-level security: forced
create policy open_or_own on review.signed_week for select
  using (( SELECT platform.is_system() AS is_system) OR (EXISTS ( SELECT 1
   FROM (review.sign_off s
     JOIN mailboxes.mailbox m ON ((m.id = s.mailbox_id)))
  WHERE ((s.id = signed_week.sign_off_id) AND ((NOT m.restricted) OR (m.id = ANY (( SELECT mailboxes.viewer_named() AS viewer_named)::uuid[])))))));
create policy signed on review.signed_week for insert
  with check (( SELECT platform.is_system() AS is_system) OR (EXISTS ( SELECT 1
   FROM review.sign_off s
  WHERE ((s.id = signed_week.sign_off_id) AND (s.signed_by = ( SELECT platform.viewer() AS viewer))))));
grant insert, select on review.signed_week to one_stop_app;

CREATE OR REPLACE FUNCTION review.erase_words(of_enquiry uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not platform.is_system() then raise exception 'only the house erases'; end if;
  update review.exception set words = 'Erased' where enquiry_id = of_enquiry;
end $function$
;

CREATE OR REPLACE FUNCTION review.viewer_actions()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select coalesce(array_agg(id), '{}') from (
    select a.id from review.action a where a.responsible_id = platform.viewer()
    union
    select e.action_id from review.action_event e where e.to_person = platform.viewer()
  ) as mine
$function$
;

CREATE OR REPLACE FUNCTION review.viewer_follows()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select people.viewer_has('lmt') or people.viewer_has('director') or people.viewer_has('head')
    or people.viewer_has('performance') or people.viewer_has('one-stop') or people.viewer_has('dpo')
    or people.viewer_has('auditor')
$function$
;

CREATE OR REPLACE FUNCTION review.viewer_records()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select people.viewer_has('lmt') or people.viewer_has('director') or people.viewer_has('performance')
$function$
;

-- privacy -------------------------------------------------------------------------------------------------------------

create schema privacy;

create table privacy.disclosed_item (
  id uuid default uuidv7() not null,
  disclosure_id uuid not null,
  source text not null,
  source_id uuid not null,
  enquiry_id uuid,
  at timestamp with time zone not null,
  known_by text[] default '{}'::text[] not null,
  decision text,
  reason text,
  form text default 'words'::text not null,
  removed jsonb default '[]'::jsonb not null,
  text_sha256 text,
  looked_by uuid,
  looked_at timestamp with time zone,
  constraint disclosed_item_check CHECK (((decision IS DISTINCT FROM 'out'::text) OR (reason IS NOT NULL))),
  constraint disclosed_item_decision_check CHECK ((decision = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint disclosed_item_form_check CHECK ((form = ANY (ARRAY['words'::text, 'picture'::text, 'whole'::text]))),
  constraint disclosed_item_reason_check CHECK ((reason = ANY (ARRAY['other-person'::text, 'third-party'::text, 'exempt'::text, 'privileged'::text, 'twice'::text, 'not-needed'::text]))),
  constraint disclosed_item_removed_check CHECK ((jsonb_typeof(removed) = 'array'::text)),
  constraint disclosed_item_source_check CHECK ((source = ANY (ARRAY['enquiry'::text, 'message'::text, 'attachment'::text, 'mail'::text, 'letter'::text, 'person'::text, 'trail'::text]))),
  constraint disclosed_item_disclosure_id_fkey FOREIGN KEY (disclosure_id) REFERENCES privacy.disclosure(id),
  constraint disclosed_item_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiries.enquiry(id),
  constraint disclosed_item_looked_by_fkey FOREIGN KEY (looked_by) REFERENCES people.person(id),
  constraint disclosed_item_pkey PRIMARY KEY (id),
  constraint disclosed_item_disclosure_id_source_source_id_key UNIQUE (disclosure_id, source, source_id)
);
create INDEX disclosed_item_of_enquiry ON privacy.disclosed_item USING btree (enquiry_id) WHERE (enquiry_id IS NOT NULL);
create INDEX disclosed_item_of_source ON privacy.disclosed_item USING btree (source_id);
-- row-level security: forced
create policy owner on privacy.disclosed_item for select to the owner
  using true;
create policy seen on privacy.disclosed_item for all
  using (( SELECT platform.is_system() AS is_system) OR ((enquiry_id IS NULL) AND ( SELECT privacy.viewer_keeps() AS viewer_keeps)) OR ((enquiry_id IS NOT NULL) AND ( SELECT enquiries.viewer_is_officer() AS viewer_is_officer) AND (EXISTS ( SELECT
   FROM enquiries.enquiry e
  WHERE (e.id = disclosed_item.enquiry_id)))));
grant delete, insert, select, update on privacy.disclosed_item to one_stop_app;

create table privacy.disclosure (
  id uuid default uuidv7() not null,
  number integer generated always as identity not null,
  kind text not null,
  enquiry_id uuid,
  about jsonb default '{}'::jsonb not null,
  received_on date not null,
  identity text default 'known'::text not null,
  identity_on date,
  extended_on date,
  extended_because text,
  search text default 'none'::text not null,
  search_at jsonb default '{}'::jsonb not null,
  searched_at timestamp with time zone,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  submitted_by uuid,
  submitted_at timestamp with time zone,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  handed_over_on date,
  handed_over_how text,
  closed_on date,
  outcome text,
  constraint disclosure_about_check CHECK ((jsonb_typeof(about) = 'object'::text)),
  constraint disclosure_check CHECK (((kind = 'copy'::text) = (enquiry_id IS NOT NULL))),
  constraint disclosure_check1 CHECK (((confirmed_by IS NULL) = (confirmed_at IS NULL))),
  constraint disclosure_check2 CHECK (((confirmed_by IS NULL) OR (confirmed_by <> submitted_by))),
  constraint disclosure_check3 CHECK (((closed_on IS NULL) = (outcome IS NULL))),
  constraint disclosure_extended_because_check CHECK ((extended_because = ANY (ARRAY['complex'::text, 'many'::text]))),
  constraint disclosure_handed_over_how_check CHECK ((handed_over_how = ANY (ARRAY['in-person'::text, 'post'::text, 'secure-email'::text, 'download'::text]))),
  constraint disclosure_identity_check CHECK ((identity = ANY (ARRAY['known'::text, 'asked'::text, 'checked'::text]))),
  constraint disclosure_kind_check CHECK ((kind = ANY (ARRAY['copy'::text, 'request'::text]))),
  constraint disclosure_outcome_check CHECK ((outcome = ANY (ARRAY['given'::text, 'given-in-part'::text, 'nothing-held'::text, 'refused'::text, 'withdrawn'::text]))),
  constraint disclosure_search_check CHECK ((search = ANY (ARRAY['none'::text, 'waiting'::text, 'running'::text, 'done'::text]))),
  constraint disclosure_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES people.person(id),
  constraint disclosure_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiries.enquiry(id),
  constraint disclosure_made_by_fkey FOREIGN KEY (made_by) REFERENCES people.person(id),
  constraint disclosure_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES people.person(id),
  constraint disclosure_pkey PRIMARY KEY (id),
  constraint disclosure_number_key UNIQUE (number)
);
create INDEX disclosure_of_enquiry ON privacy.disclosure USING btree (enquiry_id) WHERE (enquiry_id IS NOT NULL);
-- row-level security: forced
create policy changed on privacy.disclosure for update
  using (( SELECT platform.is_system() AS is_system) OR ((kind = 'request'::text) AND ( SELECT privacy.viewer_keeps() AS viewer_keeps)) OR ((kind = 'copy'::text) AND (EXISTS ( SELECT
   FROM enquiries.enquiry e
  WHERE (e.id = disclosure.enquiry_id)))));
create policy made on privacy.disclosure for insert
  with check ((made_by = ( SELECT platform.viewer() AS viewer)) AND (((kind = 'request'::text) AND ( SELECT privacy.viewer_keeps() AS viewer_keeps)) OR ((kind = 'copy'::text) AND (EXISTS ( SELECT
   FROM enquiries.enquiry e
  WHERE (e.id = disclosure.enquiry_id))))));
create policy seen on privacy.disclosure for select
  using (( SELECT platform.is_system() AS is_system) OR ((kind = 'request'::text) AND ( SELECT privacy.viewer_keeps() AS viewer_keeps)) OR ((kind = 'copy'::text) AND ( SELECT enquiries.viewer_is_officer() AS viewer_is_officer) AND (EXISTS ( SELECT
   FROM enquiries.enquiry e
  WHERE (e.id = disclosure.enquiry_id)))) OR ((kind = 'request'::text) AND ( SELECT enquiries.viewer_is_officer() AS viewer_is_officer) AND (EXISTS ( SELECT
   FROM privacy.disclosed_item i
  WHERE (i.disclosure_id = disclosure.id)))));
grant insert, select, update on privacy.disclosure to one_stop_app;

create table privacy.erasing (
  id uuid default uuidv7() not null,
  why text not null,
  due_on date not null,
  reason text default ''::text not null,
  prepared_by uuid not null,
  prepared_at timestamp with time zone not null,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  finished_at timestamp with time zone,
  constraint erasing_check CHECK ((confirmed_by <> prepared_by)),
  constraint erasing_check1 CHECK (((confirmed_at IS NULL) = (confirmed_by IS NULL))),
  constraint erasing_check2 CHECK (((confirmed_at IS NULL) OR (withdrawn_at IS NULL))),
  constraint erasing_why_check CHECK ((why = ANY (ARRAY['schedule'::text, 'request'::text]))),
  constraint erasing_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES people.person(id),
  constraint erasing_prepared_by_fkey FOREIGN KEY (prepared_by) REFERENCES people.person(id),
  constraint erasing_pkey PRIMARY KEY (id)
);
create UNIQUE INDEX erasing_under_way ON privacy.erasing USING btree ((true)) WHERE ((why = 'schedule'::text) AND (withdrawn_at IS NULL) AND (finished_at IS NULL));
-- row-level security: forced
create policy by_the_house on privacy.erasing for insert
  with check ( SELECT platform.is_system() AS is_system);
create policy carried_on_by_the_house on privacy.erasing for update
  using ( SELECT platform.is_system() AS is_system);
create policy seen on privacy.erasing for select
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT privacy.viewer_sees() AS viewer_sees));
grant insert, select, update on privacy.erasing to one_stop_app;

create table privacy.erasing_item (
  erasing_id uuid not null,
  enquiry_id uuid not null,
  reference text not null,
  kind text not null,
  closed_on date,
  schedule_id bigint,
  state text default 'waiting'::text not null,
  constraint erasing_item_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'erased'::text, 'held'::text, 'not-due'::text]))),
  constraint erasing_item_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiries.enquiry(id),
  constraint erasing_item_erasing_id_fkey FOREIGN KEY (erasing_id) REFERENCES privacy.erasing(id),
  constraint erasing_item_schedule_id_fkey FOREIGN KEY (schedule_id) REFERENCES privacy.schedule(id),
  constraint erasing_item_pkey PRIMARY KEY (erasing_id, enquiry_id)
);
create INDEX erasing_item_waiting ON privacy.erasing_item USING btree (erasing_id, reference) WHERE (state = 'waiting'::text);
-- row-level security: forced
create policy by_the_house on privacy.erasing_item for insert
  with check ( SELECT platform.is_system() AS is_system);
create policy carried_on_by_the_house on privacy.erasing_item for update
  using ( SELECT platform.is_system() AS is_system);
create policy seen on privacy.erasing_item for select
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT privacy.viewer_sees() AS viewer_sees));
grant insert, select, update on privacy.erasing_item to one_stop_app;

create table privacy.file_to_forget (
  sha256 text not null,
  since_at timestamp with time zone not null,
  forgotten_at timestamp with time zone,
  constraint file_to_forget_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint file_to_forget_pkey PRIMARY KEY (sha256)
);
-- row-level security: forced
create policy the_house on privacy.file_to_forget for all
  using ( SELECT platform.is_system() AS is_system);
grant insert, select, update on privacy.file_to_forget to one_stop_app;

create table privacy.hold (
  id uuid default uuidv7() not null,
  about text not null,
  subject_id uuid not null,
  called text not null,
  reason text not null,
  review_on date not null,
  placed_by uuid not null,
  placed_at timestamp with time zone not null,
  lifted_by uuid,
  lifted_at timestamp with time zone,
  lifted_because text,
  constraint hold_about_check CHECK ((about = ANY (ARRAY['enquiry'::text, 'person'::text, 'topic'::text]))),
  constraint hold_check CHECK ((((lifted_at IS NULL) = (lifted_by IS NULL)) AND ((lifted_at IS NULL) = (lifted_because IS NULL)))),
  constraint hold_reason_check CHECK ((reason <> ''::text)),
  constraint hold_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES people.person(id),
  constraint hold_placed_by_fkey FOREIGN KEY (placed_by) REFERENCES people.person(id),
  constraint hold_pkey PRIMARY KEY (id)
);
create INDEX hold_standing ON privacy.hold USING btree (subject_id) WHERE (lifted_at IS NULL);
-- row-level security: forced
create policy by_the_house on privacy.hold for insert
  with check ( SELECT platform.is_system() AS is_system);
create policy lifted_by_the_house on privacy.hold for update
  using ( SELECT platform.is_system() AS is_system);
create policy seen on privacy.hold for select
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT privacy.viewer_sees() AS viewer_sees));
grant insert, select, update on privacy.hold to one_stop_app;

create table privacy.incident (
  id uuid default uuidv7() not null,
  number integer generated always as identity not null,
  enquiry_id uuid,
  reference text,
  words text not null,
  aware_at timestamp with time zone not null,
  opened_at timestamp with time zone not null,
  opened_by uuid,
  mailbox_id uuid,
  topic_id uuid,
  channel text,
  sender_id uuid,
  member_id uuid,
  constraint incident_check CHECK (((enquiry_id IS NULL) = (reference IS NULL))),
  constraint incident_words_check CHECK (((words ~ '\S'::text) AND (length(words) <= 1000))),
  constraint incident_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiries.enquiry(id),
  constraint incident_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES mailboxes.mailbox(id),
  constraint incident_member_id_fkey FOREIGN KEY (member_id) REFERENCES people.person(id),
  constraint incident_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES people.person(id),
  constraint incident_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES people.person(id),
  constraint incident_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES mailboxes.topic(id),
  constraint incident_pkey PRIMARY KEY (id),
  constraint incident_number_key UNIQUE (number)
);
create UNIQUE INDEX incident_of_enquiry ON privacy.incident USING btree (enquiry_id, opened_at);
-- row-level security: forced
create policy opened on privacy.incident for insert to one_stop_app
  with check (( SELECT platform.is_system() AS is_system) OR (( SELECT privacy.viewer_keeps() AS viewer_keeps) AND (opened_by = ( SELECT platform.viewer() AS viewer))));
create policy owner on privacy.incident for all to the owner
  using true;
create policy seen on privacy.incident for select to one_stop_app
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT privacy.viewer_keeps() AS viewer_keeps) OR (id = ANY (( SELECT privacy.viewer_incidents() AS viewer_incidents)::uuid[])));
grant insert, select on privacy.incident to one_stop_app;

create table privacy.incident_fact (
  id uuid default uuidv7() not null,
  incident_id uuid not null,
  what text not null,
  words text not null,
  data jsonb default '{}'::jsonb not null,
  at timestamp with time zone not null,
  by_person uuid not null,
  constraint incident_fact_data_check CHECK ((jsonb_typeof(data) = 'object'::text)),
  constraint incident_fact_what_check CHECK ((what = ANY (ARRAY['contained'::text, 'assessed'::text, 'decided'::text, 'notified'::text, 'closed'::text]))),
  constraint incident_fact_words_check CHECK (((words ~ '\S'::text) AND (length(words) <= 5000))),
  constraint incident_fact_by_person_fkey FOREIGN KEY (by_person) REFERENCES people.person(id),
  constraint incident_fact_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES privacy.incident(id),
  constraint incident_fact_pkey PRIMARY KEY (id)
);
create INDEX incident_fact_of ON privacy.incident_fact USING btree (incident_id, at);
-- row-level security: forced
create policy kept on privacy.incident_fact for insert to one_stop_app
  with check (( SELECT privacy.viewer_keeps() AS viewer_keeps) AND (by_person = ( SELECT platform.viewer() AS viewer)));
create policy seen on privacy.incident_fact for select to one_stop_app
  using (( SELECT platform.is_system() AS is_system) OR (EXISTS ( SELECT
   FROM privacy.incident i
  WHERE (i.id = incident_fact.incident_id))));
grant insert, select on privacy.incident_fact to one_stop_app;

create table privacy.incident_person (
  id uuid default uuidv7() not null,
  incident_id uuid not null,
  person_id uuid,
  name text not null,
  address citext,
  how text[] not null,
  last_at timestamp with time zone not null,
  asked_at timestamp with time zone,
  asked_by uuid,
  letter_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  confirmed_words text,
  constraint incident_person_check CHECK (((asked_at IS NULL) = (asked_by IS NULL))),
  constraint incident_person_confirmed_words_check CHECK (((confirmed_words ~ '\S'::text) AND (length(confirmed_words) <= 1000))),
  constraint incident_person_how_check CHECK ((cardinality(how) > 0)),
  constraint incident_person_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people.person(id),
  constraint incident_person_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES privacy.incident(id),
  constraint incident_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint incident_person_pkey PRIMARY KEY (id)
);
create INDEX incident_person_of ON privacy.incident_person USING btree (incident_id);
-- row-level security: forced
create policy followed on privacy.incident_person for update to one_stop_app
  using (( SELECT platform.is_system() AS is_system) OR (EXISTS ( SELECT
   FROM privacy.incident i
  WHERE (i.id = incident_person.incident_id))));
create policy listed on privacy.incident_person for insert to one_stop_app
  with check (( SELECT platform.is_system() AS is_system) OR ( SELECT privacy.viewer_keeps() AS viewer_keeps));
create policy seen on privacy.incident_person for select to one_stop_app
  using (( SELECT platform.is_system() AS is_system) OR (EXISTS ( SELECT
   FROM privacy.incident i
  WHERE (i.id = incident_person.incident_id))));
grant insert, select on privacy.incident_person to one_stop_app;
grant update (asked_at, asked_by, letter_at, confirmed_at, confirmed_words) on privacy.incident_person to one_stop_app;

create table privacy.incident_reminder (
  incident_id uuid not null,
  step integer not null,
  at timestamp with time zone not null,
  constraint incident_reminder_step_check CHECK (((step >= 0) AND (step <= 4))),
  constraint incident_reminder_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES privacy.incident(id),
  constraint incident_reminder_pkey PRIMARY KEY (incident_id, step)
);
-- row-level security: forced
create policy by_the_house on privacy.incident_reminder for all to one_stop_app
  using ( SELECT platform.is_system() AS is_system)
  with check ( SELECT platform.is_system() AS is_system);
grant insert, select on privacy.incident_reminder to one_stop_app;

create table privacy.schedule (
  id bigint generated always as identity not null,
  kind text not null,
  keep_months integer,
  reason text not null,
  from_on date not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  constraint schedule_keep_months_check CHECK (((keep_months >= 1) AND (keep_months <= 1200))),
  constraint schedule_kind_check CHECK ((kind ~ '^[a-z]+(-[a-z]+)*$'::text)),
  constraint schedule_reason_check CHECK ((reason <> ''::text)),
  constraint schedule_made_by_fkey FOREIGN KEY (made_by) REFERENCES people.person(id),
  constraint schedule_pkey PRIMARY KEY (id)
);
create INDEX schedule_in_force ON privacy.schedule USING btree (kind, from_on, id);
-- row-level security: forced
create policy by_the_house on privacy.schedule for insert
  with check ( SELECT platform.is_system() AS is_system);
create policy seen on privacy.schedule for select
  using true;
grant insert, select on privacy.schedule to one_stop_app;

create table privacy.tombstone (
  enquiry_id uuid not null,
  reference text not null,
  erased_at timestamp with time zone not null,
  erasing_id uuid,
  schedule_id bigint,
  constraint tombstone_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES enquiries.enquiry(id),
  constraint tombstone_erasing_id_fkey FOREIGN KEY (erasing_id) REFERENCES privacy.erasing(id),
  constraint tombstone_schedule_id_fkey FOREIGN KEY (schedule_id) REFERENCES privacy.schedule(id),
  constraint tombstone_pkey PRIMARY KEY (enquiry_id),
  constraint tombstone_reference_key UNIQUE (reference)
);
-- row-level security: forced
create policy by_the_house on privacy.tombstone for insert
  with check ( SELECT platform.is_system() AS is_system);
create policy seen on privacy.tombstone for select
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT privacy.viewer_sees() AS viewer_sees));
grant insert, select on privacy.tombstone to one_stop_app;

CREATE OR REPLACE FUNCTION privacy.unseen_items(disclosure uuid)
 RETURNS TABLE(mailbox_id uuid, items bigint, undecided bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select e.mailbox_id, count(*), count(*) filter (where i.decision is null)
  from privacy.disclosed_item i join enquiries.enquiry e on e.id = i.enquiry_id
  where i.disclosure_id = disclosure and e.restricted and privacy.viewer_keeps()
  group by e.mailbox_id
$function$
;

CREATE OR REPLACE FUNCTION privacy.viewer_incidents()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select coalesce(array_agg(i.id), '{}')
  from privacy.incident i left join enquiries.enquiry e on e.id = i.enquiry_id
  where platform.is_system() or privacy.viewer_keeps()
    or (people.viewer_has('proper-officer') and e.mailbox_id = any (mailboxes.viewer_named())
      and not e.id = any (enquiries.viewer_excluded()))
$function$
;

CREATE OR REPLACE FUNCTION privacy.viewer_keeps()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select people.viewer_has('dpo')
$function$
;

CREATE OR REPLACE FUNCTION privacy.viewer_sees()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select people.viewer_has('dpo') or people.viewer_has('auditor') or people.viewer_has('director')
$function$
;

-- connections ---------------------------------------------------------------------------------------------------------

create schema connections;

create table connections.attempt (
  delivery_id uuid not null,
  number integer not null,
  at timestamp with time zone not null,
  status integer,
  said text not null,
  milliseconds integer not null,
  constraint attempt_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES connections.delivery(id) ON DELETE CASCADE,
  constraint attempt_pkey PRIMARY KEY (delivery_id, number)
);
-- row-level security: forced
create policy administer on connections.attempt for all
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
grant insert, select, update on connections.attempt to one_stop_app;

create table connections.delivery (
  id uuid default uuidv7() not null,
  webhook_id uuid not null,
  event_id uuid not null,
  type text not null,
  enquiry_id uuid,
  body text not null,
  created_at timestamp with time zone not null,
  state text default 'waiting'::text not null,
  attempts integer default 0 not null,
  next_at timestamp with time zone not null,
  constraint delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'withdrawn'::text]))),
  constraint delivery_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES connections.webhook(id),
  constraint delivery_pkey PRIMARY KEY (id),
  constraint delivery_webhook_id_event_id_key UNIQUE (webhook_id, event_id)
);
create INDEX delivery_webhook_id_created_at_idx ON connections.delivery USING btree (webhook_id, created_at);
create INDEX delivery_webhook_id_created_at_idx1 ON connections.delivery USING btree (webhook_id, created_at) WHERE (state = 'waiting'::text);
-- row-level security: forced
create policy administer on connections.delivery for all
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
grant delete, insert, select, update on connections.delivery to one_stop_app;

create table connections.webhook (
  id uuid default uuidv7() not null,
  owner_id uuid not null,
  url text not null,
  description text default ''::text not null,
  events text[] not null,
  sealed_secret text not null,
  sealed_secret_before text,
  before_until timestamp with time zone,
  made_by uuid,
  made_at timestamp with time zone not null,
  idempotency_key text,
  failing_since timestamp with time zone,
  disabled_at timestamp with time zone,
  disabled_because text,
  removed_at timestamp with time zone,
  paused_at timestamp with time zone,
  constraint webhook_description_check CHECK ((length(description) <= 200)),
  constraint webhook_events_check CHECK ((cardinality(events) > 0)),
  constraint webhook_url_check CHECK (((url ~ '^https?://'::text) AND (length(url) <= 2000))),
  constraint webhook_made_by_fkey FOREIGN KEY (made_by) REFERENCES people.person(id),
  constraint webhook_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people.person(id),
  constraint webhook_pkey PRIMARY KEY (id),
  constraint webhook_made_by_idempotency_key_key UNIQUE (made_by, idempotency_key)
);
create INDEX webhook_owner_id_idx ON connections.webhook USING btree (owner_id);
-- row-level security: forced
create policy administer on connections.webhook for all
  using (( SELECT platform.is_system() AS is_system) OR ( SELECT people.viewer_has('admin'::text) AS viewer_has));
grant insert, select, update on connections.webhook to one_stop_app;
