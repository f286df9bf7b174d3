import { once } from 'node:events'
import type { Config } from '#platform/config.ts'

/** Asked by a signal, or left behind: whoever started us died without a word. Then stopping must not take long. */
export const askedToStop = (): Promise<unknown> =>
  Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT'), once(process, 'disconnect').then(leaveSoon)])

const leaveSoon = (): unknown => setTimeout(() => process.exit(1), 3000).unref()

/** Web and worker alone need to be told where the database is. */
export function neededUrl(config: Config): string {
  if (!config.databaseUrl) throw new Error('Set DATABASE_URL, or use: one-stop start')
  return config.databaseUrl
}
