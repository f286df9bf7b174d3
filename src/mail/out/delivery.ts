import { instantInWords } from '#kernel/day.ts'
import { ask, type Asking } from '#platform/db/ask-at-once.ts'
import type { Tx } from '#platform/db/database.ts'
import { askDelivering, type Delivering } from './outbox.sql.ts'
import type { MailState, OutboxMail } from './outbox-mail.ts'

/** How far a message got to one recipient. */
export type Delivery = {
  readonly mail: string
  readonly to: string
  readonly address: string
  readonly state: MailState
  readonly words: string
}

/** The deliveries of messages of an enquiry, by message, as far as the viewer of the transaction may see them. */
export async function deliveriesOf(tx: Tx, messages: readonly string[]): Promise<Map<string, Delivery[]>> {
  return messages.length > 0 ? byMessage(await ask(tx, askDelivering(tx, { messages }))) : new Map()
}

/** Those of all messages of one enquiry. */
export const askDeliveries = (tx: Tx, enquiry: string): Asking<Map<string, Delivery[]>> => {
  const { statement, read } = askDelivering(tx, { enquiry })
  return { statement, read: rows => byMessage(read(rows)) }
}

const byMessage = (found: readonly Delivering[]): Map<string, Delivery[]> =>
  Map.groupBy(found.map(deliveryOf), it => it.message)

const deliveryOf = (mail: Delivering): Delivery & { message: string } => ({
  message: mail.aboutMessage ?? '',
  mail: mail.id,
  to: mail.toName || mail.toAddress,
  address: mail.toAddress,
  state: mail.state,
  words: stateInWords(mail),
})

/** "Sent 3 June 2026 at 2:05pm", "Could not be delivered: …". */
export function stateInWords(
  mail: Pick<OutboxMail, 'state' | 'attempts' | 'sentAt' | 'lastError' | 'nextAttemptAt'>,
): string {
  const why = mail.lastError ? `: ${mail.lastError}` : ''
  switch (mail.state) {
    case 'queued':
      return mail.attempts === 0
        ? 'Waiting to be sent'
        : `Not delivered yet, next attempt ${instantInWords(mail.nextAttemptAt)}${why}`
    case 'sending':
      return 'Being sent'
    case 'sent':
      return `Sent ${mail.sentAt ? instantInWords(mail.sentAt) : ''}`.trimEnd()
    case 'failed':
      return `Could not be delivered${why}`
    case 'bounced':
      return `Came back undelivered${why}`
    case 'held':
      return 'Kept in the outbox: no mail server is set up'
    case 'withdrawn':
      return `Not sent${why}`
  }
}
