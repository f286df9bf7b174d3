import type { Day } from '#kernel/day.ts'
import { addDays, inWords, weekday } from '#kernel/day.ts'
import { phoneOf } from './addresses.ts'
import type { Member } from './members.ts'
import type { Slots } from './phrases.ts'
import { sentence } from './phrases.ts'
import type { Random } from './random.ts'
import type { Resident } from './residents.ts'
import { residentFrom } from './residents.ts'
import { textsOf } from './texts/every-topic.ts'
import type { Asked, FamilyTexts, Plot } from './texts/plot.ts'
import type { Ward } from './wards.ts'

/** All that stays the same through one enquiry: who, where, what is wrong and what is asked. */
export type Scene = {
  readonly topic: string
  readonly member: Member
  readonly ward: Ward
  readonly resident: Resident
  readonly receivedOn: Day
  readonly plot: Plot
  readonly family: FamilyTexts
  /** what the member asks, with what will be answered; answers still hold the slots of the day they are sent */
  readonly asks: readonly Asked[]
  /** what an officer may ask back, and the member's reply */
  readonly askBack: Asked
  readonly slots: Slots
}

export type SceneWish = {
  readonly topic: string
  readonly member: Member
  readonly ward: Ward
  readonly receivedOn: Day
  /** how many questions the member asks; chosen when not said */
  readonly questions?: number
}

/** Sets the scene for one enquiry. */
export function sceneOf(random: Random, { topic, member, ward, receivedOn, questions }: SceneWish): Scene {
  const plot = random.pick(textsOf(topic).plots)
  const { family } = plot
  const resident = residentFrom(random)
  const slots = slotsOf(random, { member, ward, resident, receivedOn })
  const count = questions ?? random.weighted([1, 2, 3], number => 4 - number)
  const askBack = random.pick(family.askBacks)
  return {
    topic,
    member,
    ward,
    resident,
    receivedOn,
    plot,
    family,
    slots,
    asks: random.sample(plot.asks, count).map(ask => ({ ...ask, question: sentence(ask.question, random, slots) })),
    askBack: { question: sentence(askBack.question, random, slots), answer: sentence(askBack.answer, random, slots) },
  }
}

type Cast = {
  readonly member: Member
  readonly ward: Ward
  readonly resident: Resident
  readonly receivedOn: Day
}

function slotsOf(random: Random, { member, ward, resident, receivedOn }: Cast): Slots {
  const [street = '', street2 = ''] = random.sample(ward.streets, 2)
  return {
    street,
    street2,
    ward: ward.name,
    house: String(random.int(1, 148)),
    flat: String(random.int(1, 24)),
    landmark: random.pick(ward.landmarks),
    park: random.pick(ward.parks),
    school: random.pick(ward.schools),
    primary: ward.schools[0] ?? '',
    resident: `${resident.title} ${resident.last}`,
    name: `${resident.first} ${resident.last}`,
    first: resident.first,
    she: resident.she,
    her: resident.her,
    obj: resident.them,
    member: `Cllr ${member.name}`,
    surname: `Cllr ${surnameOf(member.name)}`,
    ...figuresOf(random, receivedOn.slice(2, 4)),
    month: monthBefore(receivedOn, random.int(1, 3)),
    weekday: random.pick(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']),
  }
}

/** The last name with what belongs to it: `Ní Mhurchú`. */
export const surnameOf = (name: string): string => /(?:\b(?:Ní|Ó|Mac|El) )?\S+$/.exec(name)?.[0] ?? name

function figuresOf(random: Random, year: string): Slots {
  return {
    weeks: `${random.pick(['two', 'three', 'four', 'five', 'six', 'seven'])} weeks`,
    years: random.pick(['four', 'five', 'six', 'seven', 'nine', 'eleven']),
    years2: String(random.int(74, 93)),
    number: random.pick(['three', 'four', 'five', 'six', 'seven']),
    job: String(random.int(21000, 89999)),
    amount: `£${random.int(64, 690)}.${random.pick(['00', '20', '45', '60', '85'])}`,
    appref: `${year}/${String(random.int(41, 1890)).padStart(4, '0')}/FUL`,
    homes: String(random.int(4, 38) * 10),
    zone: random.pick(['A', 'B', 'C', 'D', 'E', 'H', 'K']),
    spend: random.pick(spent),
    counted: random.pick(counted),
    phone: phoneOf(random.int(10, 60)),
  }
}

const spent =
  'agency staff, road repairs, outside consultants, school transport, temporary accommodation, tree work, translation and interpreting, printing and post, winter gritting, legal advice'.split(
    ', ',
  )

const counted =
  'missed bins, fly-tips cleared, parking tickets, potholes repaired, noise complaints, street lights mended, planning appeals, Blue Badge applications, homelessness applications'.split(
    ', ',
  )

/** The slots of the day a letter is sent: what was seen before it, what will be done after it. */
export function slotsOn(
  random: Random,
  scene: Scene,
  on: Day,
  { officer, promisedOn }: { officer: string; promisedOn?: Day },
): Slots {
  const soon = promisedOn ?? promiseAfter(random, on)
  return {
    ...scene.slots,
    officer,
    team: scene.family.team,
    visited: inWords(visitBefore(random, scene.receivedOn, on)),
    soon: inWords(soon),
    week: inWords(mondayAfter(soon)),
    later: monthAndYear(on, random.int(2, 4)),
  }
}

/** A day, 3 to 15 days on, on which somebody is at work: no weekend and nothing between the years. */
export function promiseAfter(random: Random, on: Day): Day {
  const day = weekdayFrom(addDays(on, random.int(3, 15)), random.int(0, 3))
  const quiet = day.slice(5) >= '12-24' || day.slice(5) <= '01-01'
  return quiet ? weekdayFrom(addDays(day, 13), 1) : day
}

function visitBefore(random: Random, receivedOn: Day, on: Day): Day {
  const day = addDays(on, -random.int(1, 4))
  const visit = weekday(day) > 5 ? addDays(day, 5 - weekday(day)) : day
  return visit > receivedOn ? visit : on
}

/** The day itself, or from its weekend on to the Monday or a few days later. */
const weekdayFrom = (day: Day, later: number): Day => (weekday(day) > 5 ? addDays(day, 8 - weekday(day) + later) : day)

const mondayAfter = (day: Day): Day => addDays(day, 8 - weekday(day))

const months = 'January, February, March, April, May, June, July, August, September, October, November, December'.split(
  ', ',
)

const monthBefore = (day: Day, back: number): string => months[(Number(day.slice(5, 7)) + 11 - back) % 12] ?? ''

function monthAndYear(day: Day, ahead: number): string {
  const at = Number(day.slice(5, 7)) - 1 + ahead
  return `${months[at % 12]} ${Number(day.slice(0, 4)) + Math.floor(at / 12)}`
}

/** The questions as they stand, filled. */
export const questionsOf = (scene: Scene): readonly string[] => scene.asks.map(ask => ask.question)

/** The issue, filled with this scene. */
export const issueOf = (random: Random, scene: Scene): string => sentence(scene.plot.issue, random, scene.slots)
