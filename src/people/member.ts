import type { Day } from '#kernel/day.ts'

/** A councillor, serving or former. */
export type Member = {
  /** the person's id */
  readonly id: string
  readonly name: string
  readonly email: string
  readonly wardId: string
  readonly wardKey: string
  readonly ward: string
  /** the political group; null for a member of none */
  readonly group: string | null
  readonly groupId: string | null
  readonly fromOn: Day
  /** the last day in office; null while serving */
  readonly untilOn: Day | null
  readonly disabled: boolean
}

export type NewMember = {
  readonly personId: string
  readonly wardId: string
  readonly groupId?: string | null
  readonly fromOn: Day
  readonly untilOn?: Day | null
}

export const isServing = (member: Pick<Member, 'fromOn' | 'untilOn' | 'disabled'>, today: Day): boolean =>
  !member.disabled && member.fromOn <= today && (member.untilOn === null || member.untilOn >= today)
