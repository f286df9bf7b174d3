import type { Tx } from '#platform/db/database.ts'
import type { Files } from '#platform/files.ts'
import type { Route } from '#platform/http/route.ts'
import { boardRoutes } from './board/routes.ts'
import { answerSetRoutes } from './answer-set/answer-set-routes.ts'
import { attachmentRoutes } from './attachment-page/attachment-routes.ts'
import { clockPageRoutes } from './clock-page/clock-routes.ts'
import { coverRoutes } from './cover/routes.ts'
import { dangerRoutes } from './danger/routes.ts'
import { exclusionRoutes } from './exclude/exclusion-routes.ts'
import { contributionRoutes } from './contribution/request-routes.ts'
import { draftRoutes } from './drafts/routes.ts'
import { partnerRoutes } from './hand-over/partner-routes.ts'
import type { House } from './house.ts'
import type { AskOwnFigures } from './mine/own-figures.ts'
import { mineRoutes } from './mine/routes.ts'
import { newRoutes } from './new/routes.ts'
import { typingRoutes } from './new/typing/typing-routes.ts'
import { whereRoutes } from './place/where-routes.ts'
import { enquiryPageRoutes } from './page/page-routes.ts'
import { forYouRoutes } from './notices/routes.ts'
import { presenceRoutes } from './presence/routes.ts'
import { recordRoutes } from './record/routes.ts'
import { searchRoutes } from './search/search-routes.ts'
import { trackRoutes } from './track/routes.ts'
import { watchRoutes } from './watch/routes.ts'
import { bulkRoutes } from './work-list/bulk/bulk-routes.ts'
import { exportRoutes } from './work-list/export/export-routes.ts'
import { workListRoutes } from './work-list/work-list-routes.ts'

/** What the pages of this room need of the rest of the house. */
export type EnquiryPages = {
  readonly house: House
  readonly files: Files
  /** what a member is told of the answers they got; it is worked out further on in the house */
  readonly ownFigures?: AskOwnFigures
  /** puts an act over many, once confirmed, into the queue; where nobody confirms one it may be left out */
  readonly startBulk?: (tx: Tx, bulk: string) => Promise<void>
}

/** Every page of the room. */
export const enquiryRoutes = (deps: EnquiryPages): Route[] => [
  ...workListRoutes(deps),
  ...bulkRoutes(deps),
  ...boardRoutes(deps),
  ...coverRoutes(deps),
  ...exportRoutes(deps),
  ...enquiryPageRoutes(deps),
  ...answerSetRoutes(deps),
  ...clockPageRoutes(deps),
  ...exclusionRoutes(deps),
  ...attachmentRoutes(deps),
  ...mineRoutes(deps),
  ...newRoutes(deps),
  ...dangerRoutes(),
  ...recordRoutes(deps),
  ...trackRoutes(deps),
  ...contributionRoutes(deps),
  ...partnerRoutes(deps),
  ...draftRoutes(),
  ...presenceRoutes(deps),
  ...watchRoutes(deps),
  ...forYouRoutes(),
  ...searchRoutes(),
  ...typingRoutes(),
  ...whereRoutes(),
]
