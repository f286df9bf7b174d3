import { inWords, instantInWords, type Day } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import { counted, listInWords, numberInWords } from '#kernel/text.ts'
import type { WrongLine } from '#platform/csv.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Form } from '#platform/http/form.ts'
import { button } from '#platform/views/components/button.ts'
import { dateInput } from '#platform/views/components/date-input.ts'
import { details } from '#platform/views/components/details.ts'
import { fileUpload } from '#platform/views/components/file-upload.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { radios } from '#platform/views/components/radios.ts'
import { scrolling } from '#platform/views/components/scrolling.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { table } from '#platform/views/components/table.ts'
import { warningText } from '#platform/views/components/warning-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import { under } from '../pieces.ts'
import type { PlaceKind, PlaceList } from './place-list.sql.ts'
import { columnsInWords } from './postcode-file.ts'

const current = '/people'
const back = { href: '/people/places', text: 'Postcodes and boundaries' }
const kindWords: Record<PlaceKind, string> = { postcodes: 'Postcodes', boundaries: 'Ward boundaries' }
const unit = (kind: PlaceKind, n: number): string =>
  kind === 'postcodes' ? counted(n, 'postcode') : counted(n, 'ward')

type Choosing = {
  readonly csrf: string
  readonly form: Form
  readonly lists: readonly PlaceList[]
  readonly today: Day
  readonly refusal?: Refusal
  readonly errors?: readonly WrongLine[]
}

export function placesPage({ csrf, form, lists, today, refusal, errors = [] }: Choosing): Page {
  const body = html`
    ${errorSummaryFor(refusal, { fromOn: 'fromOn-day' })} ${errors.length > 0 && errorList(errors)}
    <p class="govuk-body">
      From a postcode or a spot on the map One Stop works out the ward of an enquiry, and with it the team that answers.
      First you see what a file tells; nothing holds until you say so.
    </p>
    <form method="post" action="/people/places" enctype="multipart/form-data" novalidate>
      ${csrfField(csrf)}
      ${radios({
        name: 'kind',
        fieldset: { legend: { text: 'What is in the file?', classes: 'govuk-fieldset__legend--s' } },
        items: [
          {
            value: 'postcodes',
            text: 'Postcodes',
            hint: { text: 'CSV: each postcode with its ward or where it lies' },
          },
          { value: 'boundaries', text: 'Ward boundaries', hint: { text: 'GeoJSON: each ward with its outline' } },
        ],
        value: form.text('kind'),
        errorMessage: errorFor(refusal, 'kind'),
      })}
      ${fileUpload({
        name: 'file',
        label: { text: 'File', classes: 'govuk-label--s' },
        errorMessage: errorFor(refusal, 'file'),
        attributes: { accept: '.csv,.geojson,.json,text/csv,application/geo+json' },
      })}
      ${dateInput({
        id: 'fromOn',
        namePrefix: 'fromOn',
        fieldset: { legend: { text: 'From which day does it hold?', classes: 'govuk-fieldset__legend--s' } },
        hint: { text: 'After a boundary review the day of the election. Earlier days keep the list before' },
        values: form.typed,
        errorMessage: errorFor(refusal, 'fromOn'),
      })}
      ${button({ text: 'See what it tells', preventDoubleClick: true })}
    </form>
    ${fileWords}
    <h2 class="govuk-heading-m">Lists</h2>
    ${lists.length === 0
      ? html`<p class="govuk-body">None yet. Until there is one, people select the ward themselves.</p>`
      : listed(lists, today)}
    <p class="govuk-body"><a class="govuk-link" href="/people/wards/map">See the map of the wards</a></p>
  `
  return { title: back.text, body, current, back: { href: '/people', text: 'People' }, invalid: Boolean(refusal) }
}

const fileWords = details({
  summaryText: 'What the files look like',
  html: html`<p class="govuk-body">
      Postcodes: the first line names the columns, in any order: ${columnsInWords}. The columns of the ONS Postcode
      Directory and of Code-Point Open are understood as they are. Postcodes of other councils are passed over.
    </p>
    <p class="govuk-body">
      Boundaries: a GeoJSON collection, one shape or several for each ward, with its name or code, as the statistics
      office publishes them. Degrees or metres of the national grid. Import these first where the postcode file names
      wards only by code, or not at all.
    </p>`,
})

const listed = (lists: readonly PlaceList[], today: Day): Html =>
  scrolling(
    table({
      firstCellIsHeader: true,
      head: [{ text: 'File' }, { text: 'From' }, { text: 'Holds' }],
      rows: lists.map(it => [
        {
          html: html`<a class="govuk-link" href="/people/places/${it.id}">${it.fileName}</a>${under(
              `${kindWords[it.kind]}: ${unit(it.kind, it.held)}`,
            )}`,
        },
        { text: inWords(it.fromOn) },
        { text: standingOf(it, lists, today) },
      ]),
    }),
  )

/** Of each kind the one with the latest day that has come; lists come newest first. */
function standingOf(it: PlaceList, lists: readonly PlaceList[], today: Day): string {
  if (it.withdrawnAt) return 'Withdrawn'
  if (it.fromOn > today) return 'Not yet'
  const now = lists.find(one => one.kind === it.kind && !one.withdrawnAt && one.fromOn <= today)
  return now?.id === it.id ? 'Now' : 'For earlier days'
}

const errorList = (errors: readonly WrongLine[]): Html => html`
  <p class="govuk-body">${counted(errors.length, 'thing')} to mend. Nothing can be imported until all are.</p>
  ${scrolling(
    table({
      firstCellIsHeader: true,
      head: [{ text: 'Line' }, { text: 'Column' }, { text: 'What is wrong' }],
      rows: errors.slice(0, 200).map(it => [{ text: String(it.line) }, { text: it.column ?? '' }, { text: it.words }]),
    }),
  )}
`

type Shown = { readonly csrf: string; readonly it: PlaceList; readonly without: readonly string[] }

export function placeListPage({ csrf, it, without }: Shown): Page {
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } })
  const body = html`
    ${!it.confirmedAt && html`<p class="govuk-body">Nothing is changed yet.</p>`}
    ${without.length > 0 &&
    warningText({
      text: `It has no ${it.kind === 'postcodes' ? 'postcode' : 'boundary'} for ${listInWords(without)}`,
    })}
    ${summaryList({
      rows: [
        row('What', `${kindWords[it.kind]}: ${unit(it.kind, it.held)}`),
        row('From', inWords(it.fromOn)),
        it.passedOver > 0 && row('Passed over', `${numberInWords(it.passedOver)} of wards that are not ours`),
        Object.keys(it.codes).length > 0 && row('Codes', `New for ${unit('boundaries', Object.keys(it.codes).length)}`),
        row('Read', `${instantInWords(it.madeAt)}, ${it.madeByName ?? 'the command line'}`),
      ],
    })}
    ${it.withdrawnAt
      ? insetText({ text: `Withdrawn ${instantInWords(it.withdrawnAt)}: it holds for no day.` })
      : it.confirmedAt
        ? withdrawForm(csrf, it)
        : confirmForm(csrf, it)}
  `
  return { title: it.confirmedAt ? it.fileName : 'What this file tells', body, current, back }
}

const confirmForm = (csrf: string, { id, fromOn }: PlaceList): Html => html`
  <form method="post" action="/people/places/${id}/confirm">
    ${csrfField(csrf)} ${button({ text: `Let it hold from ${inWords(fromOn)}`, preventDoubleClick: true })}
  </form>
  <p class="govuk-body"><a class="govuk-link" href="/people/places">Choose another file</a></p>
`

const withdrawForm = (csrf: string, { id, kind }: PlaceList): Html => html`
  <h2 class="govuk-heading-m">Withdraw this list</h2>
  <p class="govuk-body">
    Then ${kind === 'postcodes' ? 'postcodes are' : 'spots on the map are'} looked up in the list before it. Enquiries
    keep the ward they have.
  </p>
  <form method="post" action="/people/places/${id}/withdraw">
    ${csrfField(csrf)} ${button({ text: 'Withdraw it', classes: 'govuk-button--warning', preventDoubleClick: true })}
  </form>
`
