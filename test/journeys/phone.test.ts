import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/day.ts'
import { looksRight, openBrowser } from './browser.ts'
import { addressOf, openJourneyHouse } from './house.ts'
import { arrowTo, tabTo, typeIn } from './keys.ts'
import { inOrder, stands, wordsOn } from './reading.ts'

const browser = await openBrowser()
const house = await openJourneyHouse(browser)

test('by phone, keyboard only: recorded late and direct, placed by its topic', async () => {
  house.turnTo(day('2026-06-05'))
  const officer = await house.as('demo.responder')
  await officer.go('/enquiries/record')
  await looksRight(officer)
  const { page } = officer
  // the first field has the keyboard already
  await page.keyboard.type('mhurchu')
  await typeIn(page, /What was it about/, 'Blocked gully on the corner')
  await typeIn(page, /^Day$/, '1', /First received/)
  await typeIn(page, /^Month$/, '6', /First received/)
  await page.keyboard.press('Control+Enter')
  await stands(page, /It looks like|Recorded as/)
  if (await page.getByText(/It looks like/).count()) {
    await looksRight(officer)
    await page.keyboard.press('Control+Enter')
  }
  await stands(page, 'Recorded as')
  await looksRight(officer)
  inOrder(await wordsOn(page), ['Recorded as', 'Registered late'])
  await tabTo(page, /ME-2026-/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/ME-2026-\d+$/)
  inOrder(await wordsOn(page), [
    'Blocked gully on the corner',
    'Received, past One Stop',
    'Telephone, 1 June 2026',
    'Registered late',
    'Due 15 June 2026',
  ])
  await looksRight(officer)
  const receipt = await house.post.next(addressOf('demo.member'), /We have your enquiry/)
  assert.match(receipt.says, /Received: Monday 1 June 2026/)
})

test('by phone, keyboard only: answered at once, and the member gets what was said', async () => {
  const officer = await house.as('demo.one-stop')
  await officer.go('/enquiries/record')
  const { page } = officer
  await page.keyboard.type('mhurchu')
  await typeIn(page, /What was it about/, 'Opening hours of the tip')
  await arrowTo(page, /What happens now/, /Answered already/)
  await typeIn(page, /what was said\?/, 'Nine to six every day, ten to four on Sundays.')
  await page.keyboard.press('Control+Enter')
  await stands(page, 'Recorded as')
  assert.ok(!/Registered late/.test(await wordsOn(page)))
  const answer = await house.post.next(addressOf('demo.member'), /Our answer/)
  assert.match(answer.says, /Nine to six every day/)
  await tabTo(page, /ME-2026-/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/ME-2026-\d+$/)
  inOrder(await wordsOn(page), ['Opening hours of the tip', 'Answered', 'Answered at once'])
  await looksRight(officer)
})
