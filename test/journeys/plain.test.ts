import assert from 'node:assert/strict'
import { test } from 'node:test'
import { looksRight, openBrowser, phone } from './browser.ts'
import { notSensitive, press } from './forms.ts'
import { addressOf, openJourneyHouse } from './house.ts'
import { arrowTo, enterOn, typeIn } from './keys.ts'
import { begin, stands, wordsOn } from './reading.ts'

const browser = await openBrowser()
const house = await openJourneyHouse(browser)

test('without JavaScript: a new enquiry, an answer, a reply', async () => {
  const member = await house.as('demo.member', { javaScript: false, screen: phone })
  await member.go('/enquiries/new')
  await notSensitive(member.page)
  await member.page.getByLabel('What is it about?').fill('Pothole by the church')
  await member.page.getByLabel('What do you want to ask').fill('When will it be filled?')
  await member.page
    .getByLabel('Photos and files')
    .setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('By the church') })
  await press(member.page, 'Continue')
  await stands(member.page, 'Check and send')
  await press(member.page, 'Send this enquiry')
  await stands(member.page, 'Enquiry sent')
  const [reference = ''] = /ME-2026-\d{6}/.exec(await wordsOn(member.page)) ?? []

  const responder = await house.as('demo.responder', { javaScript: false })
  await responder.go('/enquiries')
  await responder.page.getByRole('link', { name: 'Pothole by the church' }).click()
  await stands(responder.page, 'note.txt')
  await begin(responder.page, 'Take this enquiry')
  await press(responder.page, 'Take it')
  await begin(responder.page, 'Answer the enquiry')
  await responder.page.getByLabel('Your answer', { exact: true }).fill('Tomorrow.')
  await responder.page
    .getByLabel(/When will it be filled/)
    .first()
    .fill('Tomorrow.')
  await press(responder.page, 'Send the answer')
  await stands(responder.page, 'Answer sent')

  await member.go(`/enquiries/${reference}`)
  await stands(member.page, 'You have an answer')
  await member.go(`/enquiries/${reference}/track/reply`)
  await member.page.getByLabel('Your message').fill('Thank you very much.')
  await press(member.page, 'Send message')
  await stands(member.page, 'Your message was sent')
  await responder.go(`/enquiries/${reference}`)
  await stands(responder.page, 'Thank you very much.')
})

test('keyboard only: from signing in to the answer', async () => {
  await house.write({
    from: addressOf('demo.member'),
    to: 'streets@tessbridge.example',
    subject: 'Loose slab at number 9',
    text: 'Who will see to it?',
  })
  await house.post.next(addressOf('demo.member'), /We have your enquiry: Loose slab/)

  const { page, troubles } = await house.as('demo.owner')
  await page.goto('/')
  await enterOn(page, /^Sign out$/)
  await typeIn(page, /^Your email address$/, addressOf('demo.owner'))
  await page.keyboard.press('Enter')
  await stands(page, 'a link is on its way')
  const mail = await house.post.next(addressOf('demo.owner'), /sign in/)
  await page.goto(/http:\/\/\S+\/sign-in\/\S+/.exec(mail.text)![0])
  await enterOn(page, /^Sign in as/)

  await enterOn(page, /^Loose slab at number 9/)
  await enterOn(page, /^Take this enquiry$/)
  await enterOn(page, /^Take it$/)
  await enterOn(page, /^Answer the enquiry$/)
  await typeIn(page, /^Your answer$/, 'Our mason sets it again on Thursday.')
  await typeIn(page, /^1\. Who will see to it\?$/, 'Our mason.')
  await enterOn(page, /^Send the answer$/)
  await stands(page, 'Answer sent')
  await looksRight({ page, troubles })
  const answer = await house.post.next(addressOf('demo.member'), /Our answer to your enquiry: Loose slab/)
  assert.match(answer.says, /Our mason sets it again/)
})

test('keyboard only: a member answers three questions with the arrow keys and sends', async () => {
  const { page, go } = await house.as('demo.other-member')
  await go('/enquiries/new')
  await arrowTo(page, /at risk of harm/, /^No$/)
  await arrowTo(page, /particular council employee/, /^No$/)
  await arrowTo(page, /health, immigration/, /^No$/)
  await typeIn(page, /^What is it about/, 'Pothole in Fern Lane')
  await typeIn(page, /^What do you want to ask/, 'Who fills it?')
  await enterOn(page, /^Continue$/)
  await enterOn(page, /^Send this enquiry$/)
  await stands(page, 'Enquiry sent')
})
