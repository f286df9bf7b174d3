import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/day.ts'
import { arrive, takeInHand } from './arriving.ts'
import { looksRight, openBrowser, phone, watchedPage } from './browser.ts'
import { fillDay, press } from './forms.ts'
import { addressOf, openJourneyHouse, type Seat } from './house.ts'
import { begin, stands, wordsOn } from './reading.ts'

const browser = await openBrowser()
const house = await openJourneyHouse(browser)

await arrive(house, ['Kerb at the library'])
// on Friday of the week before last it was late by four working days
house.turnTo(day('2026-06-22'))

/** Scores what is left of a sample, one answer after the other. */
async function scoreTheRest({ page, go }: Seat, sample: string): Promise<void> {
  for (;;) {
    await go(sample)
    const next = page.getByRole('button', { name: 'Score the next answer' })
    if ((await next.count()) === 0) return
    await next.click()
    await page.getByLabel('3 Good').check()
    await page.getByLabel('Notes').fill('Says who does what by when.')
    await press(page, 'Save the score')
    await stands(page, '3 Good')
  }
}

test('an owner scores the sample, says why an answer is late and signs the week; the leadership team sees who has not', async () => {
  const owner = await house.as('demo.owner')
  const { page } = owner
  const week = '/review/sign-off/streets/2026-06-15'
  await owner.go('/review/sign-off')
  await page.getByRole('link', { name: 'Streets and pavements' }).first().click()
  await page.waitForURL(`**${week}`)
  await stands(page, 'This week is not signed yet')
  await press(page, 'Sign')
  await stands(page, 'There is a problem')
  assert.match(await wordsOn(page), /Enter why ME-2026-\d{6} is late/)
  await looksRight(owner)

  await owner.go('/quality/samples')
  await looksRight(owner)
  await page.getByRole('link', { name: 'Streets and pavements' }).click()
  await looksRight(owner)
  await scoreTheRest(owner, page.url())
  await stands(page, 'All are scored')

  await owner.go(week)
  assert.equal(await page.getByLabel(/Why the sample is not done/).count(), 0, 'it is done')
  await page.getByLabel(/Kerb at the library/).fill('The holder was ill and nobody had taken it over.')
  for (const box of await page.locator('textarea[name^="why-"]').all())
    if ((await box.inputValue()) === '') await box.fill('Waited for the survey.')
  await press(page, 'Sign')
  await stands(page, 'Fiona Hartley, 22 June 2026')
  await stands(page, 'The holder was ill and nobody had taken it over.')
  await looksRight(owner)

  const director = await house.as('demo.director', { screen: phone })
  await director.go('/review/sign-offs')
  await stands(director.page, 'Not signed')
  await looksRight(director)
  await director.page.getByRole('link', { name: 'Streets and pavements', exact: true }).first().click()
  await stands(director.page, 'The holder was ill and nobody had taken it over.')
  await looksRight(director)
})

test('a member rates by the link of the email, which does nothing until a button is pressed, and sees promises kept and broken', async () => {
  const responder = await house.as('demo.responder')
  const subject = 'Lamp at the footbridge'
  const reference = await takeInHand(house, responder, { subject, text: 'When is it mended?' })
  await begin(responder.page, 'Answer the enquiry')
  await responder.page.getByLabel('Your answer', { exact: true }).fill('The lantern failed. The crew replaces it.')
  for (const box of await responder.page.locator('textarea[name^="answer-"]').all()) await box.fill('In two weeks.')
  await responder.page.getByText('Add another promise').click()
  for (const [nth, [what, dueOn]] of [
    ['The lantern is replaced', '2026-07-03'],
    ['The column is tested', '2026-06-26'],
  ].entries()) {
    await responder.page.getByLabel(`Promise ${nth + 1}: what will happen?`).fill(what!)
    await fillDay(responder.page, 'By when?', dueOn!, nth)
  }
  await press(responder.page, 'Send the answer')
  await stands(responder.page, 'Answer sent')

  const mail = await house.post.next(addressOf('demo.member'), /Our answer.*Lamp at the footbridge/)
  const [link] = /http:\/\/localhost:\d+\/quality\/rate\/\S+\?rating=3/.exec(mail.text) ?? []
  const ratings = () => house.owner`
    select r.rating from quality.rating r join enquiries.enquiry e on e.id = r.enquiry_id
    where e.reference = ${reference}`
  // whoever reads the mail: nobody is signed in here
  const reading = await watchedPage(await browser.newContext({ viewport: phone, locale: 'en-GB' }))
  await reading.page.goto(link!)
  await stands(reading.page, 'Press one of these')
  await looksRight(reading)
  assert.equal((await ratings()).length, 0, 'opening the link rates nothing')
  await press(reading.page, 'It answers everything')
  await stands(reading.page, 'You said: It answers everything')
  await looksRight(reading)
  assert.deepEqual([...(await ratings())], [{ rating: 3 }])

  const member = await house.as('demo.member', { screen: phone })
  const track = `/enquiries/${reference}/track`
  await member.go(track)
  await stands(member.page, 'You rated this answer')
  await stands(member.page, 'The lantern is replaced: by 3 July 2026')
  await looksRight(member)

  house.turnTo(day('2026-06-29'))
  await house.does('enquiries.follow-promises')
  const broken = await house.post.next(addressOf('demo.member'), /promise.*Lamp at the footbridge/i)
  assert.match(broken.says, /The column is tested/)
  await responder.go(`/enquiries/${reference}/keep-promise`)
  await responder.page.getByLabel('The lantern is replaced').check()
  await press(responder.page, 'Mark as kept')
  await stands(responder.page, 'Promise kept')
  await looksRight(responder)
  await member.go(track)
  assert.match(await wordsOn(member.page), /The lantern is replaced: by 3 July 2026 \(done on 29 June 2026\)/)
  assert.match(await wordsOn(member.page), /The column is tested: by 26 June 2026 \(not done in time\)/)
  await looksRight(member)
})
