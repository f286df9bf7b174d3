import { resolve } from 'node:dns/promises'
import { openParser, scanWith, type PostRoom } from '#mail/door.ts'
import type { Ground } from './ground.ts'
import { mailDeps } from './mail-arrives.ts'

/** Everything that dealing with mail needs, for the worker's round and the quarantine's pages. */
export const postRoom = (ground: Ground): PostRoom => ({
  db: ground.db,
  parser: openParser(),
  deps: mailDeps(ground),
  stamp: ground.stamp,
  log: ground.log,
  ...(ground.config.mailDns && {
    resolver: (name: string, type: string) => resolve(name, type) as Promise<string[][] | string[]>,
  }),
  ...(ground.config.clamdUrl && { scan: scanWith(ground.config.clamdUrl) }),
  clock: ground.clock,
})
