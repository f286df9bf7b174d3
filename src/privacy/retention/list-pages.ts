import { inWords, instantInWords, type Day } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import { counted, numberInWords } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import { emptyForm, type Form } from '#platform/http/form.ts'
import type { Asked } from '#platform/http/route.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { button } from '#platform/views/components/button.ts'
import { dateInput } from '#platform/views/components/date-input.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { pagination } from '#platform/views/components/pagination.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { warningText } from '#platform/views/components/warning-text.ts'
import { html, type Html, type Piece } from '#platform/views/html.ts'
import type { DueCount, DueEnquiry } from './due.sql.ts'
import type { Erasing, ErasingItem, ItemCount } from './erasing.sql.ts'
import { isKind, kinds } from './kinds.ts'
import { listed, oneButton, retentionPath, stateOf } from './pages.ts'

type Preview = {
  readonly asked: Asked
  readonly on: Day
  readonly counts: readonly DueCount[]
  readonly some: readonly DueEnquiry[]
  readonly form: Form
  readonly refusal: Refusal | undefined
}

/** What would go on a day: how many of each kind, and which. */
export function previewPage({ asked, on, counts, some, form, refusal }: Preview): Page {
  const total = counts.reduce((n, it) => n + it.count, 0)
  return {
    title: 'What would be erased',
    current: '/privacy/desk',
    back: { href: retentionPath, text: 'How long things are kept' },
    wide: true,
    body: html`${errorSummaryFor(refusal, { on: 'on-day' })}
      <form method="get" action="${retentionPath}/preview" novalidate>
        ${dateInput({
          id: 'on',
          namePrefix: 'on',
          fieldset: { legend: { text: 'On which day?' } },
          values: form.typed,
          errorMessage: errorFor(refusal, 'on'),
        })}
        ${button({ text: 'Show', classes: 'govuk-button--secondary' })}
      </form>
      ${insetText({ text: `On ${inWords(on)} ${counted(total, 'enquiry', 'enquiries')} would go.` })}
      ${counts.length > 0 && summaryList({ rows: counts.map(countRow) })}
      ${listed('What is due, the oldest first', some.map(asListed), 'Held')}
      ${some.length < total && html`<p class="govuk-body">The first ${numberInWords(some.length)} are shown.</p>`}
      ${on === asked.now.today && total > 0 && mayDo(asked.viewer, 'privacy.keep') && prepareForm(asked, total)}`,
  }
}

const countRow = ({ kind, count, held }: DueCount) => ({
  key: { text: isKind(kind) ? kinds[kind].text : kind },
  value: { text: held > 0 ? `${numberInWords(count)}, and ${numberInWords(held)} held back` : numberInWords(count) },
})

const asListed = (it: DueEnquiry) => ({ ...it, how: it.held ? 'Held: it stays' : 'No' })

const prepareForm = (asked: Asked, total: number): Html => html`<h2 class="govuk-heading-m">Erase them</h2>
  <p class="govuk-body">
    You prepare the list; a second person looks at it and confirms. Old drafts, copies of mail and sessions whose time
    is over go with it.
  </p>
  ${oneButton(asked, `${retentionPath}/preview`, `Prepare a list of ${counted(total, 'enquiry', 'enquiries')}`)}`

/** Enquiries to be erased before their time, because somebody asked for it. */
export const requestPage = (asked: Asked, form: Form = emptyForm, refusal?: Refusal): Page => ({
  title: 'Erase enquiries before their time',
  current: '/privacy/desk',
  back: { href: retentionPath, text: 'How long things are kept' },
  body: html`${errorSummaryFor(refusal)}
    <p class="govuk-body">
      When somebody’s request for erasure is granted. Only closed enquiries can be erased, and none under a hold. A
      second person confirms.
    </p>
    <form method="post" action="${retentionPath}/request" novalidate>
      ${csrfField(asked.csrf)}
      ${textarea({
        id: 'references',
        name: 'references',
        value: form.text('references'),
        rows: 4,
        label: { text: 'References' },
        hint: { text: 'One on each line, or separated by commas' },
        errorMessage: errorFor(refusal, 'references'),
      })}
      ${textarea({
        id: 'reason',
        name: 'reason',
        value: form.text('reason'),
        rows: 3,
        label: { text: 'Why are they erased?' },
        hint: { text: 'The request and its date. Do not name the person: this stays' },
        errorMessage: errorFor(refusal, 'reason'),
      })}
      <div class="govuk-button-group">
        ${button({ text: 'Prepare the list', preventDoubleClick: true })}
        <a class="govuk-link" href="${retentionPath}">Cancel</a>
      </div>
    </form>`,
})

type List = {
  readonly asked: Asked
  readonly erasing: Erasing
  readonly counts: readonly ItemCount[]
  readonly items: readonly ErasingItem[]
  readonly more: boolean
  readonly names: ReadonlyMap<string, string>
}

const states = {
  waiting: 'To be erased',
  erased: 'Erased',
  held: 'Stays: held',
  'not-due': 'Stays: opened again',
} as const

/** One list: who prepared it, who confirmed it, what is on it and how far it is. */
export const listPage = ({ asked, erasing, counts, items, more, names }: List): Page => ({
  title: 'A list to erase',
  current: '/privacy/desk',
  back: { href: retentionPath, text: 'How long things are kept' },
  wide: true,
  body: html`${summaryList({
    rows: [
      { key: { text: 'State' }, value: { text: stateOf(erasing) } },
      {
        key: { text: 'Why' },
        value: { text: erasing.why === 'schedule' ? `Due on ${inWords(erasing.dueOn)}` : erasing.reason },
      },
      {
        key: { text: 'Prepared' },
        value: { text: `${instantInWords(erasing.preparedAt)}, ${names.get(erasing.preparedBy) ?? ''}` },
      },
      erasing.confirmedAt && {
        key: { text: 'Confirmed' },
        value: { text: `${instantInWords(erasing.confirmedAt)}, ${names.get(erasing.confirmedBy!) ?? ''}` },
      },
      ...counts.map(it => ({ key: { text: states[it.state] }, value: { text: numberInWords(it.count) } })),
    ],
  })}
  ${decision(asked, erasing)}
  ${listed(
    'Enquiries of this list',
    items.map(it => ({ ...it, how: states[it.state] })),
    'State',
  )}
  ${more &&
  pagination({
    landmarkLabel: 'Enquiries',
    next: { href: `${retentionPath}/lists/${erasing.id}?after=${items.at(-1)!.reference}`, text: 'Next' },
  })}`,
})

function decision(asked: Asked, erasing: Erasing): Piece {
  if (erasing.confirmedAt || erasing.withdrawnAt) return ''
  const [path, own] = [`${retentionPath}/lists/${erasing.id}`, erasing.preparedBy === asked.viewer.person]
  const back = mayDo(asked.viewer, 'privacy.keep')
    ? oneButton(asked, `${path}/withdrawal`, 'Withdraw the list', 'govuk-button--secondary')
    : ''
  if (own)
    return html`${insetText({ text: 'Somebody else has to confirm it: give them the address of this page.' })} ${back}`
  return html`${warningText({
      text: 'What is erased cannot be brought back.',
      iconFallbackText: 'Warning',
    })}
    <div class="govuk-button-group">
      ${oneButton(asked, `${path}/confirmation`, 'Confirm and erase', 'govuk-button--warning')} ${back}
    </div>`
}
