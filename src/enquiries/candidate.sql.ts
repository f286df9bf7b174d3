import { inWords, type Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Weighed } from './allocate/weighed.ts'
import type { Enquiry } from './enquiry.ts'

/** Whether somebody could hold an enquiry. */
export type Candidate = {
  readonly known: boolean
  readonly name: string
  readonly disabled: boolean
  readonly named: boolean
  /** in words; undefined when present */
  readonly awayUntil: string | undefined
  /** how much everybody had when it was asked, whom it is about first */
  readonly weighed?: readonly Weighed[]
}

export const candidateFor = (tx: Tx, enquiry: Enquiry, personId: string, today: Day): Promise<Candidate> =>
  candidate(tx, enquiry, personId, today, tx``)

/** The same with how much everybody in the mailbox has, for work that is given to somebody. */
export const weighedCandidateFor = (tx: Tx, enquiry: Enquiry, personId: string, today: Day): Promise<Candidate> =>
  candidate(
    tx,
    enquiry,
    personId,
    today,
    tx`, enquiries.weighed(${enquiry.mailboxId}::uuid, p.id, ${today}::date) as weighed`,
  )

type Row = { name: string; disabled: boolean; named: boolean; awayUntil: Day | null; weighed?: readonly Weighed[] }

async function candidate(
  tx: Tx,
  enquiry: Enquiry,
  personId: string,
  today: Day,
  besides: ReturnType<Tx>,
): Promise<Candidate> {
  const [row] = await tx<Row[]>`
    select p.name,
           p.disabled_at is not null as disabled,
           exists (
             select from mailboxes.named_person n
             where n.mailbox_id = ${enquiry.mailboxId} and n.person_id = p.id
               and n.from_on <= ${today} and (n.until_on is null or n.until_on >= ${today})
           ) and not exists (
             select from enquiries.exclusion x
             where x.person_id = p.id and x.enquiry_id = ${enquiry.id} and x.lifted_at is null
           ) as named,
           (
             select max(coalesce(a.until_on, '9999-12-31')) from mailboxes.absence a
             where a.person_id = p.id and a.from_on <= ${today} and (a.until_on is null or a.until_on >= ${today})
           ) as away_until ${besides}
    from people.person p
    where p.id = ${personId}
  `
  if (!row) return { known: false, name: '', disabled: false, named: false, awayUntil: undefined }
  return { ...row, known: true, awayUntil: row.awayUntil ? awayInWords(row.awayUntil) : undefined }
}

const awayInWords = (until: Day): string => (until === '9999-12-31' ? 'further notice' : inWords(until))
