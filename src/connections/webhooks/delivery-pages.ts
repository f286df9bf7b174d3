import { instantInWords } from '#kernel/day.ts'
import { counted, shortened } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { table } from '#platform/views/components/table.ts'
import { tag } from '#platform/views/components/tag.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Attempt, DeliveryState, ListedDelivery, WebhookDelivery } from './delivery.sql.ts'
import type { Webhook } from './webhook.ts'

const current = '/connections/webhooks'

const states: Record<DeliveryState, { readonly text: string; readonly colour: string }> = {
  waiting: { text: 'Waiting', colour: 'blue' },
  sent: { text: 'Arrived', colour: 'green' },
  failed: { text: 'Did not arrive', colour: 'red' },
  withdrawn: { text: 'Withdrawn', colour: 'grey' },
}

const stateTag = (state: DeliveryState): Html =>
  tag({ text: states[state].text, classes: `govuk-tag--${states[state].colour}` })

const quiet = (text: string): Html => html`<div class="govuk-hint govuk-!-margin-bottom-0">${text}</div>`

/** What was sent lately: each delivery with its newest attempt and when it is tried next. */
export const deliveryLog = (webhook: Webhook, deliveries: readonly ListedDelivery[], csrf: string): Html =>
  table({
    classes: 'os-table--roomy os-stacking-table',
    firstCellIsHeader: true,
    caption: 'What was sent',
    captionClasses: 'govuk-visually-hidden',
    head: [
      { text: 'Event' },
      { text: 'State' },
      { text: 'Last attempt' },
      { text: 'Took' },
      { html: html`<span class="govuk-visually-hidden">Send again</span>` },
    ],
    rows: deliveries.map(it => [
      {
        html: html`<a class="govuk-link" href="${current}/${webhook.id}/deliveries/${it.id}">${it.type}</a>${quiet(
            instantInWords(it.createdAt),
          )}`,
      },
      { html: html`${stateTag(it.state)}${nextTryOf(it, webhook)}` },
      {
        html: it.lastAt
          ? html`${answered(it.lastStatus)}${quiet(
              `${counted(it.attempts, 'attempt')}, the last ${instantInWords(it.lastAt)}`,
            )}`
          : html`None yet`,
      },
      { text: it.lastMilliseconds === null ? '' : tookInWords(it.lastMilliseconds) },
      { html: sendButton(webhook, it, csrf) },
    ]),
  })

/** When it is tried next, of what waits. */
const nextTryOf = ({ state, nextAt }: Pick<WebhookDelivery, 'state' | 'nextAt'>, { pausedAt }: Webhook): Html | false =>
  state === 'waiting' && quiet(pausedAt ? 'When the webhook goes on' : `Next try ${instantInWords(nextAt)}`)

const answered = (status: number | null): string => (status === null ? 'No answer' : `Answered ${status}`)

const tookInWords = (milliseconds: number): string =>
  milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`

const sendButton = (
  { id }: Webhook,
  it: Pick<WebhookDelivery, 'id' | 'type' | 'state' | 'createdAt'>,
  csrf: string,
): Html =>
  html`<form method="post" action="${current}/${id}/deliveries/${it.id}/send">
    ${csrfField(csrf)}
    ${button({
      html: html`${it.state === 'waiting' ? 'Try now' : 'Send again'}<span class="govuk-visually-hidden">
          ${it.type}, ${instantInWords(it.createdAt)}</span
        >`,
      classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
      preventDoubleClick: true,
    })}
  </form>`

export type ShownDelivery = {
  readonly csrf: string
  readonly webhook: Webhook
  readonly delivery: WebhookDelivery
  readonly attempts: readonly Attempt[]
}

/** One delivery: what was sent, exactly, and every attempt with what came of it. */
export const deliveryPage = ({ csrf, webhook, delivery, attempts }: ShownDelivery): Page => ({
  title: delivery.type,
  current,
  back: { href: `${current}/${webhook.id}`, text: new URL(webhook.url).host },
  wide: true,
  body: html`
    ${summaryList({
      rows: [
        { key: { text: 'State' }, value: { html: html`${stateTag(delivery.state)}${nextTryOf(delivery, webhook)}` } },
        { key: { text: 'Happened' }, value: { text: instantInWords(delivery.createdAt) } },
        { key: { text: 'Id' }, value: { html: html`<code class="os-break">msg_${delivery.id}</code>` } },
      ],
    })}
    ${delivery.state === 'withdrawn' &&
    html`<p class="govuk-body">
      It was not sent: its owner may no longer see the enquiry or sign in, or the webhook was off.
    </p>`}
    ${sendButton(webhook, delivery, csrf)}
    <h2 class="govuk-heading-m govuk-!-margin-top-6">Attempts</h2>
    ${attempts.length === 0 ? html`<p class="govuk-body">None yet.</p>` : attemptTable(attempts)}
    <h2 class="govuk-heading-m">What is sent</h2>
    <pre class="os-code" tabindex="0" role="region" aria-label="What is sent"><code>${JSON.stringify(
      JSON.parse(delivery.body),
      null,
      2,
    )}</code></pre>
  `,
})

const attemptTable = (attempts: readonly Attempt[]): Html =>
  table({
    classes: 'os-table--roomy os-stacking-table',
    firstCellIsHeader: true,
    head: [{ text: 'Attempt' }, { text: 'When' }, { text: 'What came of it' }, { text: 'Took' }],
    rows: attempts.map(it => [
      { text: String(it.number) },
      { text: instantInWords(it.at) },
      {
        html: html`${answered(it.status)}${it.said &&
        html`<br /><code class="os-break">${shortened(it.said, 300)}</code>`}`,
      },
      { text: tookInWords(it.milliseconds) },
    ]),
  })
