import type { Recorded } from '../events.ts'

/** What happened, for members and their assistants: how much each officer had is the council’s own. */
export function withoutLoads<T extends Recorded>(it: T): T {
  if (it.event.type !== 'allocated' && it.event.type !== 'reassigned') return it
  const { weighed: _weighed, ...event } = it.event
  return { ...it, event }
}
