import { z } from 'zod'
import { addWorkingDays, dueOn } from '#clock/door.ts'
import { inWords } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { candidateFor, type Candidate } from '../candidate.sql.ts'
import { limitOfNextRound } from '../change-kind/kind-clock.ts'
import { optionalWords } from '../given.ts'
import { numberedQuestions } from '../raise/numbered-questions.ts'

const shape = z.object({ text: optionalWords })

/**
 * A closed enquiry is opened again for a while after closing; later it is a new enquiry. It goes to the last holder if
 * they are still there, else to the mailbox.
 */
export const reopen = act<z.infer<typeof shape>, { lastHolder: Candidate | undefined }>({
  name: 'reopen',
  label: 'Open again',
  may: 'enquiries.reopen',
  from: ['closed'],
  to: ['in-progress', 'assigned', 'new'],
  by: ['member', 'assistant', 'holder', 'owner', 'member-services', 'system'],
  shape,
  gather: async (tx, enquiry, _given, at) => ({
    lastHolder: enquiry.holderId ? await candidateFor(tx, enquiry, enquiry.holderId, at.today) : undefined,
  }),
  decide: (enquiry, it): Result<Decision> => {
    const until = addWorkingDays(it.calendar, enquiry.closedOn!, it.limits.reopen)
    if (it.on > until)
      return refuse(
        'too-late',
        `This could be opened again until ${inWords(until)}. A new enquiry can follow on from it`,
      )
    // what closed for want of a reply is opened with one press; everything else needs a reason
    if (!it.text && enquiry.outcome !== 'member-silent')
      return refuse('no-reason', 'Enter why it has to be opened again', 'text')
    const limitWorkingDays = limitOfNextRound(enquiry.kind, it.limits)
    const stillThere = it.lastHolder?.named && !it.lastHolder.disabled && !it.lastHolder.awayUntil
    return allow({
      events: [
        {
          type: 'reopened',
          ...(it.text && { messageId: it.messageId }),
          holderId: stillThere ? enquiry.holderId : null,
          limitWorkingDays,
          dueOn: dueOn({ receivedOn: it.on, limitWorkingDays, pauses: [], calendar: it.calendar })!,
        },
      ],
      ...(it.text && { words: { kind: 'reopening', words: it.text } as const }),
      questions: numberedQuestions(it.text),
    })
  },
})
