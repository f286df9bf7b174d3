import type { Config } from '#platform/config.ts'
import { openGround } from '../ground.ts'
import { closeWeb, openWeb } from '../web.ts'
import { askedToStop, neededUrl } from './asked-to-stop.ts'

export async function runWeb(config: Config): Promise<void> {
  const ground = await openGround(config, neededUrl(config), { worker: false, connections: 10 })
  const server = await openWeb(ground)
  await server.listen({ port: config.port, host: config.host })
  await askedToStop()
  await closeWeb(server)
  await ground.close()
}
