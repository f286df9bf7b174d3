import type { MessageKind } from '../act.ts'
import { channelWords, type Channel } from '../enquiry.ts'
import type { Message } from '../message.sql.ts'
import type { Question } from '../question.sql.ts'
import type { Delivery } from '#mail/door.ts'
import { messages } from '#platform/views/components/messages.ts'
import { foldedQuote } from '#platform/views/components/folded-quote.ts'
import { details } from '#platform/views/components/details.ts'
import { spokenDate } from '#platform/views/components/spoken-date.ts'
import { html, type Html } from '#platform/views/html.ts'
import { sharingWords } from '../answer/sharing-words.ts'
import { filesOf } from '../attach/file-fields.ts'
import type { Whole } from './read-enquiry.ts'

type Said = Pick<Whole, 'messages' | 'attachments' | 'deliveries' | 'questions'> & { readonly reference: string }

/** What was said, oldest first: the member on the left, the council on the right, internal notes across. */
export function conversation(said: Said): Html {
  const runs = inRuns(said.messages)
  return html`${runs.map(run => (run[0]!.internal ? run.map(it => note(it, said)) : bubbles(run, said)))}`
}

/** Notes stand between the bubbles, in their place in time. */
function inRuns(all: readonly Message[]): Message[][] {
  const runs: Message[][] = []
  for (const message of all) {
    const last = runs.at(-1)
    if (last && last[0]!.internal === message.internal) last.push(message)
    else runs.push([message])
  }
  return runs
}

const bubbles = (run: readonly Message[], said: Said): Html =>
  messages({
    id: `said-${run[0]!.id}`,
    items: run.map(it => ({
      id: it.id,
      type: sideOf(it),
      sender: senderOf(it),
      timestamp: it.at,
      html: bubble(it, said),
    })),
  })

const bubble = (it: Message, shown: Said): Html => html` ${kindWords[it.kind] &&
  html`<p class="govuk-body-s os-quiet govuk-!-margin-bottom-1">${kindWords[it.kind]}${viaWords(it)}</p>`}
  <div class="os-plain-text" dir="auto">${it.words}</div>
  ${answersIn(it, shown.questions)} ${besides(it)}
  ${it.quoted && foldedQuote({ html: html`<div class="os-plain-text" dir="auto">${it.quoted}</div>` })}
  ${besideWords(it, shown)}`

/** Its files, and what became of the letters that it went out with. */
const besideWords = ({ id }: Message, { attachments, deliveries, reference }: Said): Html =>
  html`${filesOf(
    reference,
    attachments.filter(file => file.messageId === id),
  )}
  ${deliveryLines(deliveries.get(id) ?? [])}`

/** The numbered questions this very message answered, where somebody reads the conversation rather than the list. */
function answersIn(it: Message, questions: readonly Question[]): Html | false {
  const answered = questions.filter(question => question.answeredIn === it.id)
  return (
    answered.length > 0 &&
    html`<ol class="govuk-list govuk-list--number govuk-!-margin-top-3">
      ${answered.map(
        question =>
          html`<li value="${question.number}">
            <span class="os-quiet" dir="auto">${question.words}</span><br /><span class="os-plain-text" dir="auto"
              >${question.answer ?? question.excuse}</span
            >
          </li>`,
      )}
    </ol>`
  )
}

/** What the member was told besides: whom to ask, and whether it may be passed on. */
const besides = ({ contact, mayShare }: Message): Html =>
  html`${mayShare !== null &&
  html`<p class="govuk-body-s os-quiet govuk-!-margin-top-2 govuk-!-margin-bottom-0">${sharingWords(mayShare)}</p>`}
  ${contact &&
  html`<p class="govuk-body-s os-quiet govuk-!-margin-top-1 govuk-!-margin-bottom-0">
    Contact: <bdi>${contact}</bdi>
  </p>`}`

const deliveryLines = (deliveries: readonly Delivery[]) =>
  deliveries.map(it => {
    const failed = it.state === 'failed' || it.state === 'bounced'
    return html`<p
      class="govuk-body-s govuk-!-margin-top-2 govuk-!-margin-bottom-0 ${failed ? 'govuk-error-message' : 'os-quiet'}"
    >
      To <bdi>${it.to}</bdi>: ${it.words}
    </p>`
  })

const note = (it: Message, shown: Said): Html =>
  html`<div class="os-note" id="message_${it.id}">
    <p class="govuk-body-s govuk-!-margin-bottom-1">
      <strong>${kindWords[it.kind] || 'Internal note'}</strong> – not shown to the member
    </p>
    ${it.kind === 'submission' ? folded(it) : said(it)} ${besideWords(it, shown)}
    <p class="govuk-body-s os-quiet govuk-!-margin-top-2">
      ${it.fromName ?? (it.kind === 'contribution' ? 'By link or email' : 'One Stop')}, ${spokenDate(it.at, 'datetime')}
    </p>
  </div>`

const said = ({ words }: Message): Html => html`<div class="os-plain-text" dir="auto">${words}</div>`

/** Once sent it stands in the conversation as the answer: nobody reads it twice. */
const folded = (it: Message): Html => details({ summaryText: 'Read it', html: said(it) })

const membersOwn: readonly MessageKind[] = [
  'enquiry',
  'addition',
  'reply',
  'chase',
  'agreement',
  'disagreement',
  'withdrawal',
]

const sideOf = ({ kind, fromPart }: Message) =>
  membersOwn.includes(kind) || fromPart === 'member' || fromPart === 'assistant'
    ? ('received' as const)
    : ('sent' as const)

const senderOf = ({ fromName, fromPart, kind }: Message): string => {
  const name = fromName ?? 'One Stop'
  if (fromPart === 'assistant') return `${name} (assistant)`
  return fromPart !== 'member' && membersOwn.includes(kind) ? `${name}, for the member` : name
}

const viaWords = ({ via }: Message): string => {
  const words = via === 'web' ? undefined : channelWords[via as Channel]
  return words ? ` · ${words}` : ''
}

/** What a message is, for where it stands alone. */
export const messageTitle = (kind: string): string => kindWords[kind as MessageKind] || 'Note'

const kindWords: Record<MessageKind, string> = {
  enquiry: 'The enquiry',
  addition: 'Added',
  question: 'Question to the member',
  reply: 'Reply',
  answer: 'Answer',
  note: '',
  mail: 'Filed message',
  update: 'Update',
  'contribution-asked': 'Asked for a part of the answer',
  contribution: 'A part of the answer',
  'hand-over': 'Handed over to a partner',
  'partner-answer': 'The partner’s answer',
  'partner-decline': 'Sent back by the partner',
  submission: 'The answer, submitted for review',
  return: 'Returned with a note',
  extension: 'A later date',
  'broken-promise': 'A promise with a new date',
  chase: 'Chased',
  agreement: 'This answers it',
  disagreement: 'This does not answer it',
  withdrawal: 'Withdrawn',
  closing: 'Closed',
  reopening: 'Opened again',
}
