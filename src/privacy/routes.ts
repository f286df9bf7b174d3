import type { Route } from '#platform/http/route.ts'
import { deskRoutes } from './desk/routes.ts'
import type { RetentionDeps } from './retention/list-routes.ts'
import { retentionRoutes } from './retention/routes.ts'

/** The desk of the data protection officer, and all that stands on it. */
export const privacyRoutes = (deps: RetentionDeps): Route[] => [...deskRoutes, ...retentionRoutes(deps)]
