import type { Route } from '#platform/http/route.ts'
import { changeLadder, ladderForm } from './ladders/change-page.ts'
import { laddersPage } from './ladders/ladders-page.ts'
import { leadershipPage } from './leadership/leadership-page.ts'

/** The ladder late work climbs, for everybody to see; who sets the council up tunes it. */
export const escalationRoutes: Route[] = [
  { method: 'GET', path: '/escalation', may: 'escalation.view', handle: laddersPage },
  { method: 'GET', path: '/escalation/leadership', may: 'escalation.read', handle: leadershipPage },
  { method: 'GET', path: '/escalation/ladders/:service', may: 'escalation.edit', handle: ladderForm },
  { method: 'POST', path: '/escalation/ladders/:service', may: 'escalation.edit', handle: changeLadder },
]
