import assert from 'node:assert/strict'
import { test } from 'node:test'
import { looksRight, openBrowser, phone } from './browser.ts'
import { choose, notSensitive, press } from './forms.ts'
import { addressOf, openJourneyHouse } from './house.ts'
import { stands, wordsOn } from './reading.ts'

const browser = await openBrowser()
const house = await openJourneyHouse(browser)

test('a second member lets the assistant only follow, then act; the assistant picks for whom', async () => {
  const other = await house.as('demo.other-member', { screen: phone })
  const letThem = async (what: RegExp) => {
    await other.go('/people/me')
    await other.page.getByLabel('Their email address').fill(addressOf('demo.assistant'))
    await choose(other.page, 'What may they do?', what)
    await press(other.page, 'Let them act for me')
    await stands(other.page, /^They may now/)
  }
  await letThem(/Only follow/)
  await stands(other.page, /only follows, from 1 June 2026/)
  await looksRight(other)

  const assistant = await house.as('demo.assistant', { screen: phone })
  await assistant.go('/people/me')
  await stands(assistant.page, /only follows/)
  await assistant.go('/enquiries/new')
  assert.equal(await assistant.page.getByRole('group', { name: /whom|member/i }).count(), 0, 'there is one to act for')

  await press(other.page, /^Take back now from Tomasz/)
  await stands(other.page, 'They no longer act for you')
  await letThem(/Act in my name/)
  await assistant.go('/enquiries/new')
  const members = assistant.page.locator('input[name=member]')
  assert.equal(await members.count(), 2)
  await members.nth(1).check()
  await notSensitive(assistant.page)
  await assistant.page.getByLabel('What is it about?').fill('Bench by the library')
  await assistant.page.getByLabel('What do you want to ask').fill('Can the bench be mended?')
  await press(assistant.page, 'Continue')
  await looksRight(assistant)
  await press(assistant.page, 'Send this enquiry')
  await stands(assistant.page, 'Enquiry sent')
  const reference = /ME-2026-\d{6}/.exec(await wordsOn(assistant.page))![0]
  await assistant.go(`/enquiries/${reference}/track`)
  await stands(assistant.page, 'Bench by the library')
  await looksRight(assistant)
  assert.match(await wordsOn(assistant.page), /Tomasz Wiśniewski for \S+/, 'it says for whom')
})
