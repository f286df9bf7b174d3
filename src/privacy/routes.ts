import type { Route } from '#platform/http/route.ts'
import { incidentRoutes } from './incident/routes.ts'
import { deskRoutes } from './desk/routes.ts'
import { disclosureRoutes, type DisclosureDeps } from './disclosure/routes.ts'
import { processingRoutes } from './processing/routes.ts'
import { redactionRoutes } from './redaction/routes.ts'
import { requestRoutes } from './request/routes.ts'
import type { RetentionDeps } from './retention/list-routes.ts'
import { retentionRoutes } from './retention/routes.ts'

/** The desk of the data protection officer, and all that stands on it. */
export const privacyRoutes = (deps: RetentionDeps): Route[] => [
  ...deskRoutes,
  ...incidentRoutes,
  ...retentionRoutes(deps),
]

/** What is given out about people: item by item, with words taken out, read by a second person. */
export const givingOutRoutes = (deps: DisclosureDeps): Route[] => [
  ...requestRoutes,
  ...redactionRoutes,
  ...processingRoutes,
  ...disclosureRoutes(deps),
]
