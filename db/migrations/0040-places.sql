-- Where an enquiry is about. The ward follows from a postcode or from a spot on the map, and both change over the years:
-- postcodes come and go, boundaries are reviewed. So lists are kept in versions, each from a day on, and an older day is
-- asked of the list that held then.

-- the number the statistics office gives a ward; files of others name wards by it
alter table people.ward add column code text unique check (code ~ '^[A-Z][0-9]{8}$');

create table people.place_list (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('postcodes', 'boundaries')),
  file_name text not null check (length(file_name) <= 200),
  from_on date not null,
  -- how many postcodes or wards it tells of, and how many lines were of other councils
  held int not null check (held > 0),
  passed_over int not null default 0,
  -- wards of ours whose code the file told: they are known by it once the list is confirmed
  codes jsonb not null default '{}',
  made_by uuid references people.person,
  made_at timestamptz not null,
  -- until then it is only looked at
  confirmed_at timestamptz,
  -- set: it holds no more, as if it had never been
  withdrawn_at timestamptz
);

create table people.postcode (
  list_id uuid not null references people.place_list on delete cascade,
  postcode text not null check (postcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$'),
  ward_id uuid not null references people.ward,
  latitude double precision,
  longitude double precision,
  primary key (list_id, postcode)
);

create table people.ward_boundary (
  list_id uuid not null references people.place_list on delete cascade,
  ward_id uuid not null references people.ward,
  -- the box around it, so that only the few wards near a spot are looked at closely
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  -- polygons of rings of [longitude, latitude], outer ring first, as GeoJSON has them
  shape jsonb not null,
  primary key (list_id, ward_id)
);

do $$
declare it text;
begin
  foreach it in array array['place_list', 'postcode', 'ward_boundary'] loop
    execute format('alter table people.%I enable row level security', it);
    execute format('alter table people.%I force row level security', it);
    execute format('create policy read on people.%I for select
      using ((select platform.viewer()) is not null or (select platform.is_system()))', it);
    execute format('create policy add on people.%I for insert
      with check ((select platform.is_system()) or (select people.viewer_has(''admin'')))', it);
    execute format('create policy change on people.%I for update
      using ((select platform.is_system()) or (select people.viewer_has(''admin'')))', it);
    execute format('create policy remove on people.%I for delete
      using ((select platform.is_system()) or (select people.viewer_has(''admin'')))', it);
    execute format('grant select, insert on people.%I to one_stop_app', it);
  end loop;
end $$;
grant update on people.place_list to one_stop_app;
-- what was only looked at is swept
grant delete on people.place_list to one_stop_app;

-- The place of one enquiry stands on its row: whoever sees the enquiry sees it, and nobody else.
alter table enquiries.enquiry
  -- as it was said: a postcode, a street, what is near
  add column place text check (length(place) <= 300),
  add column postcode text,
  add column latitude double precision,
  add column longitude double precision,
  add check ((latitude is null) = (longitude is null));
