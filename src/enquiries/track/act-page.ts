import type { Refusal } from '#kernel/result.ts'
import { shortened } from '#kernel/text.ts'
import type { TextWarning } from '#mailboxes/door.ts'
import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { radios } from '#platform/views/components/radios.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import type { Enquiry } from '../enquiry.ts'
import { plain } from './conversation.ts'
import type { MemberAct } from './member-acts.ts'
import { askedOnce } from '../sensitive/asked-once.ts'
import { replyForm } from './reply-form.ts'
import { trackAddress, type Tracked } from './track.ts'

type Typed = {
  readonly text?: string
  readonly choice?: string
  readonly refusal?: Refusal
  /** what was written may be sensitive: asked once */
  readonly warning?: TextWarning
}

/** The form of one act of the member. */
export function actPage(it: Tracked, act: MemberAct, { text, choice, refusal, warning }: Typed = {}): Page {
  const { enquiry, names } = it
  const body = html`
    ${errorSummaryFor(refusal)}
    <p class="govuk-body-l" dir="auto">
      <span class="os-reference">${enquiry.reference}</span> ${shortened(names.subject, 160)}
    </p>
    ${act.words && html`<p class="govuk-body">${act.words}</p>`} ${act.name === 'reply' && lastQuestion(it)}
    ${act.takesFiles
      ? replyForm(it, { label: act.label, button: act.button, typed: text, refusal, warning })
      : form(it, act, { text, choice, refusal, warning })}
  `
  return {
    title: act.title,
    body,
    back: { href: trackAddress(enquiry), text: 'Back to the enquiry' },
    current: '/enquiries/mine',
    invalid: refusal !== undefined,
  }
}

/** What closed because we had no reply is opened with one press; words are welcome, not needed. */
const labelOf = ({ name, label }: MemberAct, { outcome }: Enquiry): string =>
  name === 'reopen' && outcome === 'member-silent' ? 'Your reply (optional)' : label

const form = (
  { enquiry, asked }: Tracked,
  act: MemberAct,
  { text, choice, refusal, warning }: { [K in keyof Typed]: Typed[K] | undefined },
): Html => html`
  <form method="post" action="${trackAddress(enquiry)}/${act.name}" novalidate>
    ${csrfField(asked.csrf)} <input type="hidden" name="version" value="${enquiry.version}" /> ${askedOnce(warning)}
    ${act.choice && choiceOf(act.choice, choice, refusal)}
    ${act.line
      ? textInput({
          name: act.line,
          label: { text: act.label, classes: 'govuk-label--m' },
          value: text,
          errorMessage: errorFor(refusal, act.line),
        })
      : textarea({
          name: 'text',
          label: { text: labelOf(act, enquiry) },
          rows: 5,
          value: text,
          errorMessage: errorFor(refusal, 'text'),
        })}
    <div class="govuk-button-group">
      ${button({ text: act.button, classes: act.buttonClasses, preventDoubleClick: true })}
      <a class="govuk-link" href="${trackAddress(enquiry)}">Cancel</a>
    </div>
  </form>
`

const choiceOf = (
  { name, legend, items }: NonNullable<MemberAct['choice']>,
  value: string | undefined,
  refusal: Refusal | undefined,
): Html =>
  radios({
    name,
    items,
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--m' } },
    errorMessage: errorFor(refusal, name),
    ...(value && { value }),
  })

function lastQuestion({ enquiry, messages }: Tracked): Html {
  const asked = messages.findLast(message => message.kind === 'question')
  return enquiry.status === 'waiting-for-member' && asked
    ? html`<div class="govuk-inset-text">${plain(asked.words)}</div>`
    : nothing
}
