import { instantInWords, inWords } from '#kernel/day.ts'
import { listInWords } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { card } from '#platform/views/components/card.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import { factForms } from './fact-forms.ts'
import { standingOf, type Fact } from './incident.ts'
import { riskWords, type IncidentShown } from './shown.ts'
import { incidentsPath, stands, stateWords } from './list-page.ts'
import type { Reached, WayItReached } from './person.sql.ts'

/** One incident: its clock, what was done, whom it reached, and what can be done next. */
export function incidentPage(it: IncidentShown): Page {
  const { incident, refusal, at } = it
  const standing = standingOf(incident.awareAt, incident.facts, at)
  return {
    title: `Incident ${incident.number}`,
    current: '/privacy/desk',
    back: { href: incidentsPath, text: 'All incidents' },
    invalid: refusal !== undefined,
    body: html`${errorSummaryFor(refusal)}
      <p class="govuk-body-l">${incident.words}</p>
      <p class="govuk-body">${stands(standing)}</p>
      <p class="govuk-body">
        ${incident.reference && html`About <span class="os-reference">${incident.reference}</span>. `}The council became
        aware ${instantInWords(incident.awareAt)}${incident.openedBy && html` through ${it.nameOf(incident.openedBy)}`}.
        ${standing.waits && html`Decide by <strong>${instantInWords(standing.decideBy)}</strong>.`}
      </p>
      ${incident.facts.length > 0 && whatWasDone(it)} ${whomItReached(it)} ${it.keeps && factForms(it, standing.state)}`,
  }
}

const whatWasDone = ({ incident, nameOf }: IncidentShown): Html =>
  html`<h2 class="govuk-heading-m">What was done</h2>
    <ul class="govuk-list govuk-list--spaced">
      ${incident.facts.map(
        fact => html`<li>
          <strong>${stateWords[fact.what]}</strong>${decidedWords(fact)}<br /><span dir="auto">${fact.words}</span>
          <div class="govuk-hint govuk-!-margin-bottom-0">${nameOf(fact.byPerson)}, ${instantInWords(fact.at)}</div>
        </li>`,
      )}
    </ul>`

function decidedWords({ what, data }: Fact): string {
  if (what === 'assessed') return `: ${riskWords[data.risk ?? 'risk'].toLowerCase()}`
  if (what === 'notified' && data.on) return ` on ${inWords(data.on)}`
  if (what !== 'decided') return ''
  return `: ${data.notify ? 'notify the Commissioner' : 'no need to notify the Commissioner'}, ${
    data.tellPeople ? 'tell the people it is about' : 'the people it is about need not be told'
  }`
}

const wayWords: Record<WayItReached, string> = {
  saw: 'opened it',
  acted: 'worked on it',
  mailed: 'was mailed',
  told: 'was told of it',
  asked: 'was asked for a part of it',
  exported: 'took a file of a list that may hold it',
}

function whomItReached(it: IncidentShown): Html {
  const { incident, reached, csrf } = it
  const unasked = reached.filter(one => !one.askedAt).length
  const isClosed = incident.facts.some(fact => fact.what === 'closed')
  return html`<h2 class="govuk-heading-m">Whom it reached</h2>
    ${reached.length === 0
      ? html`<p class="govuk-body">Nobody but those who may see it, as far as One Stop knows.</p>`
      : html`<p class="govuk-body">
          ${reached.filter(one => one.confirmedAt).length} of ${reached.length} confirmed that they deleted what they
          had.
        </p>`}
    ${!isClosed &&
    unasked > 0 &&
    html`<form method="post" action="${incidentsPath}/${incident.number}/ask">
      ${csrfField(csrf)}
      ${button({
        text: unasked === 1 ? 'Ask them by email to delete it' : `Ask all ${unasked} by email to delete it`,
        preventDoubleClick: true,
      })}
    </form>`}
    ${reached.map(one => drawReached(it, one, isClosed))}`
}

const drawReached = ({ incident, csrf, form, refusal }: IncidentShown, one: Reached, isClosed: boolean): Html => {
  const here = form.text('id') === one.id
  return card({
    heading: { text: one.name },
    html: html`<p class="govuk-body">
        ${capital(listInWords(one.how.map(way => wayWords[way])))}, last ${instantInWords(one.lastAt)}.
        ${one.askedAt ? `Asked to delete it ${instantInWords(one.askedAt)}.` : 'Not asked yet.'}
        ${one.confirmedAt
          ? html`<strong>Confirmed ${instantInWords(one.confirmedAt)}</strong>: ${one.confirmedWords}`
          : nothing}
      </p>
      ${!one.confirmedAt &&
      !isClosed &&
      html`<form method="post" action="${incidentsPath}/${incident.number}/confirm" novalidate>
        ${csrfField(csrf)} <input type="hidden" name="id" value="${one.id}" />
        ${textInput({
          id: `confirmed-${one.id}`,
          name: 'confirmed',
          label: { text: 'What they confirmed' },
          value: here ? form.text('confirmed') : '',
          errorMessage: here ? errorFor(refusal, `confirmed-${one.id}`) : undefined,
        })}
        ${button({ text: 'They confirmed', classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}
      </form>`}`,
  })
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
