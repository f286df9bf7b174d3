import { instantInWords } from '#kernel/day.ts'
import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { table } from '#platform/views/components/table.ts'
import { tag } from '#platform/views/components/tag.ts'
import { html, type Html } from '#platform/views/html.ts'
import { standingOf, type IncidentStanding, type State } from './incident.ts'
import type { Incident } from './incident.sql.ts'

export const incidentsPath = '/privacy/incidents'

export const stateWords: Record<State, string> = {
  opened: 'Opened',
  contained: 'Contained',
  assessed: 'Assessed',
  decided: 'Decided',
  notified: 'Commissioner notified',
  closed: 'Closed',
}

/** Every incident the viewer may follow: those that wait for a decision first. */
export function incidentsPage(incidents: readonly Incident[], at: Date, keeps: boolean): Page {
  const all = incidents.map(it => ({ it, standing: standingOf(it.awareAt, it.facts, at) }))
  const sorted = all.toSorted((a, b) => Number(b.standing.waits) - Number(a.standing.waits))
  return {
    title: 'Incidents',
    current: '/privacy/desk',
    back: { href: '/privacy/desk', text: 'Data protection' },
    body: html`<p class="govuk-body">
        When a private matter reached somebody it was not for. Each is looked after calmly: contained, assessed,
        decided, and learned from. Within 72 hours the council decides whether to notify the Information Commissioner.
      </p>
      ${keeps &&
      html`<div class="govuk-button-group">
        ${button({ text: 'Open an incident', href: `${incidentsPath}/open`, classes: 'govuk-button--secondary' })}
        <a class="govuk-link" href="${incidentsPath}/repeats">What repeats</a>
      </div>`}
      ${sorted.length === 0
        ? html`<p class="govuk-body">Nothing went where it should not.</p>`
        : table({
            classes: 'os-stacking-table',
            firstCellIsHeader: true,
            caption: 'Incidents',
            captionClasses: 'govuk-visually-hidden',
            head: [{ text: 'Incident' }, { text: 'What happened' }, { text: 'How it stands' }, { text: 'Opened' }],
            rows: sorted.map(({ it, standing }) => [
              {
                html: html`<a class="govuk-link" href="${incidentsPath}/${it.number}">Incident ${it.number}</a
                  >${it.reference && html`<br /><span class="os-quiet os-reference">${it.reference}</span>`}`,
              },
              { text: it.words },
              { html: stands(standing) },
              { text: instantInWords(it.openedAt) },
            ]),
          })}`,
  }
}

/** The state, and the clock while it runs. */
export const stands = ({ state, waits, overdue, words }: IncidentStanding): Html =>
  waits
    ? tag({ text: words, classes: overdue ? 'govuk-tag--red' : 'govuk-tag--yellow' })
    : tag({ text: stateWords[state], classes: state === 'closed' ? 'govuk-tag--grey' : 'govuk-tag--blue' })
