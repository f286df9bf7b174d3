import { file, json, page, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { sheetFile } from '#platform/spreadsheet.ts'
import { processingPage } from './page.ts'
import { processingRecord } from './record.ts'

export const processingRoutes: Route[] = [
  { method: 'GET', path: '/privacy/processing', may: 'privacy.see', handle: show },
  { method: 'GET', path: '/privacy/processing.json', may: 'privacy.see', handle: asJson },
  { method: 'GET', path: '/privacy/processing.csv', may: 'privacy.see', handle: asCsv },
]

function show(asked: Asked): Promise<Answer> {
  return asked.transact(async tx => page(processingPage(await processingRecord(tx, asked.now.today))))
}

function asJson(asked: Asked): Promise<Answer> {
  return asked.transact(async tx => json(await processingRecord(tx, asked.now.today)))
}

const heads = ['Data', 'About', 'Why', 'Lawful basis', 'Special matters', 'Open to', 'Kept', 'Where it goes', 'Tables']

async function asCsv(asked: Asked): Promise<Answer> {
  const { lines } = await asked.transact(tx => processingRecord(tx, asked.now.today))
  const rows = lines.map(it => [
    it.label,
    it.about,
    it.why,
    it.basis,
    it.special ? 'yes' : 'no',
    it.seenBy.join('; '),
    it.kept.join('; '),
    it.leaves,
    it.tables.map(table => table.name).join('; '),
  ])
  return file({ ...(await sheetFile({ name: 'Processing', heads, rows }, 'csv')), saveAs: 'record-of-processing.csv' })
}
