import { instantInWords } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import { counted } from '#kernel/text.ts'
import type { Member } from '#people/door.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Form } from '#platform/http/form.ts'
import { button } from '#platform/views/components/button.ts'
import { details } from '#platform/views/components/details.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { select } from '#platform/views/components/select.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { html, type Html } from '#platform/views/html.ts'
import { ownWords } from '../own-words.ts'
import type { Parsed, ParsedMail } from '../parse/parsed-mail.ts'
import { senderOf } from './list-page.ts'
import type { Delivery, IntakeEntry } from './read-intake.sql.ts'
import { outcomeInWords, quarantinePath, subjectInWords } from './words.ts'

export type MessageView = {
  readonly entry: IntakeEntry
  readonly deliveries: readonly Delivery[]
  readonly parsed: Parsed
  readonly members: readonly Member[]
  readonly csrf: string
  readonly form: Form
  readonly refusal?: Refusal | undefined
}

/** One message, safe to look at, and what may be decided about it. */
export function messagePage(view: MessageView): Page {
  const { entry, parsed, refusal } = view
  return {
    title: subjectInWords(entry.subject),
    wide: true,
    current: quarantinePath(),
    back: { href: quarantinePath(), text: 'Mail in quarantine' },
    body: html`${errorSummaryFor(refusal)} ${facts(view)}
      ${parsed.ok ? words(entry, parsed.mail) : insetText({ text: `This message could not be read. ${parsed.words}.` })}
      <p class="govuk-body">
        <a class="govuk-link" href="${quarantinePath(entry.id)}/raw">Download the message as it came</a>
      </p>
      ${decisions(view)}`,
  }
}

function facts({ entry, deliveries }: MessageView): Html {
  const recipients = [...new Set(deliveries.flatMap(it => it.recipients))]
  return summaryList({
    rows: [
      { key: { text: 'Why it is here' }, value: { text: outcomeInWords(entry) } },
      { key: { text: 'From' }, value: { html: senderOf(entry) } },
      { key: { text: 'To' }, value: { text: recipients.join(', ') } },
      { key: { text: 'Received' }, value: { text: instantInWords(entry.receivedAt) } },
      entry.senderCheck && { key: { text: 'Sender check' }, value: { text: entry.senderCheck.because } },
    ],
  })
}

function words(entry: IntakeEntry, mail: ParsedMail): Html {
  return html`
    <h2 class="govuk-heading-m">Message</h2>
    ${ownWords(mail.text).map(it =>
      it.kind === 'own'
        ? plain(it.text)
        : details({ summaryText: it.kind === 'quoted' ? 'Show quoted text' : 'Show signature', html: plain(it.text) }),
    )}
    ${mail.html && details({ summaryText: 'Show as the sender laid it out', html: frame(entry) })}
    ${mail.attachments.length > 0 && attachments(mail)}
  `
}

const plain = (text: string): Html => html`<pre class="os-mail-text" dir="auto" tabindex="0">${text.trim()}</pre>`

/** Sanitised, and in a frame that may do nothing at all. */
const frame = (entry: IntakeEntry): Html =>
  html`<iframe
    class="os-mail-frame"
    title="The message as laid out by its sender"
    src="${quarantinePath(entry.id)}/html"
    width="100%"
    height="600"
    sandbox=""
  ></iframe>`

function attachments({ attachments }: ParsedMail): Html {
  return html`<p class="govuk-body">${counted(attachments.length, 'attachment')}, in the message as it came:</p>
    <ul class="govuk-list govuk-list--bullet">
      ${attachments.map(
        it =>
          html`<li>
            <bdi>${it.name}</bdi> (${it.winmail ? 'packed by Outlook' : it.type},
            ${counted(Math.ceil(it.size / 1024), 'kilobyte')})
          </li>`,
      )}
    </ul>`
}

function decisions(view: MessageView): Html | undefined {
  const { state } = view.entry
  if (state === 'discarded')
    return form(
      view,
      'restore',
      html`${button({ text: 'Take back from discarded', classes: 'govuk-button--secondary' })}`,
    )
  if (state === 'quarantined') return html`${fileForm(view)} ${newForm(view)} ${discardForm(view)}`
  return state === 'automatic' ? html`${fileForm(view)} ${newForm(view)}` : undefined
}

const form = ({ entry, csrf }: MessageView, act: string, fields: Html): Html =>
  html`<form method="post" action="${quarantinePath(entry.id)}/${act}" novalidate>${csrfField(csrf)} ${fields}</form>`

function fileForm(view: MessageView): Html {
  return html`<h2 class="govuk-heading-m">File at an enquiry</h2>
    ${form(
      view,
      'file',
      html`${textInput({
        label: { text: 'Reference' },
        hint: { text: 'For example, ME-2026-000123' },
        id: 'reference',
        name: 'reference',
        classes: 'govuk-input--width-10',
        value: view.form.typed.reference ?? view.entry.reference ?? '',
        errorMessage: errorFor(view.refusal, 'reference'),
      })}
      ${button({ text: 'File message' })}`,
    )}`
}

function newForm(view: MessageView): Html {
  const items = [
    { value: '', text: 'Select a member' },
    ...view.members.map(it => ({ value: it.id, text: `${it.name}, ${it.ward}` })),
  ]
  return html`<h2 class="govuk-heading-m">Make a new enquiry</h2>
    ${form(
      view,
      'new-enquiry',
      html`${select({
        label: { text: 'For which member' },
        id: 'member',
        name: 'member',
        items,
        value: view.form.text('member'),
        errorMessage: errorFor(view.refusal, 'member'),
      })}
      ${button({ text: 'Make new enquiry' })}`,
    )}`
}

function discardForm(view: MessageView): Html {
  return html`<h2 class="govuk-heading-m">Discard</h2>
    <p class="govuk-body">A discarded message is kept, and can be taken back.</p>
    ${form(
      view,
      'discard',
      html`${textInput({
        label: { text: 'Reason' },
        id: 'reason',
        name: 'reason',
        value: view.form.typed.reason ?? '',
        errorMessage: errorFor(view.refusal, 'reason'),
      })}
      ${button({ text: 'Discard message', classes: 'govuk-button--warning' })}`,
    )}`
}
