import type { Tx } from '#platform/db/database.ts'

export async function readDatabaseTime(tx: Tx): Promise<Date> {
  const [row] = await tx<{ now: Date }[]>`select clock_timestamp() as now`
  return row!.now
}

export type Backlog = { readonly jobs: number; readonly mailIn: number; readonly mailOut: number }

/** What has waited since before this moment. */
export async function readBacklog(tx: Tx, since: Date): Promise<Backlog> {
  const [row] = await tx<Backlog[]>`
    select (select count(*)::int from jobs.job where state < 'active' and start_after < ${since}) as jobs,
           (select count(*)::int from mail.intake where state = 'waiting' and try_after < ${since}) as mail_in,
           (select count(*)::int from mail.outbox where state = 'queued' and next_attempt_at < ${since}) as mail_out
  `
  return row!
}

export type Gauges = Backlog & { readonly open: number; readonly overdue: number; readonly quarantined: number }

/** A handful of counts for Prometheus, each from an index of its own. */
export async function readGauges(tx: Tx, now: Date): Promise<Gauges> {
  const [row] = await tx<Gauges[]>`
    select (select count(*)::int from jobs.job where state < 'active') as jobs,
           (select count(*)::int from mail.intake where state = 'waiting') as mail_in,
           (select count(*)::int from mail.outbox where state in ('queued', 'sending')) as mail_out,
           (select count(*)::int from mail.intake where state = 'quarantined') as quarantined,
           (select count(*)::int from enquiries.enquiry where status not in ('answered', 'closed')) as open,
           (select count(*)::int from enquiries.enquiry where status not in ('answered', 'closed') and due_on < ${now}::date) as overdue
  `
  return row!
}
