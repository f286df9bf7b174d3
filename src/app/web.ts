import { setInterval as every, clearInterval } from 'node:timers'
import type { FastifyInstance } from 'fastify'
import { identify } from '#people/door.ts'
import { openHouse } from '#platform/http/server.ts'
import { inTransaction } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { keepsLetters, type Ground } from './ground.ts'
import { serveAssets } from './web/assets.ts'
import { errorPage } from './web/error-pages.ts'
import { layoutFor } from './web/layout.ts'
import { openMenuCounts } from './web/menu-counts.ts'
import { allRoutes } from './web/routes.ts'

/** The web of the house, ready to listen or to be asked directly by tests. */
export async function openWeb(ground: Ground): Promise<FastifyInstance> {
  const council = await inTransaction(ground.db, 'system', tx => setting(tx, 'council.name'))
  const menu = await openMenuCounts(ground)
  const server = await openHouse({
    routes: allRoutes(ground),
    db: ground.db,
    secret: ground.secret,
    publicUrl: ground.config.publicUrl,
    identify: credentials => identify(ground.db, credentials),
    layout: layoutFor({ council, demonstration: keepsLetters(ground.config), counts: menu.counts }),
    signIn: wanted => `/sign-in?wanted=${encodeURIComponent(wanted)}`,
    errorPage,
    log: ground.log,
    clock: ground.clock,
  })
  server.addHook('onClose', menu.stop)
  await serveAssets(server)
  return server
}

/** Closes without cutting a request off: browsers keep idle connections open far longer than we wait. */
export async function closeWeb(server: FastifyInstance): Promise<void> {
  const idle = every(() => server.server.closeIdleConnections(), 50)
  await server.close().finally(() => clearInterval(idle))
}
