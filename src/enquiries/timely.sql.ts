import type { Day } from '#kernel/day.ts'
import type { Reference } from '#kernel/reference.ts'
import type { Tx } from '#platform/db/database.ts'

type Row = { reference: Reference }

/** Answered or waiting since before this day, with nothing in the review lane: the timetable asks the rule about each. */
export async function silentSince(tx: Tx, before: Day): Promise<Reference[]> {
  const rows = await tx<Row[]>`
    select reference from enquiries.enquiry
    where lane_on is null
      and ((status = 'answered' and answered_on < ${before})
        or (status = 'waiting-for-member' and (pauses -> -1 ->> 'askedOn')::date < ${before}))
    order by reference
  `
  return rows.map(row => row.reference)
}

/** Waiting for the member since before this day. */
export async function waitingSince(tx: Tx, before: Day): Promise<Reference[]> {
  const rows = await tx<Row[]>`
    select reference from enquiries.enquiry
    where status = 'waiting-for-member' and (pauses -> -1 ->> 'askedOn')::date < ${before}
    order by reference
  `
  return rows.map(row => row.reference)
}

/** With a promise that is due by a day and was neither kept nor broken. */
export async function promisedBy(tx: Tx, day: Day): Promise<Reference[]> {
  const rows = await tx<Row[]>`
    select reference from enquiries.enquiry
    where promises <> '[]' and enquiries.next_promise_on(promises) <= ${day}
    order by reference
  `
  return rows.map(row => row.reference)
}

/** In the review lane since before this day. */
export async function inLaneSince(tx: Tx, before: Day): Promise<Reference[]> {
  const rows = await tx<Row[]>`select reference from enquiries.enquiry where lane_on < ${before} order by reference`
  return rows.map(row => row.reference)
}

/** Open enquiries whose clock runs over one of these days, or waits: a change of the calendar may move their date. */
export async function openOver(tx: Tx, earliest: Day): Promise<Reference[]> {
  const rows = await tx<Row[]>`
    select reference from enquiries.enquiry
    where status not in ('answered', 'closed') and (due_on is null or due_on >= ${earliest})
    order by reference
  `
  return rows.map(row => row.reference)
}

/** What nobody has in mailboxes that give work out by themselves: it waits for somebody to be there. */
export async function unassignedIn(tx: Tx): Promise<Reference[]> {
  const rows = await tx<Row[]>`
    select e.reference from enquiries.enquiry e join mailboxes.mailbox b on b.id = e.mailbox_id and b.gives_out
    where e.status = 'new' and e.status not in ('answered', 'closed') and e.holder_id is null
    order by e.due_on, e.reference
  `
  return rows.map(row => row.reference)
}

/** The open work somebody holds. */
export async function heldBy(tx: Tx, personId: string): Promise<Reference[]> {
  const rows = await tx<Row[]>`
    select reference from enquiries.enquiry
    where holder_id = ${personId} and status not in ('answered', 'closed')
    order by reference
  `
  return rows.map(row => row.reference)
}
