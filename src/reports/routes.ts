import type { Route } from '#platform/http/route.ts'
import { figureRoutes } from './figures/page/figure-routes.ts'

/** The pages of figures. */
export const reportRoutes: Route[] = figureRoutes
