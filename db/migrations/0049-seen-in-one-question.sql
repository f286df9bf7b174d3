-- Keeping what somebody opened took five questions beside every page. It is one now, and nobody waits for the disk:
-- losing the last second of it in a power cut harms nobody.

create function enquiries.note_seen(person uuid, enquiry uuid, at timestamptz, kept integer) returns void
language plpgsql set search_path = '' as $$
begin
  perform set_config('app.viewer', person::text, true), set_config('synchronous_commit', 'off', true);
  insert into enquiries.recently_seen as s (person_id, enquiry_id, at) values (person, enquiry, note_seen.at)
  on conflict (person_id, enquiry_id) do update set at = excluded.at;
  delete from enquiries.recently_seen s where s.person_id = person and s.at < (
    select o.at from enquiries.recently_seen o where o.person_id = person order by o.at desc offset kept - 1 limit 1);
end
$$;
