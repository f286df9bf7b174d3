-- One officer is kept out of one enquiry: a neighbour, a relative, somebody it complains of. Whatever else lets people see
-- an enquiry, whoever is excluded from it does not, until that is lifted; they are not told. The ids are read once for
-- each transaction and are nearly always none.

create table enquiries.exclusion (
  id uuid primary key default uuidv7(),
  enquiry_id uuid not null references enquiries.enquiry,
  person_id uuid not null references people.person,
  why text not null check (why ~ '\S' and length(why) <= 1000),
  by_person uuid not null references people.person,
  at timestamptz not null,
  lifted_at timestamptz,
  lifted_by uuid references people.person,
  lifted_why text check (lifted_why ~ '\S' and length(lifted_why) <= 1000),
  check (num_nonnulls(lifted_at, lifted_by, lifted_why) in (0, 3))
);
create unique index exclusion_in_force on enquiries.exclusion (person_id, enquiry_id) where lifted_at is null;
create index exclusion_of on enquiries.exclusion (enquiry_id);

create function enquiries.viewer_excluded() returns uuid[]
language plpgsql stable parallel unsafe security definer set search_path = '' as $$
declare
  known text := platform.recalled('excluded');
begin
  if known is not null then return known::uuid[]; end if;
  return platform.remember('excluded', (
    select coalesce(array_agg(x.enquiry_id), '{}') from enquiries.exclusion x
    where x.person_id = platform.viewer() and x.lifted_at is null)::text);
end
$$;

alter table enquiries.exclusion enable row level security;
alter table enquiries.exclusion force row level security;
grant select, insert on enquiries.exclusion to one_stop_app;
grant update (lifted_at, lifted_by, lifted_why) on enquiries.exclusion to one_stop_app;
create policy owner on enquiries.exclusion to current_user using (true);
create policy by_the_house on enquiries.exclusion for insert to one_stop_app with check ((select platform.is_system()));
create policy lifted_by_the_house on enquiries.exclusion for update to one_stop_app using ((select platform.is_system()));
create policy seen on enquiries.exclusion for select to one_stop_app
  using ((select platform.is_system())
    or ((select people.viewer_has_any('{one-stop,owner,proper-officer,dpo,auditor}'))
      and exists (select from enquiries.enquiry e where e.id = exclusion.enquiry_id)));

-- Restrictive: whatever lets somebody see it, now or in times to come, this stands before it.
create policy not_excluded on enquiries.enquiry as restrictive for select to one_stop_app
  using ((select platform.is_system()) or not id = any ((select enquiries.viewer_excluded())::uuid[]));

-- What is shown to people for being named in it, and not for seeing the enquiry.
create policy not_excluded on enquiries.contribution as restrictive for select to one_stop_app
  using ((select platform.is_system()) or not enquiry_id = any ((select enquiries.viewer_excluded())::uuid[]));
create policy not_excluded on enquiries.hand_over as restrictive for select to one_stop_app
  using ((select platform.is_system()) or not enquiry_id = any ((select enquiries.viewer_excluded())::uuid[]));
create policy not_excluded on quality.example as restrictive for select to one_stop_app
  using ((select platform.is_system()) or not enquiry_id = any ((select enquiries.viewer_excluded())::uuid[]));
create policy not_excluded on reports.fact as restrictive for select to one_stop_app
  using ((select platform.is_system()) or not enquiry_id = any ((select enquiries.viewer_excluded())::uuid[]));
create policy not_excluded on mail.outbox as restrictive for select to one_stop_app
  using ((select platform.is_system())
    or about_enquiry is null or not about_enquiry = any ((select enquiries.viewer_excluded())::uuid[]));
create policy not_excluded on mail.intake as restrictive for select to one_stop_app
  using ((select platform.is_system())
    or enquiry_id is null or not enquiry_id = any ((select enquiries.viewer_excluded())::uuid[]));
