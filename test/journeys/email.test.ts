import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/day.ts'
import { looksRight, openBrowser, phone } from './browser.ts'
import { addressOf, openJourneyHouse } from './house.ts'
import { replyTo, type Mail } from './post-box.ts'
import { begin, inOrder, rowsOn, stands, wordsOn } from './reading.ts'

const browser = await openBrowser()
const house = await openJourneyHouse(browser)
const councillor = addressOf('demo.member')
const subject = 'Pothole outside the school gate in Mill Lane'

/** Every mail about an enquiry says the same in both parts, can be answered, and says when a machine wrote it. */
function isWhole(mail: Mail, reference: string, automatic: boolean): void {
  assert.ok(mail.subject.includes(`[${reference}]`), mail.subject)
  assert.ok(mail.text.includes(reference) && mail.html.includes(reference), 'both parts name the reference')
  assert.match(mail.replyTo, /^[\w.+-]{20,}@tessbridge\.example$/, 'the reply address carries a token')
  assert.equal(mail.header('auto-submitted') !== undefined, automatic, 'Auto-Submitted')
}

test('email in, routed, taken, question, reply by email, promise, round 2, agreed, closed', async () => {
  await house.write({
    from: `Cllr <${councillor}>`,
    to: 'streets@tessbridge.example',
    subject,
    text: 'Good morning,\n\nParents tell me a wheel came off a pushchair.\n\n1. When will it be mended?\n2. Who checks this road?\n',
    messageId: '<first@reader.example>',
  })
  const receipt = await house.post.next(councillor, /We have your enquiry/)
  const [reference = ''] = /ME-2026-\d{6}/.exec(receipt.subject) ?? []
  isWhole(receipt, reference, true)
  assert.match(receipt.says, /Streets and pavements will answer it by Monday 15 June 2026/)

  const tracking = await house.as('demo.member', { screen: phone })
  await tracking.go(`/enquiries/${reference}`)
  assert.match(tracking.page.url(), /\/track$/)
  inOrder(await wordsOn(tracking.page), [
    reference,
    subject,
    'Received',
    '1 June 2026, by email',
    'With Streets and pavements',
  ])
  await looksRight(tracking)

  house.turnTo(day('2026-06-02'))
  const responder = await house.as('demo.responder')
  await responder.go('/enquiries')
  await looksRight(responder)
  await responder.page.getByRole('link', { name: subject }).click()
  await looksRight(responder)
  await begin(responder.page, 'Take this enquiry')
  await responder.page.getByRole('button', { name: 'Take it' }).click()
  await stands(responder.page, 'You have taken it')
  const taken = await house.post.next(councillor, /Kwame Asante is dealing with your enquiry/)
  isWhole(taken, reference, true)
  assert.equal(taken.references, receipt.references, 'mails of one enquiry stand in one thread')
  assert.notEqual(taken.references, '')

  house.turnTo(day('2026-06-05'))
  await responder.go(`/enquiries/${reference}`)
  await begin(responder.page, 'Ask the member')
  await responder.page.getByLabel('Your question').fill('Is it the gate in Mill Lane or the one in Weaver Street?')
  await looksRight(responder)
  await responder.page.getByRole('button', { name: 'Send the question' }).click()
  const question = await house.post.next(councillor, /We have a question for you/)
  isWhole(question, reference, false)
  assert.match(question.says, /Is it the gate in Mill Lane/)
  await tracking.go(`/enquiries/${reference}`)
  inOrder(await wordsOn(tracking.page), ['Kwame Asante needs your reply', 'Is it the gate in Mill Lane'])
  await looksRight(tracking)

  house.turnTo(day('2026-06-08'))
  await house.write(replyTo(question, councillor, 'The one in Mill Lane, by the bus stop.'))
  const told = await house.post.next(addressOf('demo.responder'), /replied/)
  assert.match(told.says, /by the bus stop/)
  await responder.go(`/enquiries/${reference}`)
  const conversation = await wordsOn(responder.page)
  inOrder(conversation, ['The one in Mill Lane, by the bus stop.'])
  assert.ok(!/bus stop\.[^]{0,200}> Dear/.test(conversation), 'what was quoted is folded away')
  assert.match(conversation, /Due Tuesday 16 June 2026/)

  await responder.go(`/enquiries/${reference}/clock`)
  await looksRight(responder)
  assert.deepEqual(await rowsOn(responder.page), [
    'Monday 1 June 2026 Received: day 0',
    'Tuesday 2 June 2026 Day 1',
    'Wednesday 3 June 2026 Day 2',
    'Thursday 4 June 2026 Day 3',
    'Friday 5 June 2026 Day 4',
    'Saturday 6 June 2026 Not counted: Saturday',
    'Sunday 7 June 2026 Not counted: Sunday',
    'Monday 8 June 2026 Today Paused The reply to the question of 5 June 2026 came',
    'Tuesday 9 June 2026 Day 5',
    'Wednesday 10 June 2026 Day 6',
    'Thursday 11 June 2026 Day 7',
    'Friday 12 June 2026 Day 8',
    'Saturday 13 June 2026 Not counted: Saturday',
    'Sunday 14 June 2026 Not counted: Sunday',
    'Monday 15 June 2026 Day 9',
    'Tuesday 16 June 2026 Day 10: due by the end of this day',
  ])

  house.turnTo(day('2026-06-10'))
  await responder.go(`/enquiries/${reference}`)
  await begin(responder.page, 'Answer the enquiry')
  await responder.page
    .getByLabel('Your answer', { exact: true })
    .fill('We will fill the hole. An inspector looked at it on 9 June 2026.')
  await responder.page.getByLabel(/When will it be mended/).fill('By Tuesday 30 June 2026.')
  await responder.page.getByLabel(/Who checks this road/).fill('Our inspector, every month.')
  await responder.page.getByLabel(/^Promise 1/).fill('The hole is filled')
  await responder.page.getByLabel('Who does it? (optional)').first().fill('Our road crew')
  const when = responder.page.getByRole('group', { name: 'By when?' }).first()
  await when.getByLabel('Day').fill('30')
  await when.getByLabel('Month').fill('6')
  await when.getByLabel('Year').fill('2026')
  await looksRight(responder)
  await responder.page.getByRole('button', { name: 'Send the answer' }).click()
  await stands(responder.page, 'Answer sent')
  const answer = await house.post.next(councillor, /Our answer to your enquiry/)
  isWhole(answer, reference, false)
  inOrder(answer.says, [
    'We will fill the hole',
    'When will it be mended?',
    'By Tuesday 30 June 2026',
    'The hole is filled',
    'Does this answer it?',
  ])

  house.turnTo(day('2026-06-12'))
  const [, no] = /No, I need more[^]*?(http:\/\/\S+)/.exec(answer.text) ?? []
  await tracking.go(no!)
  assert.equal(await tracking.page.getByRole('heading', { level: 1 }).innerText(), 'This does not answer it')
  await looksRight(tracking)
  await tracking.page.getByLabel('What is missing or wrong?').fill('Who will tell the school?')
  await tracking.page.getByRole('button', { name: 'Send it back' }).click()
  await stands(tracking.page, 'It went back')
  await house.post.next(addressOf('demo.responder'), /answer was not enough/)

  house.turnTo(day('2026-06-17'))
  await responder.go(`/enquiries/${reference}`)
  const roundTwo = await wordsOn(responder.page)
  inOrder(roundTwo, ['Due Friday 19 June 2026', 'Round 2'])
  await looksRight(responder)
  await begin(responder.page, 'Answer the enquiry')
  await responder.page
    .getByLabel('Your answer', { exact: true })
    .fill('We rang the head teacher today. She has the dates.')
  for (const box of await responder.page.getByLabel(/Who will tell the school/).all()) await box.fill('We have.')
  await responder.page.getByRole('button', { name: 'Send the answer' }).click()
  const second = await house.post.next(councillor, /Our answer to your enquiry/)

  house.turnTo(day('2026-06-18'))
  const [, yes] = /Yes, this answers it[^]*?(http:\/\/\S+)/.exec(second.text) ?? []
  await tracking.go(yes!)
  assert.equal(await tracking.page.getByRole('heading', { level: 1 }).innerText(), 'This answers it')
  await tracking.page.getByRole('button', { name: 'This answers it' }).click()
  await stands(tracking.page, 'Thank you. The enquiry is closed')
  await looksRight(tracking)
  const closed = await house.post.next(councillor, /Your enquiry is closed/)
  inOrder(closed.says, ['What we still owe you', 'The hole is filled', 'Tuesday 30 June 2026'])

  await responder.go(`/enquiries/${reference}`)
  const story = await wordsOn(responder.page)
  inOrder(story, ['Closed', 'Round 2', 'In time: it was due 19 June 2026', 'What happened'])
  inOrder(story.slice(story.indexOf('What happened')), [
    'The member agreed: this answers it',
    '18 June 2026',
    'Answered by Kwame Asante 17 June 2026',
    'The answer did not answer it',
    '12 June 2026',
    'A new round began. Due 19 June 2026, 5 working days on.',
    'Answered by Kwame Asante 10 June 2026',
    'With a promise for 30 June 2026.',
    'The member replied',
    '8 June 2026',
    'Due 16 June 2026.',
    'Asked the member a question by Kwame Asante 5 June 2026',
    'Taken by Kwame Asante 2 June 2026',
    'Next update by 9 June 2026.',
    'Received',
    '1 June 2026',
    'Due 15 June 2026, 10 working days on.',
  ])
  await looksRight(responder)
})
