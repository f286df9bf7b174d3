import { z } from 'zod'
import { mailboxById, topicById } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { dayShape } from '#platform/http/day-shape.ts'
import { rungs } from '../climb/rung.ts'
import { channels, kinds, outcomes, owedAnswer, statuses, type Enquiry } from '../enquiry.ts'
import type { Names } from '../view.sql.ts'

const dayOrNone = dayShape.nullable()
const textOrNone = z.string().nullable()

/** One enquiry as the API tells it. Mailboxes and topics go by their keys, people by id and name. */
export const enquiryShape = z.strictObject({
  reference: z.string(),
  version: z.int().describe('Send it back with an act, to be told when somebody else was quicker'),
  status: z.enum(statuses),
  subject: z.string(),
  kind: z.enum(kinds),
  channel: z.enum(channels),
  direct: z.boolean().describe('It came past One Stop'),
  late: z.boolean().describe('It was registered after the working day that followed its receipt'),
  restricted: z.boolean(),
  round: z.int(),
  member: z.uuid(),
  memberName: z.string(),
  raisedByName: textOrNone,
  constituent: textOrNone,
  topic: textOrNone,
  topicName: textOrNone,
  wardName: textOrNone,
  place: z
    .strictObject({
      words: z.string(),
      postcode: textOrNone,
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
    })
    .nullable()
    .describe('Where it is about, as it was said; the ward follows from it'),
  mailbox: textOrNone,
  mailboxName: textOrNone,
  holder: z.uuid().nullable(),
  holderName: textOrNone,
  receivedOn: dayShape,
  registeredOn: dayShape,
  limitWorkingDays: z.int(),
  dueOn: dayOrNone.describe('Empty while a question to the member holds the clock back'),
  agreedDueOn: dayOrNone.describe('A later date agreed with the member; figures are judged by dueOn all the same'),
  headlineDueOn: dayOrNone.describe('The due date of round 1, by which timeliness is judged'),
  acknowledgedOn: dayOrNone,
  nextUpdateOn: dayOrNone,
  answeredOn: dayOrNone,
  firstAnsweredOn: dayOrNone,
  closedOn: dayOrNone,
  outcome: z.enum(outcomes).nullable(),
  promises: z.array(z.strictObject({ id: z.uuid(), dueOn: dayShape, keptOn: dayOrNone, firstDueOn: dayOrNone })),
  chases: z.int(),
  owedBy: dayOrNone.describe('By when a word is owed to a member who chased a second time'),
  climbed: z
    .array(z.strictObject({ rung: z.enum(rungs), trueOn: dayShape }))
    .describe('The steps of the escalation ladder that this round has climbed, and when each was truly reached'),
  contributions: z
    .array(z.strictObject({ id: z.uuid(), dueOn: dayShape, endedOn: dayOrNone }))
    .describe('Part answers asked of others; the answer waits while one has not ended'),
  withPartner: textOrNone.describe('The partner who has it'),
  trackingUrl: z.url(),
})

export type EnquiryTold = z.infer<typeof enquiryShape>

type Told = { readonly enquiry: Enquiry; readonly names: Names }

/** An enquiry in the words of the contract. Two looks at the register, which is held. */
export async function told(tx: Tx, { enquiry, names }: Told, publicUrl: string): Promise<EnquiryTold> {
  const keys = await keysOf(tx, enquiry)
  return {
    reference: enquiry.reference,
    version: enquiry.version,
    status: enquiry.status,
    subject: names.subject,
    kind: enquiry.kind,
    channel: enquiry.channel,
    direct: enquiry.direct,
    late: enquiry.late,
    restricted: enquiry.restricted,
    round: enquiry.round,
    member: enquiry.memberId,
    memberName: names.member,
    raisedByName: names.raiser,
    constituent: names.constituent,
    topic: keys.topic,
    topicName: names.topic,
    wardName: names.ward,
    place: names.place,
    mailbox: keys.mailbox,
    mailboxName: names.mailbox,
    holder: enquiry.holderId,
    holderName: names.holder,
    receivedOn: enquiry.receivedOn,
    registeredOn: enquiry.registeredOn,
    limitWorkingDays: enquiry.limitWorkingDays,
    dueOn: enquiry.dueOn,
    agreedDueOn: enquiry.agreedDueOn,
    headlineDueOn: enquiry.headlineDueOn,
    acknowledgedOn: enquiry.acknowledgedOn,
    nextUpdateOn: enquiry.nextUpdateOn,
    answeredOn: enquiry.answeredOn,
    firstAnsweredOn: enquiry.firstAnsweredOn,
    closedOn: enquiry.closedOn,
    outcome: enquiry.outcome,
    promises: enquiry.promises.map(({ id, dueOn, keptOn, firstDueOn }) => ({
      id,
      dueOn,
      keptOn: keptOn ?? null,
      firstDueOn: firstDueOn ?? null,
    })),
    chases: enquiry.chases,
    owedBy: owedAnswer(enquiry)?.dueOn ?? null,
    climbed: enquiry.climbed.map(({ rung, trueOn }) => ({ rung, trueOn })),
    contributions: enquiry.contributions.map(({ id, dueOn, endedOn }) => ({ id, dueOn, endedOn: endedOn ?? null })),
    withPartner: names.partner,
    trackingUrl: trackingUrlOf(publicUrl, enquiry.reference),
  }
}

export const trackingUrlOf = (publicUrl: string, reference: string): string =>
  `${publicUrl}/enquiries/${reference}/track`

async function keysOf(tx: Tx, { topicId, mailboxId }: Pick<Enquiry, 'topicId' | 'mailboxId'>) {
  const [topic, mailbox] = await Promise.all([
    topicId ? topicById(tx, topicId) : undefined,
    mailboxId ? mailboxById(tx, mailboxId) : undefined,
  ])
  return { topic: topic?.key ?? null, mailbox: mailbox?.key ?? null }
}
