import { addWorkingDays, dueOn, workingDaysBetween, type Calendar, type Pause } from '#clock/door.ts'
import { apply, begin, isOpen, type Enquiry, type Recorded } from '#enquiries/door.ts'
import { laterOf, type Day } from '#kernel/day.ts'
import type { Reference } from '#kernel/reference.ts'

/** One enquiry as figures see it: what is asked of its events, and nothing that anybody set. */
export type Fact = {
  readonly enquiryId: string
  readonly reference: Reference
  /** of how many events it was made */
  readonly version: number
  readonly receivedOn: Day
  /** then nothing by which it could be told from others is kept */
  readonly restricted: boolean
  readonly memberId: string | null
  readonly wardId: string | null
  readonly topicId: string | null
  readonly mailboxId: string | null
  readonly kind: string
  readonly channel: string | null
  readonly direct: boolean
  readonly registeredLate: boolean
  readonly isOpen: boolean
  /** it counts on in the enquiry it was joined to */
  readonly joined: boolean
  readonly deflected: boolean
  /** of the clock that runs now; null while a question holds it back */
  readonly dueOn: Day | null
  /** the date first due, with the pauses of its round */
  readonly targetOn: Day | null
  /** the later one that was agreed, where there is one */
  readonly agreedOn: Day | null
  /** the date first due as if nothing had been waited for */
  readonly grossOn: Day
  /** of the first answer that arrived */
  readonly answeredOn: Day | null
  readonly closedOn: Day | null
  readonly workingDays: number | null
  readonly workingDaysNet: number | null
  readonly extensions: number
  readonly pauses: number
  readonly chases: number
  readonly climbs: number
  readonly rounds: number
  /** kept, or broken */
  readonly promises: number
  readonly promisesBroken: number
  /** the earliest that is neither */
  readonly promiseDueOn: Day | null
}

/**
 * The fact of an enquiry out of everything that happened to it; undefined for one recorded in error, which counts
 * nowhere. Dates of judgement are those the events gave; days are counted by this calendar.
 */
export function factOf(
  id: string,
  reference: Reference,
  history: readonly Recorded[],
  calendar: Calendar,
): Fact | undefined {
  const { enquiry, answered, firstRound } = followed(id, reference, history)
  if (enquiry.outcome === 'recorded-in-error') return undefined
  const answeredOn = enquiry.firstAnsweredOn
  const judged = answered?.round === 1 ? answered : firstRound
  const pauses = answered && answered.round > 1 ? [...firstRound.pauses, ...answered.pauses] : judged.pauses
  return {
    ...whatItIs(enquiry),
    ...datesOf(enquiry, judged, answeredOn, calendar),
    answeredOn,
    closedOn: enquiry.closedOn,
    workingDays: answeredOn && workingDaysBetween(calendar, enquiry.receivedOn, answeredOn),
    workingDaysNet:
      answeredOn &&
      workingDaysBetween(calendar, enquiry.receivedOn, answeredOn) -
        pausedDays(calendar, pauses, enquiry.receivedOn, answeredOn),
    ...counted(history),
    chases: enquiry.chases,
    rounds: enquiry.round,
    ...promisesOf(enquiry),
  }
}

/** Whether time alone may still change what it counts as: it is open, or a promise of it is yet to fall due. */
export const isLive = ({ isOpen, promiseDueOn }: Pick<Fact, 'isOpen' | 'promiseDueOn'>, today: Day): boolean =>
  isOpen || (promiseDueOn !== null && promiseDueOn >= today)

type Followed = {
  /** as it stands */
  readonly enquiry: Enquiry
  /** as it stood with the first answer that arrived */
  readonly answered: Enquiry | undefined
  /** as it stood at the end of its first round */
  readonly firstRound: Enquiry
}

function followed(id: string, reference: Reference, [first, ...later]: readonly Recorded[]): Followed {
  if (first?.event.type !== 'received') throw new Error(`${reference} does not begin with its receipt`)
  let enquiry = begin(id, reference, first.event, first.on)
  let firstRound = enquiry
  let answers: { messageId: string; enquiry: Enquiry }[] = []
  for (const recorded of later) {
    enquiry = apply(enquiry, recorded)
    if (enquiry.round === 1) firstRound = enquiry
    const { event } = recorded
    if (event.type === 'answered') answers.push({ messageId: event.messageId, enquiry })
    if (event.type === 'answer-undelivered') answers = answers.filter(it => it.messageId !== event.messageId)
  }
  const answered = answers.find(it => it.enquiry.answeredOn === enquiry.firstAnsweredOn)?.enquiry
  return { enquiry, answered, firstRound }
}

const whatItIs = (enquiry: Enquiry) => ({
  enquiryId: enquiry.id,
  reference: enquiry.reference,
  version: enquiry.version,
  receivedOn: enquiry.receivedOn,
  ...(enquiry.restricted ? nothingElse : tellingApart(enquiry)),
  direct: enquiry.direct,
  registeredLate: enquiry.late,
  isOpen: isOpen(enquiry),
  joined: enquiry.outcome === 'joined',
  deflected: enquiry.outcome !== null && deflecting.has(enquiry.outcome),
})

const deflecting: ReadonlySet<string> = new Set(['joined', 'transferred', 'rerouted'])

const tellingApart = ({ memberId, wardId, topicId, mailboxId, kind, channel }: Enquiry) => ({
  restricted: false,
  memberId,
  wardId,
  topicId,
  mailboxId,
  kind,
  channel,
})

const nothingElse = {
  restricted: true,
  memberId: null,
  wardId: null,
  topicId: null,
  mailboxId: null,
  kind: 'restricted',
  channel: null,
}

/**
 * The dates it is judged by. A first answer that came while a question held the clock back is judged by the date as it
 * would be with the question answered that day: asking hides no lateness.
 */
function datesOf({ dueOn: running }: Enquiry, judged: Enquiry, answeredOn: Day | null, calendar: Calendar) {
  const { clockFrom, limitWorkingDays, headlineDueOn, agreedDueOn } = judged
  const targetOn = headlineDueOn ?? (answeredOn ? heldBack(judged, answeredOn, calendar) : null)
  return {
    dueOn: running,
    targetOn,
    agreedOn: agreedDueOn && targetOn ? laterOf(agreedDueOn, targetOn) : targetOn,
    grossOn: addWorkingDays(calendar, clockFrom, limitWorkingDays),
  }
}

const heldBack = ({ clockFrom, limitWorkingDays, pauses }: Enquiry, on: Day, calendar: Calendar): Day | null =>
  dueOn({
    receivedOn: clockFrom,
    limitWorkingDays,
    pauses: pauses.map(it => ({ ...it, repliedOn: it.repliedOn ?? laterOf(on, it.askedOn) })),
    calendar,
  }) ?? null

/** Working days in (from, upTo] on which a question waited; pauses that overlap count once. */
function pausedDays(calendar: Calendar, pauses: readonly Pause[], from: Day, upTo: Day): number {
  let reached = from
  let days = 0
  for (const { askedOn, repliedOn = upTo } of pauses.toSorted((a, b) => (a.askedOn < b.askedOn ? -1 : 1))) {
    const begins = laterOf(askedOn, reached)
    const ends = repliedOn < upTo ? repliedOn : upTo
    if (ends <= begins) continue
    days += workingDaysBetween(calendar, begins, ends)
    reached = ends
  }
  return days
}

/** What is counted by the events themselves. A question that never arrived paused nothing. */
function counted(history: readonly Recorded[]) {
  const times = (wanted: string) => history.filter(({ event }) => (event.type as string) === wanted).length
  return {
    extensions: times('extended'),
    pauses: times('asked') - times('question-undelivered'),
    climbs: times('climbed'),
  }
}

/** A promise is judged by its first date: a later one, openly told, does not unbreak it. */
function promisesOf({ promises }: Enquiry) {
  const broken = promises.filter(it => it.firstDueOn || (it.keptOn && it.keptOn > it.dueOn))
  const pending = promises.filter(it => !it.keptOn && !it.firstDueOn).map(it => it.dueOn)
  return {
    promises: promises.length - pending.length,
    promisesBroken: broken.length,
    promiseDueOn: pending.toSorted()[0] ?? null,
  }
}
