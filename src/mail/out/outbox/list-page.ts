import { instantInWords } from '#kernel/day.ts'
import type { Page } from '#platform/http/answer.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { pagination } from '#platform/views/components/pagination.ts'
import { search } from '#platform/views/components/search.ts'
import { tag } from '#platform/views/components/tag.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { MailState } from '../outbox-mail.ts'
import type { Entry } from './read-outbox.sql.ts'

export type ListView = {
  readonly search: string
  readonly after: string | undefined
  readonly entries: readonly Entry[]
  readonly more: boolean
}

/** Every mail the council would have sent, newest first. */
export function listPage(view: ListView): Page {
  return {
    title: 'Outbox',
    wide: true,
    current: '/outbox',
    body: html`
      ${insetText({
        text: 'This is a demonstration: no mail server is set up, so mail is kept here instead of being sent. Open one to read it as its recipient would.',
      })}
      ${search({
        action: '/outbox',
        label: { text: 'Search by recipient or reference' },
        input: { id: 'q', name: 'q', value: view.search },
        button: { text: 'Search' },
      })}
      ${view.entries.length > 0 ? entries(view) : nothingThere(view)} ${pages(view)}
    `,
  }
}

const entries = ({ entries }: ListView): Html =>
  html`<ul class="os-mails" aria-label="Mails, newest first">
    ${entries.map(entry)}
  </ul>`

const entry = (it: Entry): Html =>
  html`<li class="os-mails__item">
    <p class="os-mails__subject"><a class="govuk-link" href="/outbox/${it.id}">${it.subject || 'Withdrawn mail'}</a></p>
    <p class="os-mails__to">To ${recipient(it)}</p>
    <p class="os-mails__when">${stateTag(it.state)} ${instantInWords(it.createdAt)}</p>
  </li>`

const recipient = ({ toName, toAddress }: Entry): Html =>
  toName ? html`<bdi>${toName}</bdi>, ${toAddress}` : html`${toAddress}`

function nothingThere({ search }: ListView): Html {
  return search
    ? emptyState({
        heading: { text: 'No mail found' },
        text: `Nothing was written to or about “${search}”.`,
        action: html`<a class="govuk-link" href="/outbox">Show all mail</a>`,
      })
    : emptyState({
        heading: { text: 'No mail yet' },
        text: 'What the council writes to members and officers will be listed here.',
      })
}

function pages({ search, after, entries, more }: ListView): Html | false {
  const query = search ? `&q=${encodeURIComponent(search)}` : ''
  const newest = search ? `/outbox?q=${encodeURIComponent(search)}` : '/outbox'
  const last = entries.at(-1)
  if (!after && !more) return false
  return pagination({
    landmarkLabel: 'Pages of mail',
    ...(after && { previous: { href: newest, text: 'Newest mail' } }),
    ...(more && last && { next: { href: `/outbox?after=${last.id}${query}`, text: 'Older mail' } }),
  })
}

const tags: Record<MailState, { text: string; classes: string }> = {
  queued: { text: 'Waiting', classes: 'govuk-tag--light-blue' },
  sending: { text: 'Being sent', classes: 'govuk-tag--light-blue' },
  sent: { text: 'Sent', classes: 'govuk-tag--green' },
  failed: { text: 'Failed', classes: 'govuk-tag--red' },
  bounced: { text: 'Came back', classes: 'govuk-tag--red' },
  held: { text: 'Kept here', classes: 'govuk-tag--grey' },
  withdrawn: { text: 'Withdrawn', classes: 'govuk-tag--orange' },
}

export const stateTag = (state: MailState): Html => tag(tags[state])
