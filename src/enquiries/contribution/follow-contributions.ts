import { z } from 'zod'
import { addWorkingDays } from '#clock/door.ts'
import { allow, refuse, type Refused, type Result } from '#kernel/result.ts'
import { setting } from '#platform/settings.ts'
import { act, type Decision } from '../act.ts'
import type { Asked, Enquiry } from '../enquiry.ts'
import type { ContributionReminded } from '../events.ts'
import { givenId, optionalWords } from '../given.ts'
import { contributionIn, openContributions } from './contribution.ts'
import { revokeLinks } from './contribution.sql.ts'
import { over } from './contribute.ts'

const one = z.object({ contribution: givenId('Select which contribution'), text: optionalWords })
const open = ['new', 'assigned', 'in-progress', 'waiting-for-member'] as const

/** It is no longer needed: whoever was asked is told, and their link opens nothing any more. */
export const withdrawContribution = act({
  name: 'withdraw-contribution',
  label: 'No longer needed',
  may: 'enquiries.contributions',
  from: open,
  to: open,
  by: ['holder', 'owner', 'responder'],
  shape: one,
  decide: (enquiry, it): Result<Decision> => {
    const fact = found(enquiry, it.contribution)
    if (!('id' in fact)) return fact
    const event = { type: 'contribution-withdrawn', contributionId: fact.id } as const
    return it.text
      ? allow({
          events: [{ ...event, messageId: it.messageId }],
          words: { kind: 'note', words: `Contribution no longer needed: ${it.text}`, internal: true },
        })
      : allow({ events: [event] })
  },
  keep: async (tx, { it, at }) => revokeLinks(tx, it.contribution, at),
})

/** Asks again for a contribution that has not come. */
export const chaseContribution = act({
  name: 'chase-contribution',
  label: 'Ask again',
  may: 'enquiries.contributions',
  from: open,
  to: open,
  by: ['holder', 'owner', 'responder'],
  shape: one.omit({ text: true }),
  decide: (enquiry, it): Result<Decision> => {
    const fact = found(enquiry, it.contribution)
    if (!('id' in fact)) return fact
    return allow({ events: [{ type: 'contribution-reminded', contributionId: fact.id, because: 'chased' }] })
  },
})

/** Before a contribution is due whoever was asked is reminded; once it is late, the holder hears of it too. Each once. */
export const remindContributions = act<object, { before: number }>({
  name: 'remind-contributions',
  label: 'Remind of open contributions',
  may: 'system',
  from: open,
  to: open,
  by: ['system'],
  shape: z.object({}),
  gather: async tx => ({ before: await setting(tx, 'enquiries.contribution-reminder-working-days') }),
  decide: (enquiry, it): Result<Decision> => {
    const events = openContributions(enquiry).flatMap((fact): ContributionReminded[] => {
      const because = it.today > fact.dueOn ? 'late' : soon(fact) ? 'due-soon' : undefined
      return because && fact.reminded !== because && fact.reminded !== 'late'
        ? [{ type: 'contribution-reminded', contributionId: fact.id, because }]
        : []
    })
    return events.length > 0 ? allow({ events }) : refuse('nothing-due', 'Nobody has to be reminded now')

    function soon({ dueOn, askedOn }: Asked): boolean {
      return askedOn < it.today && addWorkingDays(it.calendar, it.today, it.before) >= dueOn
    }
  },
})

function found(enquiry: Enquiry, id: string): Asked | Refused {
  const fact = contributionIn(enquiry, id)
  if (!fact) return refuse('no-contribution', 'Nothing like this was asked about this enquiry', 'contribution')
  return over(fact) ?? fact
}

/** Why an answer has to wait: somebody was asked for a part and has not answered (domain, section 2). */
export function stillOpen(enquiry: Enquiry): Refused | undefined {
  const n = openContributions(enquiry).length
  if (n === 0) return undefined
  return refuse(
    'open-contributions',
    `${n === 1 ? 'A contribution is' : `${n} contributions are`} still open: wait for it, or say that it is no longer needed`,
  )
}
