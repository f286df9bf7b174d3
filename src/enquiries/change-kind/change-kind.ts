import { z } from 'zod'
import { dueOn } from '#clock/door.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { limitOf } from '#mailboxes/door.ts'
import { act, type Decision } from '../act.ts'
import { kinds, kindWords, openStatuses } from '../enquiry.ts'
import { words } from '../given.ts'
import { clockAs } from './kind-clock.ts'

const choices = kinds.filter(it => it !== 'restricted')

const shape = z.object({
  kind: z.enum(choices, 'Select what it is'),
  text: words('Enter why it is of another kind'),
})

/**
 * It is of another kind than was thought, and counts by that kind's clock from its receipt. The clock before stays in the
 * history, and the member is told why. A restricted matter is made by moving it to a restricted mailbox, never here.
 */
export const changeKind = act<z.infer<typeof shape>, { usual: number }>({
  name: 'change-kind',
  label: 'Change the kind',
  may: 'enquiries.change-kind',
  from: openStatuses,
  to: openStatuses,
  by: ['member-services', 'owner', 'holder'],
  shape,
  gather: async (tx, { topicId, mailboxId }) => ({ usual: (await limitOf(tx, topicId, mailboxId)).workingDays }),
  decide: (enquiry, it): Result<Decision> => {
    if (enquiry.restricted || enquiry.kind === 'restricted')
      return refuse('restricted', 'A restricted matter keeps its kind', 'kind')
    if (it.kind === enquiry.kind)
      return refuse('same-kind', `It is of the kind “${kindWords[it.kind].toLowerCase()}” already`, 'kind')
    const { clockFrom, limitWorkingDays } = clockAs(it.kind, enquiry, it.usual, it)
    const due = dueOn({ receivedOn: clockFrom, limitWorkingDays, pauses: enquiry.pauses, calendar: it.calendar })
    const { kind, clockFrom: from, limitWorkingDays: limit, dueOn: before } = enquiry
    return allow({
      events: [
        {
          type: 'kind-changed',
          kind: it.kind,
          clockFrom,
          limitWorkingDays,
          dueOn: due ?? null,
          before: { kind, clockFrom: from, limitWorkingDays: limit, dueOn: before },
          messageId: it.messageId,
        },
      ],
      words: { kind: 'update', words: it.text },
    })
  },
})
