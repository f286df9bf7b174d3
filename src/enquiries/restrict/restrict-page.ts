import { radios } from '#platform/views/components/radios.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { html } from '#platform/views/html.ts'
import type { ActPage } from '../page/act-page.ts'
import { matterItems, whatRestrictingDoes } from './restrict-words.ts'

export const restrictPage: ActPage = {
  act: 'restrict',
  title: 'Restrict it to the proper officer',
  fields: ({ typed, error }) =>
    html`${whatRestrictingDoes}
    ${radios({
      name: 'sensitivity',
      value: typed.text('sensitivity'),
      fieldset: { legend: { text: 'What kind of matter is it?', classes: 'govuk-fieldset__legend--m' } },
      errorMessage: error('sensitivity'),
      items: matterItems,
    })}
    ${textInput({
      name: 'why',
      label: { text: 'Why, in one line', classes: 'govuk-label--m' },
      hint: { text: 'No names and nothing of the matter itself, like “It tells of somebody’s health”' },
      value: typed.text('why'),
      errorMessage: error('why'),
    })}`,
  given: typed => ({ sensitivity: typed.text('sensitivity') || undefined, why: typed.text('why') }),
  submit: 'Restrict it now',
  warning: true,
  done: 'Restricted',
}
