import { instantInWords, type Now } from '#kernel/day.ts'
import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { html } from '#platform/views/html.ts'
import { referenceOf } from '../disclosure/acts.ts'
import type { Disclosure } from '../disclosure/disclosure.ts'
import { addressOf, stateTag } from '../disclosure/overview-page.ts'

export type CopiesShown = {
  readonly reference: string
  readonly csrf: string
  readonly copies: readonly Disclosure[]
  readonly now: Now
}

/** The redacted copies of an enquiry so far, and the beginning of another. */
export const copiesPage = ({ reference, csrf, copies, now }: CopiesShown): Page => ({
  title: `Redacted copies of ${reference}`,
  back: { href: `/enquiries/${reference}`, text: reference },
  body: html`<p class="govuk-body">
      A copy leaves out what others must not read. What is taken out is gone from it, not covered. A second person looks
      through it before it can be used.
    </p>
    <ul class="govuk-list">
      ${copies.map(
        it =>
          html`<li>
            <a class="govuk-link" href="${addressOf(it)}">${referenceOf(it)}</a>, ${instantInWords(it.madeAt)}
            ${stateTag({ it, due: undefined, now })}
          </li>`,
      )}
    </ul>
    <form method="post" action="/privacy/copies/${reference}" novalidate>
      ${csrfField(csrf)}
      ${button({ text: copies.length > 0 ? 'Begin another copy' : 'Begin a copy', preventDoubleClick: true })}
    </form>`,
})
