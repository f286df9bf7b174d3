import { expectedInWords, toldDueOn } from '#enquiries/door.ts'
import * as letters from '#mail/door.ts'
import type { Facts } from './facts.ts'
import { placeToTell, toMember, tracked, type Desk, type Letter } from './letter.ts'

/** That we have it, at once. */
export function receipt(it: Facts, desk: Desk): Letter {
  const composed = letters.receipt(desk.council, {
    about: tracked(it, desk),
    to: it.member.name,
    mailbox: desk.mailbox,
    phone: it.names.mailboxPhone ?? undefined,
    ...placeToTell(it),
    receivedOn: it.enquiry.receivedOn,
    dueOn: it.event.type === 'received' ? it.event.dueOn : it.recorded.on,
    ...(it.expected && { usually: expectedInWords(it.expected) }),
  })
  return toMember(it, 'receipt', composed, true)
}

/** Who deals with it, by the end of the next working day. */
export function acknowledgement(it: Facts, desk: Desk): Letter {
  const composed = letters.acknowledgement(desk.council, {
    about: tracked(it, desk),
    to: it.member.name,
    handler: it.doer?.name ?? 'One Stop',
    mailbox: desk.mailbox,
    nextUpdateOn: it.event.type === 'taken' || it.event.type === 'accepted' ? it.event.nextUpdateOn : it.recorded.on,
    dueOn: toldDueOn(it.enquiry),
  })
  return toMember(it, 'acknowledgement', composed, true)
}
