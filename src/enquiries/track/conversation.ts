import { inWords, type Day } from '#kernel/day.ts'
import { foldedQuote } from '#platform/views/components/folded-quote.ts'
import { messages, type MessageItem } from '#platform/views/components/messages.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import type { MessageKind } from '../act.ts'
import { sharingWords } from '../answer/sharing-words.ts'
import { filesOf } from '../attach/file-fields.ts'
import type { Promised } from '../enquiry.ts'
import type { Message } from '../message.sql.ts'
import type { Tracked } from './track.ts'

/** Its date, the later one where it was broken openly, and when it was done, or that it was not done in time. */
function promisedFor(first: Day, now: Promised | undefined): string {
  const later = now?.firstDueOn ? `${inWords(now.dueOn)} (first promised for ${inWords(first)})` : inWords(first)
  if (now?.keptOn) return `${later} (done on ${inWords(now.keptOn)})`
  return now?.brokenOn ? `${later} (not done in time)` : later
}

/** What was said between the member and the council, oldest first. */
export const conversation = (it: Tracked, above: Message | undefined): Html =>
  messages({
    label: 'Conversation',
    items: it.messages.map(message => (message === above ? standsAbove(message) : item(it, message))),
  })

/** What the page shows at its top is not shown twice. */
const standsAbove = (message: Message): MessageItem => ({
  id: message.id,
  type: 'received',
  sender: message.fromName ?? 'One Stop',
  timestamp: message.at,
  html: html`<p class="govuk-body govuk-!-margin-bottom-1">
    <strong>${kindNames[message.kind]}</strong>: <a class="govuk-link" href="#attention">at the top of this page</a>
  </p>`,
})

const item = (it: Tracked, message: Message): MessageItem => ({
  id: message.id,
  type: isFromMemberSide(message) ? 'sent' : 'received',
  sender: message.fromName ?? 'One Stop',
  timestamp: message.at,
  html: html`${said(message)} ${message.kind === 'answer' && answered(it, message)} ${filesWith(it, message)}`,
})

export const isFromMemberSide = ({ fromPart }: Pick<Message, 'fromPart'>): boolean =>
  fromPart === 'member' || fromPart === 'assistant'

function said({ kind, words, quoted }: Message): Html {
  const name = kindNames[kind]
  return html`${name &&
  html`<p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">${name}</p>`}${plain(words)}
  ${quoted && foldedQuote({ html: plain(quoted) })}`
}

const kindNames: Partial<Record<MessageKind, string>> = {
  question: 'Question',
  answer: 'Answer',
  update: 'How it stands',
  extension: 'A later date',
  'broken-promise': 'A promise with a new date',
  chase: 'Chased',
  agreement: 'This answers it',
  disagreement: 'This does not answer it',
  withdrawal: 'Withdrawn',
  closing: 'Closed',
  reopening: 'Opened again',
}

/** People's words as they wrote them, in whichever direction they run. */
export const plain = (words: string): Html => html`<div class="os-plain-text" dir="auto">${words}</div>`

export const filesWith = ({ enquiry, attachments }: Tracked, { id }: Pick<Message, 'id'>): Html =>
  filesOf(
    enquiry.reference,
    attachments.filter(file => file.messageId === id),
  )

type Said = Pick<Message, 'id' | 'contact' | 'mayShare'>

/** The numbered questions this message answered, and what it promised. */
export function answered({ questions, promises, enquiry }: Tracked, given: Said): Html {
  const { id } = given
  const replies = questions.filter(question => question.answeredIn === id)
  const promised = promises.filter(promise => promise.messageId === id)
  const facts = new Map(enquiry.promises.map(it => [it.id, it]))
  return html`
    ${replies.length === 0
      ? nothing
      : html`<ol class="govuk-list govuk-list--number govuk-!-margin-top-3">
          ${replies.map(
            it => html`<li value="${it.number}">
              <span class="os-quiet" dir="auto">${it.words}</span><br />
              ${it.answer ?? html`Not answered: ${it.excuse}`}
            </li>`,
          )}
        </ol>`}
    ${promised.length === 0
      ? nothing
      : html`<p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">What will happen</p>
          <ul class="govuk-list govuk-list--bullet">
            ${promised.map(
              it => html`<li>
                ${it.words}${it.who && html`, by ${it.who}`}: by ${promisedFor(it.dueOn, facts.get(it.id))}
              </li>`,
            )}
          </ul>`}
    ${toldBesides(given)}
  `
}

/** Whom to ask, and whether it may be passed on, where an answer says so. */
const toldBesides = ({ contact, mayShare }: Said): Html => html`
  ${mayShare !== null && html`<p class="govuk-body govuk-!-margin-top-3">${sharingWords(mayShare)}</p>`}
  ${contact && html`<p class="govuk-body">Contact: <bdi>${contact}</bdi></p>`}
`
