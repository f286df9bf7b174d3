import { parseArgs } from 'node:util'
import { instantOn, parseDay } from '#kernel/day.ts'
import { openParser, reprocess } from '#mail/door.ts'
import type { Config } from '#platform/config.ts'
import { asTheCouncil } from './with-database.ts'
import type { Say } from './say.ts'

/** `mail reprocess SHA256 … | --since YYYY-MM-DD`: from the raw copies, harmless to repeat. */
export async function reprocessMail(config: Config, args: readonly string[], say: Say): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { since: { type: 'string' }, json: { type: 'boolean' } },
  })
  const which = whichOf(positionals, values.since)
  const parser = openParser()
  const done = await asTheCouncil(config, (_tx, db) => reprocess(db, parser, which, new Date())).finally(() =>
    parser.close(),
  )
  say(
    values.json
      ? JSON.stringify(done)
      : `${done.queued} put into the queue for the worker, ${done.readAgain} filed ones read again, ${done.left} left as they were`,
  )
}

function whichOf(sha256s: readonly string[], since: string | undefined) {
  const wrong = sha256s.find(it => !/^[0-9a-f]{64}$/.test(it))
  if (wrong) throw new Error(`${wrong} is no SHA-256`)
  if (sha256s.length > 0) return { sha256s }
  const day = since === undefined ? undefined : parseDay(since)
  if (!day) throw new Error('Say which messages: their SHA-256, or --since YYYY-MM-DD')
  return { since: instantOn(day, 0) }
}
