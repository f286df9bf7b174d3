import { createHash } from 'node:crypto'
import { insertView } from '#enquiries/door.ts'
import { insertDelivered } from '#mail/door.ts'
import { keepCannedReply } from '#mailboxes/door.ts'
import { seeingAs, type Tx } from '#platform/db/database.ts'
import { idIn, type Ids } from './set-up.ts'
import { demoAccounts } from './town/demo-accounts.ts'
import { cannedReplies, savedViews } from './town/desk-things.ts'
import { town } from './town/town.ts'
import { asSent, senderOf, waitingMail } from './town/waiting-mail.ts'

/** What officers have made for themselves, and mail that waits: nothing of it is an enquiry. */
export async function furnish(tx: Tx, ids: Ids, at: Date): Promise<void> {
  for (const [key, replies] of Object.entries(cannedReplies)) {
    const owner = town.mailboxes.find(it => it.key === key)!.owner
    const by = { at, by: idIn(ids.person, owner.name) }
    for (const reply of replies) await keepCannedReply(tx, idIn(ids.mailbox, key), reply, by)
  }
  for (const { by, mailbox, ...view } of savedViews) {
    const { name } = demoAccounts.find(it => it.key === by)!
    const mailboxId = mailbox ? idIn(ids.mailbox, mailbox) : null
    const personId = idIn(ids.person, name)
    // a view is its owner's to save
    await seeingAs(tx, personId, 'system', () => insertView(tx, { ...view, personId, mailboxId }, at))
  }
  for (const [i, it] of waitingMail.entries()) await arrives(tx, it, new Date(at.getTime() - (i + 1) * 2_700_000))
}

/** The message is only stored: it is read and judged like any other, once the worker runs. */
async function arrives(tx: Tx, it: (typeof waitingMail)[number], receivedAt: Date): Promise<void> {
  const bytes = Buffer.from(asSent(it, receivedAt))
  await insertDelivered(tx, {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes,
    mailFrom: senderOf(it),
    recipients: [it.to],
    fromIp: '192.0.2.25',
    helo: 'mail.example',
    receivedAt,
  })
}
