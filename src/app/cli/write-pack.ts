import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { nowAt } from '#kernel/day.ts'
import type { Config } from '#platform/config.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { packFile, packFormats, packPageFile, readPack, spanNamed } from '#reports/door.ts'
import { freezeSpan } from '#review/door.ts'
import type { Say } from './say.ts'
import { asTheCouncil } from './with-database.ts'

const options = {
  month: { type: 'string' },
  quarter: { type: 'string' },
  year: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
} as const

/**
 * Writes the pack of a month (2026-05), quarter (2026-Q2) or year (2025-2026) as a file of the kind its name ends in. One
 * that is over and not frozen yet is frozen first, exactly as the timetable would.
 */
export async function writePack(config: Config, args: readonly string[], say: Say): Promise<void> {
  const { values } = parseArgs({ args: [...args], options })
  const key = values.month ?? values.quarter ?? values.year
  if (!key) throw new Error('Say which: --month 2026-05, --quarter 2026-Q2 or --year 2025-2026')
  const format = formatOf(values.out)
  const written = await asTheCouncil(config, async tx => {
    const council = await setting(tx, 'council.name')
    const pack = await packOf(tx, key)
    const made = format === 'html' ? packPageFile(pack, council) : await packFile(pack, council, format)
    return { made, pack }
  })
  await writeFile(values.out!, written.made.body)
  const { title, version } = written.pack
  say(values.json ? JSON.stringify({ key, version, out: values.out }) : `${title}, version ${version}: ${values.out}`)
}

function formatOf(out: string | undefined) {
  const format = [...packFormats, 'html' as const].find(it => out?.toLowerCase().endsWith(`.${it}`))
  if (!format) throw new Error('Say where to: --out FILE that ends in .pdf, .xlsx, .csv or .html')
  return format
}

async function packOf(tx: Tx, key: string) {
  const span = spanNamed(key, await setting(tx, 'reports.year-begins-month'))
  if (!span) throw new Error(`${key} is no month, quarter or year. Write 2026-05, 2026-Q2 or 2025-2026`)
  const frozen = await freezeSpan(tx, span, nowAt(new Date()))
  if (!frozen.ok) throw new Error(frozen.refusal.words)
  return (await readPack(tx, 'system', key))!
}
