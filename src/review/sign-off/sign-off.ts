import { addDays, weekday, type Day } from '#kernel/day.ts'
import { allow, refuse, refuseAll, type Result } from '#kernel/result.ts'

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
}

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
  readonly figures: WeekFigures
  readonly exceptions: number
  readonly sampleDone: boolean
  readonly words: string
  readonly reason: string | null
  readonly signedBy: string | null
  readonly signedOn: Day
}

/** The Monday of the week a day is in. */
export const weekOf = (on: Day): Day => addDays(on, 1 - weekday(on))

/** The last week that is over: what there is to sign on a day. */
export const lastWeek = (today: Day): Day => addDays(weekOf(today), -7)

export const weekEnd = (weekOn: Day): Day => addDays(weekOn, 6)

/** What an owner wants to sign. */
export type Signing = {
  readonly sampleDone: boolean | undefined
  readonly words: string
  /** by enquiry */
  readonly explanations: ReadonlyMap<string, string>
  readonly reason: string
}

type Facts = { readonly today: Day; readonly weekOn: Day; readonly late: readonly Late[]; readonly newest: SignOff | undefined }

/**
 * Whether a week may be signed so: it is over, every late answer is explained, the sample is done or said not to be. It
 * is signed once; signing again is a new version with its reason. Each refusal names its field.
 */
export function sign(asked: Signing, { today, weekOn, late, newest }: Facts): Result<Signing> {
  if (weekEnd(weekOn) >= today) return refuse('not-over', 'A week can be signed when it is over')
  const unexplained = late.filter(it => !asked.explanations.get(it.enquiryId))
  const tooLong = late.filter(it => (asked.explanations.get(it.enquiryId) ?? '').length > 2000)
  const refused = refuseAll([
    ...(newest && asked.reason === '' ? [refuse('reason-missing', 'Enter why you sign again', 'reason').refusal] : []),
    ...(asked.reason.length > 1000 ? [refuse('reason-long', 'Reason must be 1,000 characters or fewer', 'reason').refusal] : []),
    ...unexplained.map(
      it => refuse('unexplained', `Enter why ${it.reference} is late`, fieldOf(it.enquiryId)).refusal,
    ),
    ...tooLong.map(
      it => refuse('words-long', `Explanation of ${it.reference} must be 2,000 characters or fewer`, fieldOf(it.enquiryId)).refusal,
    ),
    ...(asked.sampleDone === undefined ? [refuse('sample-missing', 'Select whether the sample is done', 'sample').refusal] : []),
    ...(asked.words.length > 4000 ? [refuse('words-long', 'Words must be 4,000 characters or fewer', 'words').refusal] : []),
  ])
  return refused ?? allow(asked)
}

/** The field in which one late answer is explained. */
export const fieldOf = (enquiryId: string): string => `why-${enquiryId}`
