import assert from 'node:assert/strict'
import { test } from 'node:test'
import { arrive } from './arriving.ts'
import { looksRight, openBrowser, phone } from './browser.ts'
import { press } from './forms.ts'
import { openJourneyHouse } from './house.ts'
import { soon, stands, wordsOn } from './reading.ts'

const browser = await openBrowser()
const house = await openJourneyHouse(browser)

await arrive(house, ['Kerb at the library', 'Loose slab', 'Blocked gully'])

test('an owner reads the board, shares out what nobody has, notes an absence with cover, hands work over, and looks whether risk can be believed', async () => {
  const seat = await house.as('demo.owner')
  const { page } = seat
  await seat.go('/enquiries/board')
  await page.waitForURL('**/enquiries/board/streets')
  await looksRight(seat)
  const [, unassigned] = /Unassigned\s*(\d+)/.exec(await wordsOn(page))!
  await page.locator('.os-figures').getByRole('link', { name: 'Unassigned' }).click()
  await stands(page, `all ${unassigned}`)

  await seat.go('/enquiries/board/streets')
  await press(page, 'Share out what nobody has')
  await stands(page, `${unassigned} enquiries`)
  await stands(page, / gets \d/)
  await looksRight(seat)
  await page.getByRole('button', { name: /^Give / }).click()
  await soon(async () => / done/.test(await wordsOn(page)), 'the work is shared out')
  await seat.go('/enquiries/board/streets')
  assert.match(await wordsOn(page), /Unassigned\s*0/)
  await press(page, 'Even out the load')
  await looksRight(seat)

  await seat.go('/mailboxes/absences')
  const who = page.getByLabel('Who is away?')
  const [busy, other] = await house.owner`
    select p.name from enquiries.enquiry e join people.person p on p.id = e.holder_id
    join mailboxes.mailbox b on b.id = e.mailbox_id and b.key = 'streets'
    where e.status not in ('answered', 'closed')
      and not exists (select from mailboxes.absence a where a.person_id = p.id)
    group by p.id, p.name order by count(*) desc limit 2`
  await who.selectOption({ label: busy!.name as string })
  await page.getByLabel('Who stands in?').selectOption({ label: other!.name as string })
  await press(page, 'Note this absence')
  await soon(async () => /Is back/.test(await wordsOn(page)), 'the absence is noted')
  await looksRight(seat)
  await page.getByRole('link', { name: new RegExp(`Hand over their work\\s*: ${busy!.name as string}`) }).click()
  await stands(page, 'while they are away')
  await looksRight(seat)
  await page.getByLabel('Who should have the ticked ones?').selectOption({ index: 1 })
  await press(page, 'Continue')
  await stands(page, 'will change')
  await looksRight(seat)

  await seat.go('/enquiries/board/risk')
  await stands(page, 'How risk is worked out')
  await looksRight(seat)
})

test('on a phone the board is as whole', async () => {
  const seat = await house.as('demo.owner', { screen: phone })
  await seat.go('/enquiries/board/streets')
  await looksRight(seat)
})
