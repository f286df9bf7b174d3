import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { allow, refuse, type Refused, type Result } from '#kernel/result.ts'
import { mailboxById } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { act, type Decision } from '../act.ts'
import type { Enquiry } from '../enquiry.ts'
import { givenId, words } from '../given.ts'

const shape = z.object({
  mailbox: givenId('Select the mailbox this belongs to'),
  why: words('Enter why it belongs there'),
})

export type Target = {
  readonly id: string
  readonly name: string
  readonly restricted: boolean
  readonly closed: boolean
}

type Facts = { target: Target | undefined }

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
  gather: async (tx, _enquiry, given, at) => ({ target: await targetOf(tx, given.mailbox, at.today) }),
  decide: (enquiry, it): Result<Decision> => {
    const refused = noPlace(enquiry, it.target, 'mailbox')
    if (refused) return refused
    const { id, name, restricted } = it.target!
    return allow({
      events: [{ type: 'moved', from: enquiry.mailboxId, to: id, restricted, messageId: it.messageId }],
      words: { kind: 'note', words: `Moved to ${name}: ${it.why}`, internal: true },
    })
  },
})

export async function targetOf(tx: Tx, mailboxId: string, today: Day): Promise<Target | undefined> {
  const found = await mailboxById(tx, mailboxId)
  return found && { ...found, closed: found.closedOn !== null && found.closedOn <= today }
}

/** Why an enquiry cannot belong there; undefined when it can. */
export function noPlace(enquiry: Enquiry, target: Target | undefined, field: string): Refused | undefined {
  if (!target || target.closed) return refuse('no-mailbox', 'Select a mailbox that is in use', field)
  if (target.id === enquiry.mailboxId) return refuse('same-mailbox', `It is in ${target.name} already`, field)
  if (enquiry.restricted && !target.restricted)
    return refuse('restricted', 'A restricted enquiry may only move to another restricted mailbox', field)
  return undefined
}
