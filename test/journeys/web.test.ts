import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { day } from '#kernel/day.ts'
import { looksRight, openBrowser, phone } from './browser.ts'
import { notSensitive, press } from './forms.ts'
import { addressOf, openJourneyHouse } from './house.ts'
import { begin, inOrder, stands, wordsOn } from './reading.ts'

const browser = await openBrowser()
const house = await openJourneyHouse(browser)
const councillor = addressOf('demo.member')

test('by web: a draft kept, a photo, a suggestion confirmed, worked and agreed on pages', async () => {
  const photo = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#357' } })
    .jpeg()
    .toBuffer()
  const member = await house.as('demo.member')
  await member.page.getByRole('link', { name: 'New enquiry' }).first().click()
  await looksRight(member)
  await notSensitive(member.page)
  await member.page.getByLabel('What is it about?').fill('Deep pothole by the bus stop')
  await member.page
    .getByLabel('What do you want to ask')
    .fill('There is a deep pothole in the road. When will it be filled?')
  await stands(member.page, /Draft saved at/)

  // another device, half an hour later: what was typed is there
  const later = await house.as('demo.member', { screen: phone })
  await later.go('/enquiries/new')
  assert.equal(await later.page.getByLabel('What is it about?').inputValue(), 'Deep pothole by the bus stop')
  assert.match(await wordsOn(later.page), /We kept what you wrote/)
  await looksRight(later)

  await later.page
    .getByLabel('Photos and files')
    .setInputFiles({ name: 'the hole.jpg', mimeType: 'image/jpeg', buffer: photo })
  await press(later.page, 'Continue')
  await stands(later.page, 'Check and send')
  await looksRight(later)
  const check = await wordsOn(later.page)
  inOrder(check, ['Deep pothole by the bus stop', 'the hole.jpg'])
  assert.match(
    check,
    /Because [^]*Answered by Streets and pavements, run by Fiona Hartley\.[^]*Answer due by Monday 15 June 2026/,
  )
  await press(later.page, 'Send this enquiry')
  await stands(later.page, 'Enquiry sent')
  await looksRight(later)
  const [reference = ''] = /ME-2026-\d{6}/.exec(await wordsOn(later.page)) ?? []
  await house.post.next(councillor, /We have your enquiry/)

  house.turnTo(day('2026-06-02'))
  const responder = await house.as('demo.responder')
  await responder.go(`/enquiries/${reference}`)
  await stands(responder.page, 'the hole.jpg')
  await begin(responder.page, 'Take this enquiry')
  await press(responder.page, 'Take it')
  await begin(responder.page, 'Ask the member')
  await responder.page.getByLabel('Your question').fill('Which bus stop?')
  await press(responder.page, 'Send the question')
  await house.post.next(councillor, /question/)

  await member.go('/enquiries/mine')
  inOrder(await wordsOn(member.page), ['Needs your attention', 'Deep pothole by the bus stop'])
  await looksRight(member)
  await member.page.getByRole('link', { name: 'Deep pothole by the bus stop' }).click()
  await member.page.getByLabel('Your reply').fill('The one at the church.')
  await press(member.page, 'Send reply')
  await stands(member.page, 'Your message was sent')
  await looksRight(member)

  house.turnTo(day('2026-06-03'))
  await responder.go(`/enquiries/${reference}`)
  await stands(responder.page, 'The one at the church.')
  await begin(responder.page, 'Answer the enquiry')
  await press(responder.page, 'Send the answer')
  await stands(responder.page, 'There is a problem')
  await looksRight(responder)
  await responder.page.getByLabel('Your answer', { exact: true }).fill('It was filled this morning.')
  await responder.page
    .getByLabel(/When will it be filled/)
    .first()
    .fill('Today.')
  await press(responder.page, 'Preview')
  await looksRight(responder)
  await press(responder.page, 'Send the answer')
  await stands(responder.page, 'Answer sent')

  await member.go(`/enquiries/${reference}/track`)
  await looksRight(member)
  await stands(member.page, 'You have an answer. Does it answer your enquiry?')
  await press(member.page, 'This answers it')
  await stands(member.page, 'Thank you. The enquiry is closed')
  inOrder(await wordsOn(member.page), ['Received', 'With Streets and pavements', 'Kwame Asante', 'Answered and closed'])

  const [file] = await member.page.getByRole('link', { name: 'the hole.jpg' }).all()
  const opened = await member.page.request.get((await file!.getAttribute('href'))!)
  assert.equal(opened.headers()['content-type'], 'image/jpeg')
})

test('what was typed badly comes back with what to mend, linked to its field', async () => {
  const member = await house.as('demo.other-member', { screen: phone })
  await member.go('/enquiries/new')
  await member.page.getByLabel('What is it about?').fill("O'Brien’s lamp 🏮 مصباح")
  await press(member.page, 'Continue')
  await stands(member.page, 'There is a problem')
  assert.match(await member.page.title(), /^Error: /)
  assert.equal(await member.page.getByLabel('What is it about?').inputValue(), "O'Brien’s lamp 🏮 مصباح")
  await looksRight(member)
  await member.page.getByRole('link', { name: 'Enter what you want to ask' }).click()
  await member.page.keyboard.type('Who mends it?')
  assert.equal(await member.page.getByLabel('What do you want to ask').inputValue(), 'Who mends it?')
  assert.equal(await member.page.getByRole('link', { name: /^Select yes or no/ }).count(), 3)
})
