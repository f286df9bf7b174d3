import { instantInWords } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import { counted } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Form } from '#platform/http/form.ts'
import { button } from '#platform/views/components/button.ts'
import { checkboxes } from '#platform/views/components/checkboxes.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { table } from '#platform/views/components/table.ts'
import { tag } from '#platform/views/components/tag.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { warningText } from '#platform/views/components/warning-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import { deliveryLog } from './delivery-pages.ts'
import type { ListedDelivery } from './delivery.sql.ts'
import { eventNames } from './events.ts'
import { oldSecretDays, type Made } from './manage.ts'
import type { Webhook } from './webhook.ts'

const current = '/connections/webhooks'
const back = { href: current, text: 'Webhooks' }
const quiet = (text: string): Html => html`<div class="govuk-hint govuk-!-margin-bottom-0">${text}</div>`
export const listPage = (all: readonly Webhook[]): Page => ({
  title: 'Webhooks',
  current,
  wide: true,
  body: html`
    <p class="govuk-body">
      A webhook tells another system what happens to enquiries, as far as one person of the council may see them: their
      numbers and codes, nobody’s words, and nothing of restricted matters.
    </p>
    ${button({ text: 'Add a webhook', href: `${current}/add` })}
    ${all.length === 0
      ? html`<p class="govuk-body">There is none yet.</p>`
      : table({
          classes: 'os-stacking-table',
          firstCellIsHeader: true,
          head: [{ text: 'Where to' }, { text: 'Sees what' }, { text: 'State' }],
          rows: all.map(it => [
            {
              html: html`<a class="govuk-link os-break" href="${current}/${it.id}">${it.url}</a>${it.description &&
                quiet(it.description)}`,
            },
            { html: html`${it.owner} sees${quiet(counted(it.events.length, 'kind of event', 'kinds of event'))}` },
            { html: stateTag(it) },
          ]),
        })}
  `,
})

const stateTag = ({ disabledAt, pausedAt, failingSince }: Webhook): Html =>
  disabledAt
    ? tag({ text: 'Off', classes: 'govuk-tag--grey' })
    : pausedAt
      ? tag({ text: 'Paused', classes: 'govuk-tag--yellow' })
      : failingSince
        ? tag({ text: 'Failing', classes: 'govuk-tag--red' })
        : tag({ text: 'On', classes: 'govuk-tag--green' })

export function newPage(csrf: string, form: Form, refusal?: Refusal): Page {
  const body = html`
    ${errorSummaryFor(refusal)}
    <form method="post" action="${current}/add" novalidate>
      ${csrfField(csrf)}
      ${textInput({
        name: 'url',
        type: 'url',
        label: { text: 'Web address to send to' },
        hint: { text: 'It begins with https://' },
        spellcheck: false,
        value: form.text('url'),
        errorMessage: errorFor(refusal, 'url'),
      })}
      ${textInput({
        name: 'owner',
        type: 'email',
        label: { text: 'Whose eyes it has' },
        hint: {
          text: 'The email address of somebody of the council. It hears of what they may see, and stops when they leave',
        },
        autocomplete: 'off',
        spellcheck: false,
        value: form.text('owner'),
        errorMessage: errorFor(refusal, 'owner'),
      })}
      ${textInput({
        name: 'description',
        label: { text: 'What it is for (optional)' },
        value: form.text('description'),
        errorMessage: errorFor(refusal, 'description'),
      })}
      ${checkboxes({
        name: 'events',
        classes: 'govuk-checkboxes--small',
        fieldset: { legend: { text: 'What it is told of', classes: 'govuk-fieldset__legend--s' } },
        items: eventNames.map(value => ({ value, text: value })),
        values: form.texts('events'),
        errorMessage: errorFor(refusal, 'events'),
      })}
      ${button({ text: 'Add webhook', preventDoubleClick: true })}
    </form>
  `
  return { title: 'Add a webhook', body, current, back, invalid: Boolean(refusal) }
}

export const secretPage = ({ webhook, secret }: Made): Page => ({
  title: 'The secret of this webhook',
  current,
  back: { href: `${current}/${webhook.id}`, text: 'The webhook' },
  body: html`
    ${warningText({ text: 'Copy it now. It is not shown again.' })}
    ${insetText({ html: html`<code class="os-secret" id="secret">${secret}</code>` })}
    <p class="govuk-body">
      Give it to whoever runs ${new URL(webhook.url).host}. By it they check that what arrives is ours: the signature
      follows the Standard Webhooks convention, for which there are libraries.
    </p>
    ${button({ text: 'I have copied it', href: `${current}/${webhook.id}` })}
  `,
})

export function onePage(csrf: string, it: Webhook, deliveries: readonly ListedDelivery[]): Page {
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } })
  const act = (path: string, text: string, classes = 'govuk-button--secondary'): Html =>
    html`<form method="post" action="${current}/${it.id}/${path}">
      ${csrfField(csrf)} ${button({ text, classes, preventDoubleClick: true })}
    </form>`
  const body = html`
    <p>${stateTag(it)}</p>
    ${it.disabledAt &&
    insetText({
      text: `Off since ${instantInWords(it.disabledAt)}. ${it.disabledBecause ?? ''}. What happens meanwhile is not kept.`,
    })}
    ${it.pausedAt &&
    !it.disabledAt &&
    insetText({
      text: `Paused since ${instantInWords(it.pausedAt)}. What happens meanwhile is kept, and sent when it goes on.`,
    })}
    ${summaryList({
      rows: [
        { key: { text: 'Where to' }, value: { html: html`<span class="os-break">${it.url}</span>` } },
        it.description !== '' && row('What for', it.description),
        row('Sees what', `${it.owner} sees`),
        row('Told of', it.events.join(', ')),
        it.beforeUntil && row('Old secret', `signs too, until ${instantInWords(it.beforeUntil)}`),
      ],
    })}
    <div class="govuk-button-group">
      ${act('test', 'Send a test event')}
      ${it.disabledAt ? act('resume', 'Switch on') : it.pausedAt ? act('resume', 'Go on') : act('pause', 'Pause')}
      ${act('secret', 'Make a new secret')} ${act('remove', 'Remove', 'govuk-button--warning')}
    </div>
    <p class="govuk-body">After a new secret the old one signs, too, for ${oldSecretDays} days.</p>
    <h2 class="govuk-heading-m">What was sent</h2>
    ${deliveries.length === 0
      ? html`<p class="govuk-body">Nothing yet. A test event shows whether it arrives.</p>`
      : deliveryLog(it, deliveries, csrf)}
  `
  return { title: new URL(it.url).host, body, current, back, wide: true }
}
