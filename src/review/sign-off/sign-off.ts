import { addDays, weekday, type Day } from '#kernel/day.ts'
import { allow, refuse, refuseAll, type Refusal, type Result } from '#kernel/result.ts'

/** The figures of one mailbox and week, as they stood when they were read. */
export type WeekFigures = {
  readonly received: number
  readonly answered: number
  /** of those answered, by their original date */
  readonly inTime: number
  readonly open: number
  readonly overdue: number
  /** waiting for members, whose clocks stand still */
  readonly waiting: number
  /** answers of the newest sample, and how many of them are scored */
  readonly sampleDrawn: number
  readonly sampleScored: number
}

/** A sample that was not drawn is not missing. */
export const isSampleDone = ({ sampleDrawn, sampleScored }: WeekFigures): boolean => sampleScored >= sampleDrawn

/** Late in a week: open past its date at its end, or answered in it after its date. */
export type Late = {
  readonly enquiryId: string
  readonly reference: string
  readonly subject: string
  readonly dueOn: Day
  /** null: open still */
  readonly answeredOn: Day | null
  /** what was said of it the last time, by whoever signed then */
  readonly saidBefore: string | null
}

export type SignOff = {
  readonly id: string
  readonly mailboxId: string
  readonly weekOn: Day
  readonly version: number
  readonly signedBy: string | null
  readonly signedOn: Day
  /** null for whoever may only learn that a restricted mailbox was signed */
  readonly signed: SignedWeek | null
}

export type SignedWeek = {
  readonly figures: WeekFigures
  readonly exceptions: number
  readonly sampleDone: boolean
  /** why it is not done */
  readonly sampleWords: string
  readonly words: string
  readonly reason: string | null
}

/** The Monday of the week a day is in. */
export const weekOf = (on: Day): Day => addDays(on, 1 - weekday(on))

/** The last week that is over: what there is to sign on a day. */
export const lastWeek = (today: Day): Day => addDays(weekOf(today), -7)

export const weekEnd = (weekOn: Day): Day => addDays(weekOn, 6)

/** What an owner wants to sign. */
export type Signing = {
  /** why the sample is not done, where it is not */
  readonly sampleWords: string
  /** anything else the leadership team should know */
  readonly words: string
  /** by enquiry */
  readonly explanations: ReadonlyMap<string, string>
  readonly reason: string
}

type Facts = {
  readonly today: Day
  readonly weekOn: Day
  readonly figures: WeekFigures
  readonly late: readonly Late[]
  readonly newest: SignOff | undefined
}

/**
 * Whether a week may be signed so: it is over, every late answer is explained, and so is a sample that is not done. It
 * is signed once; signing again is a new version with its reason. Each refusal names its field.
 */
export function sign(asked: Signing, { today, weekOn, figures, late, newest }: Facts): Result<Signing> {
  if (weekEnd(weekOn) >= today) return refuse('not-over', 'A week can be signed when it is over')
  const refused = refuseAll([
    ...(newest ? written(asked.reason, 1000, 'reason', 'Enter why you sign again') : []),
    ...late.flatMap(({ enquiryId, reference }) =>
      written(asked.explanations.get(enquiryId) ?? '', 2000, fieldOf(enquiryId), `Enter why ${reference} is late`),
    ),
    ...(isSampleDone(figures)
      ? []
      : written(asked.sampleWords, 2000, 'sample', 'Enter why the sample is not done and when it will be')),
    ...(asked.words.length > 4000 ? [tooLong(4000, 'words')] : []),
  ])
  return refused ?? allow(asked)
}

function written(text: string, limit: number, field: string, missing: string): Refusal[] {
  if (text === '') return [refuse('words-missing', missing, field).refusal]
  return text.length > limit ? [tooLong(limit, field)] : []
}

const tooLong = (limit: number, field: string): Refusal =>
  refuse('words-long', `Enter ${limit.toLocaleString('en-GB')} characters or fewer`, field).refusal

/** The field in which one late answer is explained. */
export const fieldOf = (enquiryId: string): string => `why-${enquiryId}`
