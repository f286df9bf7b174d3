import { calendarByRule } from '#clock/door.ts'
import { addDays, dayOf, daysBetween, instantOn, weekday, yearOf, type Day } from '#kernel/day.ts'
import { referenceOf } from '#kernel/reference.ts'
import { boxFor, type Cast, type MemberPlayer } from './cast.ts'
import { countedIds } from './counted-ids.ts'
import { story, type Beginning } from './story.ts'
import type { Played } from './stage.ts'
import { randomFrom, type Random } from './town/random.ts'
import { town } from './town/town.ts'

export type Wish = { readonly enquiries: number; readonly seed: string; readonly years: number; readonly now: Date }

/**
 * Plans the history of a council: so many enquiries over so many years up to now, numbered in the order in which they
 * are put on record. The same seed makes the same plan.
 */
export function plan(cast: Cast, wish: Wish): Beginning[] {
  const drawn = drawAll(cast, wish).toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const numbers = new Map<number, number>()
  return drawn.map(beginning => {
    const year = yearOf(dayOf(beginning.at))
    const number = (numbers.get(year) ?? 0) + 1
    numbers.set(year, number)
    return { ...beginning, reference: referenceOf(year, number) }
  })
}

/** Tells the enquiries of the plan from one place up to another; each has choices and ids of its own, whoever tells it. */
export function tellPart(cast: Cast, planned: readonly Beginning[], wish: Wish, from: number, to: number): Played[] {
  const calendar = calendarByRule()
  return planned.slice(from, to).map((beginning, i) => {
    const stage = { calendar, limits, newId: countedIds(wish.seed, from + i) }
    const random = randomFrom(`${wish.seed}/${from + i}`)
    const profile = town.volumes.mailboxProfiles.get(beginning.box.key)!
    return story(stage, cast, random, profile, beginning, wish.now)
  })
}

const limits = {
  roundTwo: 5,
  silence: 10,
  waiting: 20,
  reopen: 20,
  remindFirst: 5,
  remindSecond: 10,
  informationRequest: 20,
  mpEnquiry: 10,
  complaintAcknowledge: 5,
  complaintStageOne: 10,
  complaintStageTwo: 20,
}

type Drawn = Omit<Beginning, 'reference'>

function drawAll(cast: Cast, { enquiries, seed, years, now }: Wish): Drawn[] {
  const random = randomFrom(`${seed}/plan`)
  const today = dayOf(now)
  const draw = drawer(random, addDays(today, -Math.round(years * 365)), today)
  const drawn: Drawn[] = []
  while (drawn.length < enquiries) {
    const { topic, on } = draw()
    const beginning = begins(cast, random, topic, on)
    if (beginning.at <= now) drawn.push(beginning)
  }
  return drawn
}

/** Draws a mailbox's topic and a day together: potholes come in winter, parks in summer, most on Mondays. */
function drawer(random: Random, first: Day, today: Day): () => { topic: (typeof town.topics)[number]; on: Day } {
  const days = Array.from({ length: daysBetween(first, today) + 1 }, (_, i) => addDays(first, i))
  const boxes = [...town.volumes.mailboxProfiles].filter(([key]) => topicsOf(key).length > 0)
  const byMailbox = new Map(
    boxes.map(([key, { months }]) => [
      key,
      cumulative(days, on => months[Number(on.slice(5, 7)) - 1]! * town.volumes.weekdayShares[weekday(on) - 1]!),
    ]),
  )
  return () => {
    const [key] = random.weighted(boxes, ([, profile]) => profile.volume)
    return {
      topic: random.weighted(topicsOf(key), topic => topic.weight),
      on: days[drawFrom(random, byMailbox.get(key)!)]!,
    }
  }
}

/** The partner's own mailbox gets its work by routing, from the topics that were moved to it. */
const topicsOf = (mailbox: string) => town.topics.filter(topic => topic.mailbox === mailbox)

function cumulative(days: readonly Day[], weightOf: (on: Day) => number): Float64Array {
  let sum = 0
  return Float64Array.from(days, on => (sum += weightOf(on)))
}

/** The first index whose cumulated weight is beyond a random share of the whole. */
function drawFrom(random: Random, weights: Float64Array): number {
  const wanted = random.next() * weights.at(-1)!
  let [low, high] = [0, weights.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (weights[middle]! > wanted) high = middle
    else low = middle + 1
  }
  return low
}

function begins(cast: Cast, random: Random, topic: (typeof town.topics)[number], on: Day): Drawn {
  const member = memberFor(cast, random)
  const mix = random.weighted(town.volumes.channelMix, it => it.share)
  const direct = random.chance(mix.direct)
  const late = random.chance(mix.late)
  const byOfficer = mix.channel !== 'web' && mix.channel !== 'email'
  // officers are at work on working days; members write in the evening and at weekends
  const receivedOn = byOfficer && weekday(on) > 5 ? addDays(on, 8 - weekday(on)) : on
  const recordedOn = late ? addDays(receivedOn, random.int(4, 9)) : receivedOn
  const at = instantOn(recordedOn, byOfficer ? random.int(9, 16) : random.int(7, 22), random.int(0, 59))
  return {
    member,
    topic: topic.key,
    kind: topic.kind,
    box: boxFor(cast, topic.key, receivedOn),
    channel: mix.channel,
    direct,
    receivedOn,
    at,
  }
}

const memberFor = (cast: Cast, random: Random): MemberPlayer => random.weighted(cast.members, it => it.member.activity)
