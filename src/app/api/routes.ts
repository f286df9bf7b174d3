import { webhookEndpoints } from '#connections/door.ts'
import { enquiryEndpoints, type House } from '#enquiries/door.ts'
import { escalationEndpoints } from '#escalation/door.ts'
import { qualityEndpoints } from '#quality/door.ts'
import { failingEndpoints } from '#mail/door.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import type { Files } from '#platform/files.ts'
import { json, page } from '#platform/http/answer.ts'
import type { Endpoint } from '#platform/http/endpoint.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import type { Jobs } from '#platform/jobs/jobs.ts'
import { setting } from '#platform/settings.ts'
import { figureEndpoints } from '#reports/door.ts'
import { reviewEndpoints } from '#review/door.ts'
import { intakeEndpoints } from './intake.ts'
import { openApi } from './open-api.ts'
import { apiPage } from './page.ts'
import { registerEndpoints } from './register.ts'

export type ApiNeeds = {
  readonly house: House
  readonly files: Files
  readonly secret: string
  readonly jobs: Pick<Jobs, 'enqueue'>
}

/** Every address of the API that has a place in its document. */
export const apiEndpoints = (needs: ApiNeeds): Endpoint[] => [
  ...enquiryEndpoints({ ...needs, startBulk: (tx, bulk) => needs.jobs.enqueue(tx, 'enquiries.bulk', { bulk }) }),
  ...registerEndpoints,
  ...intakeEndpoints,
  ...failingEndpoints,
  ...figureEndpoints,
  ...qualityEndpoints,
  ...reviewEndpoints,
  ...escalationEndpoints,
  ...webhookEndpoints(needs),
]

/** The API with its document for machines and its page for people. */
export function apiRoutes(needs: ApiNeeds): Route[] {
  const endpoints = apiEndpoints(needs)
  return [
    ...endpoints,
    {
      method: 'GET',
      path: '/api/v1/openapi.json',
      may: 'public',
      handle: async asked => json(openApi(endpoints, await councilOf(asked.db), asked.publicUrl)),
    },
    {
      method: 'GET',
      path: '/api',
      may: 'public',
      handle: ({ publicUrl }: Asked) => page(apiPage(endpoints, publicUrl)),
    },
  ]
}

const councilOf = (db: Database): Promise<string> => inTransaction(db, 'public', tx => setting(tx, 'council.name'))
