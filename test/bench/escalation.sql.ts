import type postgres from 'postgres'

/** Remembers how everything stands that a sweep may change. */
export async function keepWhatClimbs(owner: postgres.Sql): Promise<void> {
  await owner`
    create table public.before_the_sweep as
    select id, version, climbed, next_update_on, changed_at from enquiries.enquiry where status not in ('answered', 'closed')
  `
}

/** Takes back what climbed since; the trail keeps it, for nothing is ever taken out of that. */
export async function putBack(owner: postgres.Sql): Promise<void> {
  await owner`
    delete from enquiries.event v using public.before_the_sweep b where v.enquiry_id = b.id and v.sequence > b.version
  `
  await owner`
    update enquiries.enquiry e
    set version = b.version, climbed = b.climbed, next_update_on = b.next_update_on, changed_at = b.changed_at
    from public.before_the_sweep b where e.id = b.id and e.version > b.version
  `
  await owner`drop table public.before_the_sweep`
  await owner`vacuum analyze enquiries.enquiry, enquiries.event`
}
