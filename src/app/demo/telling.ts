import { isWorkingDay } from '#clock/door.ts'
import { actNamed, type Act, type Actor } from '#enquiries/door.ts'
import { instantOn, type Day } from '#kernel/day.ts'
import type { Box, Cast } from './cast.ts'
import { later, plays, type Played, type Stage } from './stage.ts'
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
}

const act = (name: string) => actNamed(name) as unknown as Act<object, object>

/** Plays an act when its moment has come; false when the story has reached today and must wait. */
export function step(
  { stage, played, until }: Telling,
  name: string,
  given: object,
  by: Actor,
  at: Date,
  via = 'web',
): boolean {
  const moment = laterMoment(played.changedAt, at)
  if (moment > until) return false
  plays(stage, played, act(name), given, by, moment, via)
  return true
}

export const laterMoment = (a: Date, b: Date): Date => (a > b ? new Date(a.getTime() + 60_000) : b)
export const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000)
export const soonAfter = (random: Random, at: Date): Date => minutesAfter(at, random.int(10, 90))
export const atWork = (random: Random, on: Day): Date => instantOn(on, random.int(8, 16), random.int(0, 59))
export const atHome = (random: Random, on: Day): Date => instantOn(on, random.int(7, 21), random.int(0, 59))

/** This day when it is worked, else the next one that is; and so many working days on. */
export const workingDayFrom = (stage: Stage, on: Day, days: number): Day =>
  later(stage, isWorkingDay(stage.calendar, on) ? on : later(stage, on, 1), days)
