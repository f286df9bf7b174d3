import { topics } from '#mailboxes/door.ts'
import { groupedSelect } from '../page/grouped-select.ts'
import { html } from '#platform/views/html.ts'
import type { ActPage } from '../page/act-page.ts'
import { topicsSuggested } from './suggested.ts'

export const setTopicPage: ActPage = {
  act: 'set-topic',
  title: 'Set the topic',
  usual: ({ enquiry }) => ({ topic: enquiry.topicId ?? '' }),
  fields: async drawing => {
    const { opened } = drawing
    const [suggested, all] = await Promise.all([topicsSuggested(opened), topics(opened.tx)])
    return html`<p class="govuk-body">
        ${opened.names.topic ? `Its topic is ${opened.names.topic}.` : 'It has no topic yet.'} The mailbox and the due
        date stay as they are: to pass it on, move it.
      </p>
      ${groupedSelect(drawing, {
        name: 'topic',
        label: 'What is it about?',
        empty: 'Select a topic',
        groups: [
          [
            'Suggested by the member’s words',
            suggested.map(it => ({ value: it.topicId, text: `${it.name} (${it.reason})` })),
          ],
          [
            'All topics',
            all
              .filter(it => !suggested.some(other => other.topicId === it.id))
              .map(({ id, name }) => ({ value: id, text: name })),
          ],
        ],
      })}`
  },
  given: typed => ({ topic: typed.text('topic') }),
  submit: 'Set the topic',
  done: 'Topic set',
}
