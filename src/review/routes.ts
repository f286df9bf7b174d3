import type { Route } from '#platform/http/route.ts'
import { actionRoutes } from './action/routes.ts'
import { reviewPageRoutes } from './month/routes.ts'
import { packRoutes } from './pack/routes.ts'
import { signOffRoutes } from './sign-off/routes.ts'

/** The monthly review of the leadership team, and the weekly word of mailbox owners. */
export const reviewRoutes: Route[] = [...reviewPageRoutes, ...packRoutes, ...actionRoutes, ...signOffRoutes]
