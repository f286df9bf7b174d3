import type { Refusal } from '#kernel/result.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Form } from '#platform/http/form.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { html } from '#platform/views/html.ts'
import { incidentsPath } from './list-page.ts'

/** Opens an incident by hand: a letter in the wrong envelope, a list sent to the wrong address. */
export function openPage(csrf: string, form: Form, refusal?: Refusal): Page {
  const line = (name: string, label: string, hint?: string) =>
    textInput({
      name,
      label: { text: label },
      ...(hint && { hint: { text: hint } }),
      value: form.text(name),
      errorMessage: errorFor(refusal, name),
    })
  return {
    title: 'Open an incident',
    current: '/privacy/desk',
    back: { href: incidentsPath, text: 'All incidents' },
    invalid: refusal !== undefined,
    body: html`${errorSummaryFor(refusal)}
      <p class="govuk-body">
        Something private was sent to the wrong place, or seen by the wrong person. Nobody is blamed: what counts is
        that it is looked after. An enquiry that more people saw opens its incident by itself when it is restricted.
      </p>
      <form method="post" action="${incidentsPath}/open" novalidate>
        ${csrfField(csrf)} ${line('words', 'What happened, in one line', 'No details of the matter itself')}
        ${line(
          'hours',
          'How many hours ago did the council become aware of it?',
          'The 72 hours count from then; 0 is now',
        )}
        ${line('name', 'Who has it now? (optional)', 'You can ask them to delete it on the next page')}
        ${line('address', 'Their email address (optional)')}
        ${button({ text: 'Open the incident', preventDoubleClick: true })}
      </form>`,
  }
}
