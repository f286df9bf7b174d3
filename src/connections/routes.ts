import type { Route } from '#platform/http/route.ts'
import { webhookRoutes, type WebhookNeeds } from './webhooks/routes.ts'

/** The pages of everything that connects One Stop with other systems. */
export const connectionRoutes = (needs: WebhookNeeds): Route[] => webhookRoutes(needs)
