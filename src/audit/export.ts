import { Readable } from 'node:stream'
import { newId } from '#kernel/id.ts'
import { dayOf } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import { file, turnBack, type Answer } from '#platform/http/answer.ts'
import { formOf } from '#platform/http/form.ts'
import type { Asked } from '#platform/http/route.ts'
import { csvOf, csvRow, sheetFile, type SheetCell } from '#platform/spreadsheet.ts'
import { wordsOfAct } from './act-words.ts'
import { insertEntry } from './entry.sql.ts'
import { readFilter } from './filter.ts'
import { entriesMatching, type EntryFilter, type ListedEntry } from './list.sql.ts'

/** So many at most: a spreadsheet is made in memory, a CSV line by line. */
export const most = { csv: 100_000, xlsx: 20_000 }
const atOnce = 2000

const name = 'Audit trail'
const heads = ['Entry', 'When (UTC)', 'Who', 'For', 'Act', 'What happened', 'About', 'Reference or id', 'Details']

/** The entries that fit a search as a file. Taking it stands in the trail itself. */
export async function exportEntries(asked: Asked): Promise<Answer> {
  const format = asked.form.text('format') === 'xlsx' ? 'xlsx' : 'csv'
  const search = Object.fromEntries(new URLSearchParams(asked.form.text('search')))
  const filter = readFilter(formOf(search))
  if (!filter.ok) return turnBack('/audit', filter.refusal.words)
  await asked.transact(tx => noted(tx, asked, format, filter.value))
  const saveAs = `Audit trail ${dayOf(asked.now.at)}.${format}`
  const rows = rowsOf(asked, filter.value, most[format])
  if (format === 'csv') return file({ body: Readable.from(csv(rows)), type: 'text/csv; charset=utf-8', saveAs })
  return file({ ...(await sheetFile({ name, heads, rows: await Array.fromAsync(rows) }, 'xlsx')), saveAs })
}

/** What was looked for is noted as codes; a name that was typed is not. */
const noted = async (tx: Tx, { viewer, now }: Asked, format: string, it: EntryFilter): Promise<void> => {
  const { person, ...codes } = it
  const details = { format, ...codes, byName: person !== undefined }
  const subject = { kind: 'list', id: newId() }
  await insertEntry(tx, { at: now.at, actor: viewer.person, act: 'audit.exported', subject, details })
}

async function* rowsOf(asked: Asked, filter: EntryFilter, limit: number): AsyncGenerator<SheetCell[]> {
  let below: number | undefined
  for (let n = 0; n < limit; n += atOnce) {
    const from = below
    const page = await asked.transact(tx => entriesMatching(tx, filter, from, atOnce))
    yield* page.map(cellsOf)
    if (page.length < atOnce) return
    below = page.at(-1)!.id
  }
}

const cellsOf = (it: ListedEntry): SheetCell[] => [
  it.id,
  it.at.toISOString(),
  it.actorName ?? (it.actor === null ? 'One Stop itself' : it.actor),
  it.onBehalfOfName ?? '',
  it.act,
  wordsOfAct(it.act),
  it.subjectKind,
  it.subjectReference ?? it.subjectId,
  it.details,
]

async function* csv(rows: AsyncIterable<SheetCell[]>): AsyncGenerator<string> {
  yield csvOf({ name, heads, rows: [] })
  for await (const row of rows) yield `${csvRow(row)}\r\n`
}
