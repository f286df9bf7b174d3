import type { Enquiry, EventType } from '#enquiries/door.ts'

/** What other systems can be told of: what everybody who sees an enquiry may know. Notes of the council are not among it. */
export const webhookEvents = [
  'received',
  'allocated',
  'taken',
  'accepted',
  'reassigned',
  'moved',
  'asked',
  'resumed',
  'member-wrote',
  'updated-member',
  'extended',
  'due-date-changed',
  'answered',
  'agreed',
  'disagreed',
  'withdrawn',
  'closed',
  'reopened',
  'chased',
  'climbed',
  'promise-kept',
  'promise-broken',
  'promise-lapsed',
] as const satisfies readonly EventType[]

export type WebhookEvent = (typeof webhookEvents)[number]

/** As it stands in the payload and in what a webhook asks for: `enquiry.answered`. */
export const eventNames = webhookEvents.map(it => `enquiry.${it}`)

export const nameOfEvent = (type: EventType): string | undefined => eventNames.find(it => it === `enquiry.${type}`)

/** The type of a test: somebody pressed a button, and nothing happened. */
export const testType = 'test'

/** What a test sends, in the form of every other event. */
export const testBody = (id: string, at: Date): string =>
  JSON.stringify({ type: testType, timestamp: at.toISOString(), data: { event: id } })

/** What is sent: ids and codes, so that it holds nothing that could have to be taken back. */
export const bodyOf = (type: string, eventId: string, enquiry: Enquiry, at: Date, publicUrl: string): string =>
  JSON.stringify({
    type,
    timestamp: at.toISOString(),
    data: {
      event: eventId,
      enquiry: enquiry.id,
      reference: enquiry.reference,
      status: enquiry.status,
      kind: enquiry.kind,
      round: enquiry.round,
      version: enquiry.version,
      member: enquiry.memberId,
      mailbox: enquiry.mailboxId,
      topic: enquiry.topicId,
      dueOn: enquiry.dueOn,
      url: `${publicUrl}/api/v1/enquiries/${enquiry.reference}`,
    },
  })
