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
import { summaryList } from '#platform/views/components/summary-list.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { html, type Html } from '#platform/views/html.ts'
import { ownWords } from '../own-words.ts'
import { notesOf } from '../parse/notes.ts'
import type { Parsed, ParsedMail } from '../parse/parsed-mail.ts'
import { mayUndo } from './batch-page.ts'
import { choicesFor, decisionFields } from './decision-form.ts'
import type { Decided } from './decision.sql.ts'
import { senderOf } from './list-page.ts'
import type { Delivery, IntakeEntry } from './read-intake.sql.ts'
import { kindInWords, outcomeInWords, quarantinePath, subjectInWords } from './words.ts'

export type MessageView = {
  readonly entry: IntakeEntry
  readonly deliveries: readonly Delivery[]
  readonly parsed: Parsed
  readonly members: readonly Member[]
  /** the kinds of sensitive matters that have a proper officer */
  readonly matters: readonly { readonly value: string; readonly words: string }[]
  /** what was decided about it, newest first */
  readonly decided: readonly Decided[]
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
      ${history(view)} ${decisions(view)}`,
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
    ${besides(mail)} ${mail.html && details({ summaryText: 'Show as the sender laid it out', html: frame(entry) })}
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
            <bdi>${it.name}</bdi> (${it.winmail ? 'packed by Outlook' : it.type}${it.inside &&
            html`, in <bdi>${it.inside}</bdi>`},
            ${counted(Math.ceil(it.size / 1024), 'kilobyte')})
          </li>`,
      )}
    </ul>`
}

function decisions(view: MessageView): Html | undefined {
  const { entry } = view
  const offered = choicesFor(entry)
  if (offered.length > 0) {
    const fields = decisionFields({ ...view, offered, reference: entry.reference })
    return form(view, html`${fields} ${button({ text: 'Decide', preventDoubleClick: true })}`)
  }
  const [last] = view.decided
  if (!last || !mayUndo(last, entry)) return undefined
  return entry.state === 'discarded' ? form(view, restoring) : form(view, undoing(view))
}

const form = ({ entry, csrf }: MessageView, fields: Html): Html =>
  html`<form method="post" action="${quarantinePath(entry.id)}/decide" novalidate>${csrfField(csrf)} ${fields}</form>`

const chosen = (act: string): Html => html`<input type="hidden" name="act" value="${act}" />`

const restoring = html`${chosen('restore')}
${button({ text: 'Take back from discarded', classes: 'govuk-button--secondary' })}`

const undoing = ({ form, refusal, entry }: MessageView): Html => html`
  <h2 class="govuk-heading-m">It does not belong at ${entry.reference}</h2>
  <p class="govuk-body">
    ${entry.state === 'new-enquiry'
      ? 'The enquiry is closed as recorded in error and its member is told. The message waits here again.'
      : 'The enquiry gets a note, and the message waits here again. What it says stays on record there.'}
  </p>
  ${chosen('undo')}
  ${textInput({
    label: { text: 'Why it does not belong there' },
    id: 'reason',
    name: 'reason',
    value: form.typed.reason ?? '',
    errorMessage: errorFor(refusal, 'reason'),
  })}
  ${button({ text: 'Take it back', classes: 'govuk-button--warning', preventDoubleClick: true })}
`

/** Who decided what about it, newest first. */
function history({ decided }: MessageView): Html | undefined {
  if (decided.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">What was decided</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${decided.map(
        it =>
          html`<li>
            ${kindInWords[it.kind]} by <bdi>${it.byName}</bdi>, ${instantInWords(it.decidedAt)}:
            <bdi>${it.reason}</bdi>${it.undoneAt && ' (taken back)'}
          </li>`,
      )}
    </ul>`
}

/** What an officer has to know besides the words; messages inside it, folded. */
const besides = (mail: ParsedMail): Html => html`
  ${notesOf(mail).map(it => insetText({ text: it }))}
  ${mail.inner.map(it =>
    details({
      summaryText: `Message inside: ${it.subject || 'no subject'}`,
      html: html`<p class="govuk-body"><bdi>${it.from}</bdi>, ${it.date}</p>
        ${plain(it.text)}`,
    }),
  )}
`
