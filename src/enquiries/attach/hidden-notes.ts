import type { Refusal } from '#kernel/result.ts'
import type { Form } from '#platform/http/form.ts'
import { cannotTell } from '#platform/hidden/hidden-in.ts'
import type { Hidden } from '#platform/hidden/hidden.ts'
import { details } from '#platform/views/components/details.ts'
import { errorFor } from '#platform/views/components/form.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { radios } from '#platform/views/components/radios.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import type { NewAttachment } from '../attachment.sql.ts'
import { asksAbout, hiddenField, reasonsToSend, whyItMayGo } from './hidden-data.ts'

/** What the files of a form hide, by the file, and the question why they may go where that must be answered. */
export function hiddenNotes(files: readonly NewAttachment[], typed: Form, refusal: Refusal | undefined): Html {
  const hiding = files.filter(it => it.hidden)
  if (files.length === 0) return nothing
  const cannot = details({ summaryText: 'What this check cannot see', text: cannotTell })
  if (hiding.length === 0) return cannot
  return html`${insetText({ html: html`${hiding.map(note)}` })} ${hiding.some(asksAbout) && question(typed, refusal)}
  ${cannot}`
}

const note = ({ name, hidden = [] }: NewAttachment): Html =>
  html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">
      ${hidden.some(it => it.weight === 'ask') ? 'Hidden in' : 'About'} <bdi>${name}</bdi>
    </h3>
    <ul class="govuk-list govuk-list--bullet">
      ${hidden.map(line)}
    </ul>`

const line = ({ words, todo }: Hidden): Html =>
  html`<li><span dir="auto">${words}</span>. <span class="govuk-hint govuk-!-display-inline">${todo}</span></li>`

const question = (typed: Form, refusal: Refusal | undefined): Html =>
  radios({
    name: hiddenField,
    fieldset: {
      legend: { text: 'Why may these files go with what is hidden in them?', classes: 'govuk-fieldset__legend--s' },
    },
    hint: { text: 'Better: remove the file, clean it, and add it again. What you select is recorded' },
    items: reasonsToSend.map(value => ({ value, text: whyItMayGo[value] })),
    value: typed.text(hiddenField),
    errorMessage: errorFor(refusal, hiddenField),
  })
