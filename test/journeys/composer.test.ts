import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page, Route } from 'playwright-core'
import { takeInHand } from './arriving.ts'
import { builtWrongWithoutScripts, looksRight, openBrowser } from './browser.ts'
import { notSensitive, press } from './forms.ts'
import { addressOf, openJourneyHouse, type Seat } from './house.ts'
import { begin, stands, wordsOn } from './reading.ts'

const browser = await openBrowser()
const house = await openJourneyHouse(browser)

/** An enquiry with a numbered question, raised by mail and taken by whoever sits there. */
const inHand = (seat: Seat): Promise<string> =>
  takeInHand(house, seat, {
    subject: `Lamp ${crypto.randomUUID()}`,
    text: 'The lamp at the bridge is out.\nWhen will it be mended?',
  })

const said = async (reference: string, words: string): Promise<number> => {
  const rows = await house.owner`
    select 1 from enquiries.message m join enquiries.enquiry e on e.id = m.enquiry_id
    where e.reference = ${reference} and m.words = ${words}`
  return rows.length
}

const signOutEverywhere = (who: string) => house.owner`
  update people.session set ended_at = now()
  where person_id = (select id from people.person where email = ${addressOf(who)})`

/** In a new tab of the same browser, as the page asks for. */
async function signInAgain(seat: Seat, who: string): Promise<void> {
  const tab = await seat.page.context().newPage()
  await tab.goto('/sign-in')
  await tab.getByLabel('Your email address').fill(addressOf(who))
  await tab.getByRole('button', { name: 'Email me a link' }).click()
  const mail = await house.post.next(addressOf(who), /sign/i)
  await tab.goto(/http:\/\/localhost:\d+\/sign-in\/\S+/.exec(mail.text)![0])
  await tab.getByRole('button', { name: /^Sign in as/ }).click()
  // closed any earlier, the tab takes the answer with the new cookie along with it
  await tab.waitForURL(url => !url.pathname.startsWith('/sign-in'))
  await tab.close()
}

/** What every page does by itself within 15 seconds. */
const beat = (page: Page) => page.evaluate("void document.dispatchEvent(new Event('visibilitychange'))")

/** Holds back the answer to the first draft saved from now on until it is let come. */
async function firstSaveComesLate(page: Page): Promise<{ begun: Promise<void>; comes: () => void }> {
  const begun = Promise.withResolvers<void>()
  const comes = Promise.withResolvers<void>()
  const holdBack = async (route: Route) => {
    const response = await route.fetch()
    begun.resolve()
    await comes.promise
    await route.fulfill({ response })
  }
  await page.route(/\/enquiries\/drafts\//, holdBack, { times: 1 })
  return { begun: begun.promise, comes: comes.resolve }
}

const answerBox = (page: Page) => page.getByLabel('Your answer', { exact: true })
/** Fills every numbered question there is. */
async function answerAll(page: Page, words: string): Promise<void> {
  for (const box of await page.locator('textarea[name^="answer-"]').all()) await box.fill(words)
}

test('an owner keeps a canned reply; a responder answers with it, advised, previewed and with a file', async () => {
  const owner = await house.as('demo.owner')
  await owner.go('/mailboxes/streets')
  await owner.page.getByRole('link', { name: 'Canned replies' }).click()
  await looksRight(owner)
  await press(owner.page, 'Add a canned reply')
  await owner.page.getByLabel('Name').fill('Inspected')
  await owner.page.getByLabel('What it says').fill('Dear {membr},\n\nWe inspected it. Call us on {mailbox phone}.')
  await press(owner.page, 'Add canned reply')
  await stands(owner.page, 'There is a problem')
  await looksRight(owner)
  await owner.page.getByLabel('What it says').fill('Dear {member},\n\nWe inspected it. Call us on {mailbox phone}.')
  await press(owner.page, 'Add canned reply')
  await stands(owner.page, 'Canned reply added')
  await looksRight(owner)
  await owner.page.getByRole('link', { name: 'Inspected' }).click()
  await looksRight(owner)

  const responder = await house.as('demo.responder')
  const { page } = responder
  const reference = await inHand(responder)
  await begin(page, 'Answer the enquiry')
  await looksRight(responder)
  await answerBox(page).fill('Thank you. Mrs Hale (born 3 May 1957) told us the same.')
  await stands(page, 'It holds what looks like a date of birth')
  await stands(page, /Draft saved at/)
  await page.getByLabel('Canned reply').selectOption({ label: 'Inspected' })
  await press(page, 'Insert')
  assert.match(await answerBox(page).inputValue(), /^Thank you\.[^]*Dear [^{]+We inspected it\. Call us on 0[^{]+$/)
  await answerBox(page).fill('')
  await press(page, 'Send the answer')
  await stands(page, 'Enter your answer')
  await looksRight(responder)
  await answerBox(page).fill('We inspected it on Monday.')
  await answerAll(page, 'By the end of the week.')
  await page
    .getByRole('group', { name: /share it with the resident/ })
    .getByLabel('Yes')
    .check()
  const plan = { name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('column 42') }
  await page.getByLabel('Photos and files').setInputFiles(plan)
  await press(page, 'Preview')
  await stands(page, 'What the member will get')
  await stands(page, 'You may share this answer with the resident.')
  await looksRight(responder)
  await press(page, 'Send the answer')
  await stands(page, 'Answer sent')
  await looksRight(responder)
  await stands(page, 'plan.txt')
  assert.equal(await said(reference, 'We inspected it on Monday.'), 1)
})

test('whoever writes is seen, sees what is new without losing a word, and is stopped once before it goes', async () => {
  const responder = await house.as('demo.responder')
  const { page } = responder
  const reference = await inHand(responder)
  await begin(page, 'Answer the enquiry')
  await answerBox(page).fill('My long answer')
  await answerAll(page, 'Soon.')
  await beat(page)
  const owner = await house.as('demo.owner')
  await owner.go(`/enquiries/${reference}`)
  await stands(owner.page, /is writing an answer/)
  await looksRight(owner)
  await begin(owner.page, 'Add an internal note')
  await owner.page.getByLabel('Your note').pressSequentially('Look at this, @kwa')
  await owner.page.getByRole('option', { name: 'Kwame Asante' }).waitFor()
  await looksRight(owner)
  await owner.page.keyboard.press('Enter')
  await owner.page.keyboard.type('please')
  assert.equal(await owner.page.getByLabel('Your note').inputValue(), 'Look at this, @Kwame Asante please')
  assert.ok(await owner.page.locator('[data-mention="Kwame Asante"]').isChecked())
  await press(owner.page, 'Add the note')
  await stands(owner.page, 'For Kwame Asante.')

  await beat(page)
  await stands(page, 'New since you began')
  await stands(page, 'Look at this, @Kwame Asante please')
  assert.equal(await answerBox(page).inputValue(), 'My long answer')
  await looksRight(responder)
  await press(page, 'Send the answer')
  await stands(page, /Somebody changed this enquiry while you were writing/)
  assert.equal(await answerBox(page).inputValue(), 'My long answer')
  await looksRight(responder)
  await press(page, 'Send the answer anyway')
  await stands(page, 'Answer sent')

  await responder.go('/enquiries/for-you')
  await stands(page, 'mentioned you in a note')
  await looksRight(responder)
  await owner.go(`/enquiries/${reference}`)
  await press(owner.page, 'Watch')
  await stands(owner.page, 'You watch this enquiry now')
  await looksRight(owner)
})

test('an open enquiry page brings itself up to date', async () => {
  const responder = await house.as('demo.responder')
  const reference = await inHand(responder)
  const owner = await house.as('demo.owner')
  await owner.go(`/enquiries/${reference}`)
  await begin(responder.page, 'Add an internal note')
  await responder.page.getByLabel('Your note').fill('Seen on site this morning')
  await press(responder.page, 'Add the note')
  await stands(responder.page, 'Note added')
  await beat(owner.page)
  await stands(owner.page, 'Seen on site this morning')
  await looksRight(owner)
})

test('double clicks, the back button and a second tab: nothing twice, nothing lost', async () => {
  const plain = await house.as('demo.responder', { javaScript: false })
  const { page } = plain
  const reference = await inHand(plain)
  const second = await page.context().newPage()
  for (const tab of [page, second]) {
    await tab.goto(`/enquiries/${reference}/note`)
    await tab.getByLabel('Your note').fill('Clicked twice')
  }
  await page.getByRole('button', { name: 'Add the note' }).dblclick()
  await stands(page, 'What you can do')
  assert.equal(await said(reference, 'Clicked twice'), 1)
  await page.goBack()
  await page.goForward()
  await stands(page, 'What you can do')
  assert.equal(await said(reference, 'Clicked twice'), 1)

  await press(second, 'Add the note')
  await stands(second, 'New since you began')
  assert.equal(await second.getByLabel('Your note').inputValue(), 'Clicked twice')
  await second.getByLabel('Your note').fill('Other words on the old page')
  await press(second, 'Add the note anyway')
  await stands(second, 'Note added')
  assert.equal(await said(reference, 'Clicked twice'), 1)

  await page.goto(`/enquiries/${reference}/answer`)
  await second.goto(`/enquiries/${reference}/answer`)
  for (const [tab, words] of [
    [page, 'From the first tab'],
    [second, 'From the second tab'],
  ] as const) {
    await answerBox(tab).fill(words)
    await answerAll(tab, 'Soon.')
    await press(tab, 'Send the answer')
  }
  await stands(page, 'Answer sent')
  await stands(second, 'There is a problem')
  assert.equal(await answerBox(second).inputValue(), 'From the second tab')
  assert.equal(await said(reference, 'From the second tab'), 0)
})

test('signed out while writing, without scripts: every big form comes back after signing in', async () => {
  const responder = await house.as('demo.responder', { javaScript: false })
  const reference = await inHand(responder)
  for (const [act, label, button] of [
    ['note', 'Your note', 'Add the note'],
    ['answer', 'Your answer', 'Send the answer'],
  ] as const) {
    await responder.go(`/enquiries/${reference}/${act}`)
    await responder.page.getByLabel(label, { exact: true }).fill(`Long ${act} words`)
    if (act === 'answer') await answerAll(responder.page, 'Soon.')
    await signOutEverywhere('demo.responder')
    await press(responder.page, button)
    await stands(responder.page, 'You have been signed out')
    // axe waits for timers, which do not run without scripts
    assert.deepEqual([...(await builtWrongWithoutScripts(responder.page)), ...responder.troubles], [])
    await press(responder.page, 'Go on with what I typed')
    await stands(responder.page, 'You have been signed out')
    await signInAgain(responder, 'demo.responder')
    await press(responder.page, 'Go on with what I typed')
    await stands(responder.page, 'What you can do')
    assert.equal(await said(reference, `Long ${act} words`), 1)
  }

  const member = await house.as('demo.other-member', { javaScript: false })
  await member.go('/enquiries/new')
  await notSensitive(member.page)
  await member.page.getByLabel('What is it about?').fill('Worn white lines')
  await member.page.getByLabel('What do you want to ask').fill('Who paints them?')
  await signOutEverywhere('demo.other-member')
  await press(member.page, 'Continue')
  await stands(member.page, 'You have been signed out')
  await signInAgain(member, 'demo.other-member')
  await press(member.page, 'Go on with what I typed')
  await stands(member.page, 'Check and send')
  await press(member.page, 'Send this enquiry')
  await stands(member.page, 'Enquiry sent')
  const [own = ''] = /ME-2026-\d{6}/.exec(await wordsOn(member.page)) ?? []

  await member.go(`/enquiries/${own}/track/reply`)
  await member.page.locator('textarea[name=text]').fill('By the school, I mean')
  await signOutEverywhere('demo.other-member')
  await press(member.page, 'Send message')
  await signInAgain(member, 'demo.other-member')
  await press(member.page, 'Go on with what I typed')
  await stands(member.page, 'Your message was sent')
  assert.equal(await said(own, 'By the school, I mean'), 1)
})

test('signed out while writing, with scripts: it is noticed before anything is sent, and goes on where it was', async () => {
  const responder = await house.as('demo.responder')
  const { page } = responder
  const reference = await inHand(responder)
  await page.goto(`/enquiries/${reference}/answer`)
  await signOutEverywhere('demo.responder')
  await answerBox(page).fill('Written while signed out')
  await answerAll(page, 'Soon.')
  await stands(page, /You have been signed out\. What you typed is still here/)
  await press(page, 'Send the answer')
  assert.equal(await answerBox(page).inputValue(), 'Written while signed out')
  await signInAgain(responder, 'demo.responder')
  await press(page, 'Send the answer')
  await stands(page, 'Answer sent')
  assert.equal(await said(reference, 'Written while signed out'), 1)
})

test('drafts are saved one after the other: an answer that comes late neither undoes a newer one nor stops sending', async () => {
  const owner = await house.as('demo.owner')
  const { page } = owner
  const reference = await inHand(owner)
  await page.goto(`/enquiries/${reference}/answer`)
  await signOutEverywhere('demo.owner')
  const late = await firstSaveComesLate(page)
  await answerBox(page).fill('Old words')
  await late.begun
  await signInAgain(owner, 'demo.owner')
  const next = page.waitForRequest(/\/enquiries\/drafts\//, { timeout: 2500 }).catch(() => null)
  await answerBox(page).fill('New words')
  await answerAll(page, 'Soon.')
  const early = await next
  await press(page, 'Send the answer')
  const stillTyped = await answerBox(page).inputValue()
  late.comes()
  assert.equal(early, null, 'a second save while the first is on its way')
  assert.equal(stillTyped, 'New words')
  await stands(page, 'Answer sent')
  assert.equal(await said(reference, 'New words'), 1)
  const kept = await house.owner`select 1 from enquiries.draft where about like ${`${reference}%`}`
  assert.equal(kept.length, 0)
})
