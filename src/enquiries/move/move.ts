import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { allow, refuse, type Refused, type Result } from '#kernel/result.ts'
import { mailboxById } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { act, type Decision } from '../act.ts'
import { asTheHouse } from '../doer.ts'
import { referencesInSetOf, setLedBy } from '../enquiry.sql.ts'
import { openStatuses, type Enquiry } from '../enquiry.ts'
import { givenId, words } from '../given.ts'
import { outOfSet } from '../together/out-of-set.ts'
import { endsUnderWay } from '../under-way.ts'

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

type Facts = { target: Target | undefined; set: readonly Enquiry[] }

/**
 * An enquiry goes to the mailbox it belongs to, with its history and its clock. It may become restricted by moving;
 * lowering a restriction takes two people and is another act. What becomes restricted leaves the set it was in.
 */
export const move = act<z.infer<typeof shape>, Facts>({
  name: 'move',
  label: 'Move to another mailbox',
  may: 'enquiries.move',
  from: openStatuses,
  to: ['new', 'waiting-for-member'],
  by: ['member-services', 'owner', 'holder', 'responder'],
  shape,
  others: (tx, reference) => referencesInSetOf(tx, reference),
  gather: async (tx, enquiry, given, at) => ({
    target: await targetOf(tx, given.mailbox, at.today),
    set: enquiry.setLeadId ? await asTheHouse(tx, at.by.person ?? 'system', () => setLedBy(tx, enquiry.setLeadId)) : [],
  }),
  decide: (enquiry, it): Result<Decision> => {
    const refused = noPlace(enquiry, it.target, 'mailbox')
    if (refused) return refused
    const { id, name, restricted } = it.target!
    const left = restricted && !enquiry.restricted ? outOfSet(enquiry, it.set) : undefined
    return allow({
      events: [
        ...endsUnderWay(enquiry),
        { type: 'moved', from: enquiry.mailboxId, to: id, restricted, messageId: it.messageId },
        ...(left?.events ?? []),
      ],
      ...(left && { others: left.others }),
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
