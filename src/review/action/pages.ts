import { inWords } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Form } from '#platform/http/form.ts'
import { button } from '#platform/views/components/button.ts'
import { dateInput } from '#platform/views/components/date-input.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { radios } from '#platform/views/components/radios.ts'
import { select } from '#platform/views/components/select.ts'
import { statusTag } from '#platform/views/components/status-tag.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { timeline } from '#platform/views/components/timeline.ts'
import { workList } from '#platform/views/components/work-list.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import { actionReference, committeeMissed, type Action, type ActionEvent, type ActionStanding } from './action.ts'
import type { Followed } from './followed.ts'
import { stateTag } from './state.ts'

export type Choosable = readonly { readonly id: string; readonly name: string; readonly title: string }[]

export const actionsPath = '/review/actions'
export const actionPath = (number: number): string => `${actionsPath}/${number}`

/** Actions as a list: what, who, by when, how it stands. */
export const actionList = (caption: string, all: readonly Followed[]): Html =>
  workList({
    caption,
    columns: [{ text: 'What' }, { text: 'Who' }, { text: 'By' }, { text: 'State' }],
    rows: all.map(({ action, standing, responsible }) => ({
      cells: [
        {
          html: html`<a class="govuk-link" href="${actionPath(action.number)}">${action.what}</a>
            <span class="os-quiet os-reference">${actionReference(action.number)}</span>`,
        },
        { text: responsible },
        { html: html`${inWords(standing.dueOn)}${standing.dueOn !== action.firstDueOn && firstDate(action)}` },
        { html: html`${stateTag(standing)}${onCommitteeList(standing) && html` ${committeeTag}`}` },
      ],
    })),
  })

const firstDate = ({ firstDueOn }: Action): Html =>
  html`<span class="os-quiet govuk-!-display-block">first ${inWords(firstDueOn)}</span>`

const onCommitteeList = (standing: ActionStanding): boolean => standing.missed >= committeeMissed
const committeeTag = statusTag({ tone: 'very-late', text: 'For the committee' })

export type ListShown = {
  readonly open: readonly Followed[]
  readonly ended: readonly Followed[]
  readonly records: boolean
}

/** Every action the reader follows, what is open on top. */
export const actionsPage = ({ open, ended, records }: ListShown): Page => ({
  title: 'Actions',
  current: '/review',
  back: { href: '/review', text: 'Monthly review' },
  wide: true,
  body: html`<p class="govuk-body-l">What was agreed in reviews: who does what by when, followed until it is done.</p>
    ${records && button({ text: 'Add an action', href: `${actionsPath}/add` })}
    ${open.length > 0
      ? actionList('Open actions, the nearest date first', open)
      : emptyState({ heading: { text: 'Nothing is open' }, text: 'Actions agreed in a review appear here.' })}
    ${ended.length > 0
      ? html`<h2 class="govuk-heading-m">Ended in the last year</h2>
          ${actionList('Ended actions', ended)}`
      : nothing}`,
})

type FormShown = { readonly csrf: string; readonly form: Form; readonly refusal?: Refusal | undefined }

export function addActionPage({ csrf, form, refusal }: FormShown, people: Choosable, label: string): Page {
  const body = html`${errorSummaryFor(refusal, { dueOn: 'dueOn-day' })}
    <p class="govuk-body">It is kept with the review of ${label}.</p>
    <form method="post" action="${actionsPath}/add" novalidate>
      ${csrfField(csrf)}
      ${textarea({
        name: 'what',
        rows: 3,
        label: { text: 'What is to be done' },
        hint: { text: 'So that everybody can tell later whether it was' },
        value: form.text('what'),
        errorMessage: errorFor(refusal, 'what'),
      })}
      ${chooser('responsible', 'Who does it', people, form, refusal)} ${dayField('By when', form, refusal)}
      ${button({ text: 'Add action', preventDoubleClick: true })}
    </form>`
  return {
    title: 'Add an action',
    body,
    current: '/review',
    back: { href: '/review', text: 'Monthly review' },
    invalid: Boolean(refusal),
  }
}

const chooser = (name: string, label: string, people: Choosable, form: Form, refusal: Refusal | undefined): Html =>
  select({
    name,
    label: { text: label },
    value: form.text(name),
    errorMessage: errorFor(refusal, name),
    items: [
      { value: '', text: 'Select somebody' },
      ...people.map(it => ({ value: it.id, text: it.title ? `${it.name}, ${it.title}` : it.name })),
    ],
  })

const dayField = (label: string, form: Form, refusal: Refusal | undefined): Html =>
  dateInput({
    id: 'dueOn',
    namePrefix: 'dueOn',
    values: form.typed,
    fieldset: { legend: { text: label, classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'For example, 29 12 2026' },
    errorMessage: errorFor(refusal, 'dueOn'),
  })

export function addDecisionPage({ csrf, form, refusal }: FormShown, label: string): Page {
  const body = html`${errorSummaryFor(refusal)}
    <form method="post" action="/review/decisions/add" novalidate>
      ${csrfField(csrf)}
      ${textarea({
        name: 'words',
        rows: 5,
        label: { text: `What the review of ${label} decided` },
        hint: { text: 'It cannot be changed afterwards. What somebody is to do is added as an action' },
        value: form.text('words'),
        errorMessage: errorFor(refusal, 'words'),
      })}
      ${button({ text: 'Record decision', preventDoubleClick: true })}
    </form>`
  return {
    title: 'Record a decision',
    body,
    current: '/review',
    back: { href: '/review', text: 'Monthly review' },
    invalid: Boolean(refusal),
  }
}

type OneShown = FormShown & {
  readonly followed: Followed
  readonly names: ReadonlyMap<string, string>
  readonly people: Choosable
  readonly records: boolean
  /** may write beneath it at all */
  readonly writes: boolean
  readonly label: string
}

/** One action with everything that happened to it, and what may be written beneath. */
export function actionPage(it: OneShown): Page {
  const { action, standing, responsible } = it.followed
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } })
  const body = html`${errorSummaryFor(it.refusal, { dueOn: 'dueOn-day' })}
    <p>${stateTag(standing)}${onCommitteeList(standing) && html` ${committeeTag}`}</p>
    ${summaryList({
      rows: [
        row('What', action.what),
        row('Who', responsible),
        row('By', inWords(standing.dueOn)),
        row('First date', inWords(action.firstDueOn)),
        standing.missed > 0 && row('Dates missed', String(standing.missed)),
        row('Agreed', `${inWords(action.agreedOn)}, in the review of ${it.label}`),
        standing.evidence !== null &&
          row(standing.state === 'done' ? 'What shows that it is done' : 'Why it is not needed', standing.evidence),
      ],
    })}
    ${it.writes && writing(it)}
    <h2 class="govuk-heading-m">What happened</h2>
    ${timeline({ headingLevel: 3, items: history(it) })}`
  return {
    title: actionReference(action.number),
    body,
    current: '/review',
    back: { href: actionsPath, text: 'Actions' },
    invalid: Boolean(it.refusal),
  }
}

const eventWords: Record<ActionEvent['type'], string> = {
  reported: 'How it stands',
  moved: 'The date moved',
  passed: 'Somebody else took it on',
  done: 'Done',
  reopened: 'Opened again',
  dropped: 'No longer needed',
}

function history({ followed: { action }, names }: OneShown) {
  const nameOf = (id: string | null) => (id ? (names.get(id) ?? 'somebody who has left') : 'One Stop')
  const made = {
    label: { text: 'Agreed' },
    byline: { text: nameOf(action.responsibleId) },
    datetime: { timestamp: action.agreedOn, type: 'date' as const },
  }
  const since = action.events.map(event => ({
    label: { text: eventWords[event.type] },
    byline: { text: nameOf(event.byPerson) },
    datetime: { timestamp: event.onDay, type: 'date' as const },
    html: html`${event.dueOn && html`<p class="govuk-body">Now by ${inWords(event.dueOn)}</p>`}
      ${event.toPerson && html`<p class="govuk-body">Now with ${nameOf(event.toPerson)}</p>`}
      <p class="govuk-body os-plain-text" dir="auto">${event.words}</p>`,
  }))
  return [...since.reverse(), made]
}

/** One form for all that can be written: what, and its words. */
function writing({ csrf, form, refusal, followed, people, records }: OneShown): Html {
  const { action, standing } = followed
  const field = html`${textarea({
    name: 'words',
    rows: 3,
    label: { text: 'In words' },
    hint: { text: 'How it stands, why it changes, or what shows that it is done' },
    value: form.text('words'),
    errorMessage: errorFor(refusal, 'words'),
  })}`
  const choices = standing.endedOn === null ? openChoices(records, form, refusal, people) : []
  if (standing.endedOn !== null && !records) return nothing
  return html`<h2 class="govuk-heading-m">${standing.endedOn === null ? 'Write what happened' : 'Open it again'}</h2>
    <form method="post" action="${actionPath(action.number)}" novalidate>
      ${csrfField(csrf)}<input type="hidden" name="seen" value="${action.events.length}" />
      ${standing.endedOn === null
        ? radios({
            name: 'type',
            classes: 'govuk-radios--small',
            fieldset: { legend: { text: 'What', classes: 'govuk-fieldset__legend--s' } },
            items: choices,
            value: form.text('type') || 'reported',
          })
        : html`<input type="hidden" name="type" value="reopened" />`}
      ${field} ${button({ text: standing.endedOn === null ? 'Save' : 'Open again', preventDoubleClick: true })}
    </form>`
}

const openChoices = (records: boolean, form: Form, refusal: Refusal | undefined, people: Choosable) => [
  { value: 'reported', text: 'It goes on: how it stands' },
  { value: 'done', text: 'It is done' },
  { value: 'moved', text: 'It needs a new date', conditional: { html: dayField('New date', form, refusal) } },
  {
    value: 'passed',
    text: 'Somebody else takes it on',
    conditional: { html: chooser('toPerson', 'Who takes it on', people, form, refusal) },
  },
  ...(records ? [{ value: 'dropped', text: 'It is no longer needed' }] : []),
]
