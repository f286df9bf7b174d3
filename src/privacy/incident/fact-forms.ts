import { button } from '#platform/views/components/button.ts'
import { csrfField, errorFor } from '#platform/views/components/form.ts'
import { dateInput } from '#platform/views/components/date-input.ts'
import { details } from '#platform/views/components/details.ts'
import { radios } from '#platform/views/components/radios.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import type { FactName, State } from './incident.ts'
import { incidentsPath } from './list-page.ts'
import { riskWords, type IncidentShown } from './shown.ts'

type Step = { readonly title: string; readonly label: string; readonly hint: string; readonly submit: string }

const steps: Record<FactName, Step> = {
  contained: {
    title: 'It is contained',
    label: 'How was it contained?',
    hint: 'What was taken back or deleted, and what is out of reach',
    submit: 'Write down that it is contained',
  },
  assessed: {
    title: 'What harm could come of it',
    label: 'What could it mean for the people it is about?',
    hint: 'What kind of facts they are, of how many people, who has them, how easily they could be misused. No details of the matter',
    submit: 'Write down the assessment',
  },
  decided: {
    title: 'Notify the Information Commissioner?',
    label: 'Why?',
    hint: 'Notify unless it is unlikely that anybody comes to harm. With a high risk, the people it is about are told too',
    submit: 'Write down the decision',
  },
  notified: {
    title: 'The Commissioner was notified',
    label: 'Their reference, or how they were notified',
    hint: 'As on their acknowledgement',
    submit: 'Write down that they were notified',
  },
  closed: {
    title: 'Close it',
    label: 'What was learned?',
    hint: 'What is done differently from now on',
    submit: 'Close the incident',
  },
}

/** The next thing to write down stands open; what may also be written down waits under a line. */
export function factForms(it: IncidentShown, state: State): Html {
  if (state === 'closed') return html``
  const next = nextAfter(it)
  const tried = it.form.text('what')
  const others = (['contained', 'assessed', 'decided'] as const).filter(what => what !== next)
  const open = (what: FactName) => html`<h2 class="govuk-heading-m">${steps[what].title}</h2>
    ${form(it, what)}`
  return html`${open(next)}
  ${others.map(what =>
    tried === what ? open(what) : details({ summaryText: steps[what].title, html: form(it, what) }),
  )}`
}

function nextAfter({ incident: { facts } }: IncidentShown): FactName {
  const has = (what: FactName) => facts.some(fact => fact.what === what)
  const notify = facts.findLast(fact => fact.what === 'decided')?.data.notify
  if (!has('contained')) return 'contained'
  if (!has('assessed')) return 'assessed'
  if (!has('decided')) return 'decided'
  return notify && !has('notified') ? 'notified' : 'closed'
}

function form(it: IncidentShown, what: FactName): Html {
  const { label, hint, submit } = steps[what]
  const here = it.form.text('what') === what
  const refusal = here ? it.refusal : undefined
  return html`<form method="post" action="${incidentsPath}/${it.incident.number}" novalidate>
    ${csrfField(it.csrf)} <input type="hidden" name="what" value="${what}" /> ${choicesOf(it, what, here)}
    ${textarea({
      id: here ? 'words' : `words-${what}`,
      name: 'words',
      label: { text: label },
      hint: { text: hint },
      rows: 4,
      value: here ? it.form.text('words') : '',
      errorMessage: errorFor(refusal, 'words'),
    })}
    ${button({ text: submit, preventDoubleClick: true })}
  </form>`
}

function choicesOf({ form, refusal }: IncidentShown, what: FactName, here: boolean): Html {
  const value = (name: string) => (here ? form.text(name) : '')
  const error = (name: string) => (here ? errorFor(refusal, name) : undefined)
  const ask = (name: string, legend: string, items: { value: string; text: string }[]) =>
    radios({
      idPrefix: here ? name : `${name}-${what}`,
      name,
      value: value(name),
      fieldset: { legend: { text: legend } },
      errorMessage: error(name),
      items,
    })
  if (what === 'assessed')
    return ask(
      'risk',
      'How likely is harm to somebody?',
      Object.entries(riskWords).map(([value, text]) => ({ value, text })),
    )
  if (what === 'decided')
    return html`${ask('notify', 'Does the council notify the Information Commissioner?', yesOrNo)}
    ${ask('tellPeople', 'Are the people it is about told?', yesOrNo)}`
  if (what === 'notified')
    return dateInput({
      id: 'on',
      namePrefix: 'on',
      values: here ? form.typed : {},
      fieldset: { legend: { text: 'When were they notified?' } },
      errorMessage: error('on'),
    })
  return html`${nothing}`
}

const yesOrNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
]
