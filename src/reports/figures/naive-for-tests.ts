import { isWorkingDay, type Calendar } from '#clock/door.ts'
import { isOpen, replay, type Enquiry, type Recorded } from '#enquiries/door.ts'
import { addDays, type Day } from '#kernel/day.ts'
import type { Figure } from './figure.ts'
import type { MeasureKey } from './measures.ts'
import type { Told } from './facts.sql.ts'

/** One enquiry as somebody would judge it who goes through its history by hand, day by day. */
export type Judged = {
  readonly enquiry: Enquiry
  readonly scores: { readonly score: number | null; readonly rating: number | null }
  readonly counted: boolean
  readonly onTime: (by: 'first' | 'agreed' | 'gross') => boolean | undefined
  readonly waited: { readonly gross: number; readonly net: number } | undefined
  readonly has: (type: string) => number
  readonly brokeAPromise: boolean | undefined
}

/** Goes through one history. Nothing of the product's own counting is used but the replay of events. */
export function judgedByHand(
  { id, reference, history }: Told,
  scores: Judged['scores'],
  calendar: Calendar,
  today: Day,
): Judged {
  const enquiry = replay(id, reference, history)
  const back = new Set(history.flatMap(({ event }) => (event.type === 'answer-undelivered' ? [event.messageId] : [])))
  const at = history.findIndex(({ event }) => event.type === 'answered' && !back.has(event.messageId))
  const then = at === -1 ? undefined : replay(id, reference, history.slice(0, at + 1))
  const before = lastOfFirstRound(id, reference, at === -1 ? history : history.slice(0, at + 1))
  const answeredOn = then?.answeredOn ?? undefined
  const due = {
    first: before.headlineDueOn ?? undefined,
    agreed: before.agreedDueOn ?? before.headlineDueOn ?? undefined,
    gross: nthWorkingDay(calendar, before.clockFrom, before.limitWorkingDays),
  }
  const pauses = then && then.round > 1 ? [...before.pauses, ...then.pauses] : before.pauses
  return {
    enquiry,
    scores,
    counted: enquiry.outcome !== 'recorded-in-error',
    onTime: by => {
      const on = due[by]
      if (!on) return undefined
      if (answeredOn) return answeredOn <= on
      if (enquiry.outcome === 'joined') return undefined
      return on < (enquiry.closedOn ?? today) ? false : undefined
    },
    waited: answeredOn && {
      gross: days(enquiry.receivedOn, answeredOn).filter(it => isWorkingDay(calendar, it)).length,
      net: days(enquiry.receivedOn, answeredOn).filter(
        it => isWorkingDay(calendar, it) && !pauses.some(p => p.askedOn < it && (!p.repliedOn || it <= p.repliedOn)),
      ).length,
    },
    has: type => history.filter(({ event }) => event.type === type).length,
    brokeAPromise: promiseBroken(enquiry, today),
  }
}

function lastOfFirstRound(id: string, reference: Told['reference'], history: readonly Recorded[]): Enquiry {
  for (let n = history.length; n > 0; n--) {
    const then = replay(id, reference, history.slice(0, n))
    if (then.round === 1) return then
  }
  throw new Error('there is always a first round')
}

function days(after: Day, upTo: Day): Day[] {
  const all: Day[] = []
  for (let on = addDays(after, 1); on <= upTo; on = addDays(on, 1)) all.push(on)
  return all
}

function nthWorkingDay(calendar: Calendar, from: Day, n: number): Day {
  let on = from
  for (let left = n; left > 0;) if (isWorkingDay(calendar, (on = addDays(on, 1)))) left--
  return on
}

function promiseBroken({ promises }: Enquiry, today: Day): boolean | undefined {
  const due = promises.filter(it => it.keptOn || it.firstDueOn || it.dueOn < today)
  if (due.length === 0) return undefined
  return due.some(it => it.firstDueOn !== undefined || !it.keptOn || it.keptOn > it.dueOn)
}

/** Every measure of some enquiries, worked out by hand. */
export function measuredByHand(
  every: readonly Judged[],
  calendar: Calendar,
  today: Day,
  fewest: number,
): Record<MeasureKey, Figure> {
  const all = every.filter(it => it.counted)
  const number = (of: readonly Judged[], is: (it: Judged) => boolean): Figure => {
    const count = of.filter(is).length
    return { n: of.length, value: count, count }
  }
  const share = (of: readonly Judged[], is: (it: Judged) => boolean): Figure => {
    const count = of.filter(is).length
    return of.length < fewest
      ? { n: of.length, tooFew: true }
      : { n: of.length, value: (100 * count) / of.length, count }
  }
  const inTime = (by: 'first' | 'agreed' | 'gross') =>
    share(
      all.filter(it => it.onTime(by) !== undefined),
      it => it.onTime(by) === true,
    )
  const open = all.filter(it => isOpen(it.enquiry))
  const answered = all.filter(it => it.waited)
  const wait = (of: 'gross' | 'net', percent: number): Figure => {
    const sorted = answered.map(it => it.waited![of]).toSorted((a, b) => a - b)
    const n = sorted.length
    if (n < fewest) return { n, tooFew: true }
    const value =
      percent === 50
        ? (sorted[Math.floor((n - 1) / 2)]! + sorted[Math.floor(n / 2)]!) / 2
        : sorted.find((_, i) => (i + 1) / n >= percent / 100)!
    return { n, value }
  }
  const scored = all.filter(it => it.scores.score !== null)
  return {
    volume: number(all, () => true),
    inTarget: inTime('first'),
    inAgreed: inTime('agreed'),
    inTargetGross: inTime('gross'),
    open: number(all, it => isOpen(it.enquiry)),
    openOverdue: number(open, it => it.enquiry.dueOn !== null && it.enquiry.dueOn < today),
    oldest:
      open.length === 0
        ? { n: 0, tooFew: true }
        : {
            n: open.length,
            value: Math.max(
              ...open.map(it => days(it.enquiry.receivedOn, today).filter(on => isWorkingDay(calendar, on)).length),
            ),
          },
    median: wait('gross', 50),
    medianNet: wait('net', 50),
    p90: wait('gross', 90),
    p90Net: wait('net', 90),
    extended: share(all, it => it.has('extended') > 0),
    paused: share(all, it => it.has('asked') > it.has('question-undelivered')),
    chased: share(all, it => it.has('chased') > 0),
    rounds: share(answered, it => it.enquiry.round > 1),
    climbed: share(all, it => it.has('climbed') > 0),
    quality:
      scored.length < fewest
        ? { n: scored.length, tooFew: true }
        : { n: scored.length, value: scored.reduce((sum, it) => sum + it.scores.score!, 0) / scored.length },
    rating: share(
      all.filter(it => it.scores.rating !== null),
      it => it.scores.rating === 3,
    ),
    brokenPromises: share(
      all.filter(it => it.brokeAPromise !== undefined),
      it => it.brokeAPromise === true,
    ),
    recorded: share(all, it => !it.enquiry.direct),
    registeredLate: share(all, it => it.enquiry.late),
    deflected: share(all, it => ['joined', 'rerouted', 'transferred'].includes(it.enquiry.outcome ?? '')),
  }
}
