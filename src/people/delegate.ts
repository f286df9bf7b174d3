import type { Day } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import type { Level, NewDelegation } from './delegation.sql.ts'
import type { Person } from './person.ts'

export type WantedDelegation = {
  readonly memberId: string
  readonly assistant: Person | undefined
  /** null for today */
  readonly fromOn: Day | null
  /** null until it is taken back */
  readonly untilOn: Day | null
  readonly level: Level
}

/**
 * Whether a member may let that person act for them. Only assistants and fellow members: they have been set up for the
 * work of members by an administrator, so that nobody comes in through a member alone.
 */
export function delegation(
  { memberId, assistant, fromOn, untilOn, level }: WantedDelegation,
  today: Day,
): Result<NewDelegation> {
  if (!assistant || assistant.disabled || !assistant.roles.some(role => role === 'assistant' || role === 'member')) {
    return refuse(
      'no-assistant',
      'Enter the address of an assistant or a member. Nobody of them has this one',
      'assistant',
    )
  }
  if (assistant.id === memberId)
    return refuse('oneself', 'Enter the address of somebody else: this one is yours', 'assistant')
  const from = fromOn === null || fromOn < today ? today : fromOn
  if (untilOn !== null && untilOn < from)
    return refuse('ends-before', 'Enter a last day that is not before the first', 'untilOn')
  return allow({ memberId, assistantId: assistant.id, fromOn: from, untilOn, level })
}
