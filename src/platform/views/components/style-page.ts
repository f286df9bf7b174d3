import { html, type Html } from '#platform/views/html.ts'
import { formExamples } from './style-forms.ts'
import { pageExamples } from './style-pages.ts'
import { workExamples } from './style-work.ts'

/** One component as it looks, under its name. */
export type Example = readonly [name: string, drawn: Html]

/**
 * Every component with an invented example: to look at while designing, and for the accessibility test to walk over.
 * Only the content of a page; the layout goes around it.
 */
export function stylePage(): Html {
  return html`<h1 class="govuk-heading-xl">Style page</h1>
    <p class="govuk-body-l">Every piece the pages of One Stop are made of. All people and places here are invented.</p>
    ${section('Work', workExamples())} ${section('Forms', formExamples())} ${section('Pages', pageExamples())}`
}

const section = (title: string, examples: readonly Example[]): Html => html`<section>
  <h2 class="govuk-heading-l">${title}</h2>
  ${examples.map(
    ([name, drawn]) => html`<h3 class="govuk-heading-s os-quiet">${name}</h3>
      <div class="govuk-!-margin-bottom-7">${drawn}</div>`,
  )}
</section>`
