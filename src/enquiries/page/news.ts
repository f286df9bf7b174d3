import { instantInWords } from '#kernel/day.ts'
import { html, type Html } from '#platform/views/html.ts'
import { notificationBanner } from '#platform/views/components/notification-banner.ts'
import { historyOf } from '../enquiry.sql.ts'
import { messagesOf, type Message } from '../message.sql.ts'
import { eventSentence } from './event-sentence.ts'
import { doerInWords, namesIn } from './names.ts'
import type { Opened } from './open-enquiry.ts'

/** Whether the viewer's very words were said since they opened the form: the form was sent twice. */
export async function isSaidAlready({ tx, asked, enquiry }: Opened, version: number): Promise<boolean> {
  const text = asked.form.text('text')
  if (text === '') return false
  const [history, messages] = await Promise.all([historyOf(tx, enquiry.id), messagesOf(tx, enquiry.id)])
  const said = history
    .filter(it => it.sequence > version && it.by === asked.viewer.person)
    .map(it => messageIn(it.event))
  return messages.some(message => said.includes(message.id) && message.words === text)
}

/** What happened to the enquiry while somebody was writing. */
export async function newsSince({ tx, enquiry }: Opened, version: number): Promise<Html> {
  const [history, messages] = await Promise.all([historyOf(tx, enquiry.id), messagesOf(tx, enquiry.id)])
  const news = history.filter(it => it.sequence > version)
  const names = await namesIn(tx, news)
  const byId = new Map(messages.map(message => [message.id, message]))
  return notificationBanner({
    titleText: 'New since you began',
    html: html`<ul class="govuk-list govuk-list--bullet">
        ${news.map(
          it => html`<li>
            ${eventSentence(it, names).words} (${doerInWords(it, names)}, ${instantInWords(it.at)})
            ${saidIn(byId.get(messageIn(it.event) ?? ''))}
          </li>`,
        )}
      </ul>
      <p class="govuk-body">
        What you wrote is below. Read what is new, change your words if you need to, and send them again.
      </p>`,
  })
}

const messageIn = (event: object): string | undefined =>
  'messageId' in event ? (event.messageId as string) : undefined

const saidIn = (message: Message | undefined) =>
  message && html`<blockquote class="os-quote__text os-plain-text" dir="auto">${message.words}</blockquote>`
