import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Enquiry } from '../enquiry.ts'
import type { Hearer, Hearers, Rank } from './who-hears.ts'

/**
 * Who could hear of an enquiry on a day: its holder, who runs its mailbox, the head and the director above, the
 * leadership team. Closed accounts are left out. Read once per mailbox and holder of a transaction, for many climb
 * together. Needs a transaction of the system.
 */
export async function hearersOf(
  tx: Tx,
  { mailboxId, holderId }: Pick<Enquiry, 'mailboxId' | 'holderId'>,
  on: Day,
): Promise<Hearers> {
  const known = remembered(tx)
  const [ranks, holder] = await Promise.all([
    known(`mailbox ${mailboxId} ${on}`, () => ranksAbove(tx, mailboxId, on)),
    holderId ? known(`holder ${holderId} ${mailboxId} ${on}`, () => holding(tx, holderId, mailboxId, on)) : undefined,
  ])
  return { ranks, holder }
}

const kept = new WeakMap<Tx, Map<string, Promise<unknown>>>()

const remembered =
  (tx: Tx) =>
  <T>(key: string, find: () => Promise<T>): Promise<T> => {
    const all = kept.get(tx) ?? new Map<string, Promise<unknown>>()
    kept.set(tx, all)
    const found = (all.get(key) as Promise<T> | undefined) ?? find()
    all.set(key, found)
    return found
  }

/** A cover counts where they may see the work: they are named in the mailbox themselves, and are there. */
const awayWithCover = (tx: Tx, mailboxId: string | null, on: Day) => tx`
  left join lateral (
    select true as gone, (
      select n.person_id from mailboxes.named_person n
      join people.person c on c.id = n.person_id and c.disabled_at is null
      where n.mailbox_id = ${mailboxId} and n.person_id = a.cover_id
        and n.from_on <= ${on} and (n.until_on is null or n.until_on >= ${on})
        and not exists (
          select from mailboxes.absence b
          where b.person_id = n.person_id and b.from_on <= ${on} and (b.until_on is null or b.until_on >= ${on}))
      limit 1) as cover_id
    from mailboxes.absence a
    where a.person_id = p.id and a.from_on <= ${on} and (a.until_on is null or a.until_on >= ${on})
    limit 1
  ) away on true
`

const ranksAbove = (tx: Tx, mailboxId: string | null, on: Day): Promise<(Hearer & { rank: Rank })[]> =>
  tx<(Hearer & { rank: Rank })[]>`
    select p.id, r.rank, coalesce(away.gone, false) as away, away.cover_id
    from (
      select n.person_id, case n.part when 'deputy' then 'deputy' else 'owner' end as rank
      from mailboxes.named_person n
      where n.mailbox_id = ${mailboxId} and n.part <> 'responder'
        and n.from_on <= ${on} and (n.until_on is null or n.until_on >= ${on})
      union
      select s.head_id, 'head' from mailboxes.mailbox m join people.service s on s.id = m.service_id
      where m.id = ${mailboxId}
      union
      select d.director_id, 'director' from mailboxes.mailbox m join people.service s on s.id = m.service_id
      join people.directorate d on d.id = s.directorate_id
      where m.id = ${mailboxId}
      union
      select g.person_id, 'leadership' from people.role_grant g where g.role = 'lmt'
    ) r
    join people.person p on p.id = r.person_id and p.disabled_at is null
    ${awayWithCover(tx, mailboxId, on)}
    order by p.sort_name, p.id
  `

async function holding(tx: Tx, holderId: string, mailboxId: string | null, on: Day): Promise<Hearer | undefined> {
  const [found] = await tx<Hearer[]>`
    select p.id, coalesce(away.gone, false) as away, away.cover_id
    from people.person p ${awayWithCover(tx, mailboxId, on)}
    where p.id = ${holderId} and p.disabled_at is null
  `
  return found
}
