import { countFailing } from '#mail/door.ts'
import { inTransaction } from '#platform/db/database.ts'
import type { Ground } from '../ground.ts'
import type { Counts } from './sections.ts'

const everyMs = 15_000

/**
 * What the menu counts, asked a few times a minute and not for every page: nobody needs it to the second, and pages keep
 * their round trips for themselves.
 */
export async function openMenuCounts({ db, log }: Pick<Ground, 'db' | 'log'>) {
  const ask = async (): Promise<Counts> => ({ failing: await inTransaction(db, 'system', tx => countFailing(tx)) })
  let known = await ask()
  const timer = setInterval(() => {
    ask().then(
      counts => (known = counts),
      (err: unknown) => log.error({ err }, 'what the menu counts could not be asked'),
    )
  }, everyMs)
  timer.unref()
  return { counts: () => known, stop: async () => clearInterval(timer) }
}
