import assert from 'node:assert/strict'
import { addDays } from '#kernel/day.ts'
import { isWeekend } from './month-model.ts'
import { flood, happeningsIn } from './month-happenings.ts'
import type { Month } from './month-stage.ts'

/**
 * June 2026: members, their machines, strangers, forgers and broken mail servers write; officers work; mornings come.
 * Everything goes through the real intake and out of the real sender. At the end exactly the enquiries stand that the
 * model knows, as it knows them. Whatever fails names the seed by which it happens again.
 */
export async function playMonth(month: Month, days: number): Promise<void> {
  try {
    await playDays(month, days)
    await standsAsModelled(month)
  } catch (cause) {
    throw new Error(`SEED=${month.seed} DAYS=${days} bin/test mail/month: ${(cause as Error).message}`, { cause })
  }
}

async function playDays(month: Month, days: number): Promise<void> {
  const { town, model, random, time, wait, came } = month
  const happenings = happeningsIn(month)
  for (let n = 0; n < days; n++, time.on = addDays(time.on, 1), time.minute = 0) {
    wait(0)
    if (!isWeekend(time.on)) await came(await town.morning(), model.morning(time.on), 'the timetable')
    if (n === 9) await flood(month)
    for (let times = isWeekend(time.on) ? 2 : 9; times > 0; times--) {
      wait(1 + Math.floor(random() * 60))
      await pickWeighted(happenings, random())()
    }
  }
}

async function standsAsModelled({ town, model, quarantined, letters }: Month): Promise<void> {
  const rows = await town.db.owner`
    select e.reference, e.status, e.round, e.chases, e.lane_on, split_part(p.email::text, '@', 1) as member, b.key as mailbox
    from enquiries.enquiry e join people.person p on p.id = e.member_id left join mailboxes.mailbox b on b.id = e.mailbox_id
    order by e.reference`
  assert.deepEqual(
    rows.map(it => ({ ...it })),
    [...model.enquiries.values()]
      .map(({ reference, status, round, chases, laneOn, member, atStreets }) => ({
        reference,
        status,
        round,
        chases,
        laneOn,
        member,
        mailbox: atStreets ? 'streets' : null,
      }))
      .toSorted((a, b) => (a.reference < b.reference ? -1 : 1)),
  )
  const kept = await town.db
    .owner`select reason, count(*)::int as n from mail.intake where state = 'quarantined' group by reason order by reason`
  assert.deepEqual(
    Object.fromEntries(kept.map(it => [it.reason, it.n])),
    Object.fromEntries(
      Object.entries(Object.groupBy(quarantined, it => it))
        .map(([reason, all]) => [reason, all!.length])
        .toSorted(),
    ),
  )
  const [waiting] = await town.db.owner`select count(*)::int as n from mail.intake where state = 'waiting'`
  assert.equal(waiting!.n, 0, 'nothing is left lying')
  assert.equal(new Set(letters.map(it => it.messageId)).size, letters.length, 'nothing was sent twice')
  const [sent] = await town.db.owner`select count(*)::int as n from mail.outbox where state in ('sent', 'bounced')`
  assert.equal(sent!.n, letters.length)
}

function pickWeighted<T>(all: readonly (readonly [number, T])[], chance: number): T {
  let left = chance * all.reduce((sum, [weight]) => sum + weight, 0)
  for (const [weight, it] of all) if ((left -= weight) < 0) return it
  return all.at(-1)![1]
}
