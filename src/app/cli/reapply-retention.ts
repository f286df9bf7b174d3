import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { nowAt } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import type { Config } from '#platform/config.ts'
import { openFiles } from '#platform/files.ts'
import { everyTombstone, reapply } from '#privacy/door.ts'
import type { Say } from './say.ts'
import { asTheCouncil } from './with-database.ts'

/** Erases again, after a restore, what the tombstones and a list kept elsewhere name. Exit 1 when some are not there. */
export async function reapplyRetention(config: Config, args: readonly string[], say: Say): Promise<boolean> {
  const { values } = parseArgs({ args: [...args], options: { list: { type: 'string' }, json: { type: 'boolean' } } })
  const listed = values.list ? (await readFile(values.list, 'utf8')).match(/\bME-\d{4}-\d{6,}\b/g) : []
  const files = openFiles(config.dataDir)
  const { again, unknown } = await asTheCouncil(config, (_tx, db) =>
    reapply({ db, files }, listed ?? [], nowAt(new Date())),
  )
  if (values.json) say(JSON.stringify({ again, unknown }))
  else {
    say(`${counted(again.length, 'enquiry', 'enquiries')} erased again`)
    if (unknown.length > 0) say(`Not there, or not closed: ${unknown.join(', ')}`)
  }
  return unknown.length === 0
}

/** The list to keep where a restore does not reach it: references, and when each was erased. */
export async function listErased(config: Config, args: readonly string[], say: Say): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' } } })
  const all = await asTheCouncil(config, (_tx, db) => everyTombstone({ db }))
  const lines = all.map(it => `${it.reference},${it.erasedAt.toISOString()}`)
  if (values.out) await writeFile(values.out, `${lines.join('\n')}\n`)
  for (const line of values.out ? [`${counted(all.length, 'enquiry', 'enquiries')}: ${values.out}`] : lines) say(line)
}
