import { radios } from '#platform/views/components/radios.ts'
import type { ActPage } from '../page/act-page.ts'
import { relationWords } from '../enquiry.ts'
import { named } from '../together/other-field.ts'
import { othersOf } from '../together/together.sql.ts'
import { html } from '#platform/views/html.ts'

export const unlinkPage: ActPage = {
  act: 'unlink',
  title: 'Take a link away',
  fields: async ({ opened: { tx, enquiry }, typed, error }) => {
    const linked = (await othersOf(tx, enquiry)).flatMap(other => {
      const as = enquiry.links.find(it => it.to === other.id)?.as
      return as === 'follows' || as === 'followed-by' || as === 'related' ? [{ ...other, as }] : []
    })
    if (linked.length === 0) return html`<p class="govuk-body">It is linked to no other enquiry that you can see.</p>`
    return radios({
      name: 'other',
      value: typed.text('other'),
      fieldset: { legend: { text: 'Which link is wrong?', classes: 'govuk-fieldset__legend--m' } },
      errorMessage: error('other'),
      items: linked.map(it => ({ value: it.reference, html: html`${relationWords[it.as]} ${named(it)}` })),
    })
  },
  given: typed => ({ other: typed.text('other') }),
  submit: 'Take the link away',
  done: 'Link taken away',
}
