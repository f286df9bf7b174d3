import { retentionWaits } from '../retention/list-routes.ts'
import type { DeskPart } from './part.ts'

/** What stands on the desk, in the order of how soon it asks for somebody. */
export const deskParts: readonly DeskPart[] = [
  {
    text: 'How long things are kept',
    href: '/privacy/retention',
    may: 'privacy.see',
    means: 'Schedules, legal holds, what is due to be erased and what was',
    waiting: (tx, now) => retentionWaits(tx, now.today),
  },
  { text: 'Who did and who saw what', href: '/audit', may: 'audit.read', means: 'The trail, and whether it is whole' },
]
