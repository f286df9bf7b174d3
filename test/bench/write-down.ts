import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dayOf, inWords } from '#kernel/day.ts'

const page = join(import.meta.dirname, '../../docs/operate/performance.md')
const heading = '## Last measured'

/** Puts the table in the place of the last one on the page about performance. */
export async function writeDown(about: string, table: string): Promise<void> {
  const text = await readFile(page, 'utf8')
  const at = text.indexOf(heading)
  if (at < 0) throw new Error(`docs/operate/performance.md has no “${heading}”`)
  await writeFile(page, `${text.slice(0, at)}${heading}\n\n${inWords(dayOf(new Date()))}: ${about}\n\n${table}\n`)
}
