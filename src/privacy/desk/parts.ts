import { undecidedIncidents } from '../incident/waiting.ts'
import { incidentsPath } from '../incident/list-page.ts'
import { retentionWaits } from '../retention/list-routes.ts'
import { requestsWaiting } from '../request/waiting.ts'
import type { DeskPart } from './part.ts'

/** What stands on the desk, in the order of how soon it asks for somebody. */
export const deskParts: readonly DeskPart[] = [
  {
    text: 'Incidents',
    href: incidentsPath,
    may: 'privacy.incidents',
    means: 'What reached somebody it was not for, and what is done about it',
    waiting: undecidedIncidents,
  },
  {
    text: 'Requests for personal data',
    href: '/privacy/requests',
    may: 'privacy.keep',
    means: 'Finding everything about a person, reading it through, handing it over within a month',
    waiting: requestsWaiting,
  },
  {
    text: 'How long things are kept',
    href: '/privacy/retention',
    may: 'privacy.see',
    means: 'Schedules, legal holds, what is due to be erased and what was',
    waiting: (tx, now) => retentionWaits(tx, now.today),
  },
  {
    text: 'Record of processing',
    href: '/privacy/processing',
    may: 'privacy.see',
    means: 'Which data, why, who sees it, how long and where it goes',
  },
  { text: 'Who did and who saw what', href: '/audit', may: 'audit.read', means: 'The trail, and whether it is whole' },
]
