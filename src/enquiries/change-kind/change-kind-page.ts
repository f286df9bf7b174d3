import { radios } from '#platform/views/components/radios.ts'
import { html } from '#platform/views/html.ts'
import { kinds, kindWords, type Kind } from '../enquiry.ts'
import type { ActPage } from '../page/act-page.ts'
import { reader, wordsField } from '../page/fields.ts'

const hints: Partial<Record<Kind, string>> = {
  'information-request': 'Freedom of information or environmental information: the law’s own time limit',
  complaint: 'Acknowledged first, then answered in two stages',
  'mp-enquiry': 'From a Member of Parliament',
}

export const changeKindPage: ActPage = {
  act: 'change-kind',
  title: 'Change what kind it is',
  fields: ({ opened, typed, error }) =>
    html`${reader(`${opened.names.member} is told why, and the new date.`)}
      <p class="govuk-body">
        It is of the kind “${kindWords[opened.enquiry.kind].toLowerCase()}” now. Its clock becomes that of the new kind,
        counted from receipt. The clock before stays in its history.
      </p>
      ${radios({
        name: 'kind',
        value: typed.text('kind'),
        fieldset: { legend: { text: 'What is it?', classes: 'govuk-fieldset__legend--m' } },
        errorMessage: error('kind'),
        items: kinds
          .filter(it => it !== 'restricted' && it !== opened.enquiry.kind)
          .map(value => ({
            value,
            text: kindWords[value],
            ...(hints[value] && { hint: { text: hints[value] } }),
          })),
      })}
      ${wordsField(
        { opened, typed, files: [], error },
        { label: 'Why is it of another kind?', hint: 'The member reads this', rows: 4 },
      )}`,
  given: typed => ({ kind: typed.text('kind') || undefined, text: typed.text('text') }),
  submit: 'Change the kind',
  done: 'Kind changed',
  keepsDraft: true,
}
