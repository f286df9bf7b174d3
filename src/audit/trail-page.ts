import { instantInWords } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Form } from '#platform/http/form.ts'
import type { Asked } from '#platform/http/route.ts'
import { settings, type SettingKey } from '#platform/settings.ts'
import { button } from '#platform/views/components/button.ts'
import { dateInput } from '#platform/views/components/date-input.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { pagination } from '#platform/views/components/pagination.ts'
import { select } from '#platform/views/components/select.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { warningText } from '#platform/views/components/warning-text.ts'
import { workList } from '#platform/views/components/work-list.ts'
import { html, type Html, type Piece } from '#platform/views/html.ts'
import { actChoices, hasWords, wordsOfAct } from './act-words.ts'
import type { ListedEntry } from './list.sql.ts'
import type { KeptVerification } from './verification.sql.ts'

export type Trail = {
  readonly asked: Asked
  readonly form: Form
  readonly verification: KeptVerification | undefined
  readonly entries: readonly ListedEntry[]
  /** of the people whom entries are about, by id */
  readonly names: ReadonlyMap<string, string>
  readonly below?: number
  readonly olderThan?: number
  readonly refusal?: Refusal
}

/** Who did and who saw what: whether the trail can be trusted, a search, and the newest entries that fit. */
export function trailPage(trail: Trail): Page {
  return {
    title: 'Audit trail',
    current: '/audit',
    wide: true,
    body: html`${errorSummaryFor(trail.refusal, { from: 'from-day', until: 'until-day' })}
      <p class="govuk-body-l">
        Who did what, and who looked at what is restricted. Nothing here can be changed or taken away.
      </p>
      ${standing(trail)} ${searchForm(trail)} ${found(trail)}`,
  }
}

function standing({ verification: it, asked }: Trail): Html {
  return html`<h2 class="govuk-heading-m">Can it be trusted?</h2>
    ${standingWords(it)}
    <form method="post" action="/audit/verification">
      ${csrfField(asked.csrf)}
      <div class="govuk-button-group">
        ${button({ text: 'Check every entry now', classes: 'govuk-button--secondary', preventDoubleClick: true })}
        <a class="govuk-link" href="/audit/checkpoints">Signed checkpoints</a>
      </div>
    </form>`
}

function standingWords(it: KeptVerification | undefined): Html {
  if (!it) return insetText({ text: 'Nobody has checked the trail yet.' })
  const when = `Checked on ${instantInWords(it.at)}`
  if (it.sound) return insetText({ text: `${when}: ${it.words}.` })
  return warningText({
    text: `${when}: ${it.words}. Tell the data protection officer and keep a copy of the database.`,
    iconFallbackText: 'Warning',
  })
}

/** One person, followed from their page: kept until the search is cleared. */
const chosenPerson = (form: Form, names: ReadonlyMap<string, string>): Piece => {
  const who = form.text('who')
  if (!names.has(who)) return ''
  return html`<input type="hidden" name="who" value="${who}" />
    <p class="govuk-body">
      Only what <a class="govuk-link" href="/audit/people/${who}">${names.get(who)}</a> did, or others for them.
    </p>`
}

const searchForm = ({ form, refusal, names }: Trail): Html => html`<h2 class="govuk-heading-m">Search</h2>
  <form method="get" action="/audit" class="govuk-!-display-none-print" novalidate>
    ${chosenPerson(form, names)}
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-one-third">
        ${textInput({
          name: 'person',
          value: form.text('person'),
          label: { text: 'Person' },
          hint: { text: 'Part of a name, or an email address' },
        })}
      </div>
      <div class="govuk-grid-column-one-third">
        ${select({
          name: 'act',
          value: form.text('act'),
          label: { text: 'What happened' },
          hint: { text: 'One act, or everything of a kind' },
          items: choices(form.text('act')),
        })}
      </div>
      <div class="govuk-grid-column-one-third">
        ${textInput({
          name: 'reference',
          value: form.text('reference'),
          label: { text: 'Reference' },
          hint: { text: 'For example, ME-2026-000123' },
        })}
      </div>
    </div>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-one-third">${dayField('from', 'From', form, refusal)}</div>
      <div class="govuk-grid-column-one-third">${dayField('until', 'Until', form, refusal)}</div>
    </div>
    <div class="govuk-button-group">
      ${button({ text: 'Search' })} <a class="govuk-link" href="/audit">Clear the search</a>
    </div>
  </form>`

/** An act that an address names stays chosen, also one that has no words. */
const choices = (chosen: string) => [
  { value: '', text: 'Anything' },
  ...(!chosen || actChoices.some(it => it.value === chosen) ? [] : [{ value: chosen, text: chosen }]),
  ...actChoices,
]

const dayField = (id: string, legend: string, form: Form, refusal: Refusal | undefined): Html =>
  dateInput({
    id,
    namePrefix: id,
    values: form.typed,
    fieldset: { legend: { text: legend } },
    errorMessage: errorFor(refusal, id),
  })

function found(trail: Trail): Piece {
  if (trail.refusal) return ''
  if (trail.entries.length === 0) {
    return emptyState({ heading: { text: 'No entries' }, text: 'Nothing in the trail fits what you are looking for.' })
  }
  return html`${exportForm(trail)}
  ${workList({
    caption: 'Entries, newest first',
    columns,
    rows: trail.entries.map(it => ({ cells: cells(it, trail) })),
  })}
  ${pages(trail)}`
}

/** The search as it stands, as a file; taking it is written down. */
function exportForm({ asked }: Trail): Html {
  const { below: _, ...search } = asked.query
  return html`<form method="post" action="/audit/export" class="govuk-!-display-none-print">
    ${csrfField(asked.csrf)} <input type="hidden" name="search" value="${new URLSearchParams(search).toString()}" />
    <div class="govuk-button-group">
      ${button({ text: 'Save as CSV', name: 'format', value: 'csv', classes: 'govuk-button--secondary' })}
      ${button({ text: 'Save for Excel', name: 'format', value: 'xlsx', classes: 'govuk-button--secondary' })}
    </div>
  </form>`
}

const columns = [
  { text: 'When' },
  { text: 'Who' },
  { text: 'What happened' },
  { text: 'About' },
  { text: 'Entry', format: 'numeric' as const },
]

const cells = (it: ListedEntry, { names }: Trail) => [
  { text: instantInWords(it.at) },
  { html: html`${whoDid(it)}` },
  { html: html`${wordsOfAct(it.act)} ${hasWords(it.act) && html`<span class="os-quiet">${it.act}</span>`}` },
  { html: html`${about(it, names)}` },
  { text: it.id },
]

function whoDid(it: ListedEntry): Piece {
  if (it.actor === null) return 'One Stop itself'
  const name = it.actorName ?? `Somebody no longer known (${it.actor})`
  const link = html`<a class="govuk-link" href="/audit/people/${it.actor}">${name}</a>`
  return it.onBehalfOfName ? html`${link}, for ${it.onBehalfOfName}` : link
}

/** What an entry is about, by the name people know it by, leading to its page where it has one. */
function about(it: ListedEntry, names: ReadonlyMap<string, string>): Piece {
  const { subjectKind: kind, subjectId: id, subjectReference: reference } = it
  const known = reference ?? (kind === 'person' ? names.get(id) : kind === 'setting' ? meaningOf(id) : it.named)
  const path = pathOf(kind, id, reference)
  if (!known) return `${kind} ${id}`
  return path ? html`<a class="govuk-link" href="${path}">${known}</a>` : known
}

const meaningOf = (key: string): string | undefined =>
  Object.hasOwn(settings, key) ? settings[key as SettingKey].means : undefined

function pathOf(kind: string, id: string, reference: string | null): string | undefined {
  if (kind === 'person') return `/people/${id}`
  if (reference === null) return undefined
  if (kind === 'mailbox' || kind === 'topic') return `/${kind === 'topic' ? 'topics' : 'mailboxes'}/${reference}`
  return kind === 'enquiry' || kind === 'mail' ? `/enquiries/${reference}` : undefined
}

function pages({ asked, below, olderThan }: Trail): Piece {
  if (below === undefined && olderThan === undefined) return ''
  const { below: _, ...search } = asked.query
  const address = (more: Record<string, string>) => {
    const query = new URLSearchParams({ ...search, ...more }).toString()
    return query ? `/audit?${query}` : '/audit'
  }
  return pagination({
    landmarkLabel: 'Entries',
    previous: below === undefined ? undefined : { href: address({}), text: 'Newest entries' },
    next: olderThan === undefined ? undefined : { href: address({ below: String(olderThan) }), text: 'Older entries' },
  })
}
