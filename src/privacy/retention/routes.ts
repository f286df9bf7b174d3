import type { Route } from '#platform/http/route.ts'
import { holdRoutes } from './hold-routes.ts'
import { listRoutes, type RetentionDeps } from './list-routes.ts'
import { scheduleRoutes } from './schedule-routes.ts'

export const retentionRoutes = (deps: RetentionDeps): Route[] => [...listRoutes(deps), ...holdRoutes, ...scheduleRoutes]
