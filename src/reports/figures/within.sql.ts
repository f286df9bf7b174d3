import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import { noneKey, restrictedKey, type Dimension, type Within } from './dimension.ts'
import type { Period } from './period.ts'

/** What facts can be told apart by; a service is some mailboxes. */
export type KeptDimension = Exclude<Dimension, 'service'>

export type KeptWithin = Partial<Record<KeptDimension, readonly string[]>>

/** The key of the row in which a fact `f` is counted. */
export const valueOf = (tx: Tx, by: KeptDimension) =>
  tx`case when f.restricted then ${restrictedKey} else ${told(tx, by)} end`

const told = (tx: Tx, by: KeptDimension) =>
  by === 'kind' || by === 'channel' ? columnOf(tx, by) : tx`coalesce(${columnOf(tx, by)}::text, ${noneKey})`

function columnOf(tx: Tx, by: KeptDimension) {
  switch (by) {
    case 'mailbox':
      return tx`f.mailbox_id`
    case 'ward':
      return tx`f.ward_id`
    case 'member':
      return tx`f.member_id`
    case 'topic':
      return tx`f.topic_id`
    case 'kind':
      return tx`f.kind`
    case 'channel':
      return tx`f.channel`
  }
}

export const receivedIn = (tx: Tx, { from, to }: Period) => tx`f.received_on between ${from}::date and ${to}::date`

/** What these keys ask of a fact `f`. Said of plain columns, so that their indexes serve. */
export const isWithin = (tx: Tx, within: KeptWithin) =>
  (Object.entries(within) as [KeptDimension, readonly string[] | undefined][])
    .filter((it): it is [KeptDimension, readonly string[]] => it[1] !== undefined)
    .map(([by, keys]) => hasKey(tx, by, keys))
    .reduce((all, one) => tx`${all} and ${one}`, tx`true`)

function hasKey(tx: Tx, by: KeptDimension, keys: readonly string[]) {
  const column = columnOf(tx, by)
  const values = keys.filter(it => it !== noneKey && it !== restrictedKey)
  const any = [
    by === 'kind' || by === 'channel'
      ? tx`(${column} = any (${values}) and not f.restricted)`
      : tx`${column} = any (${values.filter(it => uuid.test(it))}::uuid[])`,
    keys.includes(noneKey) && tx`(${column} is null and not f.restricted)`,
    // a member's own restricted enquiries are known as theirs to themselves alone
    by === 'member' &&
      tx`((select platform.viewer()) = any (${values.filter(it => uuid.test(it))}::uuid[])
        and f.enquiry_id = any ((select reports.viewer_restricted())::uuid[]))`,
    keys.includes(restrictedKey) && (by === 'kind' ? tx`f.kind = ${restrictedKey}` : tx`f.restricted`),
  ].filter(it => it !== false)
  return tx`(${any.reduce((so, one) => tx`${so} or ${one}`)})`
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A period as the sums by months can answer it: the month of today is whole when it is asked for until today. */
export function wholeMonths(period: Period, today: Day): Period {
  if (period.to < today || period.to.slice(0, 7) !== today.slice(0, 7)) return period
  const [year, month] = today.split('-').map(Number)
  return { ...period, to: new Date(Date.UTC(year!, month!, 0)).toISOString().slice(0, 10) as Day }
}

/** The same in terms of what facts keep; none of these mailboxes means no service of them. */
export const keptWithin = (
  { service, ...within }: Within,
  mailboxesOf: (services: readonly string[]) => readonly string[],
): KeptWithin => {
  if (!service) return within
  const mailboxes = mailboxesOf(service)
  return { ...within, mailbox: within.mailbox ? within.mailbox.filter(it => mailboxes.includes(it)) : mailboxes }
}
