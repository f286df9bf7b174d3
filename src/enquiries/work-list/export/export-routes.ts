import { Readable } from 'node:stream'
import { record } from '#audit/door.ts'
import { newId } from '#kernel/id.ts'
import { numberInWords } from '#kernel/text.ts'
import { wards } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { file, page, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { sheetFile, type SheetFile } from '#platform/spreadsheet.ts'
import { html } from '#platform/views/html.ts'
import { listEnquiries, type After } from '../../list.sql.ts'
import type { EnquiryPages } from '../../routes.ts'
import { addressWords, queryOf } from '../address.ts'
import { inShort } from '../chips.ts'
import type { Drawing } from '../columns.ts'
import { afterIn, afterOf, filterOf, narrowingIn, type Narrowing } from '../narrowing.ts'
import { registersFor } from '../registers.ts'
import { viewNamed } from '../views.ts'
import { meIn } from '../work-list-routes.ts'
import { cellsOf, csvLine, heads, isDay } from './cells.ts'

const may = 'enquiries.worklist'

/** So many at most; a spreadsheet is made in memory, a CSV line by line. */
const most = { csv: 10_000, xlsx: 5000 }
const pageLength = 500

/** The list as a file: everything that matches, as far as whoever asks may see it. Written down in the trail. */
export const exportRoutes = (deps: EnquiryPages): Route[] => [
  { method: 'GET', path: '/enquiries/export', may, handle: offer },
  { method: 'POST', path: '/enquiries/export', may, handle: asked => take(asked, deps) },
]

const narrowingOf = (words: string): Narrowing => narrowingIn(queryOf(`?${words}`), () => 'all')

async function offer(asked: Asked): Promise<Answer> {
  const narrowing = narrowingOf(asked.path.split('?', 2)[1] ?? '')
  const registers = await asked.transact(tx => registersFor(tx, narrowing, asked.now.today))
  const words = addressWords(narrowing)
  return page({
    title: 'Export this list',
    back: { href: `/enquiries?${words}`, text: 'Back to the list' },
    body: html`<p class="govuk-body">${inShort(viewNamed(narrowing.view).text, narrowing, registers)}</p>
      <p class="govuk-body">
        The file holds every enquiry of the list with all its columns, not only this page: up to
        ${numberInWords(most.csv)} as CSV and ${numberInWords(most.xlsx)} for Excel, the first ones of the list. It
        holds what you may see now, and the audit trail keeps that you took it.
      </p>
      <form method="post" action="/enquiries/export">
        ${csrfField(asked.csrf)} <input type="hidden" name="address" value="${words}" />
        <div class="govuk-button-group">
          ${button({ text: 'Download CSV', name: 'format', value: 'csv' })}
          ${button({ text: 'Download for Excel', name: 'format', value: 'xlsx', classes: 'govuk-button--secondary' })}
        </div>
      </form>`,
  })
}

async function take(asked: Asked, deps: EnquiryPages): Promise<Answer> {
  const format = asked.form.text('format') === 'xlsx' ? 'xlsx' : 'csv'
  const narrowing = narrowingOf(asked.form.text('address'))
  const drawing = await asked.transact(async tx => {
    await noted(tx, asked, narrowing, format)
    const [me, places] = await Promise.all([meIn(tx, asked, deps.house), wards(tx)])
    const names = new Map(places.map(it => [it.id, it.name]))
    return { me, calendar: me.calendar, wardName: (id: string | null) => (id && names.get(id)) ?? null }
  })
  const rows = rowsOf(asked, narrowing, drawing, most[format])
  const saveAs = `Enquiries ${asked.now.today}.${format}`
  if (format === 'xlsx') return file({ ...(await spreadsheet(rows)), saveAs })
  return file({ body: Readable.from(csv(rows)), type: 'text/csv; charset=utf-8', saveAs })
}

/** What was taken, without the words that were looked for: those are people's own. */
const noted = (tx: Tx, { viewer, now }: Asked, narrowing: Narrowing, format: string): Promise<void> =>
  record(tx, {
    at: now.at,
    actor: viewer.person,
    act: 'enquiries.exported',
    subject: { kind: 'list', id: newId() },
    details: { format, list: addressWords({ ...narrowing, q: '' }), searched: narrowing.q !== '' },
  })

/** Line by line, a page at a time: each page is read as its reader, and nothing is kept that has been handed on. */
async function* rowsOf(asked: Asked, narrowing: Narrowing, drawing: Drawing, limit: number): AsyncGenerator<string[]> {
  const { filter, order } = filterOf(narrowing, drawing.me)
  let after: After | undefined
  for (let n = 0; n < limit; n += pageLength) {
    const from = after
    const lines = await asked.transact(tx => listEnquiries(tx, filter, order, pageLength, from))
    for (const it of lines) yield cellsOf(it, drawing)
    const last = lines.at(-1)
    if (!last || lines.length < pageLength) return
    after = afterIn(afterOf(last, order))
  }
}

/** The mark in front tells spreadsheets that it is UTF-8. */
async function* csv(rows: AsyncIterable<string[]>): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(heads)}`
  for await (const cells of rows) yield csvLine(cells)
}

/** Every cell is typed as text or as a day, so that nothing in it can become a formula. */
async function spreadsheet(lines: AsyncIterable<string[]>): Promise<SheetFile> {
  const rows = []
  for await (const cells of lines) rows.push(cells.map(cell => (isDay(cell) ? { on: cell } : cell)))
  return sheetFile({ name: 'Enquiries', heads, rows }, 'xlsx')
}
