import type { Sensitivity } from '#mailboxes/door.ts'
import { html } from '#platform/views/html.ts'

/** Which proper officer a matter is for, as whoever restricts it thinks of it. */
const matterWords: Record<Sensitivity, string> = {
  'child-at-risk': 'A child may be at risk',
  'adult-at-risk': 'An adult may be at risk',
  employee: 'What a particular council employee did',
  'personal-matters': 'Somebody’s health, immigration status, criminal record or similar',
}

export const matterItems = Object.entries(matterWords).map(([value, text]) => ({ value, text }))

export const whatRestrictingDoes = html`<p class="govuk-body">
    From then on only the member and the proper officer’s people see it. For everybody else it is not there: in no list,
    no search, no count and no file. The date it is due stays as it is.
  </p>
  <p class="govuk-body">
    Mail that waits to be sent about it is withdrawn, the data protection officer looks after whoever saw it, and
    whoever sent it hears kindly how such a matter goes straight to the proper officer. Nobody is blamed: it is better
    restricted once too often.
  </p>`
