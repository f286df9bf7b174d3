import { addWorkingDays, isWorkingDay } from '#clock/door.ts'
import { actNamed, type Act, type Enquiry, type Hearers } from '#enquiries/door.ts'
import { ahead, momentOf, reached, usualLadder } from '#escalation/door.ts'
import { addDays, dayOf, instantOn, nowAt, type Day } from '#kernel/day.ts'
import { theTimetable, type Cast } from './cast.ts'
import { plays, type Played, type Stage } from './stage.ts'

const climbAct = actNamed('climb') as unknown as Act<object, object>

export type Climber = { readonly stage: Stage; readonly cast: Cast; readonly played: Played }

/** Lets an enquiry climb what the timetable would have found before this moment, each step at its own hour. */
export function climbsBefore(it: Climber, moment: Date): void {
  const { stage, cast, played } = it
  for (let at = nextClimb(it, moment); at; at = nextClimb(it, moment)) {
    const { enquiry } = played
    const steps = reached(usualLadder, enquiry, stage.calendar, momentOf(nowAt(at)))
    const given = { round: enquiry.round, steps, hearers: hearersIn(cast, enquiry) }
    if (!plays(stage, played, climbAct, given, theTimetable, at, { via: 'timetable' })) return
  }
}

/** When the timetable next finds a step that was reached and not climbed; undefined: not before this moment. */
function nextClimb({ stage, played: { enquiry, changedAt } }: Climber, moment: Date): Date | undefined {
  if (isFarFromClimbing(enquiry, dayOf(moment))) return undefined
  const done = new Set(enquiry.climbed.map(it => it.rung))
  const runs = ahead(usualLadder, enquiry, stage.calendar)
    .filter(it => !done.has(it.rung))
    .map(({ on, wholeDay }) => runAfter(stage, changedAt, instantOn(on, wholeDay ? 17 : 7, 30)))
  const [first] = runs.sort((a, b) => a.getTime() - b.getTime())
  return first && first < moment ? first : undefined
}

/** Most enquiries are answered long before: that is seen without counting working days. */
const isFarFromClimbing = ({ status, saidOn, clockFrom, dueOn, agreedDueOn }: Enquiry, on: Day): boolean =>
  status !== 'assigned' &&
  (saidOn !== null || on < addDays(clockFrom, 5)) &&
  ((agreedDueOn ?? dueOn) === null || addDays(on, 9) < (agreedDueOn ?? dueOn)!)

/** The run at this time, or the first one after what happened last. */
function runAfter(stage: Stage, changedAt: Date, at: Date): Date {
  if (at > changedAt) return at
  const today = dayOf(changedAt)
  const runs = isWorkingDay(stage.calendar, today) ? [instantOn(today, 7, 30), instantOn(today, 17, 30)] : []
  return runs.find(run => run > changedAt) ?? instantOn(addWorkingDays(stage.calendar, today, 1), 7, 30)
}

/** Who would hear of it: whoever holds it is there, and who stands above its mailbox is known. */
export const hearersIn = ({ ranks }: Cast, { mailboxId, holderId }: Enquiry): Hearers => ({
  holder: holderId === null ? undefined : { id: holderId, away: false, coverId: null },
  ranks: ranks.get(mailboxId) ?? ranks.get(null)!,
})
