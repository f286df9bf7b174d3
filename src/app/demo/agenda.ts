import type { Act, Actor, Enquiry } from '#enquiries/door.ts'
import { actNamed } from '#enquiries/door.ts'
import { climbsBefore, type Climber } from './climbing.ts'
import { laterMoment, plays } from './stage.ts'

/** An act that somebody means to do at a moment, whatever else happens to the enquiry until then. */
export type Meant = {
  readonly at: Date
  readonly act: string
  readonly given: object
  readonly by: Actor
  readonly via: string
  /** whether there is still a reason for it when its moment has come */
  readonly still: (enquiry: Enquiry) => boolean
}

/** Whose agenda may hold acts for later. */
export type Busy = Climber & { readonly agenda: Meant[] }

export function means(it: Busy, acts: readonly Meant[]): void {
  it.agenda.push(...acts)
  it.agenda.sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** Lets happen what happens by itself before a moment: what was meant to be done, and what climbs meanwhile. */
export function meanwhile(it: Busy, moment: Date): void {
  for (let next = it.agenda[0]; next && next.at < moment; next = it.agenda[0]) {
    it.agenda.shift()
    climbsBefore(it, next.at)
    does(it, next)
  }
  climbsBefore(it, moment)
}

function does({ stage, played }: Busy, { at, act, given, by, via, still }: Meant): void {
  if (!still(played.enquiry)) return
  const how = actNamed(act) as unknown as Act<object, object>
  plays(stage, played, how, given, by, laterMoment(played.changedAt, at), { via })
}
