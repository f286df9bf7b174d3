import { z } from 'zod'
import { dueOn } from '#clock/door.ts'
import { allow, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { limitOfNextRound } from '../change-kind/kind-clock.ts'
import { words } from '../given.ts'
import { numberedQuestions } from '../raise/numbered-questions.ts'

const shape = z.object({ text: words('Enter what is missing or wrong') })

/**
 * “It doesn't.” Another round begins with a clock of its own (domain, section 3, rule 7), with whoever answered.
 * Member services may do it for a member who wrote back.
 */
export const disagree = act({
  name: 'disagree',
  label: 'This does not answer it',
  may: 'enquiries.disagree',
  from: ['answered'],
  to: ['in-progress', 'assigned', 'new'],
  by: ['member', 'assistant', 'member-services', 'holder', 'system'],
  shape,
  decide: (enquiry, it): Result<Decision> => {
    const limitWorkingDays = limitOfNextRound(enquiry.kind, it.limits)
    const due = dueOn({ receivedOn: it.on, limitWorkingDays, pauses: [], calendar: it.calendar })!
    return allow({
      events: [{ type: 'disagreed', messageId: it.messageId, limitWorkingDays, dueOn: due }],
      words: { kind: 'disagreement', words: it.text },
      questions: numberedQuestions(it.text),
    })
  },
})
