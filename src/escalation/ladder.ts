import { refuse, refuseAll, type Refused } from '#kernel/result.ts'

/** In how many working days each step is reached; what each counts from stands in `reached.ts`. */
export type Ladder = {
  readonly notAccepted: number
  readonly stillNotAccepted: number
  readonly nothingSaid: number
  readonly dueSoon: number
  readonly overdue: number
  readonly stillOverdue: number
  readonly leadership: number
}

export const steps = [
  'notAccepted',
  'stillNotAccepted',
  'nothingSaid',
  'dueSoon',
  'overdue',
  'stillOverdue',
  'leadership',
] as const satisfies readonly (keyof Ladder)[]
export type StepName = (typeof steps)[number]

/** The default ladder of domain.md, section 4. */
export const usualLadder: Ladder = {
  notAccepted: 1,
  stillNotAccepted: 2,
  nothingSaid: 5,
  dueSoon: 2,
  overdue: 1,
  stillOverdue: 3,
  leadership: 5,
}

/** How far a step may be moved: a ladder can be tuned, never switched off. */
export const limits: Readonly<Record<StepName, { readonly least: number; readonly most: number }>> = {
  notAccepted: { least: 1, most: 3 },
  stillNotAccepted: { least: 2, most: 5 },
  nothingSaid: { least: 2, most: 8 },
  dueSoon: { least: 1, most: 5 },
  overdue: { least: 1, most: 3 },
  stillOverdue: { least: 2, most: 7 },
  leadership: { least: 3, most: 10 },
}

const after: readonly (readonly [StepName, StepName, string])[] = [
  ['stillNotAccepted', 'notAccepted', 'Enter more working days than until the mailbox owner hears'],
  ['stillOverdue', 'overdue', 'Enter more working days than until the head of service hears'],
  ['leadership', 'stillOverdue', 'Enter more working days than until the director hears'],
]

/** Why these numbers make no ladder, each with its field; undefined when they do. */
export function noLadder(it: Partial<Ladder>): Refused | undefined {
  const outside = steps.flatMap(step => {
    const { least, most } = limits[step]
    const days = it[step]
    return days !== undefined && Number.isInteger(days) && days >= least && days <= most
      ? []
      : refuse('out-of-limits', `Enter a whole number from ${least} to ${most}`, step).refusal
  })
  const wrongOrder = after
    .filter(([later, sooner]) => Number(it[later]) <= Number(it[sooner]) && !outside.some(one => one.field === later))
    .map(([later, , words]) => refuse('wrong-order', words, later).refusal)
  return refuseAll([...outside, ...wrongOrder])
}
