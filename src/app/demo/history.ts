import { calendarByRule } from '#clock/door.ts'
import type { Kind } from '#enquiries/door.ts'
import { addDays, dayOf, daysBetween, instantOn, weekday, yearOf, type Day } from '#kernel/day.ts'
import { referenceOf } from '#kernel/reference.ts'
import { meanwhile } from './agenda.ts'
import { boxFor, type Box, type Cast, type MemberPlayer } from './cast.ts'
import { countedIds } from './counted-ids.ts'
import type { Played } from './stage.ts'
import type { Beginning, Teller } from './story.ts'
import { tellTogether, type Cue, type Echo } from './together.ts'
import { randomFrom, type Random } from './town/random.ts'
import type { Topic } from './town/topics.ts'
import { town } from './town/town.ts'

export type Wish = { readonly enquiries: number; readonly seed: string; readonly years: number; readonly now: Date }

/** An enquiry of the plan, and the places of those that belong to it; `told` with another one it is no story of its own. */
export type Planned = Beginning & { readonly echoes: readonly { as: Echo; place: number }[]; readonly told: boolean }

/**
 * Plans the history of a council: so many enquiries over so many years up to now, numbered in the order in which they
 * are put on record. The same seed makes the same plan.
 */
export function plan(cast: Cast, wish: Wish): Planned[] {
  const drawn = drawAll(cast, wish).toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const numbers = new Map<number, number>()
  const planned = drawn.map(beginning => {
    const year = yearOf(dayOf(beginning.at))
    const number = (numbers.get(year) ?? 0) + 1
    numbers.set(year, number)
    return {
      ...beginning,
      reference: referenceOf(year, number),
      echoes: [] as Planned['echoes'][number][],
      told: false,
    }
  })
  const places = new Map(drawn.map((it, place) => [it, place]))
  for (const [place, { echoOf }] of drawn.entries()) {
    if (!echoOf) continue
    planned[place]!.told = true
    planned[places.get(echoOf.first)!]!.echoes.push({ as: echoOf.as, place })
  }
  return planned
}

/**
 * Tells the enquiries of the plan from one place up to another, with those that belong to them, wherever they stand;
 * each has choices and ids of its own, whoever tells it.
 */
export function tellPart(cast: Cast, planned: readonly Planned[], wish: Wish, from: number, to: number): Played[] {
  const calendar = calendarByRule()
  const teller = (place: number): Teller => ({
    stage: { calendar, limits, newId: countedIds(wish.seed, place) },
    cast,
    random: randomFrom(`${wish.seed}/${place}`),
    until: wish.now,
  })
  const played: Played[] = []
  for (let place = from; place < Math.min(to, planned.length); place++) {
    const first = planned[place]!
    if (first.told) continue
    const cues = first.echoes.map(({ as, place }): Cue => ({ as, beginning: planned[place]!, teller: teller(place) }))
    const matter = () => randomFrom(`${wish.seed}/${place}/matter`)
    const told = tellTogether(teller(place), first, matter, cues)
    for (const it of told) meanwhile(it, wish.now)
    played.push(...told.map(it => it.played))
  }
  return played
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

type Drawn = Omit<Beginning, 'reference'> & { readonly echoOf?: { readonly as: Echo; readonly first: Drawn } }

function drawAll(cast: Cast, { enquiries, seed, years, now }: Wish): Drawn[] {
  const random = randomFrom(`${seed}/plan`)
  const today = dayOf(now)
  const draw = drawer(random, addDays(today, -Math.round(years * 365)), today)
  const drawn: Drawn[] = []
  while (drawn.length < enquiries) {
    const { topic, on } = draw()
    const beginning = begins(cast, random, topic, on)
    if (beginning.at > now) continue
    const echoes = beginning.box.restricted ? [] : echoesOf(cast, random, beginning).filter(it => it.at <= now)
    drawn.push(beginning, ...echoes.slice(0, enquiries - drawn.length - 1))
  }
  return drawn
}

const rates = town.volumes.otherRates

/** What others, or the same member, ask about the same matter days or weeks later. */
function echoesOf(cast: Cast, random: Random, first: Drawn): Drawn[] {
  const { member } = first
  const neighbours = cast.members.filter(it => it.wardId === member.wardId && it !== member)
  const echo = (as: Echo, by: MemberPlayer, days: number): Drawn => {
    const { kind: _, ...begun } = begins(cast, random, topicNamed(first.topic), addDays(first.receivedOn, days), by)
    return { ...begun, wrongBox: undefined, kind: first.kind, echoOf: { as, first } }
  }
  const found: Drawn[] = []
  if (random.chance(rates.askedAgain)) found.push(echo('again', member, random.int(1, 4)))
  else if (random.chance(rates.askedByColleagues))
    found.push(...neighbours.map(it => echo('colleague', it, random.int(0, 4))))
  else if (random.chance(rates.askedLater)) found.push(echo('follow-up', member, random.int(60, 120)))
  else if (random.chance(rates.relatedLater))
    found.push(echo('related', random.pick([member, ...neighbours]), random.int(4, 30)))
  // the same routing for all of them, and after the first one
  return found.filter(it => it.box.id === first.box.id && it.at > first.at)
}

const topicNamed = (key: string): Topic => town.topics.find(it => it.key === key)!

/** Draws a mailbox's topic and a day together: potholes come in winter, parks in summer, most on Mondays. */
function drawer(random: Random, first: Day, today: Day): () => { topic: Topic; on: Day } {
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

function begins(cast: Cast, random: Random, topic: Topic, on: Day, by?: MemberPlayer): Drawn {
  const member = by ?? memberFor(cast, random)
  const mix = random.weighted(town.volumes.channelMix, it => it.share)
  const direct = random.chance(mix.direct)
  const late = random.chance(mix.late)
  const byOfficer = mix.channel !== 'web' && mix.channel !== 'email'
  // officers are at work on working days; members write in the evening and at weekends
  const receivedOn = byOfficer && weekday(on) > 5 ? addDays(on, 8 - weekday(on)) : on
  const recordedOn = late ? addDays(receivedOn, random.int(4, 9)) : receivedOn
  const at = instantOn(recordedOn, byOfficer ? random.int(9, 16) : random.int(7, 22), random.int(0, 59))
  const box = boxFor(cast, topic.key, receivedOn)
  return {
    member,
    topic: topic.key,
    kind: kindOf(random, topic.kind),
    box,
    wrongBox: box.restricted || byOfficer || !random.chance(rates.misrouted) ? undefined : wrongBox(cast, random, box),
    channel: mix.channel,
    direct,
    receivedOn,
    at,
  }
}

/** Most are what their topic says; some are complaints, and some come from a Member of Parliament. */
function kindOf(random: Random, usual: Kind): Kind {
  if (usual !== 'enquiry' && usual !== 'service-request') return usual
  if (random.chance(rates.complaint)) return 'complaint'
  return random.chance(rates.mpEnquiry) ? 'mp-enquiry' : usual
}

function wrongBox(cast: Cast, random: Random, right: Box): Box {
  const partner = cast.boxes.get(town.partner.mailbox)!
  return random.pick([...cast.boxes.values()].filter(it => !it.restricted && it !== right && it !== partner))
}

const memberFor = (cast: Cast, random: Random): MemberPlayer => random.weighted(cast.members, it => it.member.activity)
