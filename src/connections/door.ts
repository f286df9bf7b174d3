/** What app may call. */
export { deliver, deliverJob, tellWebhooks, type Delivering } from './webhooks/deliver.ts'
export { webhookEndpoints } from './webhooks/api.ts'
export { sweepDeliveries, withdrawAbout as withdrawDeliveriesAbout } from './webhooks/delivery.sql.ts'
