import assert from 'node:assert/strict'
import { test } from 'node:test'
import { takeInHand } from './arriving.ts'
import { looksRight, openBrowser, phone } from './browser.ts'
import { fillDay, press } from './forms.ts'
import { addressOf, openJourneyHouse } from './house.ts'
import { begin, stands, wordsOn } from './reading.ts'

const browser = await openBrowser()
const house = await openJourneyHouse(browser)

/** An enquiry raised by mail and taken by the responder, who stands on its page. */
async function inHand(text: string) {
  const seat = await house.as('demo.responder')
  const subject = `Wall ${crypto.randomUUID()}`
  return { ...seat, subject, reference: await takeInHand(house, seat, { subject, text }) }
}

test('an answer is submitted, returned with a note, submitted again, and sent by somebody else', async () => {
  const writer = await inHand('Who owns the wall?')
  const submit = async (words: string) => {
    await begin(writer.page, 'Submit the answer for review')
    await writer.page.getByLabel('Your answer', { exact: true }).fill(words)
    for (const box of await writer.page.locator('textarea[name^="answer-"]').all()) await box.fill('The county does.')
    await looksRight(writer)
    await press(writer.page, 'Submit for review')
    await stands(writer.page, 'Submitted for review')
  }
  await submit('The county owns it. Mrs Pell next door told us.')
  await looksRight(writer)
  assert.doesNotMatch(await wordsOn(writer.page), /Read the answer and send it/, 'nobody sends what they wrote')

  const reader = await house.as('demo.owner', { screen: phone })
  await reader.go(`/enquiries/${writer.reference}`)
  await stands(reader.page, 'An answer waits to be read.')
  await looksRight(reader)
  await begin(reader.page, 'Return the answer with a note')
  await press(reader.page, 'Return it')
  await stands(reader.page, 'Enter what should be changed')
  await looksRight(reader)
  await reader.page.getByLabel('What should be changed?').fill('Leave the neighbour out')
  await press(reader.page, 'Return it')
  await stands(reader.page, 'Leave the neighbour out')
  const told = await house.post.next(addressOf('demo.responder'), new RegExp(writer.subject))
  assert.match(told.says, /Leave the neighbour out/)

  await writer.go(`/enquiries/${writer.reference}`)
  await submit('The county owns it.')
  await reader.go(`/enquiries/${writer.reference}`)
  await begin(reader.page, 'Read the answer and send it')
  await stands(reader.page, 'The email that Aoife Ní Mhurchú gets')
  await looksRight(reader)
  await press(reader.page, 'Send the answer')
  await stands(reader.page, 'Answer sent')
  const mail = await house.post.next(addressOf('demo.member'), new RegExp(`answer.*${writer.subject}`, 'i'))
  assert.match(mail.says, /The county owns it\./)
  assert.doesNotMatch(mail.says, /Pell/)
})

test('a partner is handed what was chosen and nothing else, answers, and the council goes on', async () => {
  const holder = await inHand('The wall by the flats leans. Ms Oakley fears for her child.')
  await begin(holder.page, 'Hand over to a partner')
  const { page } = holder
  await page.getByLabel('What is the partner to do?').fill('Please make the wall safe')
  await page.getByLabel('The subject').check()
  await fillDay(page, 'By when do they answer?', '2026-06-08')
  await press(page, 'Hand it over')
  await stands(page, 'There is a problem')
  await looksRight(holder)
  assert.equal(await page.getByLabel('What is the partner to do?').inputValue(), 'Please make the wall safe')
  await page.getByLabel('Why may this be shared with them?').fill('The housing agreement')
  await press(page, 'Preview')
  await stands(page, 'What the partner will see')
  await looksRight(holder)
  await press(page, 'Hand it over')
  await stands(page, 'Handed over')
  await looksRight(holder)
  const member = await house.post.next(addressOf('demo.member'), new RegExp(`partner.*${holder.subject}`))
  assert.match(member.says, /Tess Valley Homes/)

  const partner = await house.as('demo.partner', { screen: phone })
  await partner.go('/hand-overs')
  await looksRight(partner)
  await partner.page.getByRole('link', { name: 'Please make the wall safe' }).click()
  await stands(partner.page, holder.subject)
  await looksRight(partner)
  assert.doesNotMatch(await wordsOn(partner.page), /Oakley/, 'what the member wrote was not chosen')
  await press(partner.page, 'Send your answer')
  await stands(partner.page, 'There is a problem')
  await looksRight(partner)
  await partner.page.getByLabel('Your answer').fill('We propped it up this morning.')
  const plan = { name: 'props.txt', mimeType: 'text/plain', buffer: Buffer.from('four props') }
  await partner.page.getByLabel('Photos and files').setInputFiles(plan)
  await press(partner.page, 'Send your answer')
  await looksRight(partner)
  await holder.go(`/enquiries/${holder.reference}`)
  await stands(page, 'We propped it up this morning.')
  await stands(page, 'props.txt')
  await stands(page, 'Answer the enquiry')
})
