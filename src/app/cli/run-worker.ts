import { constants, setPriority } from 'node:os'
import type { Config } from '#platform/config.ts'
import { openGround } from '../ground.ts'
import { startWorker } from '../worker.ts'
import { askedToStop, neededUrl } from './asked-to-stop.ts'

export async function runWorker(config: Config): Promise<void> {
  // somebody at a page waits; letters, the timetable and incoming mail can wait a moment
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  const ground = await openGround(config, neededUrl(config), { worker: true, connections: 8 })
  const worker = await startWorker(ground)
  await askedToStop()
  await worker.stop()
  await ground.close()
}
