import type { Day } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import type { NewDelegation } from './delegation.sql.ts'
import type { Person } from './person.ts'

export type WantedDelegation = {
  readonly memberId: string
  readonly assistant: Person | undefined
  readonly fromOn: Day | 'nothing' | 'no-day'
  readonly untilOn: Day | 'nothing' | 'no-day'
}

/**
 * Whether a member may let that person act for them. Only assistants and fellow members: they have been set up for the
 * work of members by an administrator, so that nobody comes in through a member alone.
 */
export function delegation(
  { memberId, assistant, fromOn, untilOn }: WantedDelegation,
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
  if (fromOn === 'no-day')
    return refuse('no-day', 'Enter a real day to begin on, like 1 6 2026, or nothing for today', 'fromOn')
  if (untilOn === 'no-day') return refuse('no-day', 'Enter a real last day, like 30 6 2026, or nothing', 'untilOn')
  const from = fromOn === 'nothing' || fromOn < today ? today : fromOn
  const until = untilOn === 'nothing' ? null : untilOn
  if (until !== null && until < from)
    return refuse('ends-before', 'Enter a last day that is not before the first', 'untilOn')
  return allow({ memberId, assistantId: assistant.id, fromOn: from, untilOn: until })
}
