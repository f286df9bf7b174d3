import { askAtOnce } from '#platform/db/ask-at-once.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Asked } from '#platform/http/route.ts'
import type { Html } from '#platform/views/html.ts'
import type { Limits } from '../act.ts'
import { askAttachments, type Attachment } from '../attachment.sql.ts'
import { askDraft } from '../draft.sql.ts'
import { askExpected } from '../expected/expected.sql.ts'
import type { Expected } from '../expected/expected.ts'
import type { LadderStep } from '../climb/ladder-step.ts'
import type { Beside } from '../beside.ts'
import { isOpen } from '../enquiry.ts'
import type { House } from '../house.ts'
import { askMessages, askPromises, type Message, type PromiseKept } from '../message.sql.ts'
import { openEnquiry, type Opened } from '../page/open-enquiry.ts'
import { othersOf, type Other } from '../together/together.sql.ts'
import { askQuestions, type Question } from '../question.sql.ts'

/** One enquiry as its member follows it. What the council writes among itself is not in it. */
export type Tracked = Opened & {
  readonly limits: Limits
  /** how long answers to the like of it take */
  readonly expected: Expected | undefined
  readonly messages: readonly Message[]
  readonly questions: readonly Question[]
  readonly promises: readonly PromiseKept[]
  readonly ladder: readonly LadderStep[]
  /** those of the same matter that they may see */
  readonly others: readonly Other[]
  readonly attachments: readonly Attachment[]
  /** a reply somebody began to write */
  readonly draft: string
  /** what later rooms put on the page; undefined where it is not shown */
  readonly beside: Html | undefined
}

/** True for the member and for whoever acts for them now; it is not enough to have raised it once. */
export const isTheirs = ({ actor }: Pick<Opened, 'actor'>): boolean =>
  actor.parts.some(part => part === 'member' || part === 'assistant')

/** Everything is asked in two rounds; `beside` is asked along with the second by a page that shows it. */
export async function openTracked(
  tx: Tx,
  asked: Asked,
  house: House,
  beside?: Beside['tracked'],
): Promise<Tracked | undefined> {
  // the limits come along with the names: both ask first whether what is held is still good
  const [opened, limits] = await Promise.all([openEnquiry(tx, asked, house), house.limits(tx)])
  if (!opened) return undefined
  const { id, reference } = opened.enquiry
  const [ladder, others, shown, own] = await Promise.all([
    isOpen(opened.enquiry) ? house.ladder(tx, opened.enquiry, opened.calendar, asked.now.today) : [],
    othersOf(tx, opened.enquiry),
    beside?.(opened),
    askAtOnce(
      tx,
      askMessages(tx, id),
      askQuestions(tx, id),
      askPromises(tx, id),
      askAttachments(tx, id),
      askExpected(tx, opened.enquiry),
      askDraft(tx, asked.viewer.person!, replyDraft(reference)),
    ),
  ])
  const [messages, questions, promises, attachments, expected, draft] = own
  const said = messages.filter(it => !it.internal)
  return {
    ...opened,
    ladder,
    expected,
    limits,
    messages: said,
    questions,
    promises,
    attachments,
    others,
    draft: draft?.fields.text ?? '',
    beside: shown,
  }
}

export const replyDraft = (reference: string): string => `${reference}-reply`
export const trackAddress = ({ reference }: { readonly reference: string }): string => `/enquiries/${reference}/track`
