import type { Route } from '#platform/http/route.ts'
import { deskRoutes } from './desk/routes.ts'

/** The desk of the data protection officer, and all that stands on it. */
export const privacyRoutes: Route[] = [...deskRoutes]
