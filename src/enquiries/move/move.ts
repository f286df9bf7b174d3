import { z } from 'zod'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { mailboxById } from '#mailboxes/door.ts'
import { act, type Decision } from '../act.ts'
import { givenId, words } from '../given.ts'

const shape = z.object({
  mailbox: givenId('Select the mailbox this belongs to'),
  why: words('Enter why it belongs there'),
})

type Facts = { target: { id: string; name: string; restricted: boolean; closed: boolean } | undefined }

/**
 * An enquiry goes to the mailbox it belongs to, with its history and its clock. It may become restricted by moving;
 * lowering a restriction takes two people and is another act.
 */
export const move = act<z.infer<typeof shape>, Facts>({
  name: 'move',
  label: 'Move to another mailbox',
  may: 'enquiries.move',
  from: ['new', 'assigned', 'in-progress', 'waiting-for-member'],
  to: ['new', 'waiting-for-member'],
  by: ['member-services', 'owner', 'holder', 'responder'],
  shape,
  gather: async (tx, _enquiry, given, at) => {
    const found = await mailboxById(tx, given.mailbox)
    return { target: found && { ...found, closed: found.closedOn !== null && found.closedOn <= at.today } }
  },
  decide: (enquiry, it): Result<Decision> => {
    if (!it.target || it.target.closed) return refuse('no-mailbox', 'Select a mailbox that is in use', 'mailbox')
    if (it.target.id === enquiry.mailboxId)
      return refuse('same-mailbox', `It is in ${it.target.name} already`, 'mailbox')
    if (enquiry.restricted && !it.target.restricted)
      return refuse('restricted', 'A restricted enquiry may only move to another restricted mailbox', 'mailbox')
    return allow({
      events: [
        {
          type: 'moved',
          from: enquiry.mailboxId,
          to: it.target.id,
          restricted: it.target.restricted,
          messageId: it.messageId,
        },
      ],
      words: { kind: 'note', words: `Moved to ${it.target.name}: ${it.why}`, internal: true },
    })
  },
})
