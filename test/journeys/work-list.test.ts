import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { arrive } from './arriving.ts'
import { looksRight, openBrowser, phone } from './browser.ts'
import { press } from './forms.ts'
import { openJourneyHouse } from './house.ts'
import { stands, wordsOn } from './reading.ts'

const browser = await openBrowser()
const house = await openJourneyHouse(browser)

await arrive(house, ['Kerb at the library', 'Loose slab', 'Blocked gully', 'Faded crossing', 'Leaning bollard'])

/** The reference of the row that has the focus. */
const here = (page: Page) =>
  page.evaluate<string>(`document.activeElement.closest('tr')?.querySelector('.os-reference')?.textContent ?? ''`)
const ticked = (page: Page) => page.locator('[name=pick]:checked').count()

test('a responder works the list by keyboard: down, tick, open, go elsewhere, search, and turns the keys off', async () => {
  const seat = await house.as('demo.responder')
  const { page } = seat
  await seat.go('/enquiries?view=all')
  await looksRight(seat)
  const references = await page.locator('tbody .os-reference').allTextContents()
  assert.ok(references.length > 3, `${references.length} rows`)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  assert.equal(await here(page), references[1])
  await page.keyboard.press('k')
  assert.equal(await here(page), references[0])
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  assert.equal(await ticked(page), 2)
  await stands(page, '2 ticked')
  await page.getByRole('button', { name: 'Tick this page' }).click()
  assert.equal(await ticked(page), references.length)
  await page.getByRole('button', { name: 'Tick this page' }).click()
  assert.equal(await ticked(page), 0)
  await page.locator(`tbody a[href="/enquiries/${references[1]}"]`).focus()
  await looksRight(seat)
  await page.keyboard.press('j')
  await page.keyboard.press('o')
  await page.waitForURL(`**/enquiries/${references[2]}`)

  await seat.go('/enquiries?view=all')
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  await page.waitForURL('**/enquiries?view=overdue')
  await page.keyboard.press('/')
  await page.keyboard.type('jxg?')
  assert.equal(await page.locator('input[type=search]').inputValue(), 'jxg?', 'in a field a key is a letter')
  assert.equal(await ticked(page), 0)

  await seat.go('/enquiries?view=all')
  await page.keyboard.press('?')
  await page.waitForURL('**/enquiries/keys')
  await looksRight(seat)
  await press(page, 'Turn the keys off')
  await stands(page, 'The keys are off')
  await seat.go('/enquiries?view=all')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  assert.equal(await ticked(page), 0)

  await seat.go('/enquiries/seen')
  await stands(page, references[2]!)
  await looksRight(seat)
})

test('the list comes anew by itself and keeps what is ticked, focused and typed', async () => {
  const seat = await house.as('demo.owner')
  const { page } = seat
  await page.clock.install()
  await seat.go('/enquiries?view=mailboxes')
  await page.locator('tbody tr').first().waitFor()
  const references = await page.locator('tbody .os-reference').allTextContents()
  await page.locator(`[name=pick][value="${references[1]}"]`).check()
  await page.getByLabel('Search by words or number').fill('half typed')
  await page.locator(`tbody a[href="/enquiries/${references[2]}"]`).focus()
  await house.owner`update enquiries.enquiry set subject = 'Changed meanwhile' where reference = ${references[0]!}`
  await page.clock.fastForward(31_000)
  await stands(page, 'Changed meanwhile')
  assert.equal(await ticked(page), 1)
  assert.ok(await page.locator(`[name=pick][value="${references[1]}"]`).isChecked())
  assert.equal(await here(page), references[2])
  assert.equal(await page.getByLabel('Search by words or number').inputValue(), 'half typed')
})

test('member services give out all that match: looked at, done, seen and taken back', async () => {
  const seat = await house.as('demo.one-stop')
  const { page } = seat
  await seat.go('/enquiries?view=unassigned&mailbox=streets')
  await page
    .getByRole('link', { name: 'Filters' })
    .or(page.getByRole('button', { name: 'Filters' }))
    .first()
    .click()
  await looksRight(seat)
  await press(page, 'Show these')
  const n = Number(/Showing all (\d+)/.exec(await wordsOn(page))?.[1])
  assert.ok(n > 1, 'there is something to give out')
  await page.getByRole('link', { name: 'Save this view' }).click()
  await page.getByLabel('Name').fill('Streets, nobody yet')
  await looksRight(seat)
  await press(page, 'Save')
  await stands(page, 'Saved as “Streets, nobody yet”')
  await looksRight(seat)

  await press(page, `Act on all ${n} that match`)
  await looksRight(seat)
  await press(page, 'Continue')
  await stands(page, 'There is a problem')
  await page.getByRole('radio', { name: 'Give them to somebody' }).check()
  await looksRight(seat)
  await page.getByLabel('Who should answer them?').selectOption({ label: 'Kwame Asante (Streets and pavements)' })
  await press(page, 'Continue')
  await stands(page, `${n} enquiries will change`)
  await looksRight(seat)
  await press(page, /^Give \d+ enquiries to Kwame Asante/)
  await stands(page, `${n} done`)
  await looksRight(seat)
  await press(page, 'Take it back')
  await stands(page, 'Take back: give')
  await stands(page, `${n} done`)
  await seat.go('/enquiries?view=unassigned&mailbox=streets')
  assert.match(await wordsOn(page), new RegExp(`Showing all ${n}`))
})

test('without JavaScript and on a phone: ticked, done, and looked at again by hand', async () => {
  const seat = await house.as('demo.owner', { screen: phone, javaScript: false })
  const { page } = seat
  await seat.go('/enquiries?view=mailboxes')
  const boxes = page.locator('[name=pick]')
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await press(page, 'Act on the ticked ones')
  await page.getByRole('radio', { name: 'Add an internal note to each' }).check()
  await page.getByLabel('Your note').fill('Seen at the site meeting')
  await press(page, 'Continue')
  await stands(page, '2 enquiries will change')
  await press(page, 'Add a note to 2 enquiries')
  for (let tries = 0; !(await wordsOn(page)).includes('2 done'); tries++) {
    assert.ok(tries < 100, 'it was done')
    await page.waitForTimeout(100)
    await page.reload()
  }
  assert.match(await wordsOn(page), /A note cannot be taken back/)
})
