import { addDays, dayOf, daysBetween, instantOn, weekday, yearOf, type Day } from '#kernel/day.ts'
import { referenceOf } from '#kernel/reference.ts'
import type { Cast, MemberPlayer } from './cast.ts'
import { story, type Beginning } from './story.ts'
import type { Played, Stage } from './stage.ts'
import { randomFrom, type Random } from './town/random.ts'
import { town } from './town/town.ts'

export type HistoryWish = { readonly enquiries: number; readonly seed: string; readonly years: number; readonly until: Date }

/**
 * Tells the history of a council: so many enquiries over so many years up to now, in the order in which they were put on
 * record. The same seed tells the same history.
 */
export function* history(stage: Stage, cast: Cast, wish: HistoryWish): Generator<Played> {
  const planned = plan(cast, wish).toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const numbers = new Map<number, number>()
  for (const [i, beginning] of planned.entries()) {
    const year = yearOf(dayOf(beginning.at))
    const number = (numbers.get(year) ?? 0) + 1
    numbers.set(year, number)
    const random = randomFrom(`${wish.seed}/${i}`)
    const profile = town.volumes.mailboxProfiles.get(beginning.box.key)!
    yield story(stage, cast, random, profile, { ...beginning, reference: referenceOf(year, number) }, wish.until)
  }
}

type Planned = Omit<Beginning, 'reference'>

function plan(cast: Cast, { enquiries, seed, years, until }: HistoryWish): Planned[] {
  const random = randomFrom(`${seed}/plan`)
  const today = dayOf(until)
  const first = addDays(today, -Math.round(years * 365))
  const draw = drawer(random, first, today)
  const planned: Planned[] = []
  while (planned.length < enquiries) {
    const { topic, on } = draw()
    const beginning = begins(cast, random, topic, on)
    if (beginning.at <= until) planned.push(beginning)
  }
  return planned
}

/** Draws a mailbox's topic and a day together: potholes come in winter, parks in summer, most on Mondays. */
function drawer(random: Random, first: Day, today: Day): () => { topic: (typeof town.topics)[number]; on: Day } {
  const days = Array.from({ length: daysBetween(first, today) + 1 }, (_, i) => addDays(first, i))
  const boxes = [...town.volumes.mailboxProfiles].filter(([key]) => topicsOf(key).length > 0)
  const byMailbox = new Map(boxes.map(([key, { months }]) => [key, cumulative(days, on => months[Number(on.slice(5, 7)) - 1]! * town.volumes.weekdayShares[weekday(on) - 1]!)]))
  return () => {
    const [key] = random.weighted(boxes, ([, profile]) => profile.volume)
    return { topic: random.weighted(topicsOf(key), topic => topic.weight), on: days[drawFrom(random, byMailbox.get(key)!)]! }
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

function begins(cast: Cast, random: Random, topic: (typeof town.topics)[number], on: Day): Planned {
  const member = memberFor(cast, random)
  const mix = random.weighted(town.volumes.channelMix, it => it.share)
  const direct = random.chance(mix.direct)
  const late = random.chance(mix.late)
  const byOfficer = mix.channel !== 'web' && mix.channel !== 'email'
  // officers are at work on working days; members write in the evening and at weekends
  const receivedOn = byOfficer && weekday(on) > 5 ? addDays(on, 8 - weekday(on)) : on
  const recordedOn = late ? addDays(receivedOn, random.int(4, 9)) : receivedOn
  const at = instantOn(recordedOn, byOfficer ? random.int(9, 16) : random.int(7, 22), random.int(0, 59))
  return { member, topic: topic.key, kind: topic.kind, box: cast.boxFor(topic.key, receivedOn), channel: mix.channel, direct, receivedOn, at }
}

const memberFor = (cast: Cast, random: Random): MemberPlayer => random.weighted(cast.members, it => it.member.activity)

