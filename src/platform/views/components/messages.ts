import { html, type Html, type Piece } from '#platform/views/html.ts'
import { attributes, classes, inside, type Attributes, type Content } from './content.ts'
import { machineDate, spokenDate, type Instant } from './spoken-date.ts'

export type MessageItem = Content & {
  id?: string | number
  /** `sent` stands on the right, `received` on the left */
  type: 'sent' | 'received'
  sender: string
  timestamp: Instant
}

export type MessagesParams = {
  items: readonly MessageItem[]
  id?: string
  label?: string
  classes?: string
  attributes?: Attributes
}

/** A conversation, oldest first, with the date wherever it changes. */
export function messages(params: MessagesParams): Html {
  const all = {
    id: params.id ?? 'messages',
    class: classes('moj-messages-container', params.classes),
    'aria-label': params.label || undefined,
    ...params.attributes,
  }
  return html`<div${attributes(all)}><div class="moj-message-list">
    ${params.items.map((it, at) => [dateLine(it, params.items[at - 1]), message(it)])}
  </div></div>`
}

function dateLine(it: MessageItem, before: MessageItem | undefined): Piece {
  const date = spokenDate(it.timestamp, 'date')
  if (before && spokenDate(before.timestamp, 'date') === date) return ''
  return html`<time class="moj-message-list__date" datetime="${machineDate(it.timestamp)}">${date}</time>`
}

function message(it: MessageItem): Html {
  const all = {
    id: it.id === undefined ? undefined : `message_${it.id}`,
    class: `moj-message-item moj-message-item--${it.type}`,
  }
  return html`<div${attributes(all)}>
    <div class="moj-message-item__text moj-message-item__text--${it.type}">${inside(it)}</div>
    <div class="moj-message-item__meta">
      <span class="moj-message-item__meta--sender">${it.sender}</span> at
      <time class="moj-message-item__meta--timestamp" datetime="${machineDate(it.timestamp)}">${spokenDate(it.timestamp, 'time')}</time>
    </div>
  </div>`
}
