import assert from 'node:assert/strict'
import { test } from 'node:test'
import { looksRight, openBrowser, phone } from './browser.ts'
import { choose, press } from './forms.ts'
import { openJourneyHouse } from './house.ts'
import { stands, wordsOn } from './reading.ts'

const browser = await openBrowser()
const house = await openJourneyHouse(browser)

test('an import of officers is looked at, done and undone', async () => {
  const admin = await house.as('demo.admin', { screen: phone })
  const { page } = admin
  await admin.go('/people')
  await page.getByRole('button', { name: 'Import people' }).click()
  await looksRight(admin)
  const upload = async (csv: string) => {
    await choose(page, 'What is in the file?', 'Officers')
    await page.getByLabel('CSV file').setInputFiles({
      name: 'officers.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(csv, 'latin1'),
    })
    await press(page, 'See what it would do')
  }
  await upload('name;email;roles\r\nZoë Müller;zoe@tessbridge.example;wizard\r\n')
  await stands(page, 'There is no role “wizard”')
  await looksRight(admin)
  await page.getByRole('link', { name: 'Choose another file' }).click()
  await upload('name;email;title;roles\r\nZoë Müller;zoe@tessbridge.example;Inspector;responder, one-stop\r\n')
  await stands(page, '1 person joins')
  await stands(page, 'Zoë Müller')
  await looksRight(admin)
  await press(page, 'Do all of this')
  await stands(page, 'Undo this import')
  await looksRight(admin)
  await admin.go('/people?q=zoe+inspector')
  await stands(page, '1 person matching')
  await looksRight(admin)
  await admin.go('/people/imports')
  await page.getByRole('link', { name: 'officers.csv' }).click()
  await press(page, 'Undo it')
  await stands(page, 'Undone 1 June 2026')
  await looksRight(admin)
  await admin.go('/people?q=zoe')
  assert.match(await wordsOn(page), /Nobody fits/)
})
