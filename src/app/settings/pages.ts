import type { Refusal } from '#kernel/result.ts'
import type { Page } from '#platform/http/answer.ts'
import { settings, type SettingKey } from '#platform/settings.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { html } from '#platform/views/html.ts'

export const listPage = (values: readonly (readonly [SettingKey, unknown])[]): Page => ({
  title: 'Settings',
  current: '/settings',
  body: html`<p class="govuk-body">What this council may change and no other page keeps. Targets, closures and responsibilities have pages of their own.</p>
    ${summaryList({
      rows: values.map(([key, value]) => ({
        key: { text: settings[key].means },
        value: { text: String(value ?? 'Not set') },
        actions: { items: [{ href: `/settings/${key}`, text: 'Change', visuallyHiddenText: settings[key].means }] },
      })),
    })}`,
})

export type Changing = { readonly key: SettingKey; readonly typed: string; readonly csrf: string; readonly refusal?: Refusal }

export const formPage = ({ key, typed, csrf, refusal }: Changing): Page => ({
  title: 'Change a setting',
  current: '/settings',
  back: { href: '/settings', text: 'Settings' },
  body: html`${refusal && errorSummaryFor(refusal)}
    <form method="post" novalidate>
      ${csrfField(csrf)}
      ${textInput({ id: 'value', name: 'value', value: typed, label: { text: settings[key].means }, errorMessage: refusal && errorFor(refusal, 'value') })}
      ${button({ text: 'Save', preventDoubleClick: true })}
    </form>`,
})
