import { isWorkingDay } from '#clock/door.ts'
import { actNamed, type Act, type Actor, type Decision } from '#enquiries/door.ts'
import { instantOn, type Day } from '#kernel/day.ts'
import { meanwhile, type Meant } from './agenda.ts'
import { asPart, theTimetable, type Box, type Cast, type MemberPlayer } from './cast.ts'
import { later, laterMoment, plays, type Played, type Stage, type Way } from './stage.ts'
import type { Random } from './town/random.ts'
import { town } from './town/town.ts'
import type { MailboxProfile } from './town/volumes.ts'

type Scene = ReturnType<typeof town.texts.sceneOf>

/** What a story goes by: who plays, until when, and how this mailbox usually does. */
export type Telling = {
  readonly stage: Stage
  readonly cast: Cast
  readonly random: Random
  readonly profile: MailboxProfile
  readonly scene: Scene
  readonly box: Box
  readonly until: Date
  readonly played: Played
  /** what is meant to be done later, the soonest first */
  readonly agenda: Meant[]
}

const act = (name: string) => actNamed(name) as unknown as Act<object, object>

/** Plays an act when its moment has come; false when the story has reached today and must wait. */
export const step = (it: Telling, name: string, given: object, by: Actor, at: Date, way: Way = {}): boolean =>
  playsAt(it, name, given, by, at, way) !== undefined

/** The same, with what was decided. */
export function playsAt(
  it: Telling,
  name: string,
  given: object,
  by: Actor,
  at: Date,
  way: Way = {},
): Decision | undefined {
  const { stage, played, until } = it
  const due = laterMoment(played.changedAt, at)
  meanwhile(it, due < until ? due : until)
  // something may have happened a moment ago
  const moment = laterMoment(played.changedAt, due)
  return moment > until ? undefined : plays(stage, played, act(name), given, by, moment, way)
}

/** What the timetable finds it can do at this moment. */
export const timely = (it: Telling, name: string, given: object, at: Date): boolean =>
  step(it, name, given, theTimetable, at, { via: 'timetable' })

export const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000)
export const soonAfter = (random: Random, at: Date): Date => minutesAfter(at, random.int(10, 90))
export const atWork = (random: Random, on: Day): Date => instantOn(on, random.int(8, 16), random.int(0, 59))
export const atHome = (random: Random, on: Day): Date => instantOn(on, random.int(7, 21), random.int(0, 59))

/** This day when it is worked, else the next one that is; and so many working days on. */
export const workingDayFrom = (stage: Stage, on: Day, days: number): Day =>
  later(stage, isWorkingDay(stage.calendar, on) ? on : later(stage, on, 1), days)

/** The member, or now and then whoever writes for them. */
export const writer = ({ random }: Telling, member: MemberPlayer): Actor =>
  member.assistant && random.chance(0.25) ? asPart(member.assistant, 'assistant') : asPart(member, 'member')
