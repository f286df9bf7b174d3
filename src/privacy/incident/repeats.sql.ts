import type { Tx } from '#platform/db/database.ts'

/** By what incidents are counted, to see where the way in has to get better. */
export const repeatWays = ['mailbox', 'topic', 'channel', 'service'] as const
export type RepeatWay = (typeof repeatWays)[number]

export type Repeat = {
  readonly by: RepeatWay | 'member'
  readonly name: string | null
  readonly n: number
  readonly lastAt: Date
}

/** How often since then, by mailbox, topic, channel and service; the most frequent first. */
export const readRepeats = (tx: Tx, since: Date): Promise<Repeat[]> => tx<Repeat[]>`
  select k.by, k.name, count(*)::int as n, max(i.opened_at) as last_at
  from privacy.incident i
  left join mailboxes.mailbox b on b.id = i.mailbox_id
  left join mailboxes.topic t on t.id = i.topic_id
  left join people.service s on s.id = b.service_id
  cross join lateral (values ('mailbox', b.name), ('topic', t.name), ('channel', i.channel), ('service', s.name)) k (by, name)
  where i.opened_at >= ${since} and i.enquiry_id is not null
  group by k.by, k.name order by k.by, n desc, k.name
`

/** Members to whom it happened at least twice: for the data protection officer alone, so that help can be offered. */
export const readMembersToHelp = (tx: Tx, since: Date): Promise<Repeat[]> => tx<Repeat[]>`
  select 'member' as by, p.name, count(*)::int as n, max(i.opened_at) as last_at
  from privacy.incident i join people.person p on p.id = i.member_id
  where i.opened_at >= ${since} and (select privacy.viewer_keeps())
  group by p.id, p.name having count(*) >= 2 order by n desc, p.name
`
