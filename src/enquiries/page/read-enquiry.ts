import { askAttachments, type Attachment } from '../attachment.sql.ts'
import type { LadderStep } from '../climb/ladder-step.ts'
import type { Contribution } from '../contribution/contribution.ts'
import { contributionsOf } from '../contribution/contribution.sql.ts'
import { handOverById, type HandedOver } from '../hand-over/hand-over.sql.ts'
import { askHistory } from '../enquiry.sql.ts'
import type { Recorded } from '../events.ts'
import { askMessages, askPromises, type Message, type PromiseKept } from '../message.sql.ts'
import { askAtOnce, askAtOnceAs } from '#platform/db/ask-at-once.ts'
import type { Html } from '#platform/views/html.ts'
import type { Present } from '../presence/presence.ts'
import { askPresent } from '../presence/presence.sql.ts'
import { askRisk, type RiskKept } from '../risk/risk.sql.ts'
import { askWatching } from '../watch/watch.sql.ts'
import { askQuestions, type Question } from '../question.sql.ts'
import { isOpen } from '../enquiry.ts'
import { othersOf, perhapsTheSame, type Other } from '../together/together.sql.ts'
import { askDeliveries, askUnreachable, type Delivery, type Unreachable } from '#mail/door.ts'
import type { NamesById } from './event-sentence.ts'
import { namesIn } from './names.ts'
import type { Opened } from './open-enquiry.ts'

/** Everything the page of one enquiry shows. */
export type Whole = {
  readonly history: readonly Recorded[]
  readonly namesById: NamesById
  readonly messages: readonly Message[]
  readonly questions: readonly Question[]
  readonly promises: readonly PromiseKept[]
  readonly ladder: readonly LadderStep[]
  readonly contributions: readonly Contribution[]
  readonly attachments: readonly Attachment[]
  /** what the partner who has it was shown */
  readonly handOver: HandedOver | undefined
  readonly others: readonly Other[]
  /** other open enquiries of the member that seem to be about the same matter */
  readonly perhaps: readonly Other[]
  /** who else is at it now */
  readonly present: readonly Present[]
  readonly watching: boolean
  /** by message */
  readonly deliveries: ReadonlyMap<string, readonly Delivery[]>
  /** set while mail to the member comes back */
  readonly unreachable: Unreachable | undefined
  /** how likely it is to be late, as of last night */
  readonly risk: RiskKept | undefined
  /** what later rooms know of it */
  readonly beside: Html | undefined
}

/**
 * One round of questions to the database, in which what stands in every enquiry is asked at once; a second one where its
 * history speaks of other enquiries. The outbox is the council's own: whoever works on an enquiry sees how far its
 * messages got.
 */
export async function readWhole(opened: Opened): Promise<Whole> {
  const { tx, asked, enquiry, names, house, calendar } = opened
  const person = asked.viewer.person!
  const [own, [letters, [unreachable]], others, perhaps, contributions, handOver, beside, ladder] = await Promise.all([
    askAtOnce(
      tx,
      askHistory(tx, enquiry.id),
      askMessages(tx, enquiry.id),
      askQuestions(tx, enquiry.id),
      askPromises(tx, enquiry.id),
      askAttachments(tx, enquiry.id),
      askPresent(tx, enquiry.id, person, asked.now.at),
      askWatching(tx, enquiry.id, person),
      askRisk(tx, enquiry.id),
    ),
    askAtOnceAs(tx, 'system', person, askDeliveries(tx, enquiry.id), askUnreachable(tx, [names.memberEmail])),
    othersOf(tx, enquiry),
    isOpen(enquiry) ? perhapsTheSame(tx, enquiry, names.subject) : [],
    enquiry.contributions.length > 0 ? contributionsOf(tx, enquiry.id) : [],
    enquiry.handedOver ? handOverById(tx, enquiry.handedOver.id) : undefined,
    house.beside?.enquiry(opened),
    isOpen(enquiry) ? house.ladder(tx, enquiry, calendar, asked.now.today) : [],
  ])
  const [history, messages, questions, promises, attachments, present, watching, risk] = own
  const sent = messages.filter(it => !it.internal || it.kind === 'contribution-asked')
  const deliveries = new Map(sent.map(({ id }) => [id, letters.get(id) ?? []]))
  const namesById = await namesIn(tx, history, opened.books)
  return {
    history,
    namesById,
    messages,
    questions,
    promises,
    ladder,
    contributions,
    handOver,
    attachments,
    others,
    perhaps,
    deliveries,
    present,
    watching,
    unreachable,
    risk,
    beside,
  }
}
