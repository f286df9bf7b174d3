import type { Refusal } from '#kernel/result.ts'
import type { Page } from '#platform/http/answer.ts'
import { settings, type SettingKey } from '#platform/settings.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { radios } from '#platform/views/components/radios.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { html, type Html } from '#platform/views/html.ts'
import { choicesOf, valueInWords } from './words.ts'

export const listPage = (values: Values): Page => ({
  title: 'Settings',
  current: '/settings',
  body: html`<p class="govuk-body">
      What this council may change and no other page keeps. Targets, closures and responsibilities have pages of their
      own.
    </p>
    ${Map.groupBy(values, ([key]) => groupOf(key))
      .entries()
      .toArray()
      .map(
        ([name, some]) => html`<h2 class="govuk-heading-m">${name}</h2>
          ${listed(some)}`,
      )}`,
})

type Values = readonly (readonly [SettingKey, unknown])[]

const groups: Record<string, string> = {
  council: 'The council',
  audit: 'Audit trail',
  mail: 'Mail',
  safeguarding: 'Safeguarding',
  enquiries: 'Enquiries',
  escalation: 'Late work',
  quality: 'Quality',
  reports: 'Figures',
  review: 'Reviews',
  people: 'Signing in',
  connections: 'Webhooks',
}

const groupOf = (key: SettingKey): string => groups[key.split('.')[0]!] ?? 'Other'

const listed = (values: Values): Html =>
  summaryList({
    rows: values.map(([key, value]) => ({
      key: { text: settings[key].means },
      value: { text: valueInWords(key, value) },
      actions: { items: [{ href: `/settings/${key}`, text: 'Change', visuallyHiddenText: settings[key].means }] },
    })),
  })

export type Changing = {
  readonly key: SettingKey
  readonly typed: string
  readonly csrf: string
  readonly refusal?: Refusal
}

export const formPage = ({ key, typed, csrf, refusal }: Changing): Page => ({
  title: 'Change a setting',
  current: '/settings',
  back: { href: '/settings', text: 'Settings' },
  body: html`${refusal && errorSummaryFor(refusal)}
    <form method="post" novalidate>
      ${csrfField(csrf)} ${field({ key, typed, csrf, refusal })} ${button({ text: 'Save', preventDoubleClick: true })}
    </form>`,
})

function field({ key, typed, refusal }: Changing): Html {
  const [means, errorMessage] = [settings[key].means, refusal && errorFor(refusal, 'value')]
  const choices = choicesOf(key)
  if (choices.length === 0)
    return textInput({ id: 'value', name: 'value', value: typed, label: { text: means }, errorMessage })
  return radios({
    name: 'value',
    value: typed,
    fieldset: { legend: { text: means } },
    items: choices.map(value => ({ value, text: valueInWords(key, value) })),
    errorMessage,
  })
}
