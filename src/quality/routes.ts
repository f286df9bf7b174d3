import type { Route } from '#platform/http/route.ts'
import { exampleRoutes } from './example/routes.ts'
import { overviewRoutes } from './overview/routes.ts'
import { ratingRoutes } from './rating/routes.ts'
import { sampleRoutes } from './sample/routes.ts'
import { scoreRoutes } from './score/routes.ts'
import { standardRoutes } from './set-standard/routes.ts'

export type QualityNeeds = {
  /** what links of letters are signed with */
  readonly secret: string
}

/** Every page of the room. */
export const qualityRoutes = ({ secret }: QualityNeeds): readonly Route[] => [
  ...overviewRoutes,
  ...sampleRoutes,
  ...exampleRoutes,
  ...scoreRoutes,
  ...ratingRoutes(secret),
  ...standardRoutes,
]
