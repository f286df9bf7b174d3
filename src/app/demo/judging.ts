import { addWorkingDays, currentCalendar, nextWorkingDay, type Calendar } from '#clock/door.ts'
import { addDays, dayOf, instantOn, nowAt, type Day } from '#kernel/day.ts'
import { seeingAs, type Tx } from '#platform/db/database.ts'
import {
  drawMonth,
  drawnSince,
  insertRatings,
  insertScores,
  mayScore,
  monthAfter,
  monthsToDraw,
  offerScored,
  ratableSince,
  type DrawnAnswer,
} from '#quality/door.ts'
import type { Cast } from './cast.ts'
import type { Wish } from './history.ts'
import { scoreNotes } from './town/score-notes.ts'
import { randomFrom, type Random } from './town/random.ts'
import { town } from './town/town.ts'

type Judging = {
  readonly tx: Tx
  readonly cast: Cast
  readonly today: Day
  readonly calendar: Calendar
  readonly random: Random
}

/** How good the answers of the year were: drawn month by month, scored by who runs the mailboxes, rated by members. */
export async function judge(tx: Tx, cast: Cast, { seed, now }: Wish): Promise<void> {
  const [today, calendar, random] = [dayOf(now), await currentCalendar(tx), randomFrom(`${seed}/quality`)]
  const it = { tx, cast, today, calendar, random }
  const last = monthsToDraw(undefined, today, calendar)[0]!
  const first = monthAfter(last, -11)
  for (let month = first; month <= last; month = monthAfter(month)) {
    const on = nextWorkingDay(calendar, addDays(monthAfter(month), -1))
    const seeds = () =>
      Array.from({ length: 4 }, () => random.int(0, 0xffffffff).toString(16).padStart(8, '0')).join('')
    await drawMonth(tx, month, nowAt(instantOn(on, 5)), seeds)
  }
  await scored(it, first, last)
  await rated(it, first)
}

/** The last month is still being scored. Most answers are good; how many lack something depends on the mailbox. */
async function scored({ tx, cast, today, calendar, random }: Judging, first: Day, last: Day): Promise<void> {
  const owners = new Map([...cast.boxes.values()].map(it => [it.id, it.owner.id]))
  const poorIn = new Map([...cast.boxes.values()].map(it => [it.id, town.volumes.mailboxProfiles.get(it.key)?.poor]))
  const scores = (await drawnSince(tx, first)).flatMap(it => {
    const by = owners.get(it.mailboxId)
    const on = addWorkingDays(calendar, it.drawnOn, random.int(1, 8))
    if (!by || !mayScore({ runs: true, authorId: it.authorId }, by).ok) return []
    if (on > today || (it.month === last && random.chance(0.6))) return []
    const poor = poorIn.get(it.mailboxId) ?? 0
    const score = random.weighted([1, 2, 3, 4], value => ({ 1: 50 * poor, 2: 210 * poor, 3: 61, 4: 18 })[value]!)
    const scoredAt = instantOn(on, random.int(9, 16), random.int(0, 59))
    return [{ it, given: { score, notes: random.pick(scoreNotes[score]!), scoredOn: on, scoredAt, scoredBy: by } }]
  })
  await insertScores(
    tx,
    scores.map(({ it: { enquiryId, round, authorId }, given }) => ({ enquiryId, round, authorId, ...given })),
  )
  const best = scores.filter(({ it, given }) => given.score === 4 && !it.restricted).map(it => it.it)
  for (const it of random.sample(best, 14)) await becomesExample(tx, it, owners.get(it.mailboxId)!, today, random)
}

/** Whoever runs the mailbox approves most of them; a few still wait to be read. */
const becomesExample = (
  tx: Tx,
  { reference, round }: DrawnAnswer,
  owner: string,
  today: Day,
  random: Random,
): Promise<void> =>
  seeingAs(tx, owner, 'system', () =>
    offerScored(tx, { reference, round }, { person: owner, now: nowAt(instantOn(today, 9)) }, random.chance(0.75)),
  )

/** One in three answers is rated; one that did not answer is seldom called good. */
async function rated({ tx, today, random }: Judging, first: Day): Promise<void> {
  const ratings = (await ratableSince(tx, first)).flatMap(({ again, answeredOn, memberId, enquiryId, round }) => {
    const ratedOn = addDays(answeredOn, random.int(0, 6))
    if (ratedOn > today || !random.chance(0.34)) return []
    const rating = random.weighted(
      [3, 2, 1],
      value => (again ? { 3: 2, 2: 38, 1: 60 } : { 3: 70, 2: 24, 1: 6 })[value]!,
    )
    const byMail = random.chance(0.6)
    const ratedAt = instantOn(ratedOn, random.int(8, 21), random.int(0, 59))
    return [
      {
        enquiryId,
        round,
        rating,
        ratedOn,
        ratedAt,
        ratedBy: byMail ? null : memberId,
        via: byMail ? ('email' as const) : ('page' as const),
      },
    ]
  })
  await insertRatings(tx, ratings)
}
