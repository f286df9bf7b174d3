import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { day, inWords, type Day } from '#kernel/day.ts'
import { readCsv } from '#platform/csv.ts'
import { libreOffice, openedByLibreOffice } from '#test/libre-office.ts'
import { readXlsx, type ReadCell } from '#test/xlsx.ts'
import { looksRight, openBrowser, phone } from './browser.ts'
import { fillDay, press } from './forms.ts'
import { addressOf, openJourneyHouse, type Seat } from './house.ts'
import { stands, wordsOn } from './reading.ts'

const browser = await openBrowser()
const house = await openJourneyHouse(browser)

const action = 'Ask the contractor for a second patching crew until October'

/** Opens a pack by the link of the mail that announces it, as a member of the leadership team does. */
async function opensThePack(seat: Seat, month: string): Promise<void> {
  await house.does('reports.freeze')
  await house.does('mail.send-digests')
  const mail = await house.post.next(addressOf('demo.director'), new RegExp(`Monthly pack, ${month}`))
  assert.match(mail.says, /enquiries are open, [\d,]+ of them overdue/)
  const [link] = /http:\/\/localhost:\d+\/review\/packs\/\S+/.exec(mail.text) ?? []
  await seat.go(link!)
  await stands(seat.page, 'In short')
}

/** Presses a link that saves a file; its bytes and the name it is saved under. */
async function saved({ page }: Seat, link: RegExp): Promise<{ bytes: Buffer; name: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('link', { name: link }).first().click(),
  ])
  return { bytes: await readFile(await download.path()), name: download.suggestedFilename() }
}

test('the leadership team is told of the pack, reads and saves it, decides, agrees an action, and sees a month later what came of it', async () => {
  const director = await house.as('demo.director')
  const { page } = director
  await opensThePack(director, 'May 2026')
  await looksRight(director)
  await page.getByText('These figures as a table').first().click()
  await page.getByRole('table', { name: 'Received each month' }).waitFor()
  const pdf = await saved(director, /^PDF/)
  assert.match(pdf.name, /2026.*\.pdf$/)
  assert.match(pdf.bytes.toString('latin1'), /^%PDF-1\.[\s\S]*\/Marked true/)
  const xlsx = await saved(director, /XLSX/)
  assert.ok(readXlsx(xlsx.bytes).some(it => it.name === 'Received each month'))
  const csv = await saved(director, /CSV/)
  const figures = readCsv(csv.bytes.toString('utf8')).lines
  assert.ok(figures.some(it => it.cells.table === 'Received each month' && it.cells.row === 'May 2026'))

  await director.go('/review')
  await stands(page, 'Review of May 2026')
  await looksRight(director)
  await press(page, 'Record a decision of the review of May 2026')
  await press(page, 'Record decision')
  await stands(page, 'There is a problem')
  await looksRight(director)
  await page.getByLabel('What the review of May 2026 decided').fill('Potholes on bus routes come first this summer')
  await press(page, 'Record decision')
  await stands(page, 'The decision is recorded')
  await stands(page, 'Potholes on bus routes come first this summer')

  await press(page, 'Add an action')
  await page.getByLabel('What is to be done').fill(action)
  await fillDay(page, 'By when', '2026-02-30')
  await press(page, 'Add action')
  await stands(page, 'There is a problem')
  assert.equal(await page.getByLabel('What is to be done').inputValue(), action)
  await looksRight(director)
  await page.getByLabel('Who does it').selectOption({ label: 'Daniel Okoro, Head of Highways and Transport' })
  await fillDay(page, 'By when', '2026-06-26')
  await press(page, 'Add action')
  await stands(page, action)
  await looksRight(director)

  house.turnTo(day('2026-06-24'))
  await house.does('mail.send-digests')
  const reminder = await house.post.next(addressOf('demo.head'), /An action of the review is due soon/)
  assert.match(reminder.says, /second patching crew until October/)
  const head = await house.as('demo.head', { screen: phone })
  await head.go(/http:\/\/localhost:\d+\/review\/actions\/\S+/.exec(reminder.text)![0])
  await stands(head.page, action)
  await looksRight(head)
  await head.page.getByLabel('It is done').check()
  await press(head.page, 'Save')
  await stands(head.page, 'There is a problem')
  await looksRight(head)
  await head.page.getByLabel('In words').fill('A second crew began on 22 June')
  await press(head.page, 'Save')
  await stands(head.page, 'A second crew began on 22 June')

  house.turnTo(day('2026-07-01'))
  await opensThePack(director, 'June 2026')
  const agreed = page.getByRole('row', { name: new RegExp(action) })
  assert.match(await agreed.innerText(), /Daniel Okoro[\s\S]*Done/)
  await stands(page, 'Potholes on bus routes come first this summer')
  await director.go('/review')
  await stands(page, 'Review of June 2026')
  assert.match(await page.getByRole('row', { name: new RegExp(action) }).innerText(), /Done/)
})

test('a figure leads to its enquiries, exactly as many; by any dimension, period and filter', async () => {
  const director = await house.as('demo.director')
  const { page } = director
  await director.go('/reports')
  await page.getByLabel('Received', { exact: true }).selectOption({ label: 'Last quarter' })
  await page.getByLabel('Broken down by').selectOption({ label: 'Topic' })
  await press(page, 'Show')
  await stands(page, 'Figures by topic')
  await looksRight(director)
  const row = page.getByRole('table', { name: 'Figures by topic' }).locator('tbody tr').nth(1)
  const topic = (await row.locator('td, th').first().innerText()).trim()
  const figure = row.getByRole('link').first()
  const said = await figure.innerText()
  await figure.click()
  await stands(page, topic)
  assert.match(await page.locator('h1').innerText(), new RegExp(`: ${said} enquir`))
  assert.equal(
    await page.getByRole('table', { name: 'Enquiries' }).locator('tbody tr').count(),
    Math.min(50, Number(said)),
  )
  await looksRight(director)

  await director.go('/reports?period=own&from=1%2F6%2F2026&to=31%2F5%2F2026')
  await stands(page, 'Last day must be the first day or later')
  await looksRight(director)
  await page.getByLabel('First day').fill('1/3/2026')
  await page.getByLabel('Mailbox', { exact: true }).selectOption({ index: 2 })
  await press(page, 'Show')
  await stands(page, '1 March 2026 to 31 May 2026')
  await stands(page, 'Leave out')
  assert.match(await wordsOn(page), /\d+ enquir(y|ies) received/)
  const sheet = await saved(director, /as CSV/)
  assert.ok(readCsv(sheet.bytes.toString('utf8')).lines.length >= 1)
})

/** The pack, the figures and the work list as a spreadsheet each; in the list something that would like to be a formula. */
async function threeSpreadsheets(): Promise<Record<string, Buffer>> {
  const from = addressOf('demo.member')
  await house.write({ from, to: addressOf('streets'), subject: '=1+1|cmd', text: 'When?' })
  await house.post.next(from, /=1\+1/)
  const seat = await house.as('demo.director')
  const bytes = async (path: string) => (await seat.page.request.get(path)).body()
  const pack = await bytes('/review/packs/2026-05/xlsx')
  const figures = await bytes('/reports/figures.xlsx?by=topic')
  await seat.go('/enquiries/export?view=all')
  const [download] = await Promise.all([
    seat.page.waitForEvent('download', { timeout: 60_000 }),
    press(seat.page, 'Download for Excel'),
  ])
  return { pack, figures, list: await readFile(await download.path()) }
}

test('pack, figures and work list are whole spreadsheets: numbers, days and text, and nothing that runs', async () => {
  const { pack, figures, list } = await threeSpreadsheets()
  const cells = (file: Buffer) => readXlsx(file).flatMap(sheet => sheet.rows.flat())
  for (const file of [pack!, figures!, list!]) assert.ok(cells(file).some(it => typeof it === 'number' || isDay(it)))
  assert.ok(cells(pack!).some(isDay), 'the oldest cases have their days')
  assert.ok(cells(list!).includes('=1+1|cmd'))
})

test(
  'LibreOffice opens each of them without a word and shows what was written',
  {
    skip: libreOffice ? false : 'LibreOffice is not installed here',
  },
  async () => {
    for (const file of Object.values(await threeSpreadsheets())) {
      const shown = await openedByLibreOffice(libreOffice!, file)
      for (const { name, rows } of readXlsx(file)) {
        const sheet = shown.get(name) ?? assert.fail(`no sheet ${name} among ${[...shown.keys()].join(', ')}`)
        assert.equal(sheet.length, rows.length, name)
        for (const [at, row] of rows.entries())
          for (const [column, cell] of row.entries())
            assert.ok(
              shows(sheet[at]![column] ?? '', cell),
              `${name}, line ${at + 1}: ${sheet[at]![column]} for ${JSON.stringify(cell)}`,
            )
      }
    }
  },
)

const isDay = (cell: ReadCell): cell is { on: string } => typeof cell === 'object' && cell !== null

/** Numbers are shown rounded, days in words. */
function shows(shown: string, cell: ReadCell): boolean {
  if (typeof cell === 'number') return Math.abs(Number(shown) - cell) < 1e-6
  if (typeof cell === 'string') return shown === cell.replace(/\r\n?/g, '\n')
  return shown === (cell ? inWords(cell.on as Day) : '')
}
