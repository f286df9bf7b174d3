import { instantInWords } from '#kernel/day.ts'
import { html, type Html } from '#platform/views/html.ts'
import { notificationBanner } from '#platform/views/components/notification-banner.ts'
import { historyOf } from '../enquiry.sql.ts'
import { messagesOf, type Message } from '../message.sql.ts'
import { eventSentence } from './event-sentence.ts'
import { doerInWords, namesIn } from './names.ts'
import type { Opened } from './open-enquiry.ts'

/** What happened to the enquiry while somebody was writing; `over`: what they were about to do cannot be done any more. */
export async function newsSince({ tx, enquiry }: Opened, version: number, over = false): Promise<Html> {
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
        ${over
          ? 'What you wrote is below, to copy from. It cannot be sent any more.'
          : 'What you wrote is below. Read what is new and change your words if you need to. You can also send them as they are.'}
      </p>`,
  })
}

const messageIn = (event: object): string | undefined =>
  'messageId' in event ? (event.messageId as string) : undefined

const saidIn = (message: Message | undefined) =>
  message && html`<blockquote class="os-quote__text os-plain-text" dir="auto">${message.words}</blockquote>`
