import type { Day } from '#kernel/day.ts'
import { select } from '#platform/views/components/select.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { html, type Html } from '#platform/views/html.ts'
import { statuses, statusWords } from '../enquiry.ts'
import type { Choices, Narrowing } from './narrowing.ts'

export const wordsField = (q: string): Html =>
  textInput({
    name: 'q',
    type: 'search',
    label: { text: 'Words, a name, a place or a number' },
    value: q,
    autocomplete: 'off',
    attributes: { maxlength: 200 },
  })

type Named = { readonly value: string; readonly text: string }

/** What narrows a search; each may be left as it is. */
export function choiceFields({ narrowing: it, choices }: { narrowing: Narrowing; choices: Choices }): Html {
  const among = (name: string, label: string, all: string, value: string | undefined, items: readonly Named[]) =>
    select({ name, label: { text: label }, value: value ?? '', items: [{ value: '', text: all }, ...items] })
  const byKey = ({ key, name }: { key: string; name: string }) => ({ value: key, text: name })
  return html`<div class="os-narrow__choices">
    ${among(
      'status',
      'Status',
      'Any status',
      it.status,
      statuses.map(value => ({ value, text: statusWords[value] })),
    )}
    ${among('mailbox', 'Mailbox', 'Every mailbox', it.mailbox?.key, choices.mailboxes.map(byKey))}
    ${among('topic', 'Topic', 'Every topic', it.topic?.key, choices.topics.map(byKey))}
    ${among('ward', 'Ward', 'Every ward', it.ward?.key, choices.wards.map(byKey))}
    ${choices.members.length > 1 &&
    among(
      'member',
      'Member',
      'Every member',
      it.member?.id,
      choices.members.map(({ id, name }) => ({ value: id, text: name })),
    )}
    ${dayField('from', 'Received from', it.from)} ${dayField('until', 'Received until', it.until)}
  </div>`
}

const dayField = (name: string, label: string, value: Day | undefined): Html =>
  textInput({ name, type: 'date', label: { text: label }, classes: 'govuk-input--width-10', value: value ?? '' })
